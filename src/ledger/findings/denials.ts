import { remembered } from "../../base/index.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { contrastsOf } from "../contrast/contrast-words.ts";
import { contentOf } from "../events/content-of.ts";
import { termsOf, termsOfClaim } from "../likeness/claim-words.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";
import { pointsBackTo } from "./points-back.ts";

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
// What it says that a charge names the one who denies; not enough by itself.
const chargedShare = 0.1;

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
      if (pointsBackTo(denial)) {
        const likeness = pointsBackTo(denial) === "such" ? kin(denial, other) + like(denial, other) : 1;
        if (other === left && answers(denial, other)) add(against, denial, { other, likeness });
        continue;
      }
      const shared = isCharge(other, denial)
        ? kinShare * kin(denial, other) + (isAgainst(other, denial) ? chargedShare : 0)
        : 0;
      if (shared === 0 && termsOfClaim(other).size < wordsMin) continue;
      const likeness = likenessOf(denial, other, like) + shared;
      const isFlat = denial.modality === "denied" || denial.chain.length === 1 || continued.has(denial);
      const enough = isFlat ? deniedFrom : negatedFrom;
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

/** Of what a denial points back to: all, the last, or the last number; of others as they are. */
function answeredOf(denial: LedgerClaim, others: readonly Denied[]): readonly Denied[] {
  switch (pointsBackTo(denial)) {
    case "all":
      return ends(others);
    case "last":
      return others.slice(-1);
    case "such":
      return others.toSorted((left, right) => left.likeness - right.likeness).slice(-1);
    case "number":
      return others.filter(({ other }) => other.counts.length > 0).slice(-1);
    case undefined:
      return others;
  }
}

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
  const retold = others.filter((denied) => !isTold(denied) && denied.likeness >= most * besideAsNear);
  return [...flagsAmong(denial, others.filter(isTold)), ...flagsAmong(denial, retold)];
}

const isTold = ({ other }: Denied): boolean => other.chain.length > 1 && other.relation !== "based-on";

function flagsAmong(denial: LedgerClaim, others: readonly Denied[]): readonly Contradiction[] {
  const sorted = others.toSorted((left, right) => right.likeness - left.likeness || left.other.at - right.other.at);
  const best = sorted[0];
  return sorted
    .filter(({ other, likeness }) => best && (likeness >= best.likeness * aboutAsNear || isWithin(other, best.other)))
    .slice(0, pointsBackTo(denial) === "all" ? flagsMax + 1 : flagsMax)
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

/** What somebody else is said to have said, or a headline tells, before it is denied. */
const isCharge = (other: LedgerClaim, denial: LedgerClaim): boolean =>
  other.at < denial.at &&
  (other.chain.length > 1 || other.isLead) &&
  (isNear(other, denial) || other.isLead || denial.at - other.at <= chargeMax);

/** "Anselm Torv spent three weeks there" against what the office of Anselm Torv says: who is charged denies. */
const isAgainst = (charge: LedgerClaim, { chain, speaker }: LedgerClaim): boolean =>
  [chain[0]?.source ?? "", speaker].some((key) => !key.includes("/") && shares(namedIn(charge), termsOfKey(key)));

const termsOfKey = remembered(termsOf, 10_000);

const shares = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].some((term) => right.has(term));

/** The names in a claim, without those of places, in base forms. */
const namedIn = perClaim((claim): ReadonlySet<string> => {
  const isPlace = (start: number): boolean =>
    claim.places.some(({ from, to }) => start >= from - claim.from && start < to - claim.from);
  const names = contentOf(claim).filter(({ kind, start }) => kind === "name" && !isPlace(start));
  return new Set(names.flatMap(({ term }) => [...termsOf(term)]));
});

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
    (claim.modality === "denied" || saysNot(claim) || pointsBackTo(claim) !== undefined) &&
    !isUnrelated(claim) &&
    !/\bnot guilty\b|\banything to do with\b|\blinks?\b/iu.test(claim.quote),
);

/** What a source says is not so, though it does not "deny" it; without what it says that it does not know or was not told. */
const saysNot = (claim: LedgerClaim): boolean =>
  (claim.chain.length > 1 ? claim.modality === "reported" : claim.modality === "asserted") &&
  claim.polarity === "negative" &&
  (claim.kind === "event" || claim.kind === "attribute" || claim.kind === "count") &&
  !["no-less", "possible", "knowing"].some((kind) => contrastsOf(claim).has(kind));

/** What the author says is not so in his own voice answers what he has just attributed. */
const mayBeDenied = (other: LedgerClaim, denial: LedgerClaim): boolean =>
  (denial.chain.length > 1 ||
    (isRightBefore(other, denial) && (pointsBackTo(denial) !== undefined || isSameDeed(other, denial)))) &&
  other.speaker !== denial.speaker &&
  other.modality !== "denied" &&
  other.polarity === "positive" &&
  other.kind !== "precedent" &&
  other.kind !== "assessment";

/** "She did not resign" of one who was said to be "resigning in a hurry". */
function isSameDeed(other: LedgerClaim, { quote }: LedgerClaim): boolean {
  const verb = /(?:\bnot|\bnever|n[’']t)\s+(?:\p{L}+ly\s+|been\s+|being\s+)*(?<verb>\p{L}+)/u.exec(quote)?.groups?.[
    "verb"
  ];
  return verb !== undefined && [...termsOf(verb)].some((term) => termsOfClaim(other).has(term));
}

const isRightBefore = (other: LedgerClaim, denial: LedgerClaim): boolean =>
  other.document === denial.document &&
  other.line === denial.line &&
  other.chain.length > 1 &&
  other.at < denial.at &&
  denial.at - other.at <= 2;

/** A denial answers what stands shortly before it. */
const nearness = (denial: LedgerClaim, other: LedgerClaim): number =>
  denial.document === other.document && denial.at > other.at ? Math.max(0, 0.08 - 0.006 * (denial.at - other.at)) : 0;
