import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreCase } from "../../bench/truth/score-case.ts";
import { withCase } from "../../src/casefile/index.ts";
import { makeSample, type SampleCase } from "../support/sample-case.ts";

const by = { actor: "tester", clock: (): Date => new Date("2026-01-01T00:00:00Z") };
let sample: SampleCase;
let score: Awaited<ReturnType<typeof scoreCase>>;
beforeAll(async () => {
  sample = await makeSample();
  score = await withCase(sample.dir, by, async (open) => scoreCase(open, "examples/harbour/sample"));
}, 900_000);
afterAll(() => sample.remove());

// The bars for the worst of fresh seeds; `npm run bench -- truth` scores those.
describe("the sample case against its truth", () => {
  it("joins mentions of one entity", () => expect(score.clusters.pairwise.f1).toBeGreaterThan(0.85));
  it("joins no two people who are two", () => expect(score.joinsOfPeople.precision).toBeGreaterThanOrEqual(0.99));
  it("counts a copy once and an honest second telling twice", () => {
    expect(score.roots.copiesCaught).toBeGreaterThanOrEqual(0.95);
    expect(score.roots.honestKept).toBeGreaterThanOrEqual(0.95);
  });
  it("makes every planted cell a value or a fault", () => expect(score.coverage.covered).toBe(score.coverage.cells));
  it("finds the proven best block sets", () => expect(score.blockSets.best).toBe(score.blockSets.asked));
});
