import { lazy } from "../../base/index.ts";
import { rows } from "../generated/name-edges.ts";

/** What is written at the end of a name, and what stands there in a list. */
export interface Ending {
  readonly written: string;
  readonly listed: readonly string[];
}

const wordsOf = (kind: string): readonly string[] =>
  rows.filter(([, own]) => own === kind).map(([, , written = ""]) => written);

const longestFirst = (left: string, right: string): number => right.length - left.length || (left < right ? -1 : 1);

/** What Korean joins to the end of a name: particles and titles, the longest first. */
export const koreanEndings = lazy(() => [...wordsOf("particle"), ...wordsOf("title")].toSorted(longestFirst));

/** Korean titles that are written without a gap behind a name. */
export const koreanTitles = lazy(() => wordsOf("title"));

/** The endings of Russian names, case by case. */
export const russianCases = lazy(() => {
  const cases = new Map<string, Ending[]>();
  for (const [language, kind = "", written = "", listed = ""] of rows) {
    if (language !== "ru") continue;
    const ending = { written, listed: listed.split("|").map((form) => (form === "-" ? "" : form)) };
    cases.set(kind, [...(cases.get(kind) ?? []), ending]);
  }
  return [...cases.values()];
});

/** Words that close the name of a Chinese firm. */
export const chineseCompanyEnds = lazy(() => wordsOf("company-end").toSorted(longestFirst));

/** Characters behind which a Chinese name may begin. */
export const chineseBefore = lazy(() => new Set(wordsOf("before")));

/** Small words that stand within a name and neither begin nor end it. */
export const connectors = lazy(() => new Set(wordsOf("connector")));
