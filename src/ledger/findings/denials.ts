import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { termsOf } from "../likeness/claim-words.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { hasWordOf } from "./finding-words.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";

// Set on the development round-ups together, as are the others here.
const deniedFrom = 0.14;
const negatedFrom = 0.3;
// Beside the claim that comes nearest, those are flagged that come about as near, up to so many.
const aboutAsNear = 0.85;
const flagsMax = 2;
// What is attributed beside a headline, and a headline beside what is attributed, come at least this near.
const besideAsNear = 0.5;
// A claim of fewer words than this is denied only by kindred words.
const wordsMin = 2;
// So many claims before it stands what a denial answers, if it is not in the paragraphs right before.
const chargeMax = 6;
// What kindred words ("cash", "1.2 million euros") say beside the words themselves.
const kinShare = 0.5;

interface Denied {
  readonly other: LedgerClaim;
  readonly likeness: number;
}

/**
 * What an office or a person denies, and the claims by others that come nearest to it: by their words, and by kindred words
 * what has just been said by another, since a denial answers a charge.
 */
export function findDenials(pairs: Pairs, like: Like, kin: Like): readonly Contradiction[] {
  const against = new Map<LedgerClaim, Denied[]>();
  const continued = new Set(pairs.filter(continuesDenial).map(([, right]) => right));
  for (const [left, right] of pairs) {
    for (const [denial, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!isDenial(denial) || !mayBeDenied(other, denial)) continue;
      if (isSweeping(denial) || saysNothingOfIt(denial)) {
        if (other === left && answers(denial, other)) add(against, denial, { other, likeness: 1 });
        continue;
      }
      const shared = isCharge(other, denial) ? kinShare * kin(denial, other) : 0;
      if (shared === 0 && termsOf(other.quote).size < wordsMin) continue;
      const likeness = likenessOf(denial, other, like) + shared;
      const enough = denial.modality === "denied" || continued.has(denial) ? deniedFrom : negatedFrom;
      if (likeness >= enough) add(against, denial, { other, likeness });
    }
  }
  return [...against].flatMap(([denial, others]) => flags(denial, answeredOf(denial, others)));
}

/** "denied this, saying that no mortar had been used". */
const continuesDenial = ([left, right]: readonly [LedgerClaim, LedgerClaim]): boolean =>
  left.at === right.at - 1 &&
  left.modality === "denied" &&
  left.speaker === right.speaker &&
  left.sentence.from === right.sentence.from;

/** "He saw nothing of the kind" answers what was said last; a sweeping denial all that was said. */
const answeredOf = (denial: LedgerClaim, others: readonly Denied[]): readonly Denied[] =>
  saysNothingOfIt(denial) ? others.slice(-1) : isSweeping(denial) ? ends(others) : others;

/** Of all that has been said, what was said first and what was said last. */
const ends = (others: readonly Denied[]): readonly Denied[] =>
  others.length <= flagsMax + 1 ? others : [...others.slice(0, 1), ...others.slice(-flagsMax)];

const add = (to: Map<LedgerClaim, Denied[]>, denial: LedgerClaim, denied: Denied): void => {
  to.set(denial, [...(to.get(denial) ?? []), denied]);
};

const likenessOf = (denial: LedgerClaim, other: LedgerClaim, like: Like): number =>
  like(denial, other) * (other.chain.length > 1 ? 1.3 : 1) +
  nearness(denial, other) +
  (saysWhat(other, denial) ? 1 : 0);

/** A denial answers somebody, so that what is attributed comes before the headlines and leads that retell it, which are flagged beside it. */
function flags(denial: LedgerClaim, others: readonly Denied[]): readonly Contradiction[] {
  const most = Math.max(...others.map(({ likeness }) => likeness));
  const near = others.filter(({ likeness }) => likeness >= most * besideAsNear);
  const [told, retold] = [near.filter(isTold), near.filter((denied) => !isTold(denied))];
  return [...flagsAmong(denial, told), ...flagsAmong(denial, retold)];
}

const isTold = ({ other }: Denied): boolean => other.chain.length > 1 && other.relation !== "based-on";

