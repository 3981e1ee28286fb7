import type { Count } from "../counts/index.ts";
import type { Ledger } from "../build-ledger.ts";
import { isOneNoun } from "../findings/count-nouns.ts";
import { givesNumber, isPart } from "../findings/number-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { unknown, type Answer } from "./answer.ts";
import { areAlike, rangeOf, type Given, type NumberRange } from "./given-number.ts";
import { addends, restOf, sumOf, withoutGone } from "./number-sums.ts";
import { splitNumbers, type AskedNumber } from "./split-numbers.ts";
import { timeFitOf, type TimeFit } from "./asked-times.ts";
import { findRelevant, isBy, type Relevant } from "./relevance.ts";
import { bonusOf, wantedOf, type Wanted } from "./wanted-number.ts";

// Set on the development round-ups together: numbers of claims from this part of the best one's score are of what is asked.
const aboutAsRelevant = 0.6;

/** How many or how much: the range of the numbers that are given for what is asked, parts and other days left out. */
export function askNumber(ledger: Ledger, text: string): Answer {
  const answers: NumberRange[] = [];
  for (const part of splitNumbers(text)) {
    const answer = oneNumber(ledger, part, answers);
    if (answer) answers.push(answer);
  }
  return answers.length === 0
    ? unknown
    : {
        value: { kind: "number", numbers: answers.map(({ number }) => number) },
        claims: answers.flatMap(({ claims }) => claims),
      };
}

/** The number that one part of a question asks for; `before`: what its other parts got, which a part behind them does not ask for again. */
function oneNumber(
  ledger: Ledger,
  { context, text, mayBePart }: AskedNumber,
  before: readonly NumberRange[],
): NumberRange | undefined {
  const wanted = { ...wantedOf(text), mayBePart };
  const replaced = replacedIn(ledger);
  const mayGive = (claim: LedgerClaim): boolean =>
    claim.kind !== "precedent" &&
    !replaced.has(claim) &&
    !before.some(({ claims }) => mayBePart && claims[0] === claim) &&
    isBy(ledger, context, claim);
  const relevant = findRelevant(ledger, context, mayGive);
  const likely = bestOf(relevant, wanted, timeFitOf(ledger.claims, context));
  if (!likely) return undefined;
  const sum = sumOf(ledger, likely);
  if (sum) return withCited(rangeOf([sum]), [likely, ...addends(ledger, sum)]);
  const best = asksTotal.test(text) ? totalOf(ledger, relevant, likely) : likely;
  const rest = restOf(ledger, best, wanted);
  if (rest) return rest;
  if (asksLast.test(text)) return rangeOf([best, ...besides(ledger, best)], [best]);
  const alike = agreeing(relevant, { best, wanted });
  const all = [...alike, ...otherVersions(ledger, alike).filter(({ claim }) => mayGive(claim))];
  const whole = withCited(rangeOf(all), addends(ledger, best));
  const range = asksTotal.test(text) ? ofParts(ledger, best, whole) : whole;
  return /\bstill\b|\bremain/iu.test(text) ? withoutGone(ledger, best, range) : range;
}

const withCited = ({ number, claims }: NumberRange, cited: readonly Given[]): NumberRange => ({
  number,
  claims: [...new Set([...claims, ...cited.map(({ claim }) => claim)])],
});

/** Asks for all there was, over days or events. */
const asksTotal =
  /\b(?:in all|altogether|in total|all told|counting (?:nobody|no one|nothing|none) twice|since|in the (?:\p{L}+ )?(?:days|weeks|months))\b/iu;

const asksLast = /\bfinal\b|\bin the end\b|\bby now\b/iu;

/** Claims whose number their own outlet has put another in the place of, of the same unit, in the correction or right behind it. */
const replacedIn = ({ contradictions, claims }: Ledger): ReadonlySet<LedgerClaim> =>
  new Set(
    contradictions.flatMap(({ kind, left, right }) => {
      const [wrong, so] = /^(?:and )?not\b/iu.test(right.quote) ? [right, left] : [left, right];
      const next = claims[so.at + 1];
      const instead = [so, ...(next?.document === so.document && next.line === so.line ? [next] : [])];
      const isNumber = wrong.counts.some(({ unit }) =>
        instead.some(({ counts }) => counts.some((other) => other.unit === unit)),
      );
      return kind === "correction" && isNumber ? [wrong] : [];
    }),
  );

