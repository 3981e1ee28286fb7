/** A growing table of units (a written syllable) and the spoken syllables that each may stand for, with a cost for each. */
export interface SyllableUnits {
  /** Adds a unit, as written, that stands for the targets; returns its number. Costs are 0 (the usual reading) to 255. */
  add(text: string, entries: readonly SyllableEntry[]): number;
  /** How a unit is written. */
  text(unit: number): string;
  /** The smallest cost at which two units stand for one syllable, or -1 when they cannot. */
  cost(left: number, right: number): number;
  /** The target that two units agree on at the smallest cost, or -1. */
  common(left: number, right: number): number;
  /** The targets of a unit with their costs. */
  entries(unit: number): readonly SyllableEntry[];
}

/** One syllable that a unit may stand for. */
export interface SyllableEntry {
  readonly target: number;
  readonly cost: number;
}

/** Makes an empty table. */
export function makeSyllableUnits(): SyllableUnits {
  const texts: string[] = [];
  // Unit n has the places from starts[n] to starts[n + 1] of targets and costs, targets ascending.
  const starts: number[] = [0];
  const targets: number[] = [];
  const costs: number[] = [];
  let bestTarget = -1;
  const merge = (left: number, right: number): number => {
    let bestCost = -1;
    let l = starts[left] ?? 0;
    let r = starts[right] ?? 0;
    const leftEnd = starts[left + 1] ?? l;
    const rightEnd = starts[right + 1] ?? r;
    bestTarget = -1;
    while (l < leftEnd && r < rightEnd) {
      const difference = (targets[l] ?? 0) - (targets[r] ?? 0);
      if (difference === 0) {
        const cost = (costs[l] ?? 0) + (costs[r] ?? 0);
        if (bestCost < 0 || cost < bestCost) {
          bestCost = cost;
          bestTarget = targets[l] ?? -1;
        }
      }
      if (difference <= 0) l += 1;
      if (difference >= 0) r += 1;
    }
    return bestCost;
  };
  return {
    add(text, entries) {
      const sorted =
        entries.length < 2
          ? entries
          : entries.toSorted((left, right) => left.target - right.target || left.cost - right.cost);
      let last = -1;
      for (const { target, cost } of sorted) {
        if (target === last) continue;
        targets.push(target);
        costs.push(cost);
        last = target;
      }
      starts.push(targets.length);
      texts.push(text);
      return texts.length - 1;
    },
    text: (unit) => texts[unit] ?? "",
    cost: (left, right) => (left === right ? 0 : left < 0 || right < 0 ? -1 : merge(left, right)),
    common(left, right) {
      merge(left, right);
      return bestTarget;
    },
    entries(unit) {
      if (unit < 0) return [];
      const start = starts[unit] ?? 0;
      return targets
        .slice(start, starts[unit + 1] ?? start)
        .map((target, index) => ({ target, cost: costs[start + index] ?? 0 }));
    },
  };
}

/** The target that a unit most often stands for; -1 for an unknown unit. */
export function usualTarget(units: SyllableUnits, unit: number): number {
  let usual: SyllableEntry = { target: -1, cost: 256 };
  for (const entry of units.entries(unit)) if (entry.cost < usual.cost) usual = entry;
  return usual.target;
}
