import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSmall, type SampleCase } from "../support/sample-case.ts";
import { dataHere, windfallHere } from "../support/windfall-here.ts";
import type { Ended } from "../support/windfall.ts";

const olderRun = "the last full run is older than what the case holds now or than this program";
let small: SampleCase;
const inCase = (...args: readonly string[]): Promise<Ended> => windfallHere(...args, "--case", small.dir);
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test says what it expects to read
const dataOf = <Data>(...args: readonly string[]): Promise<Data> => dataHere<Data>(...args, "--case", small.dir);

beforeAll(async () => {
  small = await makeSmall();
}, 900_000);
afterAll(() => small.remove());

describe("deciding", () => {
  it("review, why and undo work on one pair, and each decision is a later line", async () => {
    const [pair] = await dataOf<{ leftId: string; rightId: string; reasons: { sentence: string }[] }[]>(
      "review",
      "--list",
      "--limit",
      "1",
    );
    if (!pair) throw new Error("the sample has a pair to review");
    expect(pair.reasons.length).toBeGreaterThan(0);
    expect(
      (
        await inCase(
          "review",
          pair.leftId,
          pair.rightId,
          "--decide",
          "y",
          "--reason",
          "same passport",
          "--actor",
          "lee",
        )
      ).code,
    ).toBe(0);
    for (const verb of ["status", "brief"]) expect((await inCase(verb)).stdout).toContain(olderRun);
    await inCase("run");
    expect((await inCase("status")).stdout).not.toContain(olderRun);
    expect((await inCase("why", pair.leftId, pair.rightId)).stdout).toContain("judgement");
    await inCase("review", pair.leftId, pair.rightId, "--decide", "n", "--actor", "lee");
    const undone = (await inCase("undo", "--reason", "a mistake", "--actor", "lee")).stdout;
    expect(undone).toMatch(/^decision 2 .* taken back by decision 3; decision 1 \(same, by lee\), .*, rules again/u);
    expect((await inCase("undo", "--actor", "lee")).stdout).toMatch(
      /^decision 1 .* taken back by decision 4; "windfall run"/u,
    );
    expect((await inCase("undo")).code).toBe(2);
    await inCase("run");
    expect((await inCase("why", pair.leftId, pair.rightId)).stdout).toContain("are not joined");
    expect(
      (await dataOf<{ decision: string; actor: string }[]>("review", "--decided")).map((line) => [
        line.decision,
        line.actor,
      ]),
    ).toEqual([
      ["none", "lee"],
      ["same", "lee"],
      ["different", "lee"],
      ["same", "lee"],
    ]);
  }, 900_000);
  it("review refuses ids that name nobody", async () => {
    expect((await inCase("review", "a", "b", "--decide", "y")).stderr).toContain('there is no entity "a", "b"');
    expect((await inCase("review", "a")).stderr).toBe("a pair has two ids; use windfall review ID1 ID2\n");
  });
  it("undo refuses what is no decision in force", async () => {
    expect((await inCase("undo", "x")).stderr).toContain('"x" is no number of a decision');
    expect((await inCase("undo", "99")).stderr).toContain("there is no decision 99 in force to take back");
  });
});