/** A number as large as two others of its unit together is of all; the one that comes nearest to the question. */
function totalOf(ledger: Ledger, relevant: readonly Relevant[], likely: Given): Given {
  const totals = relevant.flatMap(({ claim }) =>
    claim.counts
      .filter((count) => areAlike(count, likely.count) && (count.low ?? 0) > (likely.count.low ?? 0))
      .map((count) => ({ claim, count })),
  );
  return totals.find((total) => addends(ledger, total).some(({ claim }) => claim === likely.claim)) ?? likely;
}

/** Numbers of the same unit right after it: what it was before, or what it is made of. */
const besides = (ledger: Ledger, { claim, count }: Given): readonly Given[] =>
  ledger.claims
    .slice(claim.at + 1, claim.at + 3)
    .filter(({ document, line }) => document === claim.document && line === claim.line)
    .flatMap((other) =>
      other.counts
        .filter(({ unit }) => unit === count.unit)
        .slice(0, 1)
        .map((each) => ({ claim: other, count: each })),
    );

/** The number that fits best: of the most relevant claim, before others one that stands right at what is counted. */
function bestOf(
  relevant: readonly Relevant[],
  wanted: Wanted,
  timeFit: (claim: LedgerClaim) => TimeFit,
): Given | undefined {
  const given = relevant.flatMap(({ claim, score }) =>
    claim.counts.filter(wanted.fits).map((count) => ({
      claim,
      count,
      score: score * timeShares[timeFit(claim)] * (1 + bonusOf({ claim, count }, wanted)),
    })),
  );
  return given.toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at)[0];
}

/** The numbers of claims about as relevant as the best, or right beside it, that fit it: the same, or one that overlaps it; and the same number of the same noun anywhere. */
function agreeing(
  relevant: readonly Relevant[],
  { best, wanted }: { readonly best: Given; readonly wanted: Wanted },
): readonly Given[] {
  const top = relevant.find(({ claim }) => claim === best.claim)?.score ?? 0;
  const others = relevant
    .filter(({ claim }) => claim !== best.claim)
    .flatMap(({ score, claim }) =>
      claim.counts
        .filter(
          (count) =>
            wanted.fits(count) &&
            count.unit === best.count.unit &&
            !isPart(count, claim) &&
            (score >= top * aboutAsRelevant || isNext(claim, best.claim)
              ? overlap(count, best.count)
              : areSame(count, best.count)),
        )
        .slice(0, 1)
        .map((count) => ({ claim, count })),
    );
  return [best, ...others];
}

// The number of another time is no answer, however much its claim speaks of what is asked.
const timeShares = { within: 1.5, wider: 0.4, apart: 0.3, unknown: 1 } as const;

const isNext = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && left.line === right.line && Math.abs(left.at - right.at) <= 2;

const overlap = (left: Count, right: Count): boolean =>
  left.low !== null && left.high !== null && right.low !== null && right.high !== null
    ? left.low <= right.high && right.low <= left.high
    : left.low === right.low && left.high === right.high;

/** One number above ten, of one noun where both have one: small ones agree by chance. */
const areSame = (one: Count, other: Count): boolean =>
  one.unit === other.unit &&
  (one.noun === null || other.noun === null || isOneNoun(one.noun, other.noun)) &&
  one.low === other.low &&
  one.high === other.high &&
  (one.low ?? 0) > 10;

/** Numbers that claims give against these: those that contradict them, and one that another gives right behind for the same. */
function otherVersions(ledger: Ledger, given: readonly Given[]): readonly Given[] {
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

const sameElsewhere = ({ claims }: Ledger, { claim, count }: Given): readonly Given[] =>
  claims
    .filter((other) => other !== claim)
    .flatMap((other) =>
      other.counts.filter((each) => areSame(each, count)).map((each) => ({ claim: other, count: each })),
    );

/** A sum of two numbers is as uncertain as they are: of 17 and 5, where another has 14 for the 17, it is 19 to 22. */
function ofParts(ledger: Ledger, best: Given, range: NumberRange): NumberRange {
  const parts = addends(ledger, best).map((part) => {
    const given = [part, ...sameElsewhere(ledger, part)];
    return rangeOf([...given, ...otherVersions(ledger, given)]);
  });
  if (parts.length === 0) return range;
  const sum = (end: "low" | "high"): number => parts.reduce((all, { number }) => all + (number[end] ?? 0), 0);
  const { low, high, unit } = range.number;
  return {
    number: { low: Math.min(low ?? sum("low"), sum("low")), high: Math.max(high ?? sum("high"), sum("high")), unit },
    claims: [...new Set([...range.claims, ...parts.flatMap(({ claims }) => claims)])],
  };
}
