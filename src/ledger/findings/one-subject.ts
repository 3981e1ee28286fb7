import { contentOf } from "../events/content-of.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { type Like } from "./contradiction.ts";

// Set on the development round-ups together: likeness from which two claims speak of one person or thing.
const ofOneThing = 0.05;

/**
 * Whether two claims may speak of one person or thing: they share words, or stand in one paragraph or two that follow each
 * other and the one names nobody or nothing else than the other.
 */
export function isOfOneSubject(left: LedgerClaim, right: LedgerClaim, like: Like): boolean {
  if (like(left, right) >= ofOneThing) return true;
  return (
    left.document === right.document &&
    Math.abs(left.line - right.line) <= 2 &&
    !areApart(namesIn(left), namesIn(right))
  );
}

const areApart = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size > 0 && right.size > 0 && ![...left].some((name) => right.has(name));

/** The names in a claim, without those of places. */
const namesIn = perClaim((claim): ReadonlySet<string> => {
  const isPlace = (start: number): boolean =>
    claim.places.some(({ from, to }) => start >= from - claim.from && start < to - claim.from);
  return new Set(
    contentOf(claim)
      .filter(({ kind, start }) => kind === "name" && !isPlace(start))
      .map(({ term }) => term),
  );
});
