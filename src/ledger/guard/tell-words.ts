import { findDates } from "../dates/index.ts";
import { findPlaces } from "../places/index.ts";
import { isWordOf } from "../text/phrases.ts";
import type { Span } from "../words/sentences.ts";
import { sentenceStart } from "./capital-runs.ts";
import { coarseDate, monthsInWords } from "./coarse-date.ts";
import { countryName } from "./country-name.ts";
import { foreignLanguageOf } from "./foreign-people.ts";
import { isNeverTold, tellingOf } from "./tellable-words.ts";

/** What may be told of words about people in flight. */
export interface ToldWords {
  readonly words: string;
  /** Whether no word of them may be told. */
  readonly isWithheld: boolean;
}

/** What helps to tell words: names that are surely people's, and the days from which days in the words are counted. */
export interface TellingContext {
  readonly names: ReadonlySet<string>;
  readonly written?: { readonly start: string; readonly end: string } | undefined;
}

/** What stands for words of which none may be told. */
const withheld: ToldWords = { words: "[words about people in flight]", isWithheld: true };

const left = "[…]";
const aPlace = "[a place]";
const aTime = "[a time]";

/**
 * Words about people in flight as they may be told: countries, months, people's names, and the words that
 * `resources/ledger/tellable-words.tsv` and its neighbours hold; whatever else stands there, in whatever script, is left out,
 * and so are all words of a text of which nothing is left.
 */
export const tellWords = (text: string, context: TellingContext): ToldWords =>
  makeTeller(text, context)({ from: 0, to: text.length });

/** The same for stretches of one text. */
export function makeTeller(text: string, context: TellingContext): (span: Span) => ToldWords {
  const language = foreignLanguageOf(text);
  if (language !== undefined) return () => ({ words: `[words in ${language}]`, isWithheld: true });
  const pieces = piecesOf(text, context);
  return ({ from, to }) => {
    const own = pieces.filter((piece) => piece.to > from && piece.from < to);
    return own.some(({ isTelling }) => isTelling) ? { words: joined(own), isWithheld: false } : withheld;
  };
}

interface Piece extends Span {
  /** What is told of it: itself, or what is said instead. */
  readonly words: string;
  readonly isTelling: boolean;
}

function piecesOf(text: string, context: TellingContext): readonly Piece[] {
  const known = [...dates(text, context), ...clocks(text), ...places(text)].toSorted(
    (one, other) => one.from - other.from || other.to - one.to,
  );
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of known) {
    if (piece.from < at) continue;
    pieces.push(...wordPieces(text, { from: at, to: piece.from }, context), piece);
    at = piece.to;
  }
  return [...pieces, ...wordPieces(text, { from: at, to: text.length }, context)];
}

/** Any day, to find expressions by where nobody knows from which day they count. */
const noDay = "2000-01-01";

function dates(text: string, { written }: TellingContext): readonly Piece[] {
  return findDates(text, written ?? { start: noDay, end: noDay }).map((date) => {
    const { from, to } = date;
    const coarse = coarseDate(date);
    const isAbsolute = /\d{4}/u.test(date.text);
    const isTold = written !== undefined || isAbsolute;
    return { from, to, words: isTold ? `[${monthsInWords(coarse)}]` : aTime, isTelling: isTold };
  });
}

const clock =
  /\b(?:at\s+)?(?:about\s+)?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|o[’']clock)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:o[’']clock|in the (?:morning|afternoon|evening)|at night))(?!\p{L})/giu;
const clocks = (text: string): readonly Piece[] =>
  [...text.matchAll(clock)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    words: aTime,
    isTelling: false,
  }));

const places = (text: string): readonly Piece[] =>
  findPlaces(text).map(({ from, to, country, kind }) => ({
    from,
    to,
    words: kind === "country" ? text.slice(from, to) : country === null ? aPlace : `[${countryName(country)}]`,
    isTelling: country !== null,
  }));

interface Token extends Span {
  readonly text: string;
  readonly kind: "word" | "number" | "space" | "mark";
}

