import { cyrillicMeaning } from "./cyrillic-meaning.ts";
import { divideLatin, divideNative, type Stretch } from "./divide-words.ts";
import { editDistance } from "./edit-distance.ts";
import { makeToken } from "./make-token.ts";
import {
  conceptNumber,
  foldMeaning,
  meaningWords,
  phraseBeginnings,
  tradeWord,
  type MeaningWord,
} from "./meaning-words.ts";
import type { NameToken } from "./name-token.ts";
import type { MeaningUnit, NameMeaning } from "./meaning-unit.ts";
import type { Script } from "./script.ts";
import { tradeTails } from "./trade-tails.ts";

const numberNames = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const companyWords: readonly string[] = ["회사", "公司"];
const formWords: readonly string[] = ["유한", "有限", "책임", "责任", "股份", "국제", "国际"];
const spelledForms: readonly string[] = [
  "company",
  "limited",
  "corporation",
  "incorporated",
  "holdings",
  "international",
  "общество",
  "ограниченной",
  "ответственностью",
  "компания",
];
const phraseMax = 3;
const nativeMin = 5;
const camel = /(?<=\p{Ll}{2})(?=\p{Lu}\p{L}{2})/u;

/** Reads the parts of a company's name as meanings. */
export function readMeaning(tokens: readonly NameToken[]): NameMeaning {
  const units: MeaningUnit[] = [];
  const trades: number[] = [];
  const hasForm = tokens.some((token) => token.role === "legalForm");
  for (let index = 0; index < tokens.length;) {
    const { parts, end } = partsFrom(tokens, index, hasForm);
    for (const { unit, word } of parts) {
      if (unit !== undefined) units.push(unit);
      else if (word?.kind === "trade") addTrades(trades, word.concepts);
    }
    index = end;
  }
  return {
    units,
    trades: trades.length > 1 ? trades.toSorted((left, right) => left - right) : trades,
    tails: trades.length > 0 ? noTails : tradeTails(units),
    isKnown: units.every((unit) => unit.concepts.length > 0),
    mask: units.reduce((mask, unit) => mask | maskOf(unit.concepts), 0),
  };
}

const noTails: readonly never[] = [];

function addTrades(trades: number[], concepts: readonly number[]): void {
  for (const concept of concepts) if (!trades.includes(concept)) trades.push(concept);
}

const maskOf = (concepts: readonly number[]): number =>
  concepts.reduce((mask, concept) => mask | (1 << (concept % 32)), 0);

interface Part {
  readonly word: MeaningWord | undefined;
  /** The part as a unit of the name; undefined for a trade, a legal form and words that say little. */
  readonly unit: MeaningUnit | undefined;
}

interface Parts {
  readonly parts: readonly Part[];
  /** The position after the tokens that were read. */
  readonly end: number;
}

const noParts: readonly never[] = [];

function partsFrom(tokens: readonly NameToken[], start: number, hasForm: boolean): Parts {
  const token = tokens[start];
  if (token === undefined || (token.role === "legalForm" && !isNative(token)))
    return { parts: noParts, end: start + 1 };
  if (isNative(token)) return nativeParts(tokens, start, hasForm);
  if (token.role === "number") return { parts: [numberPart(token)], end: start + 1 };
  return phraseFrom(tokens, start) ?? { parts: token.weight === 0 ? noParts : partsOfWord(token), end: start + 1 };
}

const isNative = (token: NameToken): boolean => token.script === "hangul" || token.script === "han";

// Spaces inside Han and Hangul names mean nothing: neighbours of one script are read as one run.
function nativeParts(tokens: readonly NameToken[], start: number, hasForm: boolean): Parts {
  const script = tokens[start]?.script ?? "han";
  let end = start;
  let text = "";
  while (end < tokens.length && tokens[end]?.script === script) {
    text += tokens[end]?.folded ?? "";
    end += 1;
  }
  if (text.includes(" ")) text = text.replaceAll(" ", "");
  const run = hasForm || !isSlipOf(text.slice(-2), companyWords) || text.length < nativeMin ? text : text.slice(0, -2);
  const parts = divideNative(run)
    .filter(({ text: own, word }) => word !== undefined || !isSlipOf(own, formWords))
    .map((part) => partOf(part, script));
  return { parts, end };
}

