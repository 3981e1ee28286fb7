import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import type { Contradiction } from "./contradiction.ts";

/** What an outlet takes back, and what it puts in its place. */
export const findCorrections = (claims: readonly LedgerClaim[]): readonly Contradiction[] => [
  ...claims.filter(takesBack).flatMap((right): Contradiction[] => {
    const left = claims.findLast(
      (other) => other.document === right.document && other.line === right.line && other.at < right.at,
    );
    return left ? [{ kind: "correction", left, right, why: "The author takes it back." }] : [];
  }),
  ...claims
    .filter(({ isRetracted }) => isRetracted)
    .flatMap((taken) => {
      const instead = claims.find((other) => replaces(other, taken));
      return instead ? [{ kind: "correction" as const, left: taken, right: instead, why: "It was taken back." }] : [];
    }),
];

const takesBack = ({ quote, chain }: LedgerClaim): boolean =>
  chain.length === 1 && /\b(?:I|we) (?:take|took) (?:it|that|this) back\b/iu.test(quote);

const replaces = (other: LedgerClaim, taken: LedgerClaim): boolean =>
  other.document === taken.document &&
  other.at > taken.at &&
  other.line === taken.line &&
  other.speaker === taken.speaker &&
  !other.isRetracted &&
  !/\b(?:correct|withdr|retract)|\bt(?:ook|ake|aken) .{0,12}back\b/iu.test(other.quote);
