import { sentenceAt, sentencesOf, type Span } from "../words/sentences.ts";
import type { Reading } from "../words/reading.ts";
import { dayOfIso, isoOf, partsOf, type Day } from "./civil-day.ts";
import { combineNeighbours, addSinceEvents } from "./combine.ts";
import type { Interval, Precision } from "./interval.ts";
import type { ReadExpression, Written } from "./point.ts";
import { readExpressions, readTimes } from "./read-expression.ts";
import type { Frame } from "./frame.ts";
import { resolveWritten } from "./resolve-written.ts";
import { looksAhead } from "./looks-ahead.ts";
import { findSections } from "./sections.ts";
import { carriedDay, findStatements, type Statement } from "./statements.ts";

/** The days, ISO and inclusive, on which a text was written or its words were spoken. */
export interface Anchor {
  readonly start: string;
  readonly end: string;
}

/** A time expression and the days that it names; ISO days, both inclusive, null where the words leave an end open; with a time of day at precision "hour". */
export interface FoundDate extends Span {
  readonly text: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
  readonly approx: boolean;
  /** The day of speaking from which it was counted, where the text gives another one than its own. */
  readonly spokenOn?: string;
  /** The place of the expression from which it counts. */
  readonly isRelativeTo?: Span;
  /** What speaks against the reading, in words. */
  readonly doubt?: string;
}

/** What was told before the text: dates, each with the sentence that it stands in; and what is known of its dates' order. */
export interface DateContext {
  readonly earlier?: readonly { readonly date: FoundDate; readonly sentence: string }[];
  /** Whether 03/04/2014 is 3 April; a day above 12 in the same text decides by itself. */
  readonly dayFirst?: boolean;
  /** Who says the words of a span, where that is known: what somebody says of "today" he says on the day on which he last spoke. */
  readonly speakerOf?: (span: Span) => string | undefined;
}

/** An expression on its way: what was read, and what it came to. */
export interface Dated extends Span {
  readonly written: Written;
  readonly interval: Interval;
  readonly reference: Day;
  readonly sentence: Span;
  /** The expression from which it counts. */
  readonly base?: Dated | undefined;
}

/**
 * Every time expression of a text in document order, as days counted from the anchor, or from the day on which the words were
 * spoken where a tag that closes the block ("[Outlet, 12 November]") or the sentence itself ("said on Tuesday that") gives one.
 * "Since" and "from ... on" run to that day. What counts from a time that was not told is left out.
 */
export function findDates(text: string, anchor: Anchor, context: DateContext = {}): FoundDate[] {
  const reading = readTimes(text);
  const expressions = readExpressions(reading);
  const sentences = sentencesOf(text);
  const scene: Scene = {
    reading,
    sentences,
    context,
    reference: dayOfIso(anchor.start),
    dayFirst: orderOf(expressions, context),
  };
  const first = resolveAll(scene, expressions, () => scene.reference);
  const dated = resolveAll(scene, expressions, daysOfSpeaking(scene, first));
  const all = addSinceEvents(reading, combineNeighbours(text, dated));
  return all.map((each) => toFound(text, each, scene.reference));
}

/** The day of speaking at a place: that of the sentence or quotation, of the same speaker's words before, of the part of the text, of the text. */
function daysOfSpeaking({ reading, context, reference }: Scene, dated: readonly Dated[]): (place: number) => Day {
  const { text } = reading;
  const { speakerOf } = context;
  const sections = findSections(text, dated);
  const statements = findStatements(reading, dated);
  const dayIn = (spans: readonly Statement[], place: number): Day | undefined =>
    spans.findLast((each) => each.from <= place && place < each.to)?.day;
  return (place) =>
    dayIn(statements, place) ??
    (speakerOf && carriedDay(text, statements, { place, speakerOf })) ??
    dayIn(sections, place) ??
    reference;
}

interface Scene {
  readonly reading: Reading;
  readonly sentences: readonly Span[];
  readonly context: DateContext;
  readonly reference: Day;
  readonly dayFirst: boolean | undefined;
}

function resolveAll(
  scene: Scene,
  expressions: readonly ReadExpression[],
  referenceAt: (place: number) => Day,
): Dated[] {
  const told = (scene.context.earlier ?? []).map(toTold);
  const dated: Dated[] = [];
  for (const expression of expressions) {
    const { tokens } = scene.reading;
    const from = tokens[expression.start]?.from ?? 0;
    const to = tokens[expression.next - 1]?.to ?? from;
    const sentence = sentenceAt(scene.sentences, from);
    const reference = referenceAt(from);
    const before = [...told, ...dated];
    const interval = resolveWritten(expression.written, frameOf(scene, { expression, reference, sentence, before }));
    if (!interval) continue;
    const base = interval.isRelativeTo === undefined ? undefined : before[interval.isRelativeTo];
    dated.push({
      from,
      to,
      written: expression.written,
      interval,
      reference,
      sentence,
      base: base && "written" in base ? base : undefined,
    });
  }
  return dated;
}

