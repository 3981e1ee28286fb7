import { koreanEndings, russianCases, type Ending } from "./name-edges.ts";

// A name keeps two syllables or letters at least when its ending is taken off.
const stemMin = 2;
const formsMax = 16;

/** A Korean word as it may stand in a list: itself, and itself without what is joined to its end, the longest rest first. */
export function koreanForms(word: string): readonly string[] {
  const forms = new Set([word]);
  // A title and a particle may both stand there: 리철수동지가.
  for (const form of forms) {
    for (const ending of koreanEndings())
      if (form.endsWith(ending) && form.length - ending.length >= stemMin) forms.add(form.slice(0, -ending.length));
    if (forms.size >= formsMax) break;
  }
  return [...forms];
}

/**
 * Russian words as they may stand in a list: as they are, and all of them taken back from one case. A word that ends in none
 * of a case's endings stays, as foreign names do that are not declined.
 */
export function russianForms(words: readonly string[]): readonly (readonly string[])[] {
  const forms = new Map([[words.join(" "), words]]);
  for (const endings of russianCases()) {
    let rows: readonly (readonly string[])[] = [[]];
    for (const word of words) {
      const own = nominatives(word, endings);
      rows = rows.flatMap((row) => own.map((form) => [...row, form])).slice(0, formsMax);
    }
    for (const row of rows) forms.set(row.join(" "), row);
  }
  return [...forms.values()];
}

/** What a word may be in the nominative, if it stands in a case. */
function nominatives(word: string, endings: readonly Ending[]): readonly string[] {
  const forms = endings.flatMap(({ written, listed }) =>
    word.endsWith(written) && word.length - written.length >= stemMin
      ? listed.map((ending) => word.slice(0, word.length - written.length) + ending)
      : [],
  );
  return forms.length > 0 ? [...new Set(forms)] : [word];
}
