import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addMaterial,
  askBlock,
  explainBlock,
  freezable,
  initCase,
  moneyPatterns,
  runCase,
  traceMoney,
  withCase,
  writeJudgement,
  type OpenCase,
} from "../../src/casefile/index.ts";
import { traceVerb } from "../../src/cli/trace.ts";
import { patternsVerb } from "../../src/cli/patterns.ts";
import { freezeVerb } from "../../src/cli/freeze.ts";
import { parseEntityId } from "../../src/model/index.ts";
import { sql, text } from "../../src/store/index.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-closed-"));
const dir = join(root, "case");
let contacts: readonly string[];

const ledger = `Date,Payer,Beneficiary,Amount,Currency
2016-03-01,Blue Gate Ltd,Pak Yong Su,1000.00,USD
2016-03-02,Pak Yong Su,Green Hill LLC,900.00,USD
2016-03-03,Green Hill LLC,Blue Gate Ltd,800.00,USD
2016-03-04,Green Hill LLC,Ri Song Ho,10.00,USD
`;

const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);

/** Two payees of the ledger are contacts of a phone, as if its messages had told of the payments. */
beforeAll(async () => {
  initCase(dir, "Closed");
  const file = join(root, "ledger.csv");
  writeFileSync(file, ledger);
  const source = { id: "s1", kind: "register", grade: "A2" };
  await addMaterial(dir, { files: [file], dataset: "h1", source }, by);
  contacts = await inCase(async (open) => {
    await runCase(open, () => undefined);
    const { database } = open;
    const rows = await database.rows(
      sql`select distinct entity_id as id from held.statement where prop = 'name' and value in ('Pak Yong Su', 'Ri Song Ho') order by 1`,
      { id: text },
    );
    for (const { id } of rows) await database.run(sql`insert into held.bystander values (1, ${id}, 1)`);
    return rows.map(({ id }) => id);
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Whether an answer names a closed contact, by id or by name. */
const names = (answer: unknown): readonly string[] => {
  const printed = JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  return ["Pak Yong Su", "Ri Song Ho", ...contacts].filter((each) => printed.includes(each));
};

const asking = { onProgress: () => undefined, stop: new AbortController().signal };
const asked = { direction: "forward", rules: ["fifo"], until: null, depth: null } as const;

describe("a closed contact who is the end of a payment", () => {
  it("stands as words in a trace, each contact by a number of its own", async () => {
    const traced = await inCase((open) => traceMoney(open, "Blue Gate Ltd", asked));
    expect(names(traced)).toEqual([]);
    expect(
      traced.trails[0]?.hops.map(({ payeeId }) => /^contact (\d) of a phone or mailbox, closed$/u.exec(payeeId)?.[1]),
    ).toEqual(["1", undefined, undefined, "2"]);
    const printed = await runVerb(dir, traceVerb, { rule: "fifo" }, ["Blue Gate Ltd"]);
    expect(printed.lines[1]).toMatch(
      /^2016-03-01 {2}Blue Gate Ltd -> contact 1 of a phone or mailbox, closed: 1,000\.00 USD/u,
    );
    expect(names(printed)).toEqual([]);
  });
  it("stands as words in patterns and in what a freeze would hold", async () => {
    const found = await inCase((open) => moneyPatterns(open, { kinds: ["round-trip"], limit: 5 }));
    expect(found.patterns.map(({ others }) => others.filter((id) => id.startsWith("contact")))).toEqual([
      ["contact 1 of a phone or mailbox, closed"],
    ]);
    const frozen = await inCase((open) => freezable(open, "2016-12-31"));
    expect(frozen.holders.filter(({ holderId }) => holderId.startsWith("contact")).length).toBeGreaterThan(0);
    for (const answer of [found, frozen]) expect(names(answer)).toEqual([]);
    for (const verb of [patternsVerb, freezeVerb]) expect(names(await runVerb(dir, verb, {}))).toEqual([]);
  });
  it("is never proposed, and answers to no word of a question", async () => {
    const question = {
      from: { entities: ["Blue Gate Ltd"], countries: [] },
      to: { entities: ["Green Hill LLC"], countries: [] },
    };
    const [set] = await inCase((open) => askBlock(open, question, asking));
    expect([set?.members, set?.explanation.notProposed]).toEqual([[], { "closed contact": 1 }]);
    await expect(inCase((open) => explainBlock(open, question, ["Pak Yong Su"]))).rejects.toThrow(
      'no entity of the case has the id or the name "Pak Yong Su"',
    );
  });
  it("has its id and name again once somebody opens it", async () => {
    await inCase(async (open) => {
      for (const id of contacts.map(parseEntityId))
        await writeJudgement(open, {
          subject: "bystander",
          leftId: id,
          rightId: id,
          decision: "same",
          reasons: ["he paid"],
          actor: "lee",
        });
    });
    const traced = await inCase((open) => traceMoney(open, "Blue Gate Ltd", asked));
    expect(names(traced).length).toBeGreaterThan(0);
    expect(JSON.stringify(traced)).not.toContain("of a phone or mailbox, closed");
  });
});
