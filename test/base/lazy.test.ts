import { expect, it } from "vitest";
import { lazy } from "../../src/base/index.ts";

it("makes a value when it is first asked for, and once, whatever the value is", () => {
  const made: string[] = [];
  const nothing = lazy(() => void made.push("made"));
  expect(made).toEqual([]);
  expect([nothing(), nothing(), made]).toEqual([undefined, undefined, ["made"]]);
});
