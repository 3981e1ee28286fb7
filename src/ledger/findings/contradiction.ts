import type { Count } from "../counts/index.ts";
import { wordLikeness, type ClaimWords } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

export type ContradictionKind = "count" | "date" | "place" | "denial" | "correction" | "role" | "status";

/** Two claims that cannot both be so, and why; of numbers, which of the left claim's stands against which of the right one's. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly left: LedgerClaim;
  readonly right: LedgerClaim;
  readonly why: string;
  readonly counts?: readonly [Count | undefined, Count];
}

/** Claims that may be compared, the earlier one first. */
export type Pairs = readonly (readonly [LedgerClaim, LedgerClaim])[];

/** How much two claims' words have in common. */
export type Like = (left: LedgerClaim, right: LedgerClaim) => number;

export const likenessOf =
  (words: readonly ClaimWords[]): Like =>
  (left, right) =>
    wordLikeness(words[left.at] ?? new Map(), words[right.at] ?? new Map());

/** Paragraphs that follow each other, or with one between them; empty lines count. */
export const isNear = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && Math.abs(left.line - right.line) <= 4;
