import type { Ledger } from "../build-ledger.ts";
import { isPart } from "../findings/number-words.ts";
import { termsOf } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { areAlike, mayBeAlike, rangeOf, type Given, type NumberRange } from "./given-number.ts";
import { otherVersions, sameElsewhere } from "./number-versions.ts";
import type { Relevant } from "./relevance.ts";
import type { Wanted } from "./wanted-number.ts";

/** "That makes fourteen", shortly after the number, is of all that is asked for. */
export const sumOf = (ledger: Ledger, { claim, count }: Given): Given | undefined =>
  ledger.claims
    .slice(claim.at + 1, claim.at + 4)
    .filter(({ document, line, quote }) => document === claim.document && line === claim.line && makesSum.test(quote))
    .flatMap((other) =>
      other.counts
        .filter((each) => areAlike(each, count) && (each.low ?? 0) > (count.low ?? 0))
        .map((each) => ({ claim: other, count: each })),
    )[0];

const makesSum =
  /\b(?:(?:that|which) (?:makes|made)|making|in all|altogether|a total of|br(?:ings?|inging|ought) the (?:total|number|toll))\b/iu;

/** Two numbers of the same measure, in other claims of the document, of which this is the sum; `known`: one of them, if it can be. */
export function addends(ledger: Ledger, sum: Given, known?: Given): readonly Given[] {
  const parts = partsOf(ledger, sum);
  const firsts = known ? [known, ...parts] : parts;
  const restBehind = (first: Given): Given | undefined =>
    parts.find((other) => other.count !== first.count && lowOf(first) + lowOf(other) === lowOf(sum));
  const first = firsts.find((each) => lowOf(each) > 0 && restBehind(each) !== undefined);
  const second = first && restBehind(first);
  return first && second ? [first, second] : [];
}

const lowOf = ({ count }: Given): number => count.low ?? 0;

const partsOf = ({ claims }: Ledger, { claim, count }: Given): readonly Given[] =>
  claims
    .filter(
      (other) =>
        other.document === claim.document && other !== claim && other.kind !== "precedent" && !isUnrelated(other),
    )
    .flatMap((other) =>
      other.counts
        .filter((each) => mayBeAlike(each, count) && each.low === each.high)
        .map((each) => ({ claim: other, count: each })),
    );

/** What is as much as two others of its measure together, one of which is the likely answer, or that one itself: undefined where nothing is. */
export function totalOf(ledger: Ledger, relevant: readonly Relevant[], likely: Given): NumberRange | undefined {
  const totals = relevant.flatMap(({ claim }) =>
    claim.counts
      .filter((count) => mayBeAlike(count, likely.count) && lowOf({ claim, count }) > lowOf(likely))
      .map((count) => ({ claim, count })),
  );
  const total = totals.find((each) => addends(ledger, each, likely).some(({ claim }) => claim === likely.claim));
  const parts = addends(ledger, total ?? likely, total ? likely : undefined);
  return parts.length === 0 ? undefined : ofParts(ledger, total ?? likely, parts);
}

/** A sum of two numbers is as uncertain as they are: of 17 and 5, where another has 14 for the 17, it is 19 to 22. */
function ofParts(ledger: Ledger, sum: Given, parts: readonly Given[]): NumberRange {
  const ranges = parts.map((part) => {
    const given = [part, ...sameElsewhere(ledger, part)];
    return rangeOf([...given, ...otherVersions(ledger, given)]);
  });
  const add = (end: "low" | "high"): number => ranges.reduce((all, { number }) => all + (number[end] ?? 0), 0);
  const { number, claims } = rangeOf([sum]);
  return {
    number: { ...number, low: Math.min(lowOf(sum), add("low")), high: Math.max(lowOf(sum), add("high")) },
    claims: [...new Set([...claims, ...ranges.flatMap((range) => range.claims)])],
  };
}

/** "12,000 tonnes of anthracite, the rest coke", where the whole may stand in a claim of the same paragraph: what is asked for is the rest. */
export function restOf(ledger: Ledger, { claim, count }: Given, { nouns }: Wanted): NumberRange | undefined {
  const rest = /\bthe (?:rest|remainder)\s+(?:is |are |was |were |being )?(?<what>\p{L}+)/iu.exec(claim.quote)
    ?.groups?.["what"];
  if (rest === undefined || ![...termsOf(rest)].some((term) => nouns.includes(term))) return undefined;
  const around = ledger.claims.filter(
    ({ document, sentence }) => document === claim.document && sentence.from === claim.sentence.from,
  );
  const [whole, ...parts] = around
    .flatMap((other) => other.counts.map((each) => ({ claim: other, count: each })))
    .filter(({ count: { unit, low } }) => unit === count.unit && low !== null)
    .toSorted((left, right) => (right.count.low ?? 0) - (left.count.low ?? 0));
  if (!whole || parts.length === 0) return undefined;
  const left = parts.reduce((less, part) => less - (part.count.low ?? 0), whole.count.low ?? 0);
  return { number: { low: left, high: left, unit: count.unit }, claims: [...new Set([whole.claim, claim])] };
}

/** Takes from a number those that are told of as gone: "Five of them were released". */
export function withoutGone(ledger: Ledger, { claim }: Given, range: NumberRange): NumberRange {
  const gone = partsGone(ledger, claim);
  const less = (end: number | null, by: "low" | "high"): number | null =>
    end === null ? null : gone.reduce((sum, { count }) => sum - (count[by] ?? 0), end);
  const { low, high, unit } = range.number;
  return {
    number: { low: less(low, "high"), high: less(high, "low"), unit },
    claims: [...new Set([...range.claims, ...gone.map((each) => each.claim)])],
  };
}

const partsGone = (ledger: Ledger, claim: LedgerClaim): readonly Given[] =>
  ledger.claims
    .filter(
      (other) =>
        other.document === claim.document &&
        other.at > claim.at &&
        other.at <= claim.at + 3 &&
        areGone.test(other.quote),
    )
    .flatMap((other) =>
      other.counts
        .filter((count) => count.unit === null && isPart(count, other))
        .slice(0, 1)
        .map((count) => ({ claim: other, count })),
    );

const areGone = /\b(?:released|freed|let go|returned|brought back|sent home|acquitted|on bail)\b/iu;
