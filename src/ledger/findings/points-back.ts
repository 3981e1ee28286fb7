import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { hasWordOf } from "./finding-words.ts";

/**
 * What a denial answers that does not say what it denies: all that has just been said ("a fairy tale"), what stands right before
 * ("nothing of the kind", "He has not"), what was told of such a thing ("No such meeting took place"), or the number that was given
 * last ("That figure was rejected").
 */
export type Answered = "all" | "last" | "such" | "number";

/** What a denial points back to; undefined where it says what it denies. */
export const pointsBackTo = perClaim((claim): Answered | undefined => {
  if (!deniesAtAll(claim)) return undefined;
  if (refusesNumber.test(claim.quote)) return "number";
  if (saysNothingOfIt(claim.quote)) return "last";
  if (noSuch.test(claim.quote)) return "such";
  return claim.modality === "denied" && isSweeping(claim.quote) ? "all" : undefined;
});

/** A denial, what a source says is not so, and what the author of the text says is not. */
const deniesAtAll = ({ modality, polarity, chain }: LedgerClaim): boolean =>
  modality === "denied" ||
  (polarity === "negative" && (modality === "reported" || (modality === "asserted" && chain.length === 1)));

const saysNothingOfIt = (quote: string): boolean =>
  hasWordOf("nothing-of-it", quote) || isElliptic.test(quote) || turnsDownThis.test(quote);

const noSuch = /\b(?:no|never any) such \p{Ll}/iu;

/** "He has not", "they never did", "it was not": the deed is that of the sentence before. */
const isElliptic =
  /^(?:but |and )?(?:it|this|that|he|she|they|we|i|there|the \p{L}+)\s+(?:(?:has|have|had|is|are|was|were|do|does|did|will|would|could|can)(?:\s+not|\s+never|n[’']t)|never (?:has|have|had|is|are|was|were|did|does|will|would))[.,;!]?$/iu;

const turning = String.raw`\b(?:dismiss|reject|den(?:y|ie)|disput|contest|contradict|refut|rebut|brush|laugh|wave|call|den(?:y|ie)ing)\p{L}*`;
const telling = String.raw`(?:story|stories|reports?|account|matter|affair|claims?|allegations?|charges?|accusations?|version|tale)`;
const turnedDown = String.raw`(?:was|were|is|are|has been|had been|have been)\s+(?:\p{L}+ly\s+|at once\s+|promptly\s+)?(?:den|reject|dismiss|disput|contest|contradict|refut|rebut)\p{L}*`;

const turnsDownThis = new RegExp(
  String.raw`${turning} (?:it|this|that)(?!\s+\p{L})|^(?:it|this|that)\s+${turnedDown}|\b(?:it|this|that) is (?:not true|untrue)`,
  "iu",
);

const turnsDownAll = new RegExp(
  String.raw`${turning} (?:the ${telling}|all of it|everything|both|them)\b|\b(?:the|this|that|these|those|both) ${telling}\s+${turnedDown}`,
  "iu",
);

const isSweeping = (quote: string): boolean => hasWordOf("sweeping", quote) || turnsDownAll.test(quote);

const numbers = "(?:figures?|numbers?|counts?|totals?|sums?|estimates?|tally|toll)";
const refusesNumber = new RegExp(
  String.raw`${turning} (?:the|this|that|these|those|both) ${numbers}\b|\b(?:the|this|that|these|those|both) ${numbers}\s+(?:${turnedDown}|(?:is|was|were|are) (?:wrong|false|untrue|too (?:high|low)|invented|exaggerated|plucked))`,
  "iu",
);
