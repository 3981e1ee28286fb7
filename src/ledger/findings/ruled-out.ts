import { termsOf, termsOfClaim } from "../likeness/claim-words.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";
import { isOfOneSubject } from "./one-subject.ts";

/**
 * What a source rules out by naming what is so in its place ("in Vaduz, not in Geneva", "ballast rather than gold"), against another
 * that says it; and its own number put in the place of another ("70,000, not 700,000").
 */
export const findRuledOut = (pairs: Pairs, like: Like): readonly Contradiction[] =>
  pairs.flatMap(([left, right]): readonly Contradiction[] => {
    if (replacesNumber(left, right)) {
      const [wrong, so] = isNotNumber(right) ? [right, left] : [left, right];
      return [{ kind: "correction", left: wrong, right: so, why: `${left.quote} against ${right.quote}` }];
    }
    const ruling_ = rulesOut(left, right, like) ? left : rulesOut(right, left, like) ? right : undefined;
    return ruling_ ? [{ kind: "status", left, right, why: `"${ruling_.quote}" rules it out` }] : [];
  });

/** Both speak of one thing by a word more than the one that is ruled out. */
const rulesOut = (ruling_: LedgerClaim, other: LedgerClaim, like: Like): boolean =>
  ruledOutBy(ruling_).length > 0 &&
  mayBeRuledOut(other, ruling_) &&
  isOfOneSubject(ruling_, other, like) &&
  ruledOutBy(ruling_).some(
    (terms) =>
      says(other, terms) &&
      [...termsOfClaim(ruling_)].some((term) => !terms.includes(term) && termsOfClaim(other).has(term)),
  );

/** The words of each thing that a claim rules out, in base forms; a number is compared elsewhere. */
const ruledOutBy = perClaim(({ quote, modality }): readonly (readonly string[])[] => {
  if (modality === "denied") return [];
  return [...quote.matchAll(ruling)].flatMap(({ groups }) => {
    const what = groups?.["behind"] ?? groups?.["before"] ?? "";
    const terms = [...termsOf(what)].filter((term) => !term.startsWith("*"));
    return terms.length > 0 && !/\d/u.test(what) ? [terms] : [];
  });
});

/** Up to four words behind ", not", "rather than", "instead of"; before "but" behind "not". */
const ruling =
  /(?:, (?:and )?not|\brather than|\binstead of|\bas opposed to)\s+(?:(?:a|an|the|in|at|to|from|by|on|for|of)\s+)*(?<behind>(?:[\p{L}\p{N}’'-]+\s?){1,4})(?=[,.;]|$)|\bnot\s+(?:(?:a|an|the|in|at|to|from|by|on|for|of)\s+)*(?<before>(?:[\p{L}\p{N}’'-]+\s){1,4}?)but\b/giu;

const says = (other: LedgerClaim, terms: readonly string[]): boolean =>
  terms.every((term) => termsOfClaim(other).has(term));

const mayBeRuledOut = (other: LedgerClaim, ruling_: LedgerClaim): boolean =>
  other.speaker !== ruling_.speaker &&
  other.chain[0]?.source !== ruling_.chain[0]?.source &&
  other.polarity === "positive" &&
  other.modality !== "denied" &&
  other.kind !== "assessment" &&
  other.kind !== "precedent" &&
  !other.isRetracted &&
  !isUnrelated(other) &&
  (isNear(other, ruling_) || other.isLead || ruling_.isLead) &&
  !ruledOutBy(other).some((terms) => says(other, terms));

/** "had 70,000 dollars on him" with "not 700,000" right behind it, or "not of 4 million" with "but of 400,000", of one speaker in one sentence. */
function replacesNumber(left: LedgerClaim, right: LedgerClaim): boolean {
  if (left.at !== right.at - 1 || left.speaker !== right.speaker || left.sentence.from !== right.sentence.from)
    return false;
  const [one, other] = [left.counts[0], right.counts[0]];
  return (
    one !== undefined &&
    other !== undefined &&
    one.low !== other.low &&
    (isNotNumber(right) || (isNotNumber(left) && /^but\b/u.test(right.quote)))
  );
}

const isNotNumber = ({ quote }: LedgerClaim): boolean => /^(?:and )?not (?:\p{Ll}+ )?[^\p{Ll}]*\p{N}/u.test(quote);
