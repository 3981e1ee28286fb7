import { expect, it } from "vitest";
import { progressBar } from "../../src/cli/progress-bar.ts";

/** What a bar writes on a terminal of some columns, or elsewhere, when it is told of progress at these milliseconds. */
function written(columns: number | undefined, told: readonly (readonly [ms: number, done: number, what: string])[]) {
  let [now, text] = [0, ""];
  const stream = { isTTY: columns !== undefined, columns, write: (words: string) => (text += words) !== "" };
  // Only these of a stream's members are used.
  const bar = progressBar(stream as unknown as NodeJS.WriteStream, () => now);
  for (const [ms, done, what] of told) {
    now = ms;
    bar.draw({ stage: "chokepoints", done, total: 4, what });
  }
  bar.end();
  return text;
}

const search = "budget 2, reroute 1.5: 73.2 M USD of at most 75.0 M USD, within 2.4 % of best";

it("shows on a terminal how far the work is, the seconds, the best so far and the bound", () => {
  expect(written(140, [[12_000, 1, search]])).toBe(`\r\u001B[2Kchokepoints  ███░░░░░░░  25 %  12 s  ${search}\n`);
});

it("is never wider than the terminal, and shows nothing of what ends at once", () => {
  expect(
    written(60, [[12_000, 1, search]])
      .replace("\r\u001B[2K", "")
      .trimEnd(),
  ).toHaveLength(59);
  expect(written(80, [[400, 1, search]])).toBe("");
});

it("writes a line a stage where nobody looks on, whatever happens on the way", () => {
  expect(
    written(undefined, [
      [600, 1, search],
      [12_000, 2, search],
    ]),
  ).toBe("chokepoints ...\n");
});
