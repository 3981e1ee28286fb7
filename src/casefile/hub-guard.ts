/** Above so many that are not drawn only the largest come; above the other number none without a filter. */
export const hubGuard = { drawnAll: 50, drawnLargest: 20, askedAbove: 1000 } as const;

/** How many of those who are not drawn would come with a least amount, minor units. */
export interface SizeChoice {
  readonly leastMinor: number;
  readonly others: number;
}

/** Least amounts that some twenty, fifty, two hundred and a thousand have; the amounts of all, largest first. */
export function choicesBySize(minors: readonly number[]): SizeChoice[] {
  const steps = [20, 50, 200, 1000].map((count) => minors[Math.min(count, minors.length) - 1] ?? 0);
  return [...new Set(steps)].map((leastMinor) => ({
    leastMinor,
    others: minors.filter((minor) => minor >= leastMinor).length,
  }));
}

/** So many of those who are not drawn come at once. */
export const comeAtOnce = (others: number): number => (others > hubGuard.drawnAll ? hubGuard.drawnLargest : others);
