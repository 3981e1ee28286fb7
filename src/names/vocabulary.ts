import { lazy } from "../base/index.ts";
import { rows as arabicRows } from "./generated/arabic-names.ts";
import { rows as companyRows } from "./generated/company-words.ts";
import { rows as legalRows } from "./generated/legal-forms.ts";
import { rows as nicknameRows } from "./generated/nicknames.ts";
import { rows as placeRows } from "./generated/place-words.ts";
import { rows as wordRows } from "./generated/name-words.ts";
import { foldLetters } from "./fold.ts";
import { simplifiedText } from "./han.ts";

/** What a known word or phrase is, before its place in the name decides its role. */
export interface KnownWord {
  readonly kind: "legalForm" | "genericWord" | "place" | "title" | "particle" | "filiation" | "suffix" | "number";
  /** The class of a legal form, the concept of a generic word, the code of a place, the digits of a number. */
  readonly value: string;
  /** How much it tells in the name of a company, in thousandths of a distinctive word. */
  readonly weight: number;
}

/** Words and phrases of company names by their folded spelling, words parted by one space. */
export const companyPhrases: () => ReadonlyMap<string, KnownWord> = lazy(companyVocabulary);

/** Words of people's names by their folded spelling. */
export const personWords: () => ReadonlyMap<string, KnownWord> = lazy(
  () =>
    new Map(
      wordRows.flatMap(([kind = "", value = "", spellings = ""]) =>
        spellingsOf(spellings).map((spelling): [string, KnownWord] => [
          spelling,
          { kind: parseKind(kind), value, weight: 0 },
        ]),
      ),
    ),
);

/** The groups of given names that stand for one another, by folded name. */
export const nicknameGroups: () => ReadonlyMap<string, readonly number[]> = lazy(nicknames);

/** The groups of `nicknameGroups` that hold a name with its short and familiar forms, not forms of one name in several languages. */
export const shortForms: ReadonlySet<number> = new Set(
  [...nicknameRows.keys()].filter((index) => nicknameRows[index]?.[0] === "short"),
);

/** Parts by which a name in Latin letters is known to follow Arabic naming. */
export const arabicNames: ReadonlySet<string> = new Set(arabicRows.flatMap(([names = ""]) => names.split(" ")));

/** The first words of phrases of two words and more. */
export const phraseStarts: () => ReadonlySet<string> = lazy(
  () =>
    new Set(
      [...companyPhrases().keys()]
        .filter((phrase) => phrase.includes(" "))
        .map((phrase) => phrase.slice(0, phrase.indexOf(" "))),
    ),
);

/** The longest phrase of `companyPhrases`, in words. */
export const phraseWordsMax = 6;

function companyVocabulary(): Map<string, KnownWord> {
  const phrases = new Map<string, KnownWord>();
  const add = (spelling: string, word: KnownWord): void => {
    if (!phrases.has(spelling)) phrases.set(spelling, word);
  };
  for (const [value = "", , spellings = ""] of legalRows) {
    for (const spelling of spellingsOf(spellings)) add(spelling, { kind: "legalForm", value, weight: 60 });
  }
  for (const [value = "", spellings = ""] of placeRows)
    for (const spelling of spellingsOf(spellings)) add(spelling, { kind: "place", value, weight: 450 });
  for (const [value = "", weight = "", ...spellings] of companyRows) {
    for (const spelling of spellings.flatMap(spellingsOf))
      add(spelling, { kind: "genericWord", value, weight: Number(weight) });
  }
  return phrases;
}

function spellingsOf(cell: string): string[] {
  return cell
    .split("|")
    .map((spelling) =>
      spelling
        .split(/[\s.'()-]+/u)
        .map((word) => simplifiedText(foldLetters(word)))
        .filter((word) => word !== "")
        .join(" "),
    )
    .filter((spelling) => spelling !== "");
}

function parseKind(kind: string): KnownWord["kind"] {
  if (kind === "title" || kind === "particle" || kind === "filiation" || kind === "suffix" || kind === "number")
    return kind;
  throw new Error(
    `resources/names/name-words.tsv: "${kind}" is no role; use title, particle, filiation, suffix or number`,
  );
}

function nicknames(): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, [, names = ""]] of nicknameRows.entries()) {
    for (const name of spellingsOf(names)) groups.set(name, [...(groups.get(name) ?? []), index]);
  }
  return groups;
}
