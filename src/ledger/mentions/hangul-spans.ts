import { isCompanyName, isPersonalName, isTitle } from "../../names/index.ts";
import { findFirst, wordsPattern } from "../foreign/foreign-words.ts";
import { koreanForms } from "./base-forms.ts";
import { koreanTitles } from "./name-edges.ts";
import type { NameSpan } from "./name-span.ts";

interface Word {
  readonly from: number;
  readonly to: number;
  readonly reading: WordReading;
}

/** What a word may be, whatever stands beside it. */
interface WordReading {
  readonly forms: readonly string[];
  readonly personal: readonly string[];
  readonly isCompany: boolean;
  readonly isPost: boolean;
  /** Whether a title is joined to it: 김영호씨. */
  readonly isTitled: boolean;
}

// The name of a firm in up to four words: 조선 대성 무역 회사.
const wordsMax = 4;
const readingsMax = 400_000;

/** Names in Hangul: words that begin with a surname, and the words of a firm's name; what is joined to their ends is taken off. */
export function makeHangulSpans(): (text: string) => readonly NameSpan[] {
  const readings = new Map<string, WordReading>();
  const syllables = readSyllables();
  const read = (word: string): WordReading => {
    const known = readings.get(word);
    if (known) return known;
    if (readings.size >= readingsMax) readings.clear();
    const made = readWord(word, syllables);
    readings.set(word, made);
    return made;
  };
  return (text) => {
    const words = [...text.matchAll(/\p{Script=Hangul}+/gu)].map(({ index, 0: found }): Word => ({
      from: index,
      to: index + found.length,
      reading: read(found),
    }));
    return words.flatMap((_, index) => [...personSpans(text, words, index), ...companySpans(text, words, index)]);
  };
}

function readWord(word: string, syllables: Syllables): WordReading {
  const forms = koreanForms(word);
  const bare = new Set(forms.slice(1).map((form) => word.slice(form.length)));
  return {
    forms,
    personal: forms.filter((form) => isNameLong(form) && syllables.isPersonal(form.slice(0, 2))),
    isCompany: forms.some((form) => syllables.isCompany(form.slice(-2))),
    isPost: forms.some(
      (form) => isTitle(form) || koreanTitles().includes(form) || findFirst(posts(), form) !== undefined,
    ),
    isTitled: [...bare].some((ending) => koreanTitles().some((title) => ending.startsWith(title))),
  };
}

/** What the first or last two syllables of a word show, each pair read once: there are few of them. */
interface Syllables {
  /** Whether a word that begins so may be a person's name. */
  isPersonal(two: string): boolean;
  /** Whether a word that ends so may be the name of a firm. */
  isCompany(two: string): boolean;
}

const readSyllables = (): Syllables => ({
  isPersonal: once(isPersonalName),
  // A word for a firm alone is none: it closes a name, here one that no surname begins.
  isCompany: once((two) => isCompanyName(`바다별${two}`)),
});

function once(read: (two: string) => boolean): (two: string) => boolean {
  const known = new Map<string, boolean>();
  return (two) => {
    const found = known.get(two) ?? read(two);
    known.set(two, found);
    return found;
  };
}

/** A surname of one or two syllables and a given name of one or two. */
const isNameLong = ({ length }: string): boolean => length >= 2 && length <= 4;

const posts = (): string => `^${wordsPattern("ko", "representative", "person")}$`;

function personSpans(text: string, words: readonly Word[], index: number): readonly NameSpan[] {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!word) return [];
  const { reading } = word;
  const isShown = reading.isTitled || isPostBeside(text, before, word) || isPostBeside(text, word, after);
  const forms = reading.personal.map((form) => ({ text: form, to: word.from + form.length }));
  const whole = spanOf({ from: word.from, forms, isShown, as: "person" });
  // The surname apart, as the north writes it in lists: 김 영호.
  const isApart = word.to - word.from === 1 && after !== undefined && text.slice(word.to, after.from) === " ";
  const surname = text.slice(word.from, word.to);
  const apart = isApart
    ? after.reading.forms
        .map((form) => ({ text: surname + form, to: after.from + form.length }))
        .filter((form) => isPersonalName(form.text))
    : [];
  return [...whole, ...spanOf({ from: word.from, forms: apart, isShown: false, as: "person" })];
}

/** A post right beside a name: a gap between them, no mark. */
const isPostBeside = (text: string, left: Word | undefined, right: Word | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  text.slice(left.to, right.from) === " " &&
  (left.reading.isPost || right.reading.isPost) &&
  !(left.reading.isPost && right.reading.isPost);

function companySpans(text: string, words: readonly Word[], index: number): readonly NameSpan[] {
  const last = words[index];
  if (!last?.reading.isCompany) return [];
  const spans: NameSpan[] = [];
  for (let length = 0; length < wordsMax; length += 1) {
    const first = words[index - length];
    const next = words[index - length + 1];
    if (!first || (length > 0 && next && text.slice(first.to, next.from) !== " ")) break;
    const head = text.slice(first.from, last.from);
    const forms = last.reading.forms.map((form) => ({ text: head + form, to: last.from + form.length }));
    spans.push(...spanOf({ from: first.from, forms, isShown: true, as: "company" }));
  }
  return spans;
}

const spanOf = (span: NameSpan): readonly NameSpan[] => (span.forms.length === 0 ? [] : [span]);
