import { lazy, remembered } from "../../base/index.ts";
import { rows } from "../generated/english-forms.ts";

/**
 * The base form of an English word in small letters: "arrested" and "arrests" give "arrest". What it is in the sentence
 * is not known, so a form of two words gives the commoner ("found" gives "find"). Words of other scripts stay as they are.
 */
export const headLemma = remembered(findHeadLemma, 50_000);

function findHeadLemma(word: string): string {
  const small = word.toLowerCase().replace(/['’]s?$/u, "");
  const { baseByForm } = forms();
  return baseByForm.get(small) ?? (/^[a-z][a-z-]*$/u.test(small) ? byEnding(small) : small);
}

const forms = lazy(() => {
  const baseByForm = new Map<string, string>();
  const endInE = new Set<string>();
  for (const [kind, words = ""] of rows) {
    const [base = "", ...others] = words.split(" ");
    if (kind === "e") for (const each of words.split(" ")) endInE.add(each);
    else for (const form of [base, ...others]) baseByForm.set(form, base);
  }
  return { baseByForm, endInE };
});

function byEnding(word: string): string {
  if (word.length < 4) return word;
  if (/(?:[aeiouy]|[^aeiou]l).*ing$/u.test(word)) return fromStem(word.slice(0, -3), word);
  if (/[^aeiou]ied$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/[aeiouy].*ed$/u.test(word) && !word.endsWith("eed")) return fromStem(word.slice(0, -2), word);
  return withoutPlural(word);
}

function withoutPlural(word: string): string {
  if (!word.endsWith("s") || /(?:ss|us|is|ics)$/u.test(word)) return word;
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/u.test(word))
    return forms().endInE.has(word.slice(0, -1)) ? word.slice(0, -1) : word.slice(0, -2);
  return word.slice(0, -1);
}

/** The base of a form whose -ed or -ing was cut off: a doubled consonant is one again, a lost e comes back. */
function fromStem(stem: string, word: string): string {
  if (forms().endInE.has(`${stem}e`)) return `${stem}e`;
  if (!/[aeiouy]/u.test(stem) || stem.length < 2) return word;
  if (/([bdgmnprt])\1$/u.test(stem)) return stem.slice(0, -1);
  if (/(?:[cvuz]|[^aeiou]l|[aeiou]s|[nr]s|dg|[^aeiou]r|(?:^|[^aeo])at)$/u.test(stem) && !/(?:rl|ll|zz)$/u.test(stem))
    return `${stem}e`;
  if (/^[^aeiou]*[aeiou][bcdgkmnpt]$/u.test(stem)) return `${stem}e`;
  return stem;
}