// 회서 and 有国 are legal forms with one letter wrong.
const isSlipOf = (text: string, forms: readonly string[]): boolean =>
  text.length === 2 &&
  forms.some((form) => (form.charAt(0) === text.charAt(0)) !== (form.charAt(1) === text.charAt(1)));

function numberPart(token: NameToken): Part {
  const name = numberNames[Number(token.value)] ?? `number:${token.value}`;
  const word: MeaningWord = { kind: "meaning", concepts: [conceptNumber(name)] };
  return { word, unit: { ...unitOf({ text: token.text, word }, token.script), isNumber: true } };
}

function phraseFrom(tokens: readonly NameToken[], start: number): Parts | undefined {
  const first = tokens[start];
  if (first === undefined || !phraseBeginnings().has(plain(first.folded))) return undefined;
  for (let length = Math.min(phraseMax, tokens.length - start); length > 1; length -= 1) {
    const own = tokens.slice(start, start + length);
    if (own.some((token) => token.script !== first.script || token.role === "legalForm" || token.role === "number"))
      continue;
    const text = own.map((token) => plain(token.folded)).join("");
    const word = meaningWords().get(text);
    if (word !== undefined && word.kind !== "form")
      return { parts: [partOf({ text, word }, first.script)], end: start + length };
  }
  return undefined;
}

const plain = (folded: string): string => foldMeaning(folded).replaceAll(/[ '-]/gu, "");

const wordsKept = 50_000;
const partsByWord = new Map<string, readonly Part[]>();

function partsOfWord(token: NameToken): readonly Part[] {
  const key = `${token.text}\t${token.role}`;
  const known = partsByWord.get(key);
  if (known !== undefined) return known;
  if (partsByWord.size > wordsKept) partsByWord.clear();
  const parts = readWord(token).map((part) => partOf(part, token.script));
  partsByWord.set(key, parts);
  return parts;
}

function readWord(token: NameToken): readonly Stretch[] {
  const script = token.script;
  const text = plain(token.folded);
  const word = lookUp(text, script);
  const known = word?.kind === "meaning" || word?.kind === "trade" ? word : (roleWord(token) ?? word);
  if (known !== undefined && known.kind !== "form") return [{ text, word: known }];
  const pieces = token.text.split(camel).map((piece) => {
    const own = plain(foldMeaning(piece));
    return { text: own, word: lookUp(own, script) };
  });
  if (pieces.length > 1 && pieces.some((piece) => piece.word !== undefined)) return pieces;
  if (text.length > nativeMin && spelledForms.some((form) => editDistance(text, form, 1) <= 1)) return [];
  return (script === "latin" ? divideLatin(text) : undefined) ?? [{ text: token.text, word: undefined }];
}

function lookUp(text: string, script: Script): MeaningWord | undefined {
  if (script === "cyrillic") return cyrillicMeaning(text);
  return (
    meaningWords().get(text) ??
    (text.length > 4 && text.endsWith("s") ? meaningWords().get(text.slice(0, -1)) : undefined)
  );
}

function roleWord(token: NameToken): MeaningWord | undefined {
  if (token.role === "genericWord") return tradeWord(token.value, token.weight);
  if (token.role === "place") return { kind: "meaning", concepts: [conceptNumber(`place:${token.value}`)] };
  return undefined;
}

const none: readonly number[] = [];
const partsByText = new Map<string, Part>();

// A stretch that a table knows gives the same part in every name.
function partOf(stretch: Stretch, script: Script): Part {
  const { text, word } = stretch;
  const isUnit = word === undefined || word.kind === "meaning";
  const known = partsByText.get(text);
  if (known !== undefined && known.word === word) return known;
  if (partsByText.size > wordsKept) partsByText.clear();
  const part = { word, unit: isUnit ? unitOf(stretch, script) : undefined };
  partsByText.set(text, part);
  return part;
}

function unitOf({ text, word }: Stretch, script: Script): MeaningUnit {
  const token = makeToken({ text, script, before: "space" }, { role: "word", weight: 1000, hasSyllables: true });
  return { token, concepts: word?.concepts ?? none, isNumber: false };
}
