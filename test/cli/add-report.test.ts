import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { windfallHere } from "../support/windfall-here.ts";

const scratch = mkdtempSync(join(tmpdir(), "windfall-report-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("adding a report and nothing else", () => {
  const dir = join(scratch, "case");
  const report = join(scratch, "Round up 7.html");
  writeFileSync(report, "<html><body><p>The port agent said that two barges had left.</p></body></html>");
  beforeAll(() => windfallHere("init", dir));

  it("names the hand-over for its file and knows nothing of its outlet", async () => {
    const added = await windfallHere("add", report, "--case", dir);
    expect([added.code, added.stdout.split("\n")[0]]).toEqual([
      0,
      'hand-over and source are called "round-up-7": an outlet of which nothing is known (F6), retold from unknown; ' +
        "say otherwise with --dataset and --source, or in case.yaml",
    ]);
    await windfallHere("run", "--only", "intake", "--case", dir);
    expect((await windfallHere("find", "barges", "--case", dir)).stdout).toContain("two barges had left");
  });

  it("asks who gave a table", async () => {
    const table = join(scratch, "ledger.csv");
    writeFileSync(table, "payer,payee\nA,B\n");
    const added = await windfallHere("add", table, "--case", dir);
    expect([added.code, added.stderr]).toEqual([2, expect.stringContaining("--dataset is missing")]);
  });
});
