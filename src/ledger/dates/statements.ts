import type { Reading } from "../words/reading.ts";
import type { Span } from "../words/sentences.ts";
import type { Day } from "./civil-day.ts";
import type { Dated } from "./find-dates.ts";

/** A stretch of the text whose words were spoken on another day than that of the text. */
export interface Statement extends Span {
  readonly day: Day;
}

/** The blocks closed by a tag with a day, and the sentences and quotations with the day of the saying; where they nest, the inner one stands later. */
export function findStatements(reading: Reading, sentences: readonly Span[], dated: readonly Dated[]): Statement[] {
  const { text } = reading;
  return [...taggedBlocks(text, dated), ...dated.flatMap((each) => saidOn(reading, each, sentences))];
}

const tagPattern = /\[([^\][\n]{3,160})\][ \t.]*(?=\n|$)/gu;

/** A block runs from the tag before, or from its paragraph's start; over a paragraph before that breaks off with "[...]" or has a label too. */
function taggedBlocks(text: string, dated: readonly Dated[]): Statement[] {
  return [...text.matchAll(tagPattern)].flatMap((match) => {
    const to = match.index + match[0].length;
    const day = dated.find((each) => each.from >= match.index && each.to <= to && each.interval.precision === "day");
    if (!day || day.interval.start === null) return [];
    return [{ from: blockStart(text, match.index), to, day: day.interval.start }];
  });
}

const isLabelled = (paragraph: string): boolean => /^\p{Lu}[\p{L} ]{1,24}:\s/u.test(paragraph);
const isBroken = (paragraph: string): boolean => /(?:…|\.\.\.)\.?\s*[\])]?\s*$/u.test(paragraph);

function blockStart(text: string, place: number): number {
  let from = text.lastIndexOf("\n", place - 1) + 1;
  for (;;) {
    const end = text.slice(0, from).trimEnd().length;
    const before = text.lastIndexOf("\n", end - 1) + 1;
    const paragraph = text.slice(before, end);
    if (end === 0 || !(isBroken(paragraph) || (isLabelled(text.slice(from)) && isLabelled(paragraph)))) break;
    from = before;
  }
  const sameLine = text.slice(from, place).lastIndexOf("]");
  return sameLine < 0 || isBroken(text.slice(from, from + sameLine + 1)) ? from : from + sameLine + 1;
}

// How many words may stand between a verb of saying and its day: "told the agency by telephone on Friday".
const sayingReach = 6;

/** The rest of the sentence behind "said on Tuesday", and the quotation before it. */
function saidOn(reading: Reading, dated: Dated, sentences: readonly Span[]): Statement[] {
  const { interval, written } = dated;
  if (interval.precision !== "day" || interval.start === null || written.form !== "at" || !isOfSaying(reading, dated))
    return [];
  const day = interval.start;
  const quotation = quotationBefore(reading.text, dated, sentences);
  return [{ from: dated.to, to: dated.sentence.to, day }, ...(quotation ? [{ ...quotation, day }] : [])];
}

function isOfSaying(reading: Reading, { from, sentence }: Dated): boolean {
  const { tokens } = reading;
  const start = tokens.findIndex((token) => token.from === from);
  for (let index = start - 1; index >= Math.max(0, start - sayingReach); index -= 1) {
    const token = tokens[index];
    if (!token || token.from < sentence.from || token.kind === "mark" || token.key === "that") return false;
    if (reading.sense(index, "saying")) return true;
  }
  return false;
}

/** The quotation that closes before the day, in its sentence or as the last thing before it. */
function quotationBefore(text: string, { from, sentence }: Dated, _sentences: readonly Span[]): Span | undefined {
  const lineStart = text.lastIndexOf("\n", from) + 1;
  const line = text.slice(lineStart, from);
  const close = Math.max(line.lastIndexOf("”"), line.lastIndexOf('"'));
  if (close < 0 || lineStart + close < sentence.from) return undefined;
  const mark = line[close];
  const open = mark === "”" ? line.lastIndexOf("“", close) : line.lastIndexOf('"', close - 1);
  return open < 0 ? undefined : { from: lineStart + open, to: lineStart + close };
}
