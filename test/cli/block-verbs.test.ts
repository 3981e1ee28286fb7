import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseFragment, FreezeAnswer, HiddenChannels, Uncertain } from "../../src/casefile/index.ts";
import { makeSample, type SampleCase } from "../support/sample-case.ts";
import { windfall, windfallJson, type Ended } from "../support/windfall.ts";

let sample: SampleCase;
const inCase = (...args: readonly string[]): Ended => windfall(...args, "--case", sample.dir);
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test says what it expects to read
const dataOf = <Data>(...args: readonly string[]): Data => windfallJson(...args, "--case", sample.dir).data as Data;

beforeAll(async () => {
  sample = await makeSample();
}, 900_000);
afterAll(() => sample.remove());

const party = "Morning River Labour Services Sdn. Bhd.";

describe("block", () => {
  it("says what one party alone would do, and why it is proposed or not", () => {
    const { code, stdout } = inCase("block", "--explain", party);
    expect(code).toBe(0);
    expect(stdout).toMatch(/may be proposed\n {2}carries .* of what can flow; blocked alone, \d+ % of the/u);
    expect(stdout).toMatch(
      /this is what is recorded, not what a law allows:\n {2}Morning River .*\n {4}authorities of [a-z]{2} \(h\d/u,
    );
    expect(inCase("block", "--protect", party, "--explain", party).stdout).toContain("not proposed: it is protected");
  });
  it("ends at the fewest that stop enough", () => {
    const sets = dataOf<{ budget: number }[]>("block", "--fewest", "5", "--reroute", "1,2");
    expect(Math.max(...sets.map(({ budget }) => budget))).toBe(1);
  });
  it("asks again without each source, and before the latest hand-over", () => {
    const { stdout } = inCase("block", "--budget", "1", "--reroute", "1,2");
    for (const words of [
      "without what h1-workbook alone tells: ",
      "before h5-list came: ",
      "not proposed, though on a way: ",
    ])
      expect(stdout).toContain(words);
  });
  it("says how far the advice holds with hidden channels, which doubts change it, and what it is worth in drawn worlds", () => {
    const asked = dataOf<{ hidden: HiddenChannels; doubts: { doubts: unknown[] }; uncertain: Uncertain }>(
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
  it("rests on nothing that is withheld, and says what that costs on the record alone", () => {
    const config = join(sample.dir, "case.yaml");
    const before = readFileSync(config, "utf8");
    const audit = (): number => readFileSync(join(sample.dir, "audit.jsonl"), "utf8").trim().split("\n").length;
    writeFileSync(config, before.replace(/^settings:$/mu, "settings:\n  withhold: [h1-workbook]"));
    try {
      const lines = audit();
      const plain = inCase("block", "--budget", "1", "--reroute", "1,2");
      expect(plain.code).toBe(0);
      expect(plain.stdout).not.toContain("h1-workbook");
      expect(audit()).toBe(lines);
      const whole = inCase("block", "--budget", "1", "--reroute", "1,2", "--all-evidence").stdout;
      expect(whole).toMatch(/NOT FOR RELEASE: with h1-workbook .* can flow; best is/u);
      expect(whole).toContain("the price of protection: ");
      expect(audit()).toBe(lines + 1);
    } finally {
      writeFileSync(config, before);
    }
  });
  it("writes a check file for a release that verifies and names nobody", () => {
    const file = join(sample.dir, "released.json");
    inCase("block", "--budget", "1", "--reroute", "1,2", "--certificate", file, "--release");
    expect(windfall("verify", file).code).toBe(0);
    const nodes: string[] = JSON.parse(readFileSync(file, "utf8")).input.nodes;
    expect(nodes.every((name) => /^party \d+$/u.test(name))).toBe(true);
    const { names } = JSON.parse(readFileSync(`${file}.names.json`, "utf8"));
    expect(Object.keys(names).toSorted()).toEqual(nodes.toSorted());
  });
  it("keeps to the order of time, and writes a check file of it that verifies", () => {
    const file = join(sample.dir, "in-time.json");
    const asked = ["block", "--in-time", "--budget", "1", "--reroute", "1", "--certificate", file];
    const { stdout } = inCase(...asked);
    expect(stdout).toMatch(/can flow from the starts to the ends in the order of time, \d+ % of the/u);
    expect(stdout).toMatch(/left out for want of a date: \d+ payments, /u);
    expect(stdout).toContain("in any order, with ");
    expect(windfall("verify", file).stdout).toContain("can flow in the order of time, after it ");
    expect(inCase("block", "--in-time", "--hidden").stderr).toContain("channels that have no day");
    expect(inCase("block", "--in-time", "soon").stderr).toContain("use a whole number from 0 to 3650");
  });
  it("refuses countries and budgets that mean nothing", () => {
    expect(inCase("block", "--reach", "usa").stderr).toContain("use two-letter countries separated by commas");
    expect(inCase("block", "--fewest", "101").stderr).toContain("use a whole number from 1 to 100");
  });
});

describe("freeze", () => {
  it("says where the money lies, and of how many accounts nothing is known", () => {
    const answer = dataOf<FreezeAnswer>("freeze", "--at", "2017-01-01");
    expect(answer.holders.length).toBeGreaterThan(10);
    expect(answer.accountsUnknown).toBeLessThanOrEqual(answer.accounts);
    const { stdout } = inCase("freeze", "--at", "2017-01-01", "--limit", "3");
    expect(stdout).toMatch(/^at 2017-01-01; balances unknown for [\d,]+ of [\d,]+ accounts/u);
    expect(stdout).toContain("the two columns are never added");
    expect(inCase("freeze", "--at", "2017-02-30").stderr).toContain("use a day such as 2016-07-31");
  });
});

describe("fragment", () => {
  it("orders whom to take out of a net of owners, and refuses ties that there are not", () => {
    const found = dataOf<CaseFragment>("fragment", "--of", "Ownership,Directorship", "--limit", "5");
    const sizes = found.order.map(({ largest }) => largest);
    expect(found.ties).toBeGreaterThan(100);
    expect([found.largestBefore, ...sizes]).toEqual(
      [found.largestBefore, ...sizes].toSorted((one, other) => other - one),
    );
    expect(inCase("fragment", "--of", "Address").stderr).toContain("use one or more of Associate");
  });
});
