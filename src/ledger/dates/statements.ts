import { findQuotes } from "../text/find-quotes.ts";
import type { Reading } from "../words/reading.ts";
import type { Span } from "../words/sentences.ts";
import type { Day } from "./civil-day.ts";
import type { Dated } from "./find-dates.ts";

/** A stretch of the text whose words were spoken on another day than that of the text. */
export interface Statement extends Span {
  readonly day: Day;
}

/** The sentences and quotations that say on which day they were said; where they nest, the inner one stands later. */
export const findStatements = (reading: Reading, dated: readonly Dated[]): Statement[] =>
  dated.flatMap((each) => saidOn(reading, each));

/** The day on which somebody last said something before a place in its paragraph: what he says there he says on that day too. */
export function carriedDay(
  text: string,
  statements: readonly Statement[],
  { place, speakerOf }: { readonly place: number; readonly speakerOf: (span: Span) => string | undefined },
): Day | undefined {
  const head = text.lastIndexOf("\n", place) + 1;
  const speaker = speakerOf({ from: place, to: place + 1 });
  if (speaker === undefined) return undefined;
  return statements.findLast((each) => each.from >= head && each.to <= place && speakerOf(each) === speaker)?.day;
}

/** The day on which something was said, where a time names one. */
export const spokenDay = ({ interval, written }: Dated): Day | undefined =>
  written.form === "at" && (interval.precision === "day" || interval.precision === "hour")
    ? (interval.start ?? undefined)
    : undefined;

// How many words may stand between a verb of saying and its day: "told the agency by telephone on Friday".
const sayingReach = 6;

/** The rest of the sentence behind "said on Tuesday", the quotation that begins there, and the one before it. */
function saidOn(reading: Reading, dated: Dated): Statement[] {
  const day = spokenDay(dated);
  const from = day === undefined ? undefined : saidFrom(reading, dated);
  if (day === undefined || from === undefined) return [];
  const quotes = quotesOfLine(reading.text, dated.from);
  const before = quotes.findLast((quote) => quote.to <= dated.from && quote.to > dated.sentence.from);
  const opened = quotes.findLast((quote) => quote.from >= dated.to && quote.from < dated.sentence.to);
  const to = Math.max(dated.sentence.to, opened?.to ?? 0, quotedBlockEnd(reading.text, dated));
  return [{ from, to, day }, ...(before ? [{ from: before.from, to: before.to, day }] : [])];
}

/** Where what is said begins: behind a day that stands behind a verb of saying or dates a paper, behind the verb where the day opens the sentence. */
function saidFrom(reading: Reading, { from, to, sentence }: Dated): number | undefined {
  const { text, tokens } = reading;
  if (/^dated\b/iu.test(text.slice(from, to))) return to;
  const start = tokens.findIndex((token) => token.from === from);
  for (let index = start - 1; index >= Math.max(0, start - sayingReach); index -= 1) {
    const token = tokens[index];
    if (!token || token.from < sentence.from || token.kind === "mark" || token.key === "that") break;
    if (reading.sense(index, "saying")) return to;
  }
  return from === sentence.from ? saidBehind(reading, start, sentence) : undefined;
}

/** "On Tuesday the ministry told the paper that ...": behind the verb that has the opening day. */
function saidBehind(reading: Reading, start: number, sentence: Span): number | undefined {
  for (let index = start + 1; index < start + 2 * sayingReach; index += 1) {
    const token = reading.tokens[index];
    if (!token || token.from >= sentence.to || /^(?:that|who|which|[,;:])$/u.test(token.key)) return undefined;
    if (reading.sense(index, "saying")) return token.to;
  }
  return undefined;
}

function quotesOfLine(text: string, place: number): readonly Span[] {
  const from = text.lastIndexOf("\n", place) + 1;
  const end = text.indexOf("\n", place);
  return findQuotes(text.slice(from, end < 0 ? text.length : end), from);
}

/** "On 14 June Rita wrote:": the end of the quoted lines that follow; 0 where none do. */
function quotedBlockEnd(text: string, { to }: Dated): number {
  const rest = /^[^\n]*:[ \t]*\n(?:[ \t]*\n)*(?:[>|][^\n]*(?:\n|$)|[ \t]*\n(?=[>|]))+/u.exec(text.slice(to));
  return rest ? to + rest[0].length : 0;
}
