import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isWordOf } from "../text/phrases.ts";

/** "We rang the bell twice", "our own file has his signature": what an author did, saw or holds himself, so that he is its source. */
export function isWitnessed({ chain, kind, modality, quote, isIronic, isRetracted }: LedgerClaim): boolean {
  if (chain.length > 1 || modality !== "asserted" || isIronic || isRetracted) return false;
  if (kind === "assessment" || kind === "precedent" || kind === "hedge") return false;
  if (/\b(?:our|my)(?: own)? (?:files?|records?|correspondent|reporter|archives?|notes|copy|copies)\b/iu.test(quote))
    return true;
  const deed =
    /(?<![\p{L}])(?:I|we)\s+(?:(?:have|had|myself|ourselves|also|once|twice|then|only|never|did|not|could)\s+)*(?<verb>\p{Ll}+)/u.exec(
      quote.replace(/^We\b/u, "we"),
    )?.groups?.["verb"];
  return deed !== undefined && isWordOf("witnessed", deed) && !/\b(?:weight|trust|faith|hope)\b/iu.test(quote);
}
