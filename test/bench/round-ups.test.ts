import { expect, it } from "vitest";
import { makeRoundUp } from "../../bench/round-ups/make-round-up.ts";
import { storiesOf } from "../../bench/round-ups/stories.ts";

const wordsOf = (html: string): number => html.replaceAll(/<[^>]+>/gu, " ").split(/\s+/u).length;

it("makes the same round-ups from the same seed, of about a thousand words", () => {
  expect(makeRoundUp(7, 1)).toEqual(makeRoundUp(7, 1));
  expect(makeRoundUp(7, 1).html).not.toBe(makeRoundUp(7, 2).html);
  const words = Array.from({ length: 50 }, (_, no) => wordsOf(makeRoundUp(no, 1).html));
  expect(Math.min(...words)).toBeGreaterThan(800);
  expect(Math.max(...words)).toBeLessThan(1200);
});

it("tells a story in about five of them", () => {
  const told = new Map<number, number>();
  for (let document = 0; document < 200; document += 1)
    for (const { no } of storiesOf(document, 1)) told.set(no, (told.get(no) ?? 0) + 1);
  const inside = [...told].filter(([no]) => no > 50 && no < 350).map(([, count]) => count);
  const mean = inside.reduce((sum, count) => sum + count, 0) / inside.length;
  expect(mean).toBeGreaterThan(4);
  expect(mean).toBeLessThan(6);
});
