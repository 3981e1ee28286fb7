import { apartInTime } from "../events/link-evidence.ts";
import { plainDeedsOf } from "../events/content-of.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { answersBefore } from "./answers-before.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";

// Set on the development round-ups together: likeness from which two claims of one deed tell of one event.
const ofOneEvent = 0.35;

/** Two tellings of one event that give it days which cannot be the same: "was seen on Sunday", "had him there on Monday". */
export function findDayConflicts(pairs: Pairs, like: Like): readonly Contradiction[] {
  const against = new Map<LedgerClaim, { readonly left: LedgerClaim; readonly weight: number }[]>();
  for (const [left, right] of pairs) {
    if (!tellsDay(left) || !tellsDay(right) || !apartInTime(left, right) || sameWay(left, right)) continue;
    const likeness = like(left, right);
    const isOne =
      (givesDay(right) && isNear(left, right)) ||
      ((likeness >= ofOneEvent || answersBefore(left, right)) && isOneDeed(left, right));
    if (!isOne) continue;
    const weight = likeness + 1 / (1 + Math.abs(left.line - right.line));
    against.set(right, [...(against.get(right) ?? []), { left, weight }]);
  }
  return [...against].flatMap(([right, all]) => {
    const best = all.toSorted((one, other) => other.weight - one.weight || other.left.at - one.left.at)[0];
    return best
      ? [
          {
            kind: "date" as const,
            left: best.left,
            right,
            why: `${best.left.date?.text ?? ""} against ${right.date?.text ?? ""}`,
          },
        ]
      : [];
  });
}

/** One event that happened on a day, in a month or a year, and not another of a series. */
const tellsDay = perClaim(
  (claim): boolean =>
    ["hour", "day", "month-part", "month", "year"].includes(claim.date?.precision ?? "") &&
    (claim.kind === "event" || claim.kind === "count" || claim.kind === "attribute") &&
    claim.polarity === "positive" &&
    claim.modality !== "denied" &&
    claim.chain.length > 1 &&
    !claim.isRetracted &&
    !isUnrelated(claim) &&
    !/\b(?:again|another|second|third|also|then|later|further|more|since|until|previous|earlier|the (?:following|next|same) day)\b/iu.test(
      withoutDay(claim),
    ),
);

/** "a day earlier" is the day itself, and speaks of no other event. */
const withoutDay = ({ quote, date, from }: LedgerClaim): string =>
  date && date.from >= from ? `${quote.slice(0, date.from - from)} ${quote.slice(date.to - from)}` : quote;

const sameWay = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document &&
  left.chain.map(({ source }) => source).join() === right.chain.map(({ source }) => source).join();

/** "had him there on Monday", "dates the meeting to 3 May", "says that it was on Friday": the point of the claim is the day. */
const givesDay = perClaim(({ quote, date, from }): boolean => {
  if (!date || date.from < from) return false;
  const before = quote.slice(0, date.from - from);
  return (
    /\b(?:puts?|dates?|dated|places?|placed|sets?|ha[sd])\s+(?:it|this|that|him|her|them|the \p{L}+)(?:\s\p{L}+)?\s*(?:to|at|on|in|for)?\s*$/u.test(
      before,
    ) ||
    /^(?:it|this|that)\s+(?:was|is|happened|took place|occurred|had been|bears the date)\s*(?:on|in|at|of)?\s*$/iu.test(
      before,
    )
  );
});

const isOneDeed = (left: LedgerClaim, right: LedgerClaim): boolean =>
  [...plainDeedsOf(right)].some((deed) => plainDeedsOf(left).has(deed));
