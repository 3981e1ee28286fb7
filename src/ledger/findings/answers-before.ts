import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";

/**
 * Whether a claim speaks of the very thing that another source has just been said to tell: it stands right behind it in the text and
 * begins with a word that points back ("it was at Brod", "he came home", "there was only one"), or says only how it was.
 */
export const answersBefore = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document &&
  right.at > left.at &&
  right.at - left.at <= 2 &&
  right.line - left.line <= 2 &&
  left.chain[0]?.source !== right.chain[0]?.source &&
  left.speaker !== right.speaker &&
  left.chain.length > 1 &&
  right.chain.length > 1 &&
  left.relation !== "based-on" &&
  right.relation !== "based-on" &&
  pointsBack(right);

/** Names nobody and begins with a pronoun, or has one for its object ("had him there", "dates it to Monday", "soldiers blew it up"). */
const pointsBack = perClaim(
  ({ quote }): boolean =>
    /^(?:that\s+|but\s+|and\s+)?(?:he|she|it|they|this|that|there|these|those|both|one)\b/iu.test(quote) ||
    /\p{Ll}\s(?:it|him|her|them)(?=\s(?:to|at|on|in|as|for|up|down|off|out|away|there|a|an|the|is|was)\b|$)/u.test(
      quote,
    ) ||
    /\b(?:puts?|dates?|dated|places?|placed|sets?|ha[sd]|saw|calls?|called|makes?|made|names?|named|speaks?|spoke)\s+(?:this|that|the \p{L}+|of)\b/u.test(
      quote,
    ),
);
