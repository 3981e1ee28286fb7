import { expect, it } from "vitest";
import { differInOnePart, parseName } from "../../src/names/index.ts";

const differ = (left: string, right: string): boolean =>
  differInOnePart(parseName(left, "unknown"), parseName(right, "unknown"));

it.each([
  ["德泉投资公司", "高泉投资有限公司"],
  ["은호스건설회사", "은호수建设유한책임회사"],
  ["Silver Star Shipping Ltd", "Silver Moon Shipping"],
])("%s and %s differ in one part", (left, right) => {
  expect([differ(left, right), differ(right, left)]).toEqual([true, true]);
});

it.each([
  ["Silver Star Shipping Ltd", "Silver Moon Bank"],
  ["고귀말건설", "光明珠物有限公司"],
  ["Kim Chol Su", "Kim Chol Min"],
])("%s and %s differ in more, or are no firms", (left, right) => {
  expect([differ(left, right), differ(right, left)]).toEqual([false, false]);
});
