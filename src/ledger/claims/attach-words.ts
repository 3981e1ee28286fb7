import { findCounts, type Count } from "../counts/index.ts";
import { findDates, type Anchor, type FoundDate } from "../dates/index.ts";
import { findPlaces, type FoundPlace } from "../places/index.ts";
import { isWordOf } from "../text/phrases.ts";
import type { Claim } from "./claim.ts";

/** A claim with the days, numbers and places that its words name. */
export interface WordedClaim extends Claim {
  /** When what it says was, is or will be; undefined where it names no time. */
  readonly date: FoundDate | undefined;
  readonly counts: readonly Count[];
  readonly places: readonly FoundPlace[];
}

/** Gives each claim the times, numbers and places of its own words; those of a claim within it are that one's. */
export function attachWords(
  text: string,
  claims: readonly Claim[],
  anchor: Anchor | undefined,
): readonly WordedClaim[] {
  const dates = anchor
    ? findDates(text, anchor, { speakerOf: (span) => speakerOf(claims, span) })
    : findDates(text, noDay).filter((date) => date.precision !== "hour" && /\b\d{4}\b/u.test(date.text));
  const counts = findCounts(text);
  const places = findPlaces(text);
  const worded = claims.map((claim) => {
    const within = spansIn(claims, claim).filter(
      (other) => other !== claim && other.to - other.from < claim.to - claim.from,
    );
    const isOwn = (span: Span): boolean => isWithin(span, claim) && !within.some((other) => isWithin(span, other));
    return {
      ...claim,
      date:
        dateOf(text, ownDate(text, spansIn(dates, claim).filter(isOwn)), { dates, claims, claim }) ??
        describedDate(text, dates, within, claim),
      counts: spansIn(counts, claim),
      places: spansIn(places, claim),
    };
  });
  return worded.map((claim, index) => ({
    ...claim,
    counts: claim.counts.map((count) => nameNoun(count, worded.slice(0, index), claim)),
  }));
}

/** Who says the claim that a span stands in, the innermost, or else the first that it holds; undefined for the author's own. */
function speakerOf(claims: readonly Claim[], span: Span): string | undefined {
  const claim =
    claims.findLast(({ from, to }) => from <= span.from && span.from < to) ??
    claims.find(({ from }) => from >= span.from && from < span.to);
  return claim && claim.chain.length > 1 ? claim.speaker : undefined;
}

/** "has 14": the noun of the last number before it in the same paragraph that counts things. */
function nameNoun(count: Count, earlier: readonly WordedClaim[], claim: WordedClaim): Count {
  if (count.noun !== null || count.unit !== null || count.isOrdinal) return count;
  const own = nounBefore(count, claim);
  if (own !== undefined) return { ...count, noun: own };
  const before = earlier.findLast(
    ({ line, counts }) =>
      (line === claim.line || (claim.isQuoted && claim.line - line <= 2)) &&
      counts.some(({ noun, unit }) => noun !== null && unit === null && noun !== "age"),
  );
  const noun = before?.counts.find((other) => other.noun !== null && other.unit === null && other.noun !== "age")?.noun;
  return noun === undefined ? count : { ...count, noun };
}

/** "Put the accounts at 46": what is counted stands right before the number. */
const nounBefore = ({ from }: Count, claim: Claim): string | undefined =>
  /\b(?:the|its|his|her|their) (?<noun>\p{Ll}{3,}s) (?:at|as)\s*$/u.exec(claim.quote.slice(0, from - claim.from))
    ?.groups?.["noun"];

// Where nothing dates a document, only days that are written with their year are known; this anchor decides none of them.
const noDay: Anchor = { start: "2000-01-01", end: "2000-01-01" };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Those of spans in the order of their beginnings that lie within another. */
function spansIn<Item extends Span>(spans: readonly Item[], outer: Span): readonly Item[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) < outer.from) low = middle + 1;
    else high = middle;
  }
  const found: Item[] = [];
  for (let index = low; index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.from >= outer.to) break;
    if (span.to <= outer.to) found.push(span);
  }
  return found;
}

const isWithin = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to;

/**
 * The first time among a claim's own, but for the day of a paper where there is another; two days joined by "and" are a range, and
 * so is a day with "until".
 */
function ownDate(text: string, dates: readonly FoundDate[]): FoundDate | undefined {
  const told = dates.filter((date) => !isOfPaper(text, date));
  const [first, second] = told.length > 0 ? told : dates;
  const lasting = told.find(
    ({ precision, start, text: words }) =>
      precision === "day-range" && start === first?.start && /^until\b/iu.test(words),
  );
  if (lasting) return lasting;
  const isPair =
    first?.precision === "day" &&
    second?.precision === "day" &&
    text.slice(first.to, second.from).trim() === "and" &&
    (first.start ?? "") < (second.end ?? "");
  return isPair
    ? { ...first, to: second.to, text: text.slice(first.from, second.to), end: second.end, precision: "day-range" }
    : first;
}

