import { lazy } from "../../base/index.ts";
import { rows } from "../generated/count-kinds.ts";

interface Kind {
  readonly kind: string;
  readonly isGeneral: boolean;
}

const kinds = lazy(() => {
  const byNoun = new Map<string, readonly Kind[]>();
  for (const [kind = "", general = "", particular = ""] of rows) {
    for (const [nouns, isGeneral] of [
      [general, true],
      [particular, false],
    ] as const) {
      for (const noun of nouns.split("|").filter((each) => each !== ""))
        byNoun.set(noun, [...(byNoun.get(noun) ?? []), { kind, isGeneral }]);
    }
  }
  return byNoun;
});

/** The noun's last word in the singular. */
export function nounHead(noun: string): string {
  const last = noun.toLowerCase().split(/\s+/u).at(-1) ?? "";
  if (/(?<=m)en$/u.test(last)) return `${last.slice(0, -2)}an`;
  return last
    .replace(/ies$/u, "y")
    .replace(/(?<=(?:x|ch|sh|ss))es$/u, "")
    .replace(/(?<=[^su])s$/u, "");
}

/** Whether two nouns can count the same things: they are one, or one of them is the general noun of a kind to which both belong. */
export function isOneNoun(one: string, other: string): boolean {
  const [left, right] = [nounHead(one), nounHead(other)];
  if (left === right) return true;
  const others = kindsOf(right);
  return kindsOf(left).some(({ kind, isGeneral }) =>
    others.some((each) => each.kind === kind && (isGeneral || each.isGeneral)),
  );
}

const kindsOf = (head: string): readonly Kind[] =>
  kinds().get(head) ?? kinds().get(head.split("-").at(-1) ?? head) ?? [];

/** Whether a noun stands among those of `resources/ledger/count-kinds.tsv`. */
export const isCountNoun = (noun: string): boolean => kindsOf(nounHead(noun)).length > 0;

/** Whether a noun counts people. */
export const isPersonNoun = (noun: string): boolean => kindsOf(nounHead(noun)).some(({ kind }) => kind === "person");
