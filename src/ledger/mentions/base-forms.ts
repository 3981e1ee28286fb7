import { lazy } from "../../base/index.ts";
import { rows } from "../generated/name-endings.ts";

// A name keeps two syllables or letters at least when its ending is taken off.
const stemMin = { ko: 2 } as const;
const formsMax = 16;

const koreanEndings = lazy(() =>
  rows
    .filter(([language]) => language === "ko")
    .map(([, , ending = ""]) => ending)
    .toSorted((left, right) => right.length - left.length || (left < right ? -1 : 1)),
);

/** A Korean word as it may stand in a list: itself, and itself without what is joined to its end, the longest rest first. */
export function koreanForms(word: string): readonly string[] {
  const forms = new Set([word]);
  // A title and a particle may both stand there: 리철수동지가.
  for (const form of forms) {
    for (const ending of koreanEndings())
      if (form.endsWith(ending) && form.length - ending.length >= stemMin.ko) forms.add(form.slice(0, -ending.length));
    if (forms.size >= formsMax) break;
  }
  return [...forms];
}
