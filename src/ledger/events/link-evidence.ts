import { atKey, lazy } from "../../base/index.ts";
import { rows } from "../generated/join-weights.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import { wordLikeness } from "../likeness/claim-words.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { scriptOf } from "../likeness/script-of.ts";
import { shareFacts } from "../likeness/shared-facts.ts";
import { contentOf } from "./content-of.ts";
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
  const { within, between } = weightsByEvidence();
  const weights = left.document === right.document ? within : between;
  let weightMb = atKey(weights, "start");
  const [one, other] = [worded(left), worded(right)];
  for (const [evidence, amountIn] of evidences) {
    const amount = Number(amountIn(one, other, known));
    if (amount !== 0) weightMb += atKey(weights, evidence) * amount;
  }
  return 1 / (1 + 2 ** (-weightMb / 1000));
}

// The weights are learned from English: of what is in another script the likeness of words decides.
const alikeFrom = 0.26;

/** Facts that agree stand for the words that two languages do not have in common. */
export function isOfSameFacts(claim: LedgerClaim, other: LedgerClaim, { words }: ClaimRelations): boolean {
  const [own, others] = [words[claim.at] ?? new Map(), words[other.at] ?? new Map()];
  if (scriptOf(claim.quote) !== scriptOf(other.quote)) return shareFacts(own, others);
  return !/\p{Script=Latin}/u.test(claim.quote) && wordLikeness(own, others) >= alikeFrom;
}

/** What evidence weighs within a document, where the text around claims speaks too, and between two, where only they do. */
const weightsByEvidence = lazy(() => ({
  within: new Map(rows.map(([evidence = "", weight = ""]) => [evidence, Number(weight)])),
  between: new Map(rows.map(([evidence = "", , weight = ""]) => [evidence, Number(weight)])),
}));

