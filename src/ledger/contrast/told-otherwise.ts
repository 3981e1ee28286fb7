import type { Contradiction } from "../findings/contradiction.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import { isNegative, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { chanceOfContrast } from "./chance-of-contrast.ts";
import { comparedBefore } from "./compared-before.ts";
import { numbersApart } from "./number-evidence.ts";
import { tellersOf } from "./teller-evidence.ts";

// Chosen on the texts that taught the weights, each left out in turn, so that of near misses one in ten is flagged there; of passages that
// nobody read one in five is.
const flaggedFrom = 0.3;
// A claim stands against those before it that it most likely answers.
const ofBest = 0.8;

/** The weighed words and kinds of claims, by position. */
interface Weighed {
  readonly words: readonly ClaimWords[];
  readonly kinds: readonly ClaimWords[];
}

/** What a document's claims tell otherwise shortly behind, by evidence of any kind: no list need hold the two words or states that differ. */
export function findToldOtherwise(claims: readonly LedgerClaim[], { words, kinds }: Weighed): readonly Contradiction[] {
  const known = { claims, words, kinds, tellers: tellersOf(claims) };
  return claims.flatMap((right) => {
    const weighed = comparedBefore(claims, right).map((left) => ({
      left,
      chance: chanceOfContrast(left, right, known),
    }));
    const least = Math.max(flaggedFrom, ...weighed.map(({ chance }) => chance * ofBest));
    return weighed.filter(({ chance }) => chance >= least).map(({ left }) => toldOtherwise(left, right));
  });
}

/** The contradiction by what most plainly differs: a denial, numbers, or how it stands. */
function toldOtherwise(left: LedgerClaim, right: LedgerClaim): Contradiction {
  const [denial, other] = isNegative(left) && !isNegative(right) ? [left, right] : [right, left];
  if (isNegative(denial) && !isNegative(other))
    return { kind: "denial", left: other, right: denial, why: `"${denial.quote}" is denied` };
  const counts = numbersApart(left, right);
  if (counts) return { kind: "count", left, right, why: `${counts[0].text} against ${counts[1].text}`, counts };
  return { kind: "status", left, right, why: `"${right.quote}" tells it otherwise` };
}
