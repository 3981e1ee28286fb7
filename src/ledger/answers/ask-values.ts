import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { unknown, type Answer } from "./answer.ts";
import { inOrder } from "./asked-event.ts";
import { countryOnly, isOfFlight, monthsOnly } from "./flight.ts";
import { timesAsked } from "./asked-times.ts";
import { byTeller, namesTeller } from "./asked-source.ts";
import { findRelevant } from "./relevance.ts";
import { saysSource } from "./says-source.ts";

/** When: the days of the most relevant claim that names any; of flight and asylum the month. */
export function askDate(ledger: Ledger, text: string): Answer {
  const isBy = byTeller(ledger, text);
  const dated = findRelevant(
    ledger,
    text,
    (claim) => claim.date !== undefined && claim.modality !== "cannot-confirm" && !isUnrelated(claim) && isBy(claim),
  );
  const told = dated.length > 0 ? dated : ofTeller(ledger, text);
  const since = /^since when\b/iu.test(text) ? told.find(({ claim }) => claim.date?.precision === "since") : undefined;
  const best = (since ?? told[0])?.claim;
  if (!best?.date) return unknown;
  const { start, end, precision } = best.date;
  const value = { kind: "date", start, end, precision } as const;
  return { value: isOfFlight(ledger, text, best) ? monthsOnly(value) : value, claims: [best] };
}

/** Where the question names who tells, and no word of it stands in what he tells: all days that he gives. */
const ofTeller = (ledger: Ledger, text: string): readonly { readonly claim: LedgerClaim }[] =>
  namesTeller(text)
    ? ledger.claims
        .filter(byTeller(ledger, text))
        .filter((claim) => claim.date !== undefined && !isUnrelated(claim))
        .map((claim) => ({ claim }))
    : [];

/** Where something happened; of flight and asylum the country. */
export function askPlace(ledger: Ledger, text: string): Answer {
  const retracted = new Set(
    ledger.contradictions.filter(({ kind }) => kind === "correction").map(({ left }) => left.at),
  );
  const relevant = findRelevant(
    ledger,
    text,
    (claim) =>
      placeOf(claim) !== undefined &&
      claim.kind !== "precedent" &&
      !isUnrelated(claim) &&
      !claim.isRetracted &&
      !retracted.has(claim.at),
  );
  const { isPast } = timesAsked(ledger.claims, text);
  const isBy = byTeller(ledger, text);
  const told = relevant.filter(({ claim }) => isBy(claim));
  const likely = told.length > 0 ? told : relevant;
  const best = (likely.find(({ claim }) => !isPast(claim)) ?? likely[0])?.claim;
  const place = best && placeOf(best);
  if (!best || !place) return unknown;
  const alike = relevant
    .map(({ claim }) => claim)
    .filter((claim) => claim.places.some(({ norm }) => norm === place.norm));
  const value = { kind: "place", norm: place.norm, country: place.country } as const;
  if (!isOfFlight(ledger, text, best)) return { value, claims: alike };
  const country = countryOnly(value);
  return country ? { value: country, claims: alike } : { ...unknown, claims: alike };
}

/** The last place that a claim names and does not rule out ("in Burgas, not Varna"). */
const placeOf = ({ places, quote, from }: LedgerClaim): LedgerClaim["places"][number] | undefined =>
  places.findLast((place) => !ruledOut.test(quote.slice(0, Math.max(0, place.from - from))));

const ruledOut = /\b(?:not|instead of|rather than|and no longer)(?: (?:at|from|in|near|of|off|to))?(?: the)?\s*$/iu;

/** Through whom: the longest chain among the claims that are most relevant, with what its paragraph says of who had it from whom. */
export function askChain(ledger: Ledger, text: string): Answer {
  const relevant = findRelevant(ledger, text, ({ relation }) => relation !== "based-on");
  const best = relevant[0]?.score ?? 0;
  const longest = relevant
    .filter(({ score }) => score >= best * asRelevant)
    .toSorted(
      (left, right) =>
        right.claim.chain.length - left.claim.chain.length ||
        right.score - left.score ||
        left.claim.at - right.claim.at,
    )[0]?.claim;
  if (!longest) return unknown;
  const saying = ledger.claims.filter(
    (claim) => claim.document === longest.document && claim.line === longest.line && saysSource(claim),
  );
  return {
    value: { kind: "chain", sources: longest.chain.map(({ source }) => source) },
    claims: inOrder([longest, ...saying]),
  };
}

// Set on the development round-ups: a claim is of the story whose way is asked for from this part of the best one's score.
const asRelevant = 0.7;

/** In which order: the claim nearest to each thing named, another for each, by its days. */
export function askOrder(ledger: Ledger, text: string): Answer {
  const things = text
    .replace(/^[^:]*:/u, "")
    .replace(/[.?]$/u, "")
    .split(/,| and /u)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== "");
  const claims = nearestToEach(ledger, things).toSorted(
    (left, right) => startOf(left) - startOf(right) || left.at - right.at,
  );
  return { value: { kind: "order", claims }, claims };
}

/** The dated claim that speaks most of each thing; where two things have one claim, that of which it speaks more keeps it. */
function nearestToEach(ledger: Ledger, things: readonly string[]): readonly LedgerClaim[] {
  const open = things.map((thing) =>
    findRelevant(ledger, thing, (claim) => claim.date !== undefined && !isUnrelated(claim)),
  );
  const chosen = new Map<number, LedgerClaim>();
  const pairs = open
    .flatMap((relevant, thing) => relevant.map(({ claim, score }) => ({ thing, claim, score })))
    .toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at);
  for (const { thing, claim } of pairs)
    if (!chosen.has(thing) && ![...chosen.values()].includes(claim)) chosen.set(thing, claim);
  return [...chosen.values()];
}

const startOf = ({ date }: LedgerClaim): number => Date.parse((date?.start ?? date?.end ?? "9999-01-01").slice(0, 10));
