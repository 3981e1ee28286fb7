import type { Reading } from "../words/reading.ts";
import type { Dated } from "./find-dates.ts";
import type { Interval } from "./interval.ts";

/** "In July, a few days after the search": two expressions for one time become one; "until X" to come begins at the day that its sentence gives. */
export function combineNeighbours(text: string, dated: readonly Dated[]): Dated[] {
  const combined: Dated[] = [];
  for (const each of dated) {
    const before = combined.at(-1);
    const joined = before && joinApposed(text, before, each);
    if (joined) combined.splice(-1, 1, joined);
    else combined.push(beginUntil(each, combined));
  }
  return combined;
}

function joinApposed(text: string, first: Dated, second: Dated): Dated | undefined {
  if (text.slice(first.to, second.from).trim() !== "," || second.written.form !== "at") return undefined;
  const interval = withinCoarser(first.interval, second);
  return interval && { ...first, to: second.to, interval, base: second.base ?? first.base };
}

/** What the coarser time leaves of the finer one; an amount without an upper end bounds on its own side alone. */
function withinCoarser(coarse: Interval, { written, interval }: Dated): Interval | undefined {
  const point = written.form === "at" ? written.point : undefined;
  if (coarse.start === null || coarse.end === null || point?.kind !== "offset") return undefined;
  if (interval.start === null || interval.end === null || coarse.precision === "day") return undefined;
  const isVague = point.amount.high === null;
  const start = Math.max(coarse.start, isVague && point.sign === -1 ? coarse.start : interval.start);
  const end = Math.min(coarse.end, isVague && point.sign === 1 ? coarse.end : interval.end);
  return start > end
    ? undefined
    : { ...interval, start, end, precision: start === end ? "day" : "day-range", approx: true };
}

function beginUntil(dated: Dated, before: readonly Dated[]): Dated {
  const { written, interval, reference, sentence } = dated;
  if (written.form !== "until" || interval.end === null || interval.end <= reference) return dated;
  const first = before.findLast((each) => each.sentence.from === sentence.from && each.interval.precision === "day");
  if (!first || first.interval.start === null || first.interval.start > interval.end) return dated;
  return { ...dated, interval: { ...interval, start: first.interval.start, precision: "day-range" }, base: first };
}

// How many words the event may take: "since the search of the company's rooms on 18 July".
const eventReach = 14;

/** "Since the search on 18 July": the time since then stands beside the day; with a superlative it dates the precedent alone. */
export function addSinceEvents(reading: Reading, dated: readonly Dated[]): Dated[] {
  const added = dated.flatMap((each) => {
    const start = sinceBefore(reading, each);
    if (start === undefined || (each.interval.start ?? 0) > each.reference) return [];
    const interval: Interval = { ...each.interval, end: each.reference, precision: "since" };
    return [{ ...each, from: start, written: sinceForm(each), interval }];
  });
  return [...dated, ...added].toSorted((left, right) => left.from - right.from || right.to - left.to);
}

const sinceForm = ({ written }: Dated): Dated["written"] =>
  written.form === "at" ? { form: "since", point: written.point } : written;

function sinceBefore(reading: Reading, { from, written, interval, sentence }: Dated): number | undefined {
  const { tokens } = reading;
  if (written.form !== "at" || !["day", "month", "year"].includes(interval.precision)) return undefined;
  const start = tokens.findIndex((token) => token.from === from);
  if (!reading.is(start, "on", "in", "of", "at")) return undefined;
  for (let index = start - 1; index >= Math.max(0, start - eventReach); index -= 1) {
    const token = tokens[index];
    if (!token || token.from < sentence.from || /^[,;:.“”"]$/u.test(token.key)) return undefined;
    if (reading.sense(index, "since")) return isPrecedent(reading, index, sentence.from) ? undefined : token.from;
  }
  return undefined;
}

function isPrecedent(reading: Reading, since: number, sentenceStart: number): boolean {
  for (let index = since - 1; (reading.tokens[index]?.from ?? -1) >= sentenceStart; index -= 1) {
    if (reading.sense(index, "precedent")) return true;
  }
  return false;
}
