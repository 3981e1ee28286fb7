import { cyrillicMeaning } from "./cyrillic-meaning.ts";
import { divideLatin, divideNative, type Stretch } from "./divide-words.ts";
import { editDistance } from "./edit-distance.ts";
import { makeToken } from "./make-token.ts";
import { conceptNumber, foldMeaning, meaningWords, tradeWord, type MeaningWord } from "./meaning-words.ts";
import type { NameToken } from "./name-token.ts";
import type { MeaningUnit, NameMeaning } from "./meaning-unit.ts";
import type { Script } from "./script.ts";
import { tradeTails } from "./trade-tails.ts";

const numberNames = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const companyWords: readonly string[] = ["회사", "公司"];
const formWords: readonly string[] = ["유한", "有限", "책임", "责任", "股份", "국제", "国际"];
const latinForms: readonly string[] = [
  "company",
  "limited",
  "corporation",
  "incorporated",
  "holdings",
  "international",
];
const phraseMax = 3;
const nativeMin = 5;
const camel = /(?<=\p{Ll}{2})(?=\p{Lu}\p{L}{2})/u;

/** Reads the parts of a company's name as meanings. */
export function readMeaning(tokens: readonly NameToken[]): NameMeaning {
  const units: MeaningUnit[] = [];
  const trades = new Set<number>();
  const hasForm = tokens.some((token) => token.role === "legalForm");
  for (let index = 0; index < tokens.length;) {
    const { parts, end } = partsFrom(tokens, index, hasForm);
    for (const part of parts) {
      if (part.word?.kind === "trade") for (const concept of part.word.concepts) trades.add(concept);
      else if (part.word === undefined || part.word.kind === "meaning") units.push(unitOf(part));
    }
    index = end;
  }
  return {
    units,
    trades: [...trades].toSorted((left, right) => left - right),
    tails: trades.size > 0 ? [] : tradeTails(units),
  };
}

interface Part extends Stretch {
  readonly script: Script;
  readonly isNumber?: boolean;
}

function partsFrom(tokens: readonly NameToken[], start: number, hasForm: boolean): { parts: Part[]; end: number } {
  const token = tokens[start];
  if (token === undefined) return { parts: [], end: start + 1 };
  if (isNative(token)) return nativeParts(tokens, start, hasForm);
  return wordParts(tokens, start);
}

const isNative = (token: NameToken): boolean => token.script === "hangul" || token.script === "han";

// Spaces inside Han and Hangul names mean nothing: neighbours of one script are read as one run.
function nativeParts(tokens: readonly NameToken[], start: number, hasForm: boolean): { parts: Part[]; end: number } {
  const script = tokens[start]?.script ?? "han";
  let end = start;
  let text = "";
  while (end < tokens.length && tokens[end]?.script === script) {
    text += foldMeaning(tokens[end]?.text ?? "").replaceAll(" ", "");
    end += 1;
  }
  const run = hasForm || !isSlipOf(text.slice(-2), companyWords) || text.length < nativeMin ? text : text.slice(0, -2);
  const parts = divideNative(run).map((part): Part => ({ ...part, script }));
  return { parts: parts.filter(({ text: own, word }) => word !== undefined || !isSlipOf(own, formWords)), end };
}

// 회서 and 有国 are legal forms with one letter wrong.
const isSlipOf = (text: string, forms: readonly string[]): boolean =>
  text.length === 2 &&
  forms.some((form) => (form.charAt(0) === text.charAt(0)) !== (form.charAt(1) === text.charAt(1)));

function wordParts(tokens: readonly NameToken[], start: number): { parts: Part[]; end: number } {
  const token = tokens[start];
  if (token === undefined || token.role === "legalForm") return { parts: [], end: start + 1 };
  if (token.role === "number") return { parts: [numberPart(token)], end: start + 1 };
  const phrase = phraseFrom(tokens, start);
  if (phrase !== undefined) return phrase;
  return { parts: token.weight === 0 ? [] : partsOfWord(token), end: start + 1 };
}

function numberPart(token: NameToken): Part {
  const name = numberNames[Number(token.value)] ?? `number:${token.value}`;
  const word: MeaningWord = { kind: "meaning", concepts: [conceptNumber(name)] };
  return { text: token.text, script: token.script, word, isNumber: true };
}

function phraseFrom(tokens: readonly NameToken[], start: number): { parts: Part[]; end: number } | undefined {
  const script = tokens[start]?.script ?? "latin";
  for (let length = Math.min(phraseMax, tokens.length - start); length > 1; length -= 1) {
    const own = tokens.slice(start, start + length);
    if (own.some((token) => token.script !== script || token.role === "legalForm" || token.role === "number")) continue;
    const text = own.map((token) => foldMeaning(token.text).replaceAll(/[ '-]/gu, "")).join("");
    const word = meaningWords.get(text);
    if (word !== undefined && word.kind !== "form") return { parts: [{ text, script, word }], end: start + length };
  }
  return undefined;
}

const wordsKept = 50_000;
const partsByWord = new Map<string, Part[]>();

function partsOfWord(token: NameToken): Part[] {
  const key = `${token.text}\t${token.role}`;
  const known = partsByWord.get(key);
  if (known !== undefined) return known;
  if (partsByWord.size > wordsKept) partsByWord.clear();
  const parts = readWord(token);
  partsByWord.set(key, parts);
  return parts;
}

function readWord(token: NameToken): Part[] {
  const script = token.script;
  const text = foldMeaning(token.text).replaceAll(/[ '-]/gu, "");
  const word = lookUp(text, script);
  const known = word?.kind === "meaning" || word?.kind === "trade" ? word : (roleWord(token) ?? word);
  if (known !== undefined && known.kind !== "form") return [{ text, script, word: known }];
  const pieces = token.text.split(camel);
  if (pieces.length > 1) {
    const parts = pieces.map((piece): Part => {
      const own = foldMeaning(piece);
      return { text: own, script, word: lookUp(own, script) };
    });
    if (parts.some((part) => part.word !== undefined)) return parts;
  }
  if (script === "latin" && text.length > nativeMin && latinForms.some((form) => editDistance(text, form, 1) === 1))
    return [];
  const divided = script === "latin" ? divideLatin(text) : undefined;
  return divided?.map((part) => ({ ...part, script })) ?? [{ text: token.text, script, word: undefined }];
}

function lookUp(text: string, script: Script): MeaningWord | undefined {
  if (script === "cyrillic") return cyrillicMeaning(text);
  return (
    meaningWords.get(text) ?? (text.length > 4 && text.endsWith("s") ? meaningWords.get(text.slice(0, -1)) : undefined)
  );
}

function roleWord(token: NameToken): MeaningWord | undefined {
  if (token.role === "genericWord") return tradeWord(token.value, token.weight);
  if (token.role === "place") return { kind: "meaning", concepts: [conceptNumber(`place:${token.value}`)] };
  return undefined;
}

const none: readonly number[] = [];

function unitOf({ text, script, word, isNumber }: Part): MeaningUnit {
  const token = makeToken({ text, script, before: "space" }, { role: "word", weight: 1000, hasSyllables: true });
  return { token, concepts: word?.concepts ?? none, isNumber: isNumber ?? false };
}
