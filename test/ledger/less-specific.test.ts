import { describe, expect, it } from "vitest";
import { isLessSpecific } from "../../src/ledger/roots/less-specific.ts";

describe("one name of a body says less than another", () => {
  it.each([
    ["customs", "the customs of Haedong", true],
    ["customs officials", "Haedong customs", true],
    ["the ministry", "the defence ministry", true],
    ["the defence ministry", "the trade ministry", false],
    ["the bank", "the riverbank authority", false],
    ["세관 당국", "로씨야세관", true],
    ["경찰 당국", "로씨야세관", false],
    ["海关部门", "海关", true],
    ["the authorities", "the defence ministry", false],
  ])("%s / %s: %s", (left, right, isIt) => {
    expect(isLessSpecific(left, right)).toBe(isIt);
    expect(isLessSpecific(right, left)).toBe(isIt);
  });
});
