import { lazy } from "../../base/index.ts";
import { rows } from "../generated/date-words.ts";

/** The whole names: the short ones ("sat", "mar") are other words too. */
const wordsOf = (...kinds: readonly string[]): ReadonlySet<string> =>
  new Set(
    rows
      .filter(([kind]) => kind !== undefined && kinds.includes(kind))
      .map(([, , words = ""]) => words.split("|")[0] ?? "")
      .filter((word) => /^[a-z]+$/u.test(word)),
  );

const months = lazy(() => wordsOf("month"));
const days = lazy(() => wordsOf("weekday", "relative-day"));

/** Whether a word in lower case is the English name of a month, by `resources/ledger/date-words.tsv`. */
export const isMonth = (low: string): boolean => months().has(low);

/** Whether a word in lower case is the name of a day of the week, or "today", "yesterday", "tomorrow", "tonight". */
export const isDayWord = (low: string): boolean => days().has(low);
