import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { termsOf } from "../likeness/claim-words.ts";
import { perClaim, type Contradiction, type Like, type Pairs } from "./contradiction.ts";

// Set on the development round-ups together, as are the others here.
const deniedFrom = 0.14;
// Beside the claim that comes nearest, those are flagged that come about as near, up to so many.
const aboutAsNear = 0.85;
const flagsMax = 2;

/** What an office or a person denies, and the claims by others that come nearest to it. */
export function findDenials(pairs: Pairs, like: Like): readonly Contradiction[] {
  const against = new Map<LedgerClaim, { readonly other: LedgerClaim; readonly likeness: number }[]>();
  const add = (denial: LedgerClaim, other: LedgerClaim, likeness: number): void => {
    against.set(denial, [...(against.get(denial) ?? []), { other, likeness }]);
  };
  for (const [left, right] of pairs) {
    for (const [denial, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!isDenial(denial) || !mayBeDenied(other, denial)) continue;
      if (isSweeping(denial)) {
        if (other === left && answers(denial, other)) add(denial, other, 1 - 0.01 * (denial.at - other.at));
        continue;
      }
      const likeness =
        like(denial, other) * (other.chain.length > 1 ? 1.3 : 1) +
        nearness(denial, other) +
        (saysWhat(other, denial) ? 1 : 0);
      if (likeness >= deniedFrom) add(denial, other, likeness);
    }
  }
  return [...against].flatMap(([denial, others]) => {
    const sorted = others.toSorted((left, right) => right.likeness - left.likeness || left.other.at - right.other.at);
    const best = sorted[0]?.likeness ?? 0;
    return sorted
      .filter(({ likeness }) => likeness >= best * aboutAsNear)
      .slice(0, isSweeping(denial) ? flagsMax + 1 : flagsMax)
      .map(({ other }) => ({
        kind: "denial" as const,
        left: other,
        right: denial,
        why: `"${denial.quote}" is denied`,
      }));
  });
}

/** "dismissed the whole business": a denial of all that others have just been said to say. */
const isSweeping = ({ quote }: LedgerClaim): boolean =>
  /\b(?:the (?:whole |entire )(?:business|story|reports?|account|matter|affair)|(?:dismiss|reject|den)\p{L}* (?:the (?:story|reports?|account|matter|affair|claims?|allegations?)|it|this|that|all of it|everything|both)\b)/iu.test(
    quote,
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

/** A plea of not guilty denies a charge, no claim of the text. */
const isDenial = perClaim(({ modality, quote }): boolean => modality === "denied" && !/\bnot guilty\b/iu.test(quote));

const mayBeDenied = (other: LedgerClaim, denial: LedgerClaim): boolean =>
  other.speaker !== denial.speaker &&
  other.modality !== "denied" &&
  other.polarity === "positive" &&
  other.kind !== "precedent" &&
  other.kind !== "assessment";

/** A denial answers what stands shortly before it. */
const nearness = (denial: LedgerClaim, other: LedgerClaim): number =>
  denial.document === other.document && denial.at > other.at ? Math.max(0, 0.08 - 0.006 * (denial.at - other.at)) : 0;
