import type { Count } from "../counts/index.ts";
import type { Ledger } from "../build-ledger.ts";
import { isOneNoun } from "../findings/count-nouns.ts";
import { givesNumber, isPart } from "../findings/number-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import type { Given } from "./given-number.ts";
import type { TimesAsked } from "./asked-times.ts";
import type { Relevant } from "./relevance.ts";

/** Numbers that claims give against these: those that contradict them, and one that another gives right behind for the same. */
export function otherVersions(ledger: Ledger, given: readonly Given[]): readonly Given[] {
  const found: Given[] = [];
  const isGiven = (claim: LedgerClaim, count: Count | undefined): boolean =>
    given.some((each) => each.claim === claim && (count === undefined || each.count.low === count.low));
  const righting = rightingIn(ledger);
  for (const { counts, left, right } of ledger.contradictions) {
    if (!counts || righting.has(left) || righting.has(right)) continue;
    const [one, other] = counts;
    if (isGiven(left, one)) found.push({ claim: right, count: other });
    if (isGiven(right, other)) found.push({ claim: left, count: one ?? other });
  }
  return [...found, ...given.flatMap((each) => nextVersion(ledger, each))];
}

/** Claims that put right what another says: their number is of that one. */
const rightingIn = ({ contradictions }: Ledger): ReadonlySet<LedgerClaim> =>
  new Set(contradictions.flatMap(({ kind, right }) => (kind === "correction" ? [right] : [])));

/** "She had to write all 120 of them. The printer remembers nearer 200": the point of the next claim is another number for the same. */
function nextVersion({ claims }: Ledger, { claim, count }: Given): readonly Given[] {
  const next = claims[claim.at + 1];
  if (!next || next.document !== claim.document || next.line !== claim.line || next.speaker === claim.speaker)
    return [];
  const isVersion = (other: Count): boolean =>
    other.unit === count.unit &&
    (other.unit !== null || other.noun === null || (count.noun !== null && isOneNoun(count.noun, other.noun))) &&
    other.isOrdinal !== true &&
    !isPart(other, next) &&
    givesNumber(other, next);
  return next.counts
    .filter(isVersion)
    .slice(0, 1)
    .map((other) => ({ claim: next, count: other }));
}

/** Numbers of the same noun that others, whose word rests on another source, give for as much of what is asked. */
export function othersTelling(relevant: readonly Relevant[], best: Given): readonly Given[] {
  const top = relevant.find(({ claim }) => claim === best.claim)?.score ?? 0;
  const isVersion = (count: Count, claim: LedgerClaim): boolean =>
    count.unit === best.count.unit &&
    count.isOrdinal !== true &&
    count.noun !== null &&
    best.count.noun !== null &&
    isOneNoun(count.noun, best.count.noun) &&
    !isPart(count, claim);
  return relevant
    .filter(
      ({ claim, score }) =>
        score >= top * aboutAsRelevant &&
        claim.chain.length > 1 &&
        claim.chain[0]?.source !== best.claim.chain[0]?.source,
    )
    .flatMap(({ claim }) =>
      claim.counts
        .filter((count) => isVersion(count, claim))
        .slice(0, 1)
        .map((count) => ({ claim, count })),
    );
}

// Set on the development round-ups: others give a number for the same from this part of the best claim's score.
const aboutAsRelevant = 0.6;

/** Whether a number can be another for the same: not one single thing of several, not a part, and not of a time that is not asked for. */
export function mayStandFor({ claim, count }: Given, best: Given, { fit, isPast }: TimesAsked): boolean {
  const isOne = isOneThing(count) && (best.count.low ?? 0) > 1;
  const before = `${claim.lead} ${claim.quote.slice(0, Math.max(0, count.from - claim.from))}`;
  const isBeside = claim.date === undefined && Math.abs(claim.at - best.claim.at) === 1;
  const isOfOtherTime = fit(best.claim) === "within" && fit(claim) !== "within" && !isBeside;
  return !isOne && !ofWhom.test(before) && !isPast(claim) && !isOfOtherTime;
}

export const isOneThing = ({ unit, high }: Count): boolean => unit === null && high === 1;

const ofWhom = /\bof (?:whom|which|them|those|these)\s*$/iu;

/** Of the numbers that one source gives on several days the last ones. */
export const lastWords = (given: readonly Given[]): readonly Given[] =>
  given.filter(
    ({ claim }, index) =>
      index === 0 || !given.some((other) => other.claim.speaker === claim.speaker && isAfter(other.claim, claim)),
  );

const isAfter = ({ date: later }: LedgerClaim, { date: earlier }: LedgerClaim): boolean =>
  later?.start != null && earlier?.end != null && later.start.slice(0, 10) > earlier.end.slice(0, 10);

/** Claims whose number their own outlet has put another in the place of, of the same unit, in the correction or right behind it. */
export const replacedIn = ({ contradictions, claims }: Ledger): ReadonlySet<LedgerClaim> =>
  new Set(
    contradictions.flatMap(({ kind, left: wrong, right: so }) => {
      const next = claims[so.at + 1];
      const instead = [so, ...(next?.document === so.document && next.line === so.line ? [next] : [])];
      const isNumber = wrong.counts.some(({ unit }) =>
        instead.some(({ counts }) => counts.some((other) => other.unit === unit)),
      );
      return kind === "correction" && isNumber ? [wrong] : [];
    }),
  );

/** One number above ten, of one noun where both have one: small ones agree by chance. */
export const areSame = (one: Count, other: Count): boolean =>
  one.unit === other.unit &&
  (one.noun === null || other.noun === null || isOneNoun(one.noun, other.noun)) &&
  one.low === other.low &&
  one.high === other.high &&
  (one.low ?? 0) > 10;

export const sameElsewhere = ({ claims }: Ledger, { claim, count }: Given): readonly Given[] =>
  claims
    .filter((other) => other !== claim)
    .flatMap((other) =>
      other.counts.filter((each) => areSame(each, count)).map((each) => ({ claim: other, count: each })),
    );
