import { expect, test } from "vitest";
import { locatorToText, parseLocator } from "../../src/model/index.ts";

test.each([
  ["h1/ledger.csv#B17", "cell"],
  ["h2/book.xlsx#'Payments'!row 4", "row"],
  ["h3/report.html#paragraph 9", "paragraph"],
  ["h3/report.pdf#page 2 box 72,610.5,523,640", "page"],
  ["h3/report.pdf#page 2", "page"],
  ["h3/box.mbox/17/a.html#bytes 1500-1620", "bytes"],
  ["h3/box.mbox#message 17", "message"],
])("the place %s is of kind %s, and is written as it was read", (text, kind) => {
  const locator = parseLocator(text);
  expect(locator?.place.kind).toBe(kind);
  expect(locator && locatorToText(locator)).toBe(text);
});
