import { atKey, lazy } from "../../base/index.ts";
import { rows } from "../generated/join-weights.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import { wordLikeness } from "../likeness/claim-words.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { contentWords } from "./content-words.ts";
import { deedsOf } from "./event-words.ts";

/** What is known of claims beside themselves: their weighed words and kinds, and which pairs contradict each other. */
export interface ClaimRelations {
  readonly words: readonly ClaimWords[];
  readonly kinds: readonly ClaimWords[];
  readonly areContradicted: (left: LedgerClaim, right: LedgerClaim) => boolean;
}

/** How likely two claims tell of one event, from 0 to 1: a logistic sum of the evidence in `resources/ledger/join-weights.tsv`. */
export function chanceOfOneEvent(left: LedgerClaim, right: LedgerClaim, known: ClaimRelations): number {
  const weights = weightByEvidence();
  let weightMb = atKey(weights, "start");
  for (const [evidence, amount] of evidenceOf(left, right, known)) weightMb += atKey(weights, evidence) * amount;
  return 1 / (1 + 2 ** (-weightMb / 1000));
}

const weightByEvidence = lazy(() => new Map(rows.map(([evidence = "", weight = ""]) => [evidence, Number(weight)])));

/** Each evidence that is there, from 0 to 1. */
function evidenceOf(
  left: LedgerClaim,
  right: LedgerClaim,
  { words, kinds, areContradicted }: ClaimRelations,
): readonly (readonly [string, number])[] {
  const isOneDocument = left.document === right.document;
  const gap = isOneDocument ? Math.abs(left.line - right.line) : Infinity;
  const has = (evidence: string, is: boolean): readonly (readonly [string, number])[] => (is ? [[evidence, 1]] : []);
  return [
    ["words-alike", Math.min(1, Math.sqrt(alike(words, left, right)))],
    ["kinds-alike", alike(kinds, left, right)],
    ...has("next-claim", gap === 0 && Math.abs(left.at - right.at) === 1),
    ...has("same-paragraph", gap === 0),
    ...has("near-paragraph", gap > 0 && gap <= 2),
    ...has("same-type", shares(deedTypes(left), deedTypes(right))),
    ...has("same-speaker", left.speaker === right.speaker && left.chain.length > 1),
    ...has("same-noun", shares(nouns(left), nouns(right))),
    ...has("contradicted", areContradicted(left, right)),
    ...has("times-apart", apartInTime(left, right)),
    ...has("places-apart", arePlacesApart(left, right)),
    ...has("nested", isOneDocument && (isWithin(left, right) || isWithin(right, left))),
  ];
}

const alike = (all: readonly ClaimWords[], left: LedgerClaim, right: LedgerClaim): number =>
  wordLikeness(all[left.at] ?? new Map(), all[right.at] ?? new Map());

const shares = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].some((each) => right.has(each));

/** The types of the deeds that a claim's words tell of by themselves, without those of speech. */
const deedTypes = perClaim(
  ({ quote }): ReadonlySet<string> =>
    new Set(
      contentWords(quote).flatMap(({ term }) =>
        deedsOf(term).flatMap(({ type, isPlain }) => (isPlain && type !== "statement" ? [type] : [])),
      ),
    ),
);

const nouns = perClaim(({ counts }): ReadonlySet<string> => new Set(counts.flatMap(({ noun }) => noun ?? [])));

const arePlacesApart = ({ places: left }: LedgerClaim, { places: right }: LedgerClaim): boolean =>
  left.length > 0 && right.length > 0 && !left.some(({ norm }) => right.some((other) => other.norm === norm));

const isWithin = (inner: LedgerClaim, outer: LedgerClaim): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** Whether both name days, and no day is in both. */
export function apartInTime({ date: left }: LedgerClaim, { date: right }: LedgerClaim): boolean {
  if (!left || !right) return false;
  const startsAfter = (later: typeof left, earlier: typeof left): boolean =>
    later.start !== null && earlier.end !== null && later.start > earlier.end;
  return startsAfter(left, right) || startsAfter(right, left);
}
