import { expect, it } from "vitest";
import { remembered } from "../../src/base/index.ts";

it("asks once for what it keeps, and again for what it had no room for", () => {
  const asked: string[] = [];
  const length = remembered((text) => {
    asked.push(text);
    return text === "none" ? undefined : text.length;
  }, 2);
  expect(["a", "a", "none", "none", "abc", "a"].map(length)).toEqual([1, 1, undefined, undefined, 3, 1]);
  expect(asked).toEqual(["a", "none", "abc", "a"]);
});
