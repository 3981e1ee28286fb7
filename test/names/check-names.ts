import { expect, test } from "vitest";
import { parseName, scoreNames, tierOf, type NameKind, type NameTier } from "../../src/names/index.ts";

/** States the tier of two names, whichever is given first. */
export function check(left: string, right: string, tier: NameTier, kind: NameKind = "person"): void {
  test(`${left} / ${right}: ${tier}`, () => {
    const [one, other] = [parseName(left, kind), parseName(right, kind)];
    expect(tierOf(scoreNames(one, other))).toBe(tier);
    expect(scoreNames(other, one)).toBe(scoreNames(one, other));
  });
}
