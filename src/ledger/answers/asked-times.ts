import { findDates } from "../dates/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { aimsOf } from "./aims.ts";

/** How a claim's time stands to the time that a question names. */
export type TimeFit = "within" | "wider" | "apart" | "unknown";

/**
 * Compares claims with the times that a question names ("in September", "on 26 April", "at the end of 2016"), counted from the
 * last day that the claims tell of; unknown where either names none. A claim without a time has that of its sentence.
 */
export function timeFitOf(claims: readonly LedgerClaim[], text: string): (claim: LedgerClaim) => TimeFit {
  const asked = askedSpans(claims, text);
  if (asked.length === 0) return () => "unknown";
  const dateOf = datesOf(claims);
  return (claim) => {
    const date = dateOf(claim);
    const [own] = date ? spanOf(date) : [];
    if (!own) return "unknown";
    if (asked.some((time) => own.start >= time.start && own.end <= time.end)) return "within";
    return asked.some((time) => own.start <= time.end && time.start <= own.end) ? "wider" : "apart";
  };
}

/** The time that a question names, and how claims stand to it. */
export interface TimesAsked {
  readonly fit: (claim: LedgerClaim) => TimeFit;
  /** Long before the rest, where the question names no time and does not ask how much there was in all. */
  readonly isPast: (claim: LedgerClaim) => boolean;
}

export function timesAsked(claims: readonly LedgerClaim[], text: string): TimesAsked {
  const namesTime = askedSpans(claims, text).length > 0 || /\bsince\b/iu.test(text) || aimsOf(text).has("total");
  return { fit: timeFitOf(claims, text), isPast: namesTime ? () => false : longPast(claims) };
}

/** Whether a claim, or its sentence, tells of a time more than half a year before the last one that the claims tell of. */
function longPast(claims: readonly LedgerClaim[]): (claim: LedgerClaim) => boolean {
  const last = lastDay(claims);
  const dateOf = datesOf(claims);
  return (claim) => {
    const end = dateOf(claim)?.end;
    return end != null && Date.parse(last) - Date.parse(end.slice(0, 10)) > halfYearMs;
  };
}

const halfYearMs = 183 * 24 * 3600 * 1000;

function askedSpans(claims: readonly LedgerClaim[], text: string): readonly Days[] {
  const last = lastDay(claims);
  if (last === "") return [];
  return findDates(text, { start: last, end: last }).flatMap((date) =>
    date.precision === "since" ? [] : spanOf(date),
  );
}

const lastDay = (claims: readonly LedgerClaim[]): string =>
  claims.reduce((latest, { date }) => later(latest, date?.start ?? ""), "");

/** The time of a claim; one without a time has that of its sentence. */
function datesOf(claims: readonly LedgerClaim[]): (claim: LedgerClaim) => LedgerClaim["date"] {
  const datedBySentence = new Map(claims.flatMap((claim) => (claim.date ? [[sentenceOf(claim), claim.date]] : [])));
  return (claim) => claim.date ?? datedBySentence.get(sentenceOf(claim));
}

const sentenceOf = ({ document, sentence }: LedgerClaim): string => `${document} ${String(sentence.from)}`;

interface Days {
  readonly start: string;
  readonly end: string;
}

/** First and last day; none where an end is open. */
const spanOf = ({ start, end }: { readonly start: string | null; readonly end: string | null }): readonly Days[] =>
  start === null || end === null ? [] : [{ start: start.slice(0, 10), end: end.slice(0, 10) }];

const later = (one: string, other: string): string => (other.slice(0, 10) > one ? other.slice(0, 10) : one);
