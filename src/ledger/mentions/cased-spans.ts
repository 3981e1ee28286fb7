import { russianForms } from "./base-forms.ts";
import { connectors } from "./name-edges.ts";
import type { NameSpan } from "./name-span.ts";

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const word = /[\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}'’ʻʼ.&-]*/gu;
const possessive = /(?:['’]s?|[.&-]+)$/u;

// The longest names of firms in public lists have some ten words; seven find them by their telling ones.
const wordsMax = 7;
const runMax = 40;

/** Names in Latin and Cyrillic letters: words with a capital side by side, and small words between them; every stretch of such a run is one that may be a name. */
export function casedSpans(text: string): readonly NameSpan[] {
  return runsOf(text).flatMap((run) =>
    run.flatMap((first, index) =>
      isSmall(first)
        ? []
        : run
            .slice(index, index + wordsMax)
            .flatMap((last, length) =>
              isSmall(last) ? [] : [spanOf(text, run.slice(index, index + length + 1), run)],
            ),
    ),
  );
}

function spanOf(text: string, words: readonly Word[], run: readonly Word[]): NameSpan {
  const [first, last] = [words[0], words.at(-1)];
  const [from, to] = [first?.from ?? 0, last?.to ?? 0];
  const forms = formsOf(text.slice(from, to), words).map((form) => ({ text: form, to }));
  // One word alone is a name of a firm where no other word with a capital stands beside it.
  return { from, forms, isShown: words.length > 1 || run.length === 1, as: words.length === 1 ? "company" : "unknown" };
}

const russianMax = 4;

function formsOf(written: string, words: readonly Word[]): readonly string[] {
  const isRussian = words.length <= russianMax && words.every(({ text }) => /^[А-ЯЁа-яё-]+$/u.test(text));
  if (!isRussian) return [written];
  const forms = russianForms(words.map(({ text }) => text)).map((form) => form.join(" "));
  return [...new Set([written, ...forms])];
}

/** Runs of words with a capital, a space or a dot between two of them, and at most one small word. */
function runsOf(text: string): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = (): void => {
    while (run.length > 0 && isSmall(run.at(-1))) run.pop();
    if (run.length > 0 && run.length <= runMax) runs.push(run);
    run = [];
  };
  for (const match of text.matchAll(word)) {
    const own = match[0].replace(possessive, "");
    const found = { from: match.index, to: match.index + own.length, text: own };
    const before = run.at(-1);
    if (before && !isJoined(text, before, found)) close();
    if (/^\p{Lu}/u.test(own)) run.push(found);
    else if (run.length > 0 && !isSmall(run.at(-1)) && connectors().has(own)) run.push(found);
    else close();
    if (own.length < match[0].length && /['’]/u.test(match[0].slice(own.length))) close();
  }
  close();
  return runs;
}

/** A gap joins two words, and a dot behind an initial or a short form. */
function isJoined(text: string, before: Word, found: Word): boolean {
  const between = text.slice(before.to, found.from);
  return between === " " || between === "\u00A0" || (/^\.\s?$/u.test(between) && before.text.length <= 3);
}

const isSmall = (found: Word | undefined): boolean => found !== undefined && connectors().has(found.text);
