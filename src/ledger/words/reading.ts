import { sensesAt, type Lexicon, type Sense } from "./lexicon.ts";
import { tokenise, type Token } from "./tokenise.ts";

/** A text with its tokens and what a word list knows of the words at each of them. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The longest sense of that kind for the words that begin at a token. */
  readonly sense: (index: number, kind: string) => Sense | undefined;
  /** Whether words that the list knows begin at a token: any, or those of some kinds. */
  readonly hasSense: (index: number, kinds?: ReadonlySet<string>) => boolean;
  /** Whether the token has this text, in lower case. */
  readonly is: (index: number, ...keys: readonly string[]) => boolean;
  /** Whether no space stands between a token and the next one. */
  readonly touches: (index: number) => boolean;
  /** Whether the token begins with a capital letter. */
  readonly isCapital: (index: number) => boolean;
}

/** Reads a text with a word list. */
export function readWith(lexicon: Lexicon, text: string): Reading {
  const tokens = tokenise(text);
  const senses = tokens.map((_, index) => sensesAt(lexicon, tokens, index));
  return {
    text,
    tokens,
    sense: (index, kind) => senseOf(senses[index], kind),
    hasSense: (index, kinds) => hasKind(senses[index], kinds),
    is: (index, ...keys) => keys.includes(tokens[index]?.key ?? ""),
    touches: (index) => tokens[index] !== undefined && tokens[index].to === tokens[index + 1]?.from,
    isCapital: (index) => /^\p{Lu}/u.test(text.slice(tokens[index]?.from ?? text.length, tokens[index]?.to)),
  };
}

function senseOf(senses: readonly Sense[] | undefined, kind: string): Sense | undefined {
  if (senses) for (const sense of senses) if (sense.kind === kind) return sense;
  return undefined;
}

function hasKind(senses: readonly Sense[] | undefined, kinds: ReadonlySet<string> | undefined): boolean {
  if (!senses || senses.length === 0) return false;
  return kinds === undefined || senses.some((sense) => kinds.has(sense.kind));
}

/** Something that was read from a token on, and the token behind it. */
export interface Read<Value> {
  readonly value: Value;
  readonly next: number;
}
