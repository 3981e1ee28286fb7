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
  for (const [evidence, amount] of evidenceOf(left, right, known)) weightMb += atKey(weights, evidence) * amount;
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

/** Each evidence that is there, from 0 to 1. */
export function evidenceOf(
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
    ...has("types-apart", areTypesApart(left, right)),
    ...has("same-root", left.chain.length > 1 && right.chain.length > 1 && rootOf(left) === rootOf(right)),
    ...has("same-name", shareName(left, right)),
    ...has("names-apart", areNamesApart(left, right)),
    ...has("same-day", isOneDay(left, right)),
    ...has("same-place", sharePlace(left, right)),
    ...has("same-number", shares(numbersIn(left), numbersIn(right))),
    ...has("same-noun", shares(nouns(left), nouns(right))),
    ...has("contradicted", areContradicted(left, right)),
    ...has("times-apart", apartInTime(left, right)),
    ...has("places-apart", arePlacesApart(left, right)),
    ...has("nested", isOneDocument && (isWithin(left, right) || isWithin(right, left))),
  ];
}

const alike = (all: readonly ClaimWords[], left: LedgerClaim, right: LedgerClaim): number =>
  wordLikeness(all[left.at] ?? new Map(), all[right.at] ?? new Map());

export const shares = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].some((each) => right.has(each));

/** The types of the deeds that a claim's words tell of by themselves, without those of speech. */
const deedTypes = perClaim(
  (claim): ReadonlySet<string> =>
    new Set(
      contentOf(claim).flatMap(({ term }) =>
        deedsOf(term).flatMap(({ type, isPlain }) => (isPlain && type !== "statement" ? [type] : [])),
      ),
    ),
);

/** A payment is no flight, whoever is named in both. */
const areTypesApart = (left: LedgerClaim, right: LedgerClaim): boolean =>
  deedTypes(left).size > 0 && deedTypes(right).size > 0 && !shares(deedTypes(left), deedTypes(right));

const nouns = perClaim(({ counts }): ReadonlySet<string> => new Set(counts.flatMap(({ noun }) => noun ?? [])));

const rootOf = ({ chain }: LedgerClaim): string | undefined => chain[0]?.source;

/** The names in a claim, without those of places, each by its words: those that stand side by side are one name. */
const namesIn = perClaim((claim): readonly ReadonlySet<string>[] => {
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
});

/** "It had paid for the cargo", told of itself: the name is the speaker's. */
function speakersOwn({ quote, speaker }: LedgerClaim): readonly ReadonlySet<string>[] {
  const isOfSpeaker = /^(?:it|he|she|they|we|i)\b/iu.test(quote) && !speaker.includes("/");
  return isOfSpeaker ? [new Set(contentWords(speaker).map(({ term }) => term))] : [];
}

/** One name, or a part of it: "Varga" of "Olen Varga", and not "Star Shipping" of "Birch Shipping". */
export const shareName = (left: LedgerClaim, right: LedgerClaim): boolean =>
  namesIn(left).some((one) => namesIn(right).some((other) => isPartOf(one, other) || isPartOf(other, one)));

const isPartOf = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((word) => whole.has(word));

const areNamesApart = (left: LedgerClaim, right: LedgerClaim): boolean =>
  namesIn(left).length > 0 && namesIn(right).length > 0 && !shareName(left, right);

/** Numbers above ten, each with its unit: small ones agree by chance. */
export const numbersIn = perClaim(
  ({ counts }): ReadonlySet<string> =>
    new Set(counts.flatMap(({ low, unit }) => (low !== null && low > 10 ? [`${String(low)} ${unit ?? ""}`] : []))),
);

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

const isWithin = (inner: LedgerClaim, outer: LedgerClaim): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** Whether both name days, and no day is in both. */
export function apartInTime({ date: left }: LedgerClaim, { date: right }: LedgerClaim): boolean {
  if (!left || !right) return false;
  const startsAfter = (later: typeof left, earlier: typeof left): boolean =>
    later.start !== null && earlier.end !== null && later.start > earlier.end;
  return startsAfter(left, right) || startsAfter(right, left);
}
