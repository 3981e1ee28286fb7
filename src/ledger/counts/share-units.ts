import type { Counted } from "./find-counts.ts";

/** Sums without a currency take it from the end of their list, from an equal sum before, or from the last sum of their paragraph. */
export function shareUnits(text: string, counted: readonly Counted[]): Counted[] {
  return carryForward(text, shareInLists(text, counted));
}

/** "900,000, 800,000 and 600,000 dollars". */
function shareInLists(text: string, counted: readonly Counted[]): Counted[] {
  const shared: Counted[] = [];
  for (const each of counted.toReversed()) {
    const behind = shared.at(-1);
    const isListed =
      behind !== undefined &&
      behind.unit !== null &&
      each.unit === null &&
      each.noun === null &&
      each.isOrdinal === undefined &&
      /^(?:\s*,|\s*,?\s*(?:and|or))\s*$/u.test(text.slice(each.to, behind.from));
    shared.push(
      isListed
        ? { ...each, unit: behind.unit, unitFrom: behind.unitFrom ?? { from: behind.from, to: behind.to } }
        : each,
    );
  }
  return shared.toReversed();
}

const isMoney = (count: Counted): boolean => count.unit !== null && /^[A-Z]{3}$/u.test(count.unit);

function carryForward(text: string, counted: readonly Counted[]): Counted[] {
  const carried: Counted[] = [];
  for (const each of counted) {
    const origin = each.unit === null && each.quantity.isBareSum ? originOf(text, carried, each) : undefined;
    carried.push(
      origin ? { ...each, unit: origin.unit, unitFrom: origin.unitFrom ?? { from: origin.from, to: origin.to } } : each,
    );
  }
  return carried;
}

function originOf(text: string, before: readonly Counted[], count: Counted): Counted | undefined {
  const sums = before.filter(isMoney);
  const equal = sums.findLast((each) => each.low === count.low && each.high === count.high);
  const last = sums.at(-1);
  const isSameParagraph = last !== undefined && !text.slice(last.to, count.from).includes("\n");
  return equal ?? (isSameParagraph ? last : undefined);
}
