import { lazy } from "../../base/index.ts";
import { rows } from "../generated/opposed-states.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { makePhraseBook } from "../words/phrase-book.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";
import { isOfOneSubject } from "./one-subject.ts";

// A version stands against the tellings of the other that are most like it or nearest to it, up to so many.
const tellingsMax = 2;

/** A side of a pair of states: the first or the other. */
interface Side {
  readonly one: string;
  readonly other: string;
  readonly isOther: boolean;
  /** The first state excludes the other for all time after it: who is dead is not alive later. */
  readonly isLasting: boolean;
}

const book = lazy(() =>
  makePhraseBook(
    rows.flatMap(([one = "", words = "", other = "", otherWords = "", lasting = ""]) =>
      [words, otherWords].map((phrases, index) => ({
        phrases: phrases.split("|"),
        meaning: { one, other, isOther: index === 1, isLasting: lasting !== "" },
      })),
    ),
  ),
);

/** Two sources that give one person, ship, sum or thing two states of `resources/ledger/opposed-states.tsv`: fled or recalled, arrested or invited. */
export function findOpposedStates(pairs: Pairs, like: Like): readonly Contradiction[] {
  const against = new Map<string, { readonly found: Contradiction; readonly weight: number }[]>();
  for (const [left, right] of pairs) {
    if (!mayDiffer(left, right)) continue;
    for (const { one, other } of opposedIn(left, right)) {
      if (!isOfOneSubject(left, right, like)) continue;
      const second = statesOf(right).some((side) => side.one === one && side.isOther) ? right : left;
      const key = `${String(second.at)} ${one}`;
      const found = { kind: "status" as const, left, right, why: `${one} against ${other}` };
      against.set(key, [...(against.get(key) ?? []), { found, weight: weightOf(left, right, like) }]);
    }
  }
  return [...against.values()].flatMap((all) =>
    all
      .toSorted((one, other) => other.weight - one.weight || one.found.left.at - other.found.left.at)
      .slice(0, tellingsMax)
      .map(({ found }) => found),
  );
}

/** The nearer and the more alike, the likelier they answer each other; what somebody is said to have said comes first. */
const weightOf = (left: LedgerClaim, right: LedgerClaim, like: Like): number =>
  like(left, right) + 0.1 / (1 + Math.abs(left.line - right.line)) + (left.chain.length > 1 ? 0.05 : 0);

/** The states of which the one claim gives the first and the other the second, at a time when both cannot be so. */
const opposedIn = (left: LedgerClaim, right: LedgerClaim): readonly Side[] =>
  statesOf(left).filter(
    ({ one, isOther, isLasting }) =>
      statesOf(right).some((side) => side.one === one && side.isOther !== isOther) &&
      (isOther ? meets(right, left, isLasting) : meets(left, right, isLasting)),
  );

/** A state that lasts meets what is later; one that does not, what is no later: home after a flight is no contradiction. */
const meets = (one: LedgerClaim, other: LedgerClaim, isLasting: boolean): boolean =>
  isLasting ? !isLater(other, one) : !isLater(one, other);

/** The states that a claim gives; none of those that it gives both ways. */
const statesOf = perClaim((claim): readonly Side[] => {
  if (!isPlain(claim)) return [];
  const sides = book()(claim.quote).flatMap(({ meaning, from }) => (isNegated(claim, from) ? [] : [meaning]));
  return sides.filter(
    (side, index) =>
      sides.findIndex(({ one }) => one === side.one) === index &&
      !sides.some(({ one, isOther }) => one === side.one && isOther !== side.isOther),
  );
});

/** "was not arrested", "never fled". */
const isNegated = ({ quote }: LedgerClaim, from: number): boolean =>
  /(?:\b(?:not|never|no|nor|without)|n['’]t)\s+(?:\p{L}+\s+)?$/iu.test(quote.slice(Math.max(0, from - 24), from));

const isPlain = (claim: LedgerClaim): boolean => tellsState(claim) && !isUnrelated(claim);

const tellsState = ({ modality, kind, isRetracted }: LedgerClaim): boolean =>
  modality !== "denied" && kind !== "precedent" && kind !== "assessment" && kind !== "hedge" && !isRetracted;

const mayDiffer = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.speaker !== right.speaker &&
  left.chain[0]?.source !== right.chain[0]?.source &&
  (left.chain.length > 1 || right.chain.length > 1) &&
  (isNear(left, right) || left.isLead || right.isLead || left.chain.length === 1 || right.chain.length === 1);

/** What is so later may have come about since: released after an arrest, home after a flight. */
const isLater = ({ date: one }: LedgerClaim, { date: other }: LedgerClaim): boolean => {
  const [end, start] = [one?.end ?? null, other?.start ?? null];
  return end !== null && start !== null && start > end;
};
