import { findDates } from "../dates/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** How a claim's time stands to the time that a question names. */
export type TimeFit = "within" | "wider" | "apart" | "unknown";

/**
 * Compares claims with the times that a question names ("in September", "on 26 April", "at the end of 2016"), counted from the
 * last day that the claims tell of; unknown where either names none. A claim without a time has that of its sentence.
 */
export function timeFitOf(claims: readonly LedgerClaim[], text: string): (claim: LedgerClaim) => TimeFit {
  const last = claims.reduce((latest, { date }) => later(latest, date?.start ?? ""), "");
  const asked =
    last === ""
      ? []
      : findDates(text, { start: last, end: last }).flatMap((date) => (date.precision === "since" ? [] : spanOf(date)));
  if (asked.length === 0) return () => "unknown";
  const datedBySentence = new Map(claims.flatMap((claim) => (claim.date ? [[sentenceOf(claim), claim.date]] : [])));
  return (claim) => {
    const date = claim.date ?? datedBySentence.get(sentenceOf(claim));
    const [own] = date ? spanOf(date) : [];
    if (!own) return "unknown";
    if (asked.some((time) => own.start >= time.start && own.end <= time.end)) return "within";
    return asked.some((time) => own.start <= time.end && time.start <= own.end) ? "wider" : "apart";
  };
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
