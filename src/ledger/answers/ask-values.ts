import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { unknown, type Answer } from "./answer.ts";
import { inOrder } from "./asked-event.ts";
import { countryOnly, isOfFlight, monthsOnly } from "./flight.ts";
import { findRelevant, isBy } from "./relevance.ts";
import { saysSource } from "./says-source.ts";

/** When: the days of the most relevant claim that names any; of flight and asylum the month. */
export function askDate(ledger: Ledger, text: string): Answer {
  const dated = findRelevant(
    ledger,
    text,
    (claim) =>
      claim.date !== undefined &&
      claim.modality !== "cannot-confirm" &&
      !isUnrelated(claim) &&
      isBy(ledger, text, claim),
  );
  const since = /^since when\b/iu.test(text) ? dated.find(({ claim }) => claim.date?.precision === "since") : undefined;
  const best = (since ?? dated[0])?.claim;
  if (!best?.date) return unknown;
  const { start, end, precision } = best.date;
  const value = { kind: "date", start, end, precision } as const;
  return { value: isOfFlight(ledger, text, best) ? monthsOnly(value) : value, claims: [best] };
}

/** Where something happened; of flight and asylum the country. */
export function askPlace(ledger: Ledger, text: string): Answer {
  const retracted = new Set(
    ledger.contradictions.filter(({ kind }) => kind === "correction").map(({ left }) => left.at),
  );
  const relevant = findRelevant(
    ledger,
    text,
    (claim) => claim.places.length > 0 && !isUnrelated(claim) && !claim.isRetracted && !retracted.has(claim.at),
  );
  const best = relevant[0]?.claim;
  const place = best?.places.at(-1);
  if (!best || !place) return unknown;
  const alike = relevant
    .map(({ claim }) => claim)
    .filter((claim) => claim.places.some(({ norm }) => norm === place.norm));
  const value = { kind: "place", norm: place.norm, country: place.country } as const;
  if (!isOfFlight(ledger, text, best)) return { value, claims: alike };
  const country = countryOnly(value);
  return country ? { value: country, claims: alike } : { ...unknown, claims: alike };
}

/** Through whom: the longest chain among the claims that are most relevant, with what its paragraph says of who had it from whom. */
export function askChain(ledger: Ledger, text: string): Answer {
  const relevant = findRelevant(ledger, text, ({ relation }) => relation !== "based-on");
  const best = relevant[0]?.score ?? 0;
  const longest = relevant
    .filter(({ score }) => score >= best * 0.6)
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

/** In which order: the claim nearest to each thing named, by its days. */
export function askOrder(ledger: Ledger, text: string): Answer {
  const things = text
    .replace(/^[^:]*:/u, "")
    .replace(/[.?]$/u, "")
    .split(/,| and /u)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== "");
  const dated = things.flatMap(
    (thing) => findRelevant(ledger, thing, (claim) => claim.date !== undefined && !isUnrelated(claim))[0]?.claim ?? [],
  );
  const claims = dated.toSorted((left, right) => startOf(left) - startOf(right) || left.at - right.at);
  return { value: { kind: "order", claims }, claims };
}

const startOf = ({ date }: LedgerClaim): number => Date.parse((date?.start ?? date?.end ?? "9999-01-01").slice(0, 10));