/** "Brigadier Tarn, who fled in 2006": a claim that ends with what describes somebody has its time, where it has no other. */
function describedDate(
  text: string,
  dates: readonly FoundDate[],
  within: readonly Claim[],
  claim: Claim,
): FoundDate | undefined {
  const last = within.find(({ from, to }) => to === claim.to && /^(?:who|which)\b/u.test(text.slice(from, to)));
  return last && ownDate(text, spansIn(dates, last));
}

/** "published on 8 October", "dated 3 May": when a paper came out. */
const isOfPaper = (text: string, { from, text: words }: FoundDate): boolean =>
  /^dated\b/iu.test(words) ||
  isWordOf("issued", /(\p{L}+)\s*$/u.exec(text.slice(Math.max(0, from - 20), from))?.[1] ?? "");

interface Beside {
  readonly dates: readonly FoundDate[];
  readonly claims: readonly Claim[];
  readonly claim: Claim;
}

/** A day behind "of" dates the noun before it ("its statement of 5 May"): one beside the claim comes before it. */
const dateOf = (text: string, own: FoundDate | undefined, beside: Beside): FoundDate | undefined =>
  own?.text.startsWith("of ") ? (besideDate(text, beside) ?? own) : (own ?? besideDate(text, beside));

/** The time of a claim whose own words name none: at the head of its entry or of its sentence, or the day on which someone would not confirm. */
const besideDate = (text: string, beside: Beside): FoundDate | undefined =>
  leadingDate(beside) ??
  entryDate(text, beside) ??
  adjacentDate(text, beside) ??
  refusalDate(text, beside) ??
  sharedDate(text, beside);

/** "Two days before the dinner, he told the paper, X paid": a time at the head of the sentence goes with its first claim. */
function leadingDate({ dates, claims, claim }: Beside): FoundDate | undefined {
  const first = claims.find(({ sentence, kind }) => sentence.from === claim.sentence.from && kind !== "hedge");
  if (first !== claim || claim.isQuoted) return undefined;
  return dates.find(
    ({ from, to }) => from - claim.sentence.from < 4 && from >= claim.sentence.from && to <= claim.from,
  );
}

/** "3 September - ...", "0640 ...": the day at the head of an entry goes with its first claim; the hour, at which it was told, with what nobody else tells. */
function entryDate(text: string, { dates, claims, claim }: Beside): FoundDate | undefined {
  if (claims.find(({ line }) => line === claim.line) !== claim) return undefined;
  const isAt = (date: FoundDate): boolean =>
    text.slice(text.lastIndexOf("\n", date.from) + 1, date.from).trim() === "" &&
    /^\s*[-–—:.,]*\s*$/u.test(text.slice(date.to, claim.sentence.from));
  const head = dates.find((date) => date.to <= claim.sentence.from && isAt(date));
  const isTold = claim.modality === "asserted" || claim.modality === "cannot-confirm";
  return head?.precision === "hour" && !isTold ? undefined : head;
}

const isTaken = (date: FoundDate, claims: readonly Claim[]): boolean => claims.some((other) => isWithin(date, other));

/** "...; a month earlier it had counted two", "in March, it recalls, two left": a time right before the claim. */
const adjacentDate = (text: string, { dates, claims, claim }: Beside): FoundDate | undefined =>
  dates.findLast(
    (date) =>
      date.to <= claim.from &&
      date.from >= claim.sentence.from &&
      /^(?:, [^,;.]{1,25})?[\s,]*(?:and )?$/u.test(text.slice(date.to, claim.from)) &&
      !isTaken(date, claims),
  );

/**
 * A refusal is of the day on which it was said: "Customs, when asked on Thursday, could not confirm it"; "“We give no names,” it
 * said on Friday"; "It was asked on Friday. “We give no names,” it said".
 */
function refusalDate(text: string, { dates, claims, claim }: Beside): FoundDate | undefined {
  if (claim.modality !== "cannot-confirm") return undefined;
  const free = dates.filter((date) => !isTaken(date, claims));
  const within = free.find((date) => isWithin(date, claim.sentence));
  if (within || !claim.isQuoted) return within;
  const isNear = (words: string): boolean => !words.includes("\n");
  return (
    free.find(({ from }) => from > claim.to && closesThere(text.slice(claim.to, from))) ??
    free.findLast(({ to }) => to < claim.from && isNear(text.slice(to, claim.from)))
  );
}

/** Whether words go over the end of a quotation and no further than its sentence. */
const closesThere = (words: string): boolean => /^[^\n]*[”"'’][^.!?\n]*$/u.test(words.replaceAll(/[.!?][”"'’]/gu, "”"));

// Longer parts of a sentence say more than a number of the whole.
const shareWords = 6;

/** "Fifteen people since 1 May: four from the sea, seven by land": the parts share the first time of the sentence. */
function sharedDate(text: string, { dates, claims, claim }: Beside): FoundDate | undefined {
  const words = text.slice(claim.from, claim.to).split(/\s+/u).length;
  if (claim.kind !== "count" || words > shareWords) return undefined;
  const first = dates.find((date) => isWithin(date, claim.sentence));
  return first && isTaken(first, claims) ? first : undefined;
}
