import { pointsBackTo } from "../findings/points-back.ts";
import { isNegative, perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { contrastsOf } from "./contrast-words.ts";
import { has, type Evidence } from "./evidence.ts";

/** Which of two claims denies or says that something is not so, and whether it says of what. */
export function negationEvidence(left: LedgerClaim, right: LedgerClaim): Evidence {
  const [isLeft, isRight] = [isNegative(left), isNegative(right)];
  if (isLeft && isRight) return has("both-negative", true);
  const negative = isLeft ? left : isRight ? right : undefined;
  if (!negative) return [];
  return [
    ...has(negative.modality === "denied" ? "denied" : "negated", true),
    ...has("denial-behind", negative === right),
    ...has("points-at-it", pointsBackTo(right) !== undefined),
    ...has("knows-not", negative.modality !== "denied" && tellsKnowledge(negative)),
  ];
}

/** "could not see it", "has received nothing": no deed is said not to be. */
const tellsKnowledge = perClaim(
  (claim): boolean => contrastsOf(claim).has("knowing") || contrastsOf(claim).has("possible"),
);
