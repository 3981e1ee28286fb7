import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isWordOf } from "../text/phrases.ts";

/** Who asked does not stand there: it is the author who got no answer; "the Ledger's questions" are another's. */
const silence =
  /\b(?:(?:did|does|do|has|have|had|would) not|didn[’']t)\s+(?:\p{L}+\s+)?(?:(?:answer|answered|repl(?:y|ied)|respond|responded)(?:\s+to)?(?!\s+(?:the\s+|a\s+)?(?:\p{Lu}|questions? (?:of|from|by)))|return(?:ed)? (?:our |my |several |any |a )?(?:calls?|messages?|letters?)|pick(?:ed)? up)|\b(?:nobody|no one) (?:answered|picked up|replied)\b|\bno (?:answer|reply) (?:was|came|has|had)\b|\bcould not be reached\b/u;

/** "We rang the bell twice", "our own file has his signature": what an author did, saw or holds himself, so that he is its source. */
export function isWitnessed({ chain, kind, modality, quote, isIronic, isRetracted }: LedgerClaim): boolean {
  if (chain.length > 1 || modality !== "asserted" || isIronic || isRetracted) return false;
  if (kind === "assessment" || kind === "precedent" || kind === "hedge") return false;
  if (/\b(?:our|my)(?: own)? (?:files?|records?|correspondent|reporter|archives?|notes|copy|copies)\b/iu.test(quote))
    return true;
  if (silence.test(quote)) return true;
  const deed =
    /(?<![\p{L}])(?:I|we|[Tt]he Mission|[Tt]his (?:Section|section|office|Office|post|Post|newsletter|newspaper|digest|column))\s+(?:(?:have|had|myself|ourselves|also|once|twice|then|only|never|did|not|could)\s+)*(?<verb>\p{Ll}+)/u.exec(
      quote.replace(/^We\b/u, "we"),
    )?.groups?.["verb"];
  return deed !== undefined && isWordOf("witnessed", deed) && !/\b(?:weight|trust|faith|hope)\b/iu.test(quote);
}
