import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseFragment, FreezeAnswer, HiddenChannels, Uncertain } from "../../src/casefile/index.ts";
import { makeSample, type SampleCase } from "../support/sample-case.ts";
import { dataHere, windfallHere } from "../support/windfall-here.ts";
import type { Ended } from "../support/windfall.ts";

let sample: SampleCase;
const inCase = (...args: readonly string[]): Promise<Ended> => windfallHere(...args, "--case", sample.dir);
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test says what it expects to read
const dataOf = <Data>(...args: readonly string[]): Promise<Data> => dataHere<Data>(...args, "--case", sample.dir);

beforeAll(async () => {
  sample = await makeSample();
}, 900_000);
afterAll(() => sample.remove());

const party = "Morning River Labour Services Sdn. Bhd.";

describe("block", () => {
  it("says what one party alone would do, and why it is proposed or not", async () => {
    const explain = ["block", "--budget", "1", "--reroute", "1", "--explain", party];
    const { code, stdout } = await inCase(...explain);
    expect(code).toBe(0);
    expect(stdout).toMatch(/may be proposed\n {2}carries .* of what can flow; blocked alone, \d+ % of the/u);
    expect(stdout).toMatch(
      /this is what is recorded, not what a law allows:\n {2}Morning River .*\n {4}authorities of [a-z]{2} \(h\d/u,
    );
    expect((await inCase(...explain, "--protect", party)).stdout).toContain("not proposed: it is protected");
  });
  it("ends at the fewest that stop enough", async () => {
    const sets = await dataOf<{ budget: number }[]>("block", "--fewest", "5", "--reroute", "1,2");
    expect(Math.max(...sets.map(({ budget }) => budget))).toBe(1);
  });
  it("asks again without each source, and before the latest hand-over", async () => {
    const { stdout } = await inCase("block", "--budget", "1", "--reroute", "1");
    for (const words of [
      "without what h1-workbook alone tells: ",
      "before h5-list came: ",
      "not proposed, though on a way: ",
    ])
      expect(stdout).toContain(words);
  });
  it("says how far the advice holds with hidden channels, which doubts change it, and what it is worth in drawn worlds", async () => {
    const asked = await dataOf<{ hidden: HiddenChannels; doubts: { doubts: unknown[] }; uncertain: Uncertain }>(
      "block",
      "--budget",
      "2",
      "--reroute",
      "1,2",
      "--hidden",
      "--doubts",
      "--uncertain",
      "4",
    );
    expect(Object.keys(asked.hidden.pairs).length).toBeGreaterThan(1);
    expect(asked.hidden.steps.every(({ ofAdvice, ofBest }) => ofAdvice <= ofBest)).toBe(true);
    expect(asked.doubts.doubts.length).toBeGreaterThan(0);
    expect(asked.uncertain.worlds).toBe(4);
    expect(asked.uncertain.chosen.length).toBeGreaterThan(0);
  });
  it("rests on nothing that is withheld, and says what that costs on the record alone", async () => {
    const config = join(sample.dir, "case.yaml");
    const before = readFileSync(config, "utf8");
    const audit = (): number => readFileSync(join(sample.dir, "audit.jsonl"), "utf8").trim().split("\n").length;
    writeFileSync(config, before.replace(/^settings:$/mu, "settings:\n  withhold: [h1-workbook]"));
    try {
      const lines = audit();
      const plain = await inCase("block", "--budget", "1", "--reroute", "1");
      expect(plain.code).toBe(0);
      expect(plain.stdout).not.toContain("h1-workbook");
      expect(audit()).toBe(lines);
      const whole = (await inCase("block", "--budget", "1", "--reroute", "1", "--all-evidence")).stdout;
      expect(whole).toMatch(/NOT FOR RELEASE: with h1-workbook .* can flow; best is/u);
      expect(whole).toContain("the price of protection: ");
      expect(audit()).toBe(lines + 1);
    } finally {
      writeFileSync(config, before);
    }
  });
  it("writes a check file for a release that verifies and names nobody", async () => {
    const file = join(sample.dir, "released.json");
    await inCase("block", "--budget", "1", "--reroute", "1", "--certificate", file, "--release");
    expect((await windfallHere("verify", file)).code).toBe(0);
    const nodes: string[] = JSON.parse(readFileSync(file, "utf8")).input.nodes;
    expect(nodes.every((name) => /^party \d+$/u.test(name))).toBe(true);
    const { names } = JSON.parse(readFileSync(`${file}.names.json`, "utf8"));
    expect(Object.keys(names).toSorted()).toEqual(nodes.toSorted());
  });
  it("keeps to the order of time, and writes a check file of it that verifies", async () => {
    const file = join(sample.dir, "in-time.json");
    const asked = ["block", "--in-time", "--budget", "1", "--reroute", "1", "--certificate", file];
    const { stdout } = await inCase(...asked);
    expect(stdout).toMatch(/can flow from the starts to the ends in the order of time, \d+ % of the/u);
    expect(stdout).toMatch(/left out for want of a date: \d+ payments, /u);
    expect(stdout).toContain("in any order, with ");
    expect((await windfallHere("verify", file)).stdout).toContain("can flow in the order of time, after it ");
    expect((await inCase("block", "--in-time", "--hidden")).stderr).toContain("channels that have no day");
    expect((await inCase("block", "--in-time", "soon")).stderr).toContain("use a whole number from 0 to 3650");
  });
  it("refuses countries and budgets that mean nothing", async () => {
    expect((await inCase("block", "--reach", "usa")).stderr).toContain("use two-letter countries separated by commas");
    expect((await inCase("block", "--fewest", "101")).stderr).toContain("use a whole number from 1 to 100");
  });
});

describe("freeze", () => {
  it("says where the money lies, and of how many accounts nothing is known", async () => {
    const answer = await dataOf<FreezeAnswer>("freeze", "--at", "2017-01-01");
    expect(answer.holders.length).toBeGreaterThan(10);
    expect(answer.accountsUnknown).toBeLessThanOrEqual(answer.accounts);
    const { stdout } = await inCase("freeze", "--at", "2017-01-01", "--limit", "3");
    expect(stdout).toMatch(/^at 2017-01-01; balances unknown for [\d,]+ of [\d,]+ accounts/u);
    expect(stdout).toContain("the two columns are never added");
    expect((await inCase("freeze", "--at", "2017-02-30")).stderr).toContain("use a day such as 2016-07-31");
  });
});

describe("fragment", () => {
  it("orders whom to take out of a net of owners, and refuses ties that there are not", async () => {
    const found = await dataOf<CaseFragment>("fragment", "--of", "Ownership,Directorship", "--limit", "5");
    const sizes = found.order.map(({ largest }) => largest);
    expect(found.ties).toBeGreaterThan(100);
    expect([found.largestBefore, ...sizes]).toEqual(
      [found.largestBefore, ...sizes].toSorted((one, other) => other - one),
    );
    expect((await inCase("fragment", "--of", "Address")).stderr).toContain("use one or more of Associate");
  });
});
