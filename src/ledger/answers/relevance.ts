import type { Ledger } from "../build-ledger.ts";
import { contentWords, deedsOf } from "../events/index.ts";
import { termsOf } from "../likeness/claim-words.ts";
import { kindsIn } from "../likeness/kindred.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { findCues } from "../text/phrases.ts";
import { askingTerms } from "./aims.ts";
import { lendByChance } from "./event-chance.ts";
import { timeFitOf } from "./asked-times.ts";
import { sharedPairs } from "./word-pairs.ts";

/** A claim with how much of the question's words it holds, weighed by how rare they are. */
export interface Relevant {
  readonly claim: LedgerClaim;
  readonly score: number;
}

/** The words of a question that say what it is about, in base forms. */
export const askedTerms = (text: string): readonly string[] =>
  [...termsOf(text)].filter((term) => !askingTerms().has(term));

/** The claims that a question is about, the most relevant first; claims of one event lend each other a part of their score. */
export function findRelevant(
  ledger: Ledger,
  text: string,
  among: (claim: LedgerClaim) => boolean = () => true,
): readonly Relevant[] {
  const asked = askedTerms(text);
  const deeds = deedsIn(text);
  const kinds = [...kindsIn(text)];
  const pairs = sharedPairs(ledger.claims, text);
  const own = ledger.claims.map(
    (claim, index) =>
      scoreOf(ledger, claim, asked) +
      pairShare * (pairs[index] ?? 0) +
      kindShare * kindsShared(ledger, claim, kinds) +
      deedShare * [...deedsIn(claim.quote)].filter((deed) => deeds.has(deed)).length,
  );
  // What is called unrelated is named beside what has nothing to do with it.
  const lending = ledger.claims.map((claim, index) => (isUnrelated(claim) ? 0 : (own[index] ?? 0)));
  const near = ledger.claims.map((claim) => nearbyShare * nearby(ledger, claim, lending));
  const lent = new Map<LedgerClaim, number>();
  for (const event of ledger.events) {
    const best = Math.max(0, ...event.claims.map((claim) => lending[claim.at] ?? 0));
    for (const claim of event.claims) lent.set(claim, best);
  }
  const isElsewhere = elsewhere(ledger, text);
  const timeFit = timeFitOf(ledger.claims, text);
  const scores = ledger.claims.map(
    (claim) =>
      ((own[claim.at] ?? 0) + (near[claim.at] ?? 0) + lentShare * (lent.get(claim) ?? 0)) *
      (isElsewhere(claim) ? elsewhereShare : 1) *
      timeShares[timeFit(claim)],
  );
  return lendByChance(ledger, scores, (claim) => !claim.isIronic && !isUnrelated(claim))
    .flatMap((score, index) => {
      const claim = ledger.claims[index];
      return claim && score > 0 && !claim.isIronic && among(claim) ? [{ claim, score }] : [];
    })
    .toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at);
}

// Set on the development round-ups together, as are the others here: what the claims around, and the claims of one event, lend.
const nearbyShare = 0.3;
const lentShare = 0.25;
// A number in the question, as of an account, says more than a word.
const numberShare = 2;

// What a claim is worth that tells of another place than the one asked about.
const elsewhereShare = 0.5;
// What a claim is worth by how its time stands to the one asked about.
const timeShares = { within: 1.5, wider: 0.7, apart: 0.5, unknown: 1 } as const;

/** Whether a claim names places, none of which the question names, where the question names a place that others tell of. */
function elsewhere({ claims }: Ledger, text: string): (claim: LedgerClaim) => boolean {
  const isAsked = ({ norm, text: words }: LedgerClaim["places"][number]): boolean =>
    text.includes(norm) || text.includes(words);
  if (!claims.some(({ places }) => places.some(isAsked))) return () => false;
  return ({ places }) => places.length > 0 && !places.some(isAsked);
}

/** The best score among the two claims before and after in the same paragraph: "He was carrying a birdcage" speaks of the one before. */
function nearby(ledger: Ledger, { at, document, line }: LedgerClaim, lending: readonly number[]): number {
  let best = 0;
  for (const step of [-2, -1, 1, 2]) {
    const other = ledger.claims[at + step];
    if (other && other.document === document && other.line === line)
      best = Math.max(best, (lending[other.at] ?? 0) / Math.abs(step));
  }
  return best;
}

// A deed that the question and the claim can both tell of ("departure", "has left") counts like a word that some claims have.
const deedShare = 1.2;
// A kindred word ("crossing", "came ashore") says less than the word itself.
const kindShare = 0.3;
// Two words that stand together in both say more than each of them.
const pairShare = 0.3;

/** What the kinds are worth that a claim speaks of, or that it counts ("61", given for arrivals). */
function kindsShared({ kinds }: Ledger, claim: LedgerClaim, asked: readonly string[]): number {
  const own = kinds[claim.at];
  const counted = new Set(claim.counts.flatMap(({ noun }) => (noun === null ? [] : [...kindsIn(noun)])));
  return asked.reduce((sum, kind) => sum + (own?.get(kind) ?? (counted.has(kind) ? countedKind : 0)), 0);
}

// What a kind is worth that only the noun of a number speaks of: as one that every other claim has.
const countedKind = 1;

const deedsIn = (text: string): ReadonlySet<string> =>
  new Set(contentWords(text).flatMap(({ term }) => deedsOf(term).map(({ deed }) => deed)));

/** The part of the question's words that a claim, or the words right before it, holds. */
function scoreOf(ledger: Ledger, claim: LedgerClaim, asked: readonly string[]): number {
  const words = ledger.words[claim.at];
  const lead = findCues("unrelated", claim.lead).length > 0 ? "" : claim.lead;
  const beside = termsOf([lead, ...claim.counts.map(({ noun }) => noun ?? "")].join(" "));
  const share = (term: string): number => words?.get(term) ?? (beside.has(term) ? 0.5 : 0);
  return asked.reduce((sum, term) => sum + share(term) * (/\d/u.test(term) ? numberShare : 1), 0);
}
