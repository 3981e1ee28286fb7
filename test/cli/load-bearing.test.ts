import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JoinShown, PairShown, Why } from "../../src/casefile/index.ts";
import { makeSample, makeSmall, type SampleCase } from "../support/sample-case.ts";
import { dataHere, windfallHere } from "../support/windfall-here.ts";
import type { Ended } from "../support/windfall.ts";

interface LoadBearing {
  readonly counts: { readonly joins: number; readonly alone: number; readonly confirmed: number };
  readonly joins: readonly JoinShown[];
}

let sample: SampleCase;
let small: SampleCase;
let all: LoadBearing;
const inCase = (...args: readonly string[]): Promise<Ended> => windfallHere(...args, "--case", sample.dir);
const inSmall = (...args: readonly string[]): Promise<Ended> => windfallHere(...args, "--case", small.dir);
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test says what it expects to read
const dataOf = <Data>(...args: readonly string[]): Promise<Data> => dataHere<Data>(...args, "--case", sample.dir);
const loadBearing = (dir: string, limit: number): Promise<LoadBearing> =>
  dataHere("review", "--load-bearing", "--limit", String(limit), "--case", dir);

beforeAll(async () => {
  [sample, small] = [await makeSample(), await makeSmall()];
  all = await loadBearing(sample.dir, 2000);
}, 900_000);
afterAll(() => {
  sample.remove();
  small.remove();
});

describe("the joins on which the brief hangs", () => {
  it("are listed with what they carry, those that nothing backs first", async () => {
    const { counts, joins } = all;
    expect(joins.length).toBe(counts.joins);
    expect(counts.joins).toBeGreaterThan(100);
    expect(counts.confirmed).toBe(0);
    expect(joins.filter(({ carries }) => carries.length === 0)).toEqual([]);
    expect(joins.slice(0, counts.alone).filter(({ isAlone }) => !isAlone)).toEqual([]);
    expect(joins.slice(counts.alone).filter(({ isAlone }) => isAlone)).toEqual([]);
    expect((await inCase("review", "--load-bearing", "--list", "--limit", "1")).code).toBe(1);
  });

  it("stand in the brief with both values, their places, their weight and how common they are", () => {
    const brief = readFileSync(join(sample.dir, "out/brief.md"), "utf8");
    const { counts } = all;
    expect(brief).toContain("## The joins on which this brief hangs");
    expect(brief).toMatch(
      new RegExp(
        String.raw`${counts.joins.toLocaleString("en")} joins of two mentions carry .* a person has confirmed 0\.`,
        "u",
      ),
    );
    expect(brief).toMatch(
      /For, \d+\.\d bits: Both give the same number: ".+" \(h\d.+\) and ".+" \(.+\); nobody else here has it\./u,
    );
  });

  it("count as confirmed by a person's decision at once, in the brief after a run, and no more once it is taken back", async () => {
    const [first] = (await loadBearing(small.dir, 1)).joins;
    if (!first) throw new Error("the small case has a load-bearing join");
    expect((await inSmall("why", first.leftId, first.rightId)).stdout).toContain("no person has confirmed it");
    await inSmall(
      "review",
      first.leftId,
      first.rightId,
      "--decide",
      "y",
      "--reason",
      "seen the register",
      "--actor",
      "lee",
    );
    const after = await loadBearing(small.dir, 2000);
    expect(after.counts.confirmed).toBe(1);
    expect(after.joins.filter(({ confirmed }) => confirmed !== null)).toMatchObject([
      { leftId: first.leftId, rightId: first.rightId, confirmed: { judgementNo: 1, by: "lee" } },
    ]);
    expect((await inSmall("run")).code).toBe(1);
    expect((await inSmall("why", first.leftId, first.rightId)).stdout).toContain(
      "judgement 1; confirmed by lee, decision 1: seen the register",
    );
    expect(readFileSync(join(small.dir, "out/brief.md"), "utf8")).toContain("a person has confirmed 1.");
    await inSmall("undo", "--actor", "lee");
    expect((await loadBearing(small.dir, 1)).counts.confirmed).toBe(0);
  });
});

describe("the evidence of a comparison", () => {
  it("is shown alike in review, why and the load-bearing joins: sentence, both values with places, weight, how common", async () => {
    const [pair] = await dataOf<PairShown[]>("review", "--list", "--limit", "1");
    const [bearing, ...others] = (await loadBearing(sample.dir, 1)).joins;
    expect(others).toEqual([]);
    const why = await dataOf<Why>("why", bearing?.leftId ?? "", bearing?.rightId ?? "");
    for (const reasons of [pair?.reasons, bearing?.reasons, why.steps?.[0]?.reasons]) {
      expect(reasons?.length).toBeGreaterThan(0);
      for (const reason of reasons ?? []) {
        expect(reason.sentence).toMatch(/^[A-Z].*\.$/u);
        for (const side of [reason.left, reason.right]) {
          expect(side?.locator).toMatch(/^[a-z0-9-]+\/.+#/u);
          expect(side?.common.words).toMatch(/here (bears?|has|have|does|do)/u);
          expect(Number.isInteger(side?.common.othersHere)).toBe(true);
        }
      }
    }
  });

  it("says in words how many others here and how many people bear a name", () => {
    const { joins } = all;
    const words = joins.flatMap(({ reasons }) => reasons.flatMap(({ left }) => left?.common.words ?? []));
    expect(words).toContain("nobody else here has it");
    expect(words.some((each) => /^\d+ others here /u.test(each))).toBe(true);
    expect(words.some((each) => /\(about one in [\d,]+ Koreans is called so\)$/u.test(each))).toBe(true);
  });

  it("names nobody by an id where a relation was compared, and no protected source or file anywhere", async () => {
    const { joins } = all;
    const related = joins.flatMap(({ reasons }) =>
      reasons.filter(({ sentence }) => /organisation|holder|firm or/u.test(sentence)),
    );
    expect(related.length).toBeGreaterThan(5);
    expect(
      related.filter(({ left, right }) => [left, right].some((side) => /^[0-9a-f]{20}$/u.test(side?.value ?? ""))),
    ).toEqual([]);
    const sealed = Object.values<string>(JSON.parse(readFileSync(join(sample.dir, "sealed.json"), "utf8")));
    const printed = [
      (await inCase("review", "--load-bearing", "--list", "--limit", "2000")).stdout,
      (await inCase("review", "--list", "--limit", "100")).stdout,
      JSON.stringify(joins),
    ].join("\n");
    expect(sealed.filter((name) => printed.includes(name))).toEqual([]);
  });
});
