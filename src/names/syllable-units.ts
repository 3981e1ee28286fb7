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
  const targets: Int32Array[] = [];
  const costs: Uint8Array[] = [];
  const best = { cost: -1, target: -1 };
  const merge = (left: number, right: number): void => {
    const leftTargets = targets[left];
    const rightTargets = targets[right];
    const leftCosts = costs[left];
    const rightCosts = costs[right];
    best.cost = -1;
    best.target = -1;
    if (leftTargets === undefined || rightTargets === undefined || leftCosts === undefined || rightCosts === undefined)
      return;
    let l = 0;
    let r = 0;
    while (l < leftTargets.length && r < rightTargets.length) {
      const difference = (leftTargets[l] ?? 0) - (rightTargets[r] ?? 0);
      if (difference === 0) {
        const cost = (leftCosts[l] ?? 0) + (rightCosts[r] ?? 0);
        if (best.cost < 0 || cost < best.cost) {
          best.cost = cost;
          best.target = leftTargets[l] ?? -1;
        }
      }
      if (difference <= 0) l += 1;
      if (difference >= 0) r += 1;
    }
  };
  return {
    add(text, entries) {
      texts.push(text);
      const cheapest = new Map<number, number>();
      for (const { target, cost } of entries) cheapest.set(target, Math.min(cost, cheapest.get(target) ?? 255));
      const sorted = [...cheapest].toSorted((left, right) => left[0] - right[0]);
      targets.push(Int32Array.from(sorted, ([target]) => target));
      costs.push(Uint8Array.from(sorted, ([, cost]) => cost));
      return targets.length - 1;
    },
    text: (unit) => texts[unit] ?? "",
    cost(left, right) {
      if (left === right) return 0;
      merge(left, right);
      return best.cost;
    },
    common(left, right) {
      merge(left, right);
      return best.target;
    },
    entries(unit) {
      const own = targets[unit] ?? new Int32Array();
      return Array.from(own, (target, index) => ({ target, cost: costs[unit]?.[index] ?? 0 }));
    },
  };
}

/** The target that a unit most often stands for; -1 for an unknown unit. */
export function usualTarget(units: SyllableUnits, unit: number): number {
  let usual: SyllableEntry = { target: -1, cost: 256 };
  for (const entry of units.entries(unit)) if (entry.cost < usual.cost) usual = entry;
  return usual.target;
}
