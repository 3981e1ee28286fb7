import { tokenise, type Token } from "./tokenise.ts";

/** What a word or phrase does: its kind, its value as the word list has it, and how many tokens it takes. */
export interface Sense {
  readonly kind: string;
  readonly value: string;
  readonly length: number;
}

interface Entry {
  readonly keys: readonly string[];
  readonly sense: Sense;
}

/** Words and phrases by their first token, the longest first. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** A word list (kind, value, phrases separated by |) for looking up at any place of a tokenised text. */
export function makeLexicon(rows: readonly (readonly string[])[]): Lexicon {
  const lexicon = new Map<string, Entry[]>();
  for (const [kind = "", value = "", phrases = ""] of rows) {
    for (const phrase of phrases.split("|")) addPhrase(lexicon, phrase, { kind, value });
  }
  for (const entries of lexicon.values()) entries.sort((left, right) => right.keys.length - left.keys.length);
  return lexicon;
}

function addPhrase(lexicon: Map<string, Entry[]>, phrase: string, meaning: { kind: string; value: string }): void {
  const keys = tokenise(phrase).map((token) => token.key);
  const [first] = keys;
  if (first === undefined) return;
  const entries = lexicon.get(first) ?? [];
  entries.push({ keys, sense: { ...meaning, length: keys.length } });
  lexicon.set(first, entries);
}

const noSenses: readonly Sense[] = [];

/** Every sense of the words that begin at a token, the longest first. */
export function sensesAt(lexicon: Lexicon, tokens: readonly Token[], index: number): readonly Sense[] {
  const token = tokens[index];
  const entries = token && lexicon.get(token.key);
  if (!entries) return noSenses;
  return entries.filter(({ keys }) => standsAt(keys, tokens, index)).map((entry) => entry.sense);
}

function standsAt(keys: readonly string[], tokens: readonly Token[], index: number): boolean {
  for (let offset = 1; offset < keys.length; offset += 1) {
    if (tokens[index + offset]?.key !== keys[offset]) return false;
  }
  return true;
}
