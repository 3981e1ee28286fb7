import { isPersonNoun } from "../findings/count-nouns.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isWordOf } from "../text/phrases.ts";

/** "Has the same man on the telephone", "both rest on one cashier", "it is the woman who talked to the paper", "the clerk had it from the driver". */
export const saysSource = ({ quote }: LedgerClaim): boolean =>
  fromWhom.test(quote) ||
  [...quote.matchAll(/\bthe same (?<who>\p{L}+)/giu)].some(({ groups }) => isTeller(groups?.["who"] ?? ""));

const isTeller = (noun: string): boolean => /^one$/iu.test(noun) || isPersonNoun(noun) || isWordOf("person", noun);

const fromWhom =
  /\brests? on\b|\b(?:talked|spoken?|spoke) (?:to|with)\b|\bha(?:s|d|ve) (?:him|her|them) on\b|\b(?:heard|had|has|got|learned|learnt) (?:it|that|this|the story|so much) from\b|\bwas told (?:it |so |that |this )?by\b/iu;
