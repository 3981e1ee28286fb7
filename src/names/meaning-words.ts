import { lazy } from "../base/index.ts";
import { rows as companyRows } from "./generated/company-words.ts";
import { rows as meaningRows } from "./generated/company-meanings.ts";
import { foldLetters } from "./fold.ts";
import { simplifiedText } from "./han.ts";
import { koreanSpelling } from "./korean-spellings.ts";
import { scriptOf, type Script } from "./script.ts";
import { companyPhrases } from "./vocabulary.ts";

/** What a word of a company's name may mean. */
export interface MeaningWord {
  /** A meaning tells one firm from another; a trade says what it does; a modifier (group, international) and a filler (the, of) say little; a form is legal. */
  readonly kind: "meaning" | "trade" | "modifier" | "filler" | "form";
  /** Concepts by number, ascending; a word of several meanings has all of them. */
  readonly concepts: readonly number[];
}

const plainText = /^[a-z\uac00-\ud7a3]+$/u;
const conceptNames: string[] = [];
const conceptNumbers = new Map<string, number>();

/** The number of a concept; the same name gives the same number. */
export function conceptNumber(name: string): number {
  meaningWords();
  return numberOf(name);
}

function numberOf(name: string): number {
  const known = conceptNumbers.get(name);
  if (known !== undefined) return known;
  conceptNumbers.set(name, conceptNames.length);
  return conceptNames.push(name) - 1;
}

/** The English name of a concept. */
export const conceptName = (concept: number): string => (conceptNames[concept] ?? "").replace(/^.*:/u, "");

/** The English words of a concept, folded; empty for a trade or a place. */
export const englishWords = (concept: number): readonly string[] => {
  meaningWords();
  return englishByConcept.get(concept) ?? [];
};

const englishByConcept = new Map<number, readonly string[]>();
const modifiers: ReadonlySet<string> = new Set([
  "company",
  "corporation",
  "group",
  "holding",
  "international",
  "global",
  "national",
  "state",
  "enterprise",
  "joint",
  "service",
  "brothers",
]);
// Words for directions and the like stand among the meanings too, where they tell more.
const alsoMeanings: ReadonlySet<string> = new Set([
  "north",
  "south",
  "east",
  "west",
  "new",
  "first",
  "great",
  "asia",
  "pacific",
  "far east",
  "numbermark",
]);

/** Words by their folded writing, in every script; of two words written together also their parts run together. */
export const meaningWords: () => ReadonlyMap<string, MeaningWord> = lazy(allWords);

/** The first words of those that are written apart (far east). */
export const phraseBeginnings: () => ReadonlySet<string> = lazy(
  () =>
    new Set(
      [...meaningRows, ...companyRows]
        .flat()
        .flatMap((cell) => cell.split("|"))
        .filter((text) => text.includes(" "))
        .map((text) => foldMeaning(text.slice(0, text.indexOf(" ")))),
    ),
);

/** Words of a trade by script, sorted: what an abbreviation may stand for. */
export const tradeWords: () => ReadonlyMap<Script, readonly string[]> = lazy(() =>
  wordsByScript([...meaningWords()].filter(([, word]) => word.kind === "trade").map(([text]) => text)),
);

/** The longest word that begins with a letter, for Han and Hangul. */
export const longestByFirst: () => ReadonlyMap<string, number> = lazy(longest);

/** The concept of a trade, by its name in resources/names/company-words.tsv, with its kind. */
export function tradeWord(value: string, weight: number): MeaningWord {
  meaningWords();
  return tradeOf(value, weight);
}

function tradeOf(value: string, weight: number): MeaningWord {
  const kind = weight === 0 ? "filler" : modifiers.has(value) ? "modifier" : "trade";
  return { kind, concepts: [numberOf(`trade:${value}`)] };
}

function allWords(): Map<string, MeaningWord> {
  const words = new Map<string, MeaningWord>();
  for (const [english = "", ...others] of meaningRows) {
    const concept = numberOf(english.split("|")[0] ?? "");
    englishByConcept.set(concept, [...(englishByConcept.get(concept) ?? []), ...writingsOf(english)]);
    for (const text of [english, ...others].flatMap(writingsOf)) addMeaning(words, text, concept);
  }
  for (const [value = "", weight = "", ...cells] of companyRows) {
    if (alsoMeanings.has(value)) continue;
    const word = tradeOf(value, Number(weight));
    for (const text of cells.flatMap(writingsOf)) if (!words.has(text)) words.set(text, word);
  }
  for (const [text, { kind, value }] of companyPhrases()) {
    const key = text.replaceAll(" ", "");
    if (kind === "legalForm") words.set(key, { kind: "form", concepts: [] });
    if (kind === "place" && !words.has(key))
      words.set(key, { kind: "meaning", concepts: [numberOf(`place:${value}`)] });
  }
  addRomanised(words);
  return words;
}

function addMeaning(words: Map<string, MeaningWord>, text: string, concept: number): void {
  const known = words.get(text)?.concepts ?? [];
  if (known.includes(concept)) return;
  words.set(text, { kind: "meaning", concepts: [...known, concept].toSorted((left, right) => left - right) });
}

// Ledgers write Korean words of trade in Latin letters too (muyok, suchulip), though nobody does so with the name's meanings.
function addRomanised(words: Map<string, MeaningWord>): void {
  for (const [text, word] of words) {
    if (word.kind !== "trade" || !/^[\uac00-\ud7a3]{2,}$/u.test(text)) continue;
    for (const system of ["revised", "mccuneReischauer", "dprk"] as const) {
      const latin = foldLetters(Array.from(text, (syllable) => koreanSpelling(syllable, system)).join("")).replaceAll(
        "'",
        "",
      );
      if (!words.has(latin)) words.set(latin, word);
    }
  }
}

function writingsOf(cell: string): string[] {
  return cell
    .split("|")
    .map((text) => foldMeaning(text).replaceAll(/[\s.'’()&-]+/gu, ""))
    .filter((text) => text !== "");
}

/** A word as the table of meanings is keyed: folded, Han simplified, Cyrillic without ё and э. */
export function foldMeaning(text: string): string {
  if (plainText.test(text)) return text;
  return simplifiedText(foldLetters(text)).replaceAll("ё", "е").replaceAll("э", "е");
}

function wordsByScript(words: readonly string[]): ReadonlyMap<Script, readonly string[]> {
  const lists = new Map<Script, string[]>();
  for (const word of words.toSorted()) {
    const script = scriptOf(word.codePointAt(0) ?? 0);
    lists.set(script, [...(lists.get(script) ?? []), word]);
  }
  return lists;
}

function longest(): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const word of meaningWords().keys()) {
    if (!/^[\uac00-\ud7a3\u4e00-\u9fff]/u.test(word)) continue;
    const first = word.charAt(0);
    lengths.set(first, Math.max(lengths.get(first) ?? 0, word.length));
  }
  return lengths;
}
