import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import type { Token } from "../text/tag-tokens.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";

/**
 * The subject that an apposition or an insertion between commas parts from its verb: "the trader's attorney, Emil Raske,
 * said", "the ministry's count, published on 8 October, gives". Undefined where the verb has its subject beside it.
 */
export function subjectBefore(tokens: readonly Token[], clause: Clause): readonly Token[] | undefined {
  const end = clause.verb - 1;
  if (tokens[end]?.low !== ",") return undefined;
  const middle = commaBefore(tokens, end);
  if (middle < 1) return undefined;
  const last = tokens.slice(middle + 1, end);
  const from = commaBefore(tokens, middle) + 1;
  const first = tokens.slice(from, middle);
  if (first.length === 0 || last.length === 0 || hasVerb(first)) return undefined;
  if (from > 0 && isNamed(first, last)) return tokens.slice(from, end);
  return from === 0 && isInserted(last) ? first : undefined;
}

const commaBefore = (tokens: readonly Token[], end: number): number =>
  tokens.findLastIndex(({ low }, index) => index < end && /^[,;:]$/u.test(low));

const hasVerb = (tokens: readonly Token[]): boolean => tokens.some(({ tag }) => tag === "VERB" || tag === "AUX");

/** A noun for somebody and a name, in either order. */
const isNamed = (first: readonly Token[], last: readonly Token[]): boolean =>
  (isName(last) && isSomebody(first)) || (isName(first) && isSomebody(last));

const isName = (tokens: readonly Token[]): boolean => tokens.every(({ tag }) => tag === "PROPN");

function isSomebody(tokens: readonly Token[]): boolean {
  const phrase = readSpeakerPhrase(tokens);
  return phrase?.kind === "person" && phrase.determiner !== "none" && !hasVerb(tokens) && at(tokens, 0).tag !== "ADP";
}

/** "published on 8 October": a participle and what hangs on it. */
const isInserted = (tokens: readonly Token[]): boolean =>
  at(tokens, 0).tag === "VERB" && /(?:ed|en|own|ade|ut|ing)$/u.test(at(tokens, 0).low) && !hasVerb(tokens.slice(1));
