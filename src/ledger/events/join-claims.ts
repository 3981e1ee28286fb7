import { wordLikeness, type ClaimWords } from "../likeness/claim-words.ts";
import { scriptOf } from "../likeness/script-of.ts";
import { shareFacts } from "../likeness/shared-facts.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** The earlier claims with which one may be compared. */
export type Candidates = (claim: LedgerClaim) => readonly LedgerClaim[];

// Set on the development round-ups (B-cubed of the joined claims): likeness of words from which two claims are of one event.
const joinedFrom = 0.26;
const sameSentence = 0.14;
const nextClaim = 0.1;
const otherTime = 0.3;
// Two languages have no words in common: there type, day, place and a participant that agree stand for them.
const sameFacts = 0.3;

/**
 * The claim to whose event one belongs, by its position: the one most like it if that is like enough, by words of what happened and
 * who took part, less where the days cannot be the same, more where they stand in one sentence. Undefined: it begins an event.
 */
export function joinedTo(claim: LedgerClaim, words: readonly ClaimWords[], candidates: Candidates): number | undefined {
  let best: { readonly score: number; readonly at: number } | undefined;
  for (const other of candidates(claim)) {
    const score = linkOf(claim, other, words);
    if (!best || score > best.score) best = { score, at: other.at };
  }
  return best && best.score >= joinedFrom ? best.at : undefined;
}

/** How much speaks for two claims being of one event. */
export function linkOf(claim: LedgerClaim, other: LedgerClaim, words: readonly ClaimWords[]): number {
  const [own, others] = [words[claim.at] ?? new Map(), words[other.at] ?? new Map()];
  if (shareFacts(own, others) && scriptOf(claim.quote) !== scriptOf(other.quote)) return sameFacts;
  const likeness = wordLikeness(own, others);
  const isNear = claim.document === other.document && claim.line === other.line;
  const near =
    isNear && claim.sentence.from === other.sentence.from
      ? sameSentence
      : isNear && claim.at - other.at === 1
        ? nextClaim
        : 0;
  return likeness + near - (apartInTime(claim, other) ? otherTime : 0);
}

/** Whether both name days, and no day is in both. */
export function apartInTime({ date: left }: LedgerClaim, { date: right }: LedgerClaim): boolean {
  if (!left || !right) return false;
  const startsAfter = (later: typeof left, earlier: typeof left): boolean =>
    later.start !== null && earlier.end !== null && later.start > earlier.end;
  return startsAfter(left, right) || startsAfter(right, left);
}