interface Told {
  readonly interval: Interval;
  readonly words: string;
}

const toTold = ({ date, sentence }: { date: FoundDate; sentence: string }): Told => ({
  words: sentence,
  interval: {
    start: date.start === null ? null : dayOfIso(date.start),
    end: date.end === null ? null : dayOfIso(date.end),
    precision: date.precision,
    approx: date.approx,
  },
});

interface Setting {
  readonly expression: ReadExpression;
  readonly reference: Day;
  readonly sentence: Span;
  readonly before: readonly (Told | Dated)[];
}

function frameOf(scene: Scene, { expression, reference, sentence, before }: Setting): Frame {
  const after = pastDay(before, sentence, reference);
  const toldDay = dayToldIn(scene.reading, before, sentence);
  return {
    reference,
    ...(after !== undefined && { after }),
    ...(toldDay !== undefined && { toldDay }),
    nearness: expression.written.form === "until" || expression.written.form === "by" ? nearness.bound : nearness.told,
    isFuture: looksAhead(scene.reading, expression, sentence),
    ...(scene.dayFirst !== undefined && { dayFirst: scene.dayFirst }),
    earlier: before.map((each) => each.interval),
    tiedTo: (event) => tiedTo(scene.reading, { before, event, start: expression.start }),
  };
}

// A report tells what was: "in May" of a text of March is the last one. Until when something lasts is more often to come.
const nearness = { told: 8, bound: 2 };

/** The last day that was told before in the paragraph. */
function dayToldIn({ text }: Reading, before: readonly (Told | Dated)[], sentence: Span): Day | undefined {
  const head = text.lastIndexOf("\n", sentence.from) + 1;
  const day = before.findLast((each) => "written" in each && each.from >= head && each.interval.precision === "day");
  return day?.interval.start ?? undefined;
}

/** The day or month of a past year that was told last in the sentence with its year. */
function pastDay(before: readonly (Told | Dated)[], sentence: Span, reference: Day): Day | undefined {
  const last = before.at(-1);
  if (!last || !("written" in last) || last.sentence.from !== sentence.from || last.written.form !== "at")
    return undefined;
  const { point } = last.written;
  const hasYear = (point.kind === "day" || point.kind === "month") && point.year !== undefined;
  const { start } = last.interval;
  return hasYear && start !== null && partsOf(start).year < partsOf(reference).year ? start : undefined;
}

interface Tie {
  readonly before: readonly (Told | Dated)[];
  readonly event: readonly string[];
  readonly start: number;
}

/** The nearest expression before whose sentence, as far as it goes before this one, has a word of the event, the last word first; those of a day first. */
function tiedTo({ text, tokens }: Reading, { before, event, start }: Tie): number | undefined {
  const limit = tokens[start]?.from ?? text.length;
  const wordsOf = (each: Told | Dated): string =>
    "words" in each ? each.words : text.slice(each.sentence.from, Math.min(each.sentence.to, limit));
  for (const word of event.toReversed()) {
    const pattern = new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, "iu");
    const tied = before.map((each, index) => (pattern.test(wordsOf(each)) ? index : -1)).filter((index) => index >= 0);
    const found = tied.findLast((index) => before[index]?.interval.precision === "day") ?? tied.at(-1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the day stands first in the text's numeric dates, where one of them can be read one way alone. */
function orderOf(expressions: readonly ReadExpression[], context: DateContext): boolean | undefined {
  if (context.dayFirst !== undefined) return context.dayFirst;
  const clear = expressions.flatMap(({ written }) => {
    const point = written.form === "at" ? written.point : undefined;
    return point?.kind === "numeric" && point.order !== undefined ? [point.order === "day-first"] : [];
  });
  return clear.length > 0 && clear.every((each) => each === clear[0]) ? clear[0] : undefined;
}

function toFound(text: string, dated: Dated, reference: Day): FoundDate {
  const { from, to, interval, base, written } = dated;
  const clock = written.form === "at" && interval.precision === "hour" ? written.clock : undefined;
  const time = clock ? `T${String(clock.hour).padStart(2, "0")}:${String(clock.minute).padStart(2, "0")}` : "";
  const isoAt = (day: Day | null): string | null => (day === null ? null : `${isoOf(day)}${time}`);
  return {
    from,
    to,
    text: text.slice(from, to),
    start: isoAt(interval.start),
    end: isoAt(interval.end),
    precision: interval.precision,
    approx: interval.approx,
    ...(dated.reference !== reference && { spokenOn: isoOf(dated.reference) }),
    ...(base && { isRelativeTo: { from: base.from, to: base.to } }),
    ...(interval.doubt !== undefined && { doubt: interval.doubt }),
  };
}
