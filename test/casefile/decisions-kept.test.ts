import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { initCase } from "../../src/casefile/case-folder.ts";
import { examineCase } from "../../src/casefile/doctor.ts";
import { writeJudgement } from "../../src/casefile/judge.ts";
import { openCase, withCase, type OpenCase } from "../../src/casefile/open-case.ts";
import { sql, text } from "../../src/store/index.ts";

let dir: string;
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const ledger = (): string => join(dir, "acknowledged.jsonl");
const judge = (open: OpenCase, rightId: string): Promise<number> =>
  writeJudgement(open, {
    subject: "entity",
    leftId: "h1.b",
    rightId,
    decision: "same",
    reasons: ["one passport"],
    actor: "lee",
  });
const decisions = (open: OpenCase) =>
  open.database.rows(
    sql`select left_id as "left", right_id as "right", decision, reasons::varchar as reasons, actor, judged_at::varchar as "at"
      from held.judgement order by judgement_no`,
    { left: text, right: text, decision: text, reasons: text, actor: text, at: text },
  );
const problems = async (): Promise<(string | null)[]> =>
  (await withCase(dir, by, examineCase)).flatMap(({ what, problem }) =>
    what === "acknowledged.jsonl" ? [problem] : [],
  );

function loseDatabase(): void {
  for (const name of readdirSync(dir)) if (name.startsWith("case.duckdb")) rmSync(join(dir, name));
}

/** Leaves the case as a kill between the commit of its last batch and the line of it in the ledger would. */
async function killBeforeLine(work: (open: OpenCase) => Promise<unknown>): Promise<void> {
  const open = await openCase(dir, by);
  const before = readFileSync(ledger(), "utf8");
  const head = await open.database.rows(sql`select lines::varchar as lines, chain from held.chain_head`, {
    lines: text,
    chain: text,
  });
  await work(open);
  await open.database.run(
    sql`update held.chain_head set lines = ${head[0]?.lines ?? "0"}::integer, chain = ${head[0]?.chain ?? ""}`,
  );
  open.close();
  writeFileSync(ledger(), before);
}

beforeEach(async () => {
  dir = join(mkdtempSync(join(tmpdir(), "windfall-decisions-")), "case");
  initCase(dir, "Harbour");
  await withCase(dir, by, (open) => judge(open, "h2.a"));
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

it("writes a decision again after a kill before its line and the loss of the database", async () => {
  await killBeforeLine((open) => judge(open, "h2.c"));
  const before = await withCase(dir, by, decisions);
  expect(before.map(({ left, right }) => [left, right])).toEqual([
    ["h1.b", "h2.a"],
    ["h1.b", "h2.c"],
  ]);
  loseDatabase();
  expect(await withCase(dir, by, decisions)).toEqual(before);
  expect(await problems()).toEqual([null]);
  expect(readFileSync(ledger(), "utf8").trimEnd().split("\n").length).toBe(2);
});

it("says of a decision whose line an earlier program left without content that it is lost", async () => {
  await killBeforeLine(async (open) => {
    await judge(open, "h2.c");
    await open.database.run(sql`update held.batch set replay = null`);
  });
  expect(await problems()).toEqual([null]);
  loseDatabase();
  expect(await problems()).toEqual([
    "the decision of batch 2 is not in the database, and its line does not say what was decided; decide again, or put back a copy of case.duckdb",
  ]);
});
