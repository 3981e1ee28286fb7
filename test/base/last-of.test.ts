import { expect, it } from "vitest";
import { lastOf } from "../../src/base/index.ts";

it("asks once for what is asked twice in a row, and again after another", () => {
  const asked: string[] = [];
  const lengthOf = lastOf((text) => {
    asked.push(text);
    return text.length;
  });
  expect(["Kim", "Kim", "Ri", "Kim", ""].map(lengthOf)).toEqual([3, 3, 2, 3, 0]);
  expect(asked).toEqual(["Kim", "Ri", "Kim", ""]);
});