function flagsAmong(denial: LedgerClaim, others: readonly Denied[]): readonly Contradiction[] {
  const sorted = others.toSorted((left, right) => right.likeness - left.likeness || left.other.at - right.other.at);
  const best = sorted[0];
  return sorted
    .filter(({ other, likeness }) => best && (likeness >= best.likeness * aboutAsNear || isWithin(other, best.other)))
    .slice(0, isSweeping(denial) ? flagsMax + 1 : flagsMax)
    .map(({ other }) => ({
      kind: "denial" as const,
      left: other,
      right: denial,
      why: `"${denial.quote}" is denied`,
    }));
}

/** "that were run by the bureau" within "traced the coins to wallets that were run by the bureau". */
const isWithin = (inner: LedgerClaim, outer: LedgerClaim): boolean =>
  inner.document === outer.document && inner.from >= outer.from && inner.to <= outer.to;

/** What somebody else is said to have said, shortly before it is denied. */
const isCharge = (other: LedgerClaim, denial: LedgerClaim): boolean =>
  other.at < denial.at &&
  other.chain.length > 1 &&
  (isNear(other, denial) || other.isLead || denial.at - other.at <= chargeMax);

/** "dismissed the whole business", "a fairy tale": a denial of all that others have just been said to say. */
const isSweeping = perClaim(({ quote }): boolean => hasWordOf("sweeping", quote) || turnsDown.test(quote));

const turnsDown =
  /\b(?:dismiss|reject|den|brush|laugh|wave)\p{L}* (?:the (?:story|stories|reports?|account|matter|affair|claims?|allegations?|charges?|accusations?)|it|this|that|all of it|everything|both|them)\b/iu;

/** "saw nothing of the kind", "no such person": what stands right before was not so, by somebody's word. */
const saysNothingOfIt = perClaim(
  ({ modality, polarity, chain, quote }): boolean =>
    (modality === "denied" || (modality === "reported" && polarity === "negative" && chain.length > 1)) &&
    hasWordOf("nothing-of-it", quote),
);

const answers = (denial: LedgerClaim, other: LedgerClaim): boolean =>
  denial.document === other.document &&
  denial.line - other.line <= 2 &&
  other.chain.length > 1 &&
  (other.kind === "event" || other.kind === "count");

/** "there was no Bureau 17" against "Bureau 17, the office that ...": what is said not to be, and what it is said to be. */
function saysWhat(other: LedgerClaim, { quote }: LedgerClaim): boolean {
  const thing = /\bthere (?:was|is|were|are|had been|has been|never was) no (?:such )?(?<thing>.+)$/iu.exec(quote)
    ?.groups?.["thing"];
  if (thing === undefined) return false;
  const terms = [...termsOf(thing)];
  const last = termsOf(other.lead.slice(-thing.length - 4));
  return terms.length > 0 && terms.every((term) => last.has(term));
}

/** A plea of not guilty denies a charge, no claim of the text; who denies a link says nothing of either thing. */
const isDenial = perClaim(
  (claim): boolean =>
    (claim.modality === "denied" || saysNot(claim) || saysNothingOfIt(claim)) &&
    !isUnrelated(claim) &&
    !/\bnot guilty\b|\banything to do with\b|\blinks?\b/iu.test(claim.quote),
);

/** What a source says is not so, though it does not "deny" it; without what it says that it does not know or was not told. */
const saysNot = ({ modality, polarity, kind, chain, quote }: LedgerClaim): boolean =>
  modality === "reported" &&
  polarity === "negative" &&
  chain.length > 1 &&
  (kind === "event" || kind === "attribute" || kind === "count") &&
  !/\b(?:no (?:fewer|less|more) than|no longer|would|could|may|might|dare|should|must)\b|\b(?:kn[eo]w|hear|s[ae]e|saw|seen|sa(?:y|id)|tell|told|find|found|mention|receiv|aware|report|commen|answer|repl|confirm|remember|notice|inform|given?|name|look|recogni)\p{L}*/iu.test(
    quote,
  );

const mayBeDenied = (other: LedgerClaim, denial: LedgerClaim): boolean =>
  other.speaker !== denial.speaker &&
  other.modality !== "denied" &&
  other.polarity === "positive" &&
  other.kind !== "precedent" &&
  other.kind !== "assessment";

/** A denial answers what stands shortly before it. */
const nearness = (denial: LedgerClaim, other: LedgerClaim): number =>
  denial.document === other.document && denial.at > other.at ? Math.max(0, 0.08 - 0.006 * (denial.at - other.at)) : 0;
