import { groupBy } from "../../base/index.ts";
import type { FoundDate } from "../dates/index.ts";
import { deedsOf } from "../events/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** The type of event that most of the words for deeds in its claims name; undefined where they name none. Equal numbers: the first in the alphabet. */
export function typeOfEvent(claims: readonly LedgerClaim[]): string | undefined {
  const types = claims.flatMap(({ quote }) =>
    (quote.match(/\p{L}[\p{L}\p{M}-]*/gu) ?? []).flatMap((word) => {
      const deed = deedsOf(word).find(({ isPlain }) => isPlain);
      return deed ? [deed.type] : [];
    }),
  );
  return most(types);
}

/** The time of an event: the most exact one that a claim gives, the first of them. */
export function dateOfEvent(dates: readonly FoundDate[]): FoundDate | undefined {
  const closed = dates.filter(({ start, end }) => start !== null && end !== null);
  return closed.toSorted((left, right) => lengthOf(left) - lengthOf(right))[0] ?? dates[0];
}

/** The place that most claims name. */
export function placeOfEvent<Place extends { readonly norm: string }>(places: readonly Place[]): Place | undefined {
  const name = most(places.map(({ norm }) => norm));
  return places.find(({ norm }) => norm === name);
}

function most(words: readonly string[]): string | undefined {
  return [...groupBy(words, (word) => word)]
    .toSorted(([left, ofLeft], [right, ofRight]) => ofRight.length - ofLeft.length || (left < right ? -1 : 1))
    .map(([word]) => word)[0];
}

const lengthOf = ({ start, end }: FoundDate): number => Date.parse(end ?? "") - Date.parse(start ?? "");
