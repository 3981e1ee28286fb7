import { expect, test } from "vitest";
import { compareValues, comparisons } from "../../src/compare/index.ts";

/** States the level of two values under a comparison, whichever is given first. */
export function check(name: string, left: string, right: string, level: number): void {
  test(`${name}: ${left} / ${right} is ${level}`, () => {
    const comparison = comparisons.get(name);
    if (comparison === undefined) throw new Error(`no comparison "${name}"`);
    expect([compareValues(comparison, left, right), compareValues(comparison, right, left)]).toEqual([level, level]);
    expect(comparison.levels.map((own) => own.level)).toContain(level);
  });
}