const tokenPattern =
  /(?<word>\p{L}[\p{L}\p{M}\p{N}’'-]*)|(?<number>\p{N}[\p{L}\p{N}.,:-]*)|(?<space>\s+)|(?<mark>[\s\S])/gu;

const tokensOf = (text: string, { from, to }: Span): readonly Token[] =>
  [...text.slice(from, to).matchAll(tokenPattern)].map(({ index, 0: found, groups }) => ({
    from: from + index,
    to: from + index + found.length,
    text: found,
    kind:
      groups?.["word"] !== undefined
        ? "word"
        : groups?.["number"] !== undefined
          ? "number"
          : groups?.["space"] !== undefined
            ? "space"
            : "mark",
  }));

function wordPieces(text: string, span: Span, context: TellingContext): readonly Piece[] {
  const tokens = tokensOf(text, span);
  const pieces: Piece[] = [];
  for (let index = 0; index < tokens.length;) {
    const run = runAt(tokens, index, text);
    const token = tokens[index] as Token;
    if (run.length > 0) {
      pieces.push(namePiece(run, text, context));
      index += run.length;
    } else {
      pieces.push(smallPiece(token));
      index += 1;
    }
  }
  return pieces;
}

/** Tokens of words with a capital, the spaces between them included, and a word of place behind them ("Orlo street"); none where the token begins no name. */
function runAt(tokens: readonly Token[], index: number, text: string): readonly Token[] {
  const first = tokens[index];
  if (first === undefined || !isCapital(first) || (isSentenceStart(text, first.from) && isTold(first.text))) return [];
  let end = index + 1;
  while (isGap(tokens[end]) && isCapital(tokens[end + 1])) end += 2;
  const tail = tokens[end + 1];
  if (isGap(tokens[end]) && tail?.kind === "word" && isNeverTold(plain(tail.text))) end += 2;
  return tokens.slice(index, end);
}

const isCapital = (token: Token | undefined): boolean => token?.kind === "word" && /^\p{Lu}/u.test(token.text);
const isGap = (token: Token | undefined): boolean => token !== undefined && /^(?:\s+|[-–&])$/u.test(token.text);
const isSentenceStart = (text: string, from: number): boolean =>
  sentenceStart.test(text.slice(Math.max(0, from - 3), from));
const plain = (word: string): string => word.toLowerCase().replace(/[’']s?$/u, "");
const isTold = (word: string): boolean => tellingOf(plain(word)) !== undefined;

/** Words in or at which one is, not by or to which something is given. */
const locative = /\b(?:at|in|near|into|inside|outside|around|behind|opposite|beside|aboard|off|via)\s+(?:the\s+)?$/iu;
const leading =
  /\b(?:at|near|in|into|to|from|for|by|of|towards?|behind|opposite|beside|between|outside|around|via|through|aboard|off|and)\s+(?:the\s+)?$/iu;

/** A run of words with a capital: told if each is part of a person's name, a title or an office. */
function namePiece(run: readonly Token[], text: string, { names }: TellingContext): Piece {
  const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
  const before = text.slice(Math.max(0, from - 24), from);
  const words = run.filter(({ kind }) => kind === "word").map((token) => plain(token.text));
  const isName = (word: string): boolean => names.has(word) && !isNeverTold(word);
  const isTitle = (word: string): boolean => isTold(word) || isTitleWord(word);
  const isKnown = words.every((word) => isName(word) || isTitle(word));
  if (isKnown && !(locative.test(before) && words.some(isName)))
    return { from, to, words: text.slice(from, to), isTelling: true };
  return { from, to, words: leading.test(before) ? aPlace : left, isTelling: false };
}

const isTitleWord = (word: string): boolean => isWordOf("person", word) && !isNeverTold(word);

function smallPiece({ from, to, text, kind }: Token): Piece {
  if (kind === "space") return { from, to, words: text, isTelling: false };
  if (kind === "mark")
    return { from, to, words: /^[.,;:!?()[\]“”"‘’'…–—-]$/u.test(text) ? text : left, isTelling: false };
  const telling = kind === "word" ? tellingOf(plain(text)) : undefined;
  return { from, to, words: telling === undefined ? left : text, isTelling: telling === "telling" };
}

/** The pieces in words: what is left out side by side is left out once. */
const joined = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ words }) => words)
    .join("")
    .replaceAll(/\[…\](?:[\s.:’'–-]*\[…\])+/gu, left)
    .replaceAll(/\[a place\](?:[\s,]*\[a place\])+/gu, aPlace);