/** A claim with what its words name, read once for all pairs in which it stands. */
interface Worded {
  readonly claim: LedgerClaim;
  /** The types of the deeds that its words tell of by themselves, without those of speech. */
  readonly types: ReadonlySet<string>;
  /** The names in it, without those of places, each by its words: those that stand side by side are one name. */
  readonly names: readonly ReadonlySet<string>[];
  /** Numbers above ten, each with its unit: small ones agree by chance. */
  readonly numbers: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

const worded = perClaim((claim): Worded => ({
  claim,
  types: deedTypes(claim),
  names: namesIn(claim),
  numbers: numbersOf(claim),
  nouns: new Set(claim.counts.flatMap(({ noun }) => noun ?? [])),
}));

/** How much of an evidence is there for two claims, the earlier one first: from 0 to 1, or whether it is. */
type AmountIn = (left: Worded, right: Worded, known: ClaimRelations) => number | boolean;

const evidences: readonly (readonly [string, AmountIn])[] = [
  ["words-alike", ({ claim: left }, { claim: right }, { words }) => Math.min(1, Math.sqrt(alike(words, left, right)))],
  ["kinds-alike", ({ claim: left }, { claim: right }, { kinds }) => alike(kinds, left, right)],
  ["next-claim", ({ claim: left }, { claim: right }) => gap(left, right) === 0 && Math.abs(left.at - right.at) === 1],
  ["same-paragraph", ({ claim: left }, { claim: right }) => gap(left, right) === 0],
  ["near-paragraph", ({ claim: left }, { claim: right }) => gap(left, right) > 0 && gap(left, right) <= 2],
  ["same-type", (left, right) => shares(left.types, right.types)],
  ["types-apart", (left, right) => areTypesApart(left, right)],
  ["same-root", ({ claim: left }, { claim: right }) => haveOneRoot(left, right)],
  ["same-name", (left, right) => shareOneName(left, right)],
  ["names-apart", (left, right) => areNamesApart(left, right)],
  ["same-day", ({ claim: left }, { claim: right }) => isOneDay(left, right)],
  ["same-place", ({ claim: left }, { claim: right }) => sharePlace(left, right)],
  ["same-number", (left, right) => shares(left.numbers, right.numbers)],
  ["same-noun", (left, right) => shares(left.nouns, right.nouns)],
  ["contradicted", ({ claim: left }, { claim: right }, { areContradicted }) => areContradicted(left, right)],
  ["times-apart", ({ claim: left }, { claim: right }) => apartInTime(left, right)],
  ["places-apart", ({ claim: left }, { claim: right }) => arePlacesApart(left, right)],
  ["nested", ({ claim: left }, { claim: right }) => isNested(left, right)],
];

/** The lines between two claims; those of two documents are as far apart as can be. */
const gap = (left: LedgerClaim, right: LedgerClaim): number =>
  left.document === right.document ? Math.abs(left.line - right.line) : Infinity;

const alike = (all: readonly ClaimWords[], left: LedgerClaim, right: LedgerClaim): number =>
  wordLikeness(all[left.at] ?? new Map(), all[right.at] ?? new Map());

export const shares = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size > 0 && right.size > 0 && [...left].some((each) => right.has(each));

const deedTypes = (claim: LedgerClaim): ReadonlySet<string> =>
  new Set(
    contentOf(claim).flatMap(({ term }) =>
      deedsOf(term).flatMap(({ type, isPlain }) => (isPlain && type !== "statement" ? [type] : [])),
    ),
  );

/** A payment is no flight, whoever is named in both. */
const areTypesApart = ({ types: left }: Worded, { types: right }: Worded): boolean =>
  left.size > 0 && right.size > 0 && !shares(left, right);

const haveOneRoot = ({ chain: left }: LedgerClaim, { chain: right }: LedgerClaim): boolean =>
  left.length > 1 && right.length > 1 && left[0]?.source === right[0]?.source;

function namesIn(claim: LedgerClaim): readonly ReadonlySet<string>[] {
  const isPlace = (start: number): boolean =>
    claim.places.some(({ from, to }) => start >= from - claim.from && start < to - claim.from);
  const names: { readonly words: Set<string>; end: number }[] = [];
  for (const { kind, start, end, term } of contentOf(claim)) {
    if (kind !== "name" || isPlace(start)) continue;
    const last = names.at(-1);
    const isNext = last !== undefined && /^[\s.&’'-]{0,3}$/u.test(claim.quote.slice(last.end, start));
    if (isNext) last.words.add(term);
    if (isNext) last.end = end;
    else names.push({ words: new Set([term]), end });
  }
  return [...names.map(({ words }) => words), ...speakersOwn(claim)];
}

/** "It had paid for the cargo", told of itself: the name is the speaker's. */
function speakersOwn({ quote, speaker }: LedgerClaim): readonly ReadonlySet<string>[] {
  const isOfSpeaker = /^(?:it|he|she|they|we|i)\b/iu.test(quote) && !speaker.includes("/");
  return isOfSpeaker ? [new Set(contentWords(speaker).map(({ term }) => term))] : [];
}

/** One name, or a part of it: "Varga" of "Olen Varga", and not "Star Shipping" of "Birch Shipping". */
export const shareName = (left: LedgerClaim, right: LedgerClaim): boolean => shareOneName(worded(left), worded(right));

const shareOneName = ({ names: left }: Worded, { names: right }: Worded): boolean =>
  left.some((one) => right.some((other) => isPartOf(one, other) || isPartOf(other, one)));

const isPartOf = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((word) => whole.has(word));

const areNamesApart = (left: Worded, right: Worded): boolean =>
  left.names.length > 0 && right.names.length > 0 && !shareOneName(left, right);

/** Numbers above ten, each with its unit: small ones agree by chance. */
export const numbersIn = (claim: LedgerClaim): ReadonlySet<string> => worded(claim).numbers;

const numbersOf = ({ counts }: LedgerClaim): ReadonlySet<string> =>
  new Set(counts.flatMap(({ low, unit }) => (low !== null && low > 10 ? [`${String(low)} ${unit ?? ""}`] : [])));

/** Two claims of a year or of a month share no day. */
export const isOneDay = ({ date: left }: LedgerClaim, { date: right }: LedgerClaim): boolean =>
  left?.start != null &&
  dayOf(left.start) === dayOf(left.end ?? "") &&
  left.start === right?.start &&
  left.end === right.end;

const dayOf = (moment: string): string => moment.slice(0, "2014-05-03".length);

export const sharePlace = ({ places: left }: LedgerClaim, { places: right }: LedgerClaim): boolean =>
  left.some(({ norm }) => right.some((other) => other.norm === norm));

const arePlacesApart = ({ places: left }: LedgerClaim, { places: right }: LedgerClaim): boolean =>
  left.length > 0 && right.length > 0 && !left.some(({ norm }) => right.some((other) => other.norm === norm));

const isNested = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && (isWithin(left, right) || isWithin(right, left));

const isWithin = (inner: LedgerClaim, outer: LedgerClaim): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** Whether both name days, and no day is in both. */
export function apartInTime({ date: left }: LedgerClaim, { date: right }: LedgerClaim): boolean {
  if (!left || !right) return false;
  const startsAfter = (later: typeof left, earlier: typeof left): boolean =>
    later.start !== null && earlier.end !== null && later.start > earlier.end;
  return startsAfter(left, right) || startsAfter(right, left);
}
