import { lazy } from "../../base/index.ts";
import { rows } from "../generated/reporting-verbs.ts";

/** What a verb of telling says of the words that it gives: `resources/ledger/reporting-verbs.tsv`. */
export type TellingClass =
  | "say"
  | "allege"
  | "find"
  | "confirm"
  | "deny"
  | "refuse"
  | "relay"
  | "give"
  | "hear"
  | "hedge"
  | "show"
  | "enter"
  | "carry"
  | "commit"
  | "impute"
  | "enact"
  | "revise"
  | "that";

const classesByLemma = lazy(() => {
  const classes = new Map<string, Set<string>>();
  for (const [kind = "", lemmas = ""] of rows) {
    for (const lemma of lemmas.split("|")) classes.set(lemma, (classes.get(lemma) ?? new Set()).add(kind));
  }
  return classes;
});

/** Whether a verb, by its base form, belongs to one of the classes. */
export const tells = (lemma: string, ...classes: readonly TellingClass[]): boolean => {
  const own = classesByLemma().get(lemma);
  return own !== undefined && classes.some((kind) => own.has(kind));
};

/** Whether a clause behind the verb, with "that" or without, can be what it tells. */
export const takesClause = (lemma: string): boolean =>
  tells(lemma, "say", "allege", "find", "confirm", "deny", "hear", "hedge", "show", "that") || lemma === "quote";
