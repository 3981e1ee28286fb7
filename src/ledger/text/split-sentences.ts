import { at } from "../../base/index.ts";
import type { Token } from "./tag-tokens.ts";

/** Words before a full stop that does not end a sentence. */
const abbreviations = new Set(
  "mr mrs ms messrs dr prof gen col lt cmdr cdr capt sgt cpl pvt maj brig adm gov sen rep hon rev fr supt insp det st mt no nos vol p pp fig ca approx inc ltd co corp bros assn jr sr vs etc al art sec dept est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.u a.m p.m am pm e.g i.e".split(
    " ",
  ),
);

/** The sentences of a paragraph as runs of its tokens; a closing quotation mark or bracket belongs to the sentence that it closes. */
export function splitSentences(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [];
  let start = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    if (!endsSentence(tokens, index)) continue;
    while (index + 1 < tokens.length && isCloser(at(tokens, index + 1), at(tokens, index))) index += 1;
    sentences.push(tokens.slice(start, index + 1));
    start = index + 1;
  }
  if (start < tokens.length) sentences.push(tokens.slice(start));
  return sentences;
}

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const token = at(tokens, index);
  if (/\p{L}\.$/u.test(token.text)) return isEndAnyway({ ...token, low: token.low.slice(0, -1) }, tokens[index + 1]);
  if (!/^[.!?…。！？]+$/u.test(token.text)) return false;
  const before = tokens[index - 1];
  if (token.text === "." && before?.to === token.from && isAbbreviated(before))
    return isEndAnyway(before, tokens[index + 1]);
  let next = index + 1;
  while (next < tokens.length && isCloser(at(tokens, next), at(tokens, next - 1))) next += 1;
  const following = tokens[next];
  const opensQuote = following !== undefined && following.from > token.to && /^['‘]/u.test(following.text);
  return following === undefined || opensQuote || /^[\p{Lu}\p{Lo}\p{N}“"«„「[(*-]/u.test(following.text);
}

/** "at about 4 p.m. One man", "by Olen Ltd. The barge": a short form that ends words, before one that begins a sentence. */
const isEndAnyway = (short: Token, next: Token | undefined): boolean =>
  /^(?:inc|ltd|co|corp|bros|jr|sr|etc|u\.s|u\.k|u\.n|e\.u|a\.m|p\.m|am|pm|\d+(?:[.:]\d\d)?[ap]m)$/u.test(short.low) &&
  next !== undefined &&
  next.from > short.to &&
  /^\p{Lu}/u.test(next.text) &&
  (/^(?:DET|PRON|CCONJ|ADP|SCONJ)$/u.test(next.tag) ||
    /^(?:one|two|three|police|officials|no|all|some|a|an|the|according|in|on|at|it|he|she|they|its)$/u.test(next.low));

const isAbbreviated = (token: Token): boolean =>
  (abbreviations.has(token.low) && !/^\p{Lu}{3,}$/u.test(token.text)) ||
  /^\p{Lu}$/u.test(token.text) ||
  /^(?:\p{L}\.)+\p{L}$/u.test(token.text);

const isCloser = (token: Token, before: Token): boolean =>
  token.from === before.to && /^[”»"'’)\]」』]$/u.test(token.text);
