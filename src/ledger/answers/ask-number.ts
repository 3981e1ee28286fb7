import type { Count } from "../counts/index.ts";
import type { Ledger } from "../build-ledger.ts";
import { isPart } from "../findings/number-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { aimsOf } from "./aims.ts";
import { unknown, type Answer } from "./answer.ts";
import { rangeOf, type Given, type NumberRange } from "./given-number.ts";
import { addends, restOf, sumOf, totalOf, withoutGone } from "./number-sums.ts";
import {
  areSame,
  isOneThing,
  lastWords,
  mayStandFor,
  othersTelling,
  otherVersions,
  replacedIn,
} from "./number-versions.ts";
import { splitNumbers, type AskedNumber } from "./split-numbers.ts";
import { timesAsked, type TimesAsked } from "./asked-times.ts";
import { byTeller } from "./asked-source.ts";
import { findRelevant, type Relevant } from "./relevance.ts";
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
  const aims = aimsOf(text);
  const replaced = replacedIn(ledger);
  const isBy = byTeller(ledger, context);
  const mayGive = (claim: LedgerClaim): boolean =>
    claim.kind !== "precedent" &&
    !isUnrelated(claim) &&
    !replaced.has(claim) &&
    !before.some(({ claims }) => mayBePart && claims[0] === claim) &&
    isBy(claim);
  const relevant = findRelevant(ledger, withoutPeople(context), mayGive);
  const times = timesAsked(ledger.claims, context);
  const likely = bestOf(relevant, wanted, times);
  if (!likely) return undefined;
  const sum = sumOf(ledger, likely);
  if (sum) return withCited(rangeOf([sum]), [likely, ...addends(ledger, sum)]);
  const total = aims.has("total") || overDays.test(text) ? totalOf(ledger, relevant, likely) : undefined;
  if (total) return total;
  const rest = restOf(ledger, likely, wanted);
  if (rest) return rest;
  if (aims.has("last")) return rangeOf([likely, ...besides(ledger, likely)], [likely]);
  const alike = agreeing(relevant, { best: likely, wanted });
  const versions = [...otherVersions(ledger, alike), ...othersTelling(relevant, likely)];
  const all = [
    ...alike,
    ...versions.filter((version) => mayGive(version.claim) && mayStandFor(version, likely, times)),
  ];
  const range = withCited(rangeOf(lastWords(all)), addends(ledger, likely));
  return /\bstill\b|\bremain/iu.test(text) ? withoutGone(ledger, likely, range) : range;
}

/** Whoever is counted without a name ("how many people died"): the word says nothing of what is asked about. */
const withoutPeople = (text: string): string => text.replace(/\b(how many) (?:people|persons|men)\b/giu, "$1");

const withCited = ({ number, claims }: NumberRange, cited: readonly Given[]): NumberRange => ({
  number,
  claims: [...new Set([...claims, ...cited.map(({ claim }) => claim)])],
});

/** "In the four days": all there was in them. */
const overDays = /\bin the (?:\p{L}+ )?(?:days|weeks|months)\b/iu;

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
function bestOf(relevant: readonly Relevant[], wanted: Wanted, { fit, isPast }: TimesAsked): Given | undefined {
  const given = relevant.flatMap(({ claim, score }) =>
    claim.counts.filter(wanted.fits).map((count) => ({
      claim,
      count,
      score:
        score *
        timeShares[fit(claim)] *
        (isPast(claim) ? longPastShare : 1) *
        (isOneThing(count) ? oneShare : 1) *
        (1 + bonusOf({ claim, count }, wanted)),
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
// Where no time is asked for, what happened long before the rest is what the story is compared with.
const longPastShare = 0.3;
// One thing by itself ("one box had burst") is seldom how many there were.
const oneShare = 0.5;

const isNext = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && left.line === right.line && Math.abs(left.at - right.at) <= 2;

const overlap = (left: Count, right: Count): boolean =>
  left.low !== null && left.high !== null && right.low !== null && right.high !== null
    ? left.low <= right.high && right.low <= left.high
    : left.low === right.low && left.high === right.high;
