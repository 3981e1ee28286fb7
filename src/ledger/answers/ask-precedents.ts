import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import type { Answer } from "./answer.ts";

/** First, highest, latest of a series: every claim of that kind, and whether it is hedged. */
export function askPrecedents(ledger: Ledger): Answer {
  const claims = ledger.claims.filter(
    (claim) => !claim.isIronic && ((claim.kind === "precedent" && !isFirstPart(claim)) || isOfSeries(claim)),
  );
  return { value: { kind: "precedent", hedged: claims.map(isHedged) }, claims };
}

/** "the first week of May", "the first version": the beginning of something, and nothing first of its kind. */
const isFirstPart = ({ quote }: LedgerClaim): boolean =>
  /\bfirst (?:week|half|days?|hours?|months?|quarter|version|figure|report|count|name|floor|page|night|part)\b/iu.test(
    quote,
  );

/** "the fourth this year", "never before", "no bank has lost so many since": a place in a series, whatever else the claim tells. */
const isOfSeries = ({ quote, counts, kind }: LedgerClaim): boolean =>
  kind !== "assessment" &&
  ((counts.some(({ isOrdinal }) => isOrdinal === true) &&
    /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th)\b.{0,80}\b(?:this (?:year|month|week)|since|in (?:\p{L}+ )?(?:months|weeks|years|days)|so far|in a row|running)\b/iu.test(
      quote,
    )) ||
    /\b(?:never before|for the first time|no \p{L}+ .{0,60}\b(?:before|so many|as many|so much))\b/iu.test(quote));

const isHedged = ({ modality, lead }: LedgerClaim): boolean =>
  modality === "hedged" || /\b(?:by my reckoning|to my knowledge|as far as (?:I|we) know|if|perhaps)\b/iu.test(lead);
