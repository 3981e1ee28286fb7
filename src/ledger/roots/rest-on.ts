import type { SpeakerSource } from "../claims/claim.ts";
import { wordLikeness, type ClaimWords } from "../likeness/claim-words.ts";
import { hasWordOf } from "../findings/finding-words.ts";
import type { LedgerClaim, SourcesByKey } from "../likeness/ledger-claim.ts";

// Set on the development round-ups: likeness from which a claim in the author's own voice retells an attributed one; headlines,
// leads and points of a list are there to retell.
const retoldFrom = 0.27;
const leadFrom = 0.17;
const ownWordsFrom = 0.08;
const aboutAsLike = 0.4;

/** A claim in the author's voice and the attributed claim that it retells. */
export interface Retold {
  readonly claim: LedgerClaim;
  readonly from: LedgerClaim;
  /** Attributed claims that are about as like it as the one that it retells. */
  readonly also: readonly LedgerClaim[];
  /** Only stands in one sentence with a claim that retells it. */
  readonly isBeside: boolean;
}

/**
 * Of the claims of a document those that its author makes in his own voice and that only retell what he attributes elsewhere in the same document: headlines,
 * leads, sums, and what a source that speaks there is said to do. They add no source; what they drop or strengthen is worth finding.
 */
export function findRetold(
  claims: readonly LedgerClaim[],
  words: readonly ClaimWords[],
  sources: SourcesByKey,
): readonly Retold[] {
  const told = claims.filter(canBeRetold);
  const found: Retold[] = [];
  for (const claim of claims.filter(isOwn)) {
    const like = nearest(claim, told, words, sources);
    const beside = like.length === 0 ? besideRetold(claim, found) : undefined;
    const from = like[0] ?? beside;
    if (from) found.push({ claim, from, also: like.slice(1), isBeside: beside !== undefined });
  }
  return found;
}

function nearest(
  claim: LedgerClaim,
  told: readonly LedgerClaim[],
  words: readonly ClaimWords[],
  sources: SourcesByKey,
): readonly LedgerClaim[] {
  const like = told
    .map((other) => ({
      other,
      likeness: wordLikeness(words[claim.at] ?? new Map(), words[other.at] ?? new Map()),
      own: speaksOf(claim, sources.get(other.speaker)),
    }))
    .filter(({ likeness, own }) => likeness >= (own ? ownWordsFrom : claim.isLead ? leadFrom : retoldFrom))
    .toSorted((left, right) => right.likeness - left.likeness || left.other.at - right.other.at);
  const best = like[0]?.likeness ?? 0;
  return like.filter(({ likeness }) => likeness >= best * aboutAsLike).map(({ other }) => other);
}

/** What stands in one sentence with a retold claim is retold with it. */
const besideRetold = (claim: LedgerClaim, found: readonly Retold[]): LedgerClaim | undefined =>
  found.findLast((other) => other.claim.sentence.from === claim.sentence.from)?.from;

/** "Prosecutors hold 12 staff": the one that it is about speaks elsewhere. */
const speaksOf = ({ quote }: LedgerClaim, source: SpeakerSource | undefined): boolean =>
  source !== undefined &&
  source.kind === "body" &&
  source.mentions.some((mention) =>
    quote.toLowerCase().startsWith(mention.toLowerCase().replace(/^the /u, "").split(" ")[0] ?? "-"),
  );

const canBeRetold = (other: LedgerClaim): boolean =>
  other.chain.length > 1 &&
  !other.isIronic &&
  other.modality !== "cannot-confirm" &&
  other.modality !== "denied" &&
  other.kind !== "precedent";

const isOwn = (claim: LedgerClaim): boolean =>
  claim.chain.length === 1 &&
  claim.kind !== "precedent" &&
  !isSum(claim) &&
  claim.kind !== "assessment" &&
  !claim.isIronic &&
  !claim.isRetracted &&
  claim.polarity === "positive";

/** "fifteen people since 1 November", "in all": the author adds up what several have told. */
const isSum = ({ quote, counts }: LedgerClaim): boolean => counts.length > 0 && hasWordOf("sum", quote);
