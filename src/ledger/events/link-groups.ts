import { at, atKey } from "../../base/index.ts";

/** How alike two things are, by their places in a list: a whole number from 0 (nothing in common). */
export interface Likeness {
  readonly left: number;
  readonly right: number;
  readonly likeness: number;
}

/**
 * Groups things so that the mean likeness between two groups that became one was at least `likenessMin` (average
 * linkage, the most alike first). Pairs that are not given have likeness 0. Groups, and the places in each, ascend.
 */
export function linkGroups(
  count: number,
  pairs: readonly Likeness[],
  likenessMin: number,
): readonly (readonly number[])[] {
  const members = Array.from({ length: count }, (_, place) => [place]);
  const sums = sumsOf(count, pairs);
  const queue = makeQueue();
  const offer = (one: number, other: number): void => {
    const [first, second] = one < other ? [one, other] : [other, one];
    const [left, right] = [at(members, first).length, at(members, second).length];
    const mean = atKey(at(sums, first), second) / (left * right);
    if (mean >= likenessMin) queue.add({ mean, first, second, left, right });
  };
  for (const [first, others] of sums.entries())
    for (const second of others.keys()) if (first < second) offer(first, second);
  for (let best = queue.take(); best !== undefined; best = queue.take()) {
    const { first, second } = best;
    if (at(members, first).length !== best.left || at(members, second).length !== best.right) continue;
    at(members, first).push(...at(members, second));
    members[second] = [];
    joinSums(sums, first, second);
    for (const other of at(sums, first).keys()) offer(first, other);
  }
  return members.filter((group) => group.length > 0).map((group) => group.toSorted((left, right) => left - right));
}

/** The sum of the likenesses between two groups, by the lowest place of each. */
type Sums = Map<number, number>[];

function sumsOf(count: number, pairs: readonly Likeness[]): Sums {
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  for (const { left, right, likeness } of pairs) {
    at(sums, left).set(right, likeness);
    at(sums, right).set(left, likeness);
  }
  return sums;
}

function joinSums(sums: Sums, first: number, second: number): void {
  const own = at(sums, first);
  for (const [other, sum] of at(sums, second)) {
    at(sums, other).delete(second);
    if (other === first) continue;
    own.set(other, (own.get(other) ?? 0) + sum);
    at(sums, other).set(first, atKey(own, other));
  }
  sums[second] = new Map();
}

/** A join that was possible when the two groups had these sizes. */
interface Offer {
  readonly mean: number;
  readonly first: number;
  readonly second: number;
  readonly left: number;
  readonly right: number;
}

/** A binary heap: the highest mean first, then the lower places. */
function makeQueue() {
  const items: Offer[] = [];
  const isBefore = (left: Offer, right: Offer): boolean =>
    left.mean !== right.mean
      ? left.mean > right.mean
      : left.first !== right.first
        ? left.first < right.first
        : left.second < right.second;
  const swap = (one: number, other: number): void => {
    const kept = at(items, one);
    items[one] = at(items, other);
    items[other] = kept;
  };
  return {
    add(item: Offer): void {
      items.push(item);
      for (let place = items.length - 1; place > 0;) {
        const parent = (place - 1) >> 1;
        if (!isBefore(at(items, place), at(items, parent))) return;
        swap(place, parent);
        place = parent;
      }
    },
    take(): Offer | undefined {
      const [first] = items;
      const last = items.pop();
      if (first === undefined || last === undefined || items.length === 0) return first;
      items[0] = last;
      for (let place = 0; ;) {
        let next = place;
        for (const child of [2 * place + 1, 2 * place + 2])
          if (child < items.length && isBefore(at(items, child), at(items, next))) next = child;
        if (next === place) return first;
        swap(place, next);
        place = next;
      }
    },
  };
}
