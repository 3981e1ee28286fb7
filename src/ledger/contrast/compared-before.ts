import { areAgreeing } from "./agreeing.ts";
import { isLiteral, type LedgerClaim } from "../likeness/ledger-claim.ts";

// So many claims before a claim it answers another, and so many lines; empty lines count.
const claimsMax = 12;
const linesMax = 4;

/** The claims before one of a list that it may contradict: those shortly before it that are meant, say something, and do not agree with it. */
export const comparedBefore = (claims: readonly LedgerClaim[], right: LedgerClaim): readonly LedgerClaim[] => {
  const own = right.at - (claims[0]?.at ?? 0);
  return claims
    .slice(Math.max(0, own - claimsMax), own)
    .filter(
      (left) =>
        right.line - left.line <= linesMax && isLiteral(left) && isLiteral(right) && !areAgreeing(left, right, claims),
    );
};
