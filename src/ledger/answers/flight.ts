import { countryNames } from "../../model/index.ts";
import type { Ledger } from "../build-ledger.ts";
import { contentWords, deedsOf } from "../events/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import type { AnswerValue } from "./answer.ts";

type PlaceValue = Extract<AnswerValue, { kind: "place" }>;
type DateValue = Extract<AnswerValue, { kind: "date" }>;

/**
 * Whether a question, the claim that answers it, or another of that claim's event tells of flight, asylum or a fugitive: of such
 * an event a place is given as its country and a time as its month, so that nobody can be found by what the ledger says.
 */
export function isOfFlight(ledger: Ledger, text: string, claim: LedgerClaim): boolean {
  const event = ledger.events.find(({ claims }) => claims.includes(claim))?.claims ?? [claim];
  return [text, ...event.map(({ lead, quote }) => `${lead} ${quote}`)].some(tellsOfFlight);
}

const tellsOfFlight = (text: string): boolean =>
  /\bfugitives?\b|\bflight (?:of|from)\b|\bon the run\b|\bin hiding\b/iu.test(text) ||
  contentWords(text).some(({ term }) =>
    deedsOf(term).some(({ type, isPlain }) => isPlain && (type === "defection" || type === "asylum")),
  );

/** The country of a place in its stead; undefined where the gazetteer does not know the country. */
export function countryOnly({ country }: PlaceValue): PlaceValue | undefined {
  const name = countryNames().find(([code]) => code === country)?.[1];
  return name === undefined ? undefined : { kind: "place", norm: name, country };
}

/** The whole months from that of the first day to that of the last. */
export function monthsOnly({ start, end, precision }: DateValue): DateValue {
  const months = [start, end].map((day) => day?.slice(0, 7));
  const [first, last] = months;
  return {
    kind: "date",
    start: first === undefined ? null : `${first}-01`,
    end: last === undefined ? null : lastDayOf(last),
    precision: isFine(precision) ? (first === last ? "month" : "month-range") : precision,
  };
}

const isFine = (precision: string): boolean => ["hour", "day", "day-range", "month-part"].includes(precision);

/** The last day of a month given as "2016-02". */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
