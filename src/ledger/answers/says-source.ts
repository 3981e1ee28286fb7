import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** "Has the same man on the telephone", "both rest on one cashier", "it is the woman who talked to the paper", "the clerk had it from the driver". */
export const saysSource = ({ quote }: LedgerClaim): boolean =>
  /\bthe same (?:man|woman|person|source|people|official|witness|one)\b|\brests? on\b|\b(?:talked|spoken?|spoke) (?:to|with)\b|\bha(?:s|d|ve) (?:him|her|them) on\b|\b(?:heard|had|has|got|learned|learnt) (?:it|that|this|the story|so much) from\b|\bwas told (?:it |so |that |this )?by\b/iu.test(
    quote,
  );
