import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql, tableOfWorld } from "../../src/store/index.ts";
import { countClosedBystanders, entitiesNamed, exportedStatements, type Reader } from "../../src/views/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

let testCase: TestCase;
let reader: Reader;

beforeAll(async () => {
  testCase = await openTestCase();
  const { database } = testCase.file;
  reader = { database, viewer: { world: "open", actor: "tester" }, table: tableOfWorld("open") };
  await testCase.dataset("phone");
  await testCase.statements("phone", [
    ["e1", "Person", "name", "Kim Chol"],
    ["e2", "Person", "name", "Kim Min"],
  ]);
  await database.run(sql`insert into w_open.cluster values ('e1','e1',null,null), ('e2','e2',null,null)`);
  await database.run(sql`insert into held.bystander values (1, 'e1', 1)`);
});
afterAll(() => testCase.close());

const exported = async (): Promise<string[]> => {
  const names: string[] = [];
  for await (const chunk of exportedStatements(reader)) names.push(...chunk.map((row) => row.value));
  return names;
};
const named = async (): Promise<string[]> => (await entitiesNamed(reader, "kim", 5)).map((line) => line.canonicalId);

describe("a contact of a phone", () => {
  it("is neither named nor exported until somebody opens it, nor when that is taken back", async () => {
    expect([await named(), await exported(), await countClosedBystanders(reader)]).toEqual([["e2"], ["Kim Min"], 1]);
    await testCase.judge("bystander", "e1", "e1", "same");
    expect([await named(), await exported(), await countClosedBystanders(reader)]).toEqual([
      ["e2", "e1"],
      ["Kim Chol", "Kim Min"],
      0,
    ]);
    await testCase.judge("bystander", "e1", "e1", "none");
    expect([await named(), await exported(), await countClosedBystanders(reader)]).toEqual([["e2"], ["Kim Min"], 1]);
  });
});
