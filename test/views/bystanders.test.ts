import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql, tableOfWorld } from "../../src/store/index.ts";
import {
  closedPlaces,
  countClosedBystanders,
  entitiesNamed,
  exportedStatements,
  type Reader,
} from "../../src/views/index.ts";
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

describe("what a closed contact of a phone hides", () => {
  it("are his messages, the notes of the file, and his rows but for what others say there", async () => {
    const phone = await openTestCase();
    const { database } = phone.file;
    const own: Reader = { database, viewer: reader.viewer, table: tableOfWorld("open") };
    await phone.dataset("phone");
    await phone.statements("phone", [
      ["c1", "Person", "name", "Pak Yong", 1, 0],
      ["file", "Workbook", "notes", "starred: 1", 1, 1],
      ["m1", "Message", "sender", "c1", 2, 0],
      ["m1", "Message", "bodyText", "Kim paid 5000 USD to Li", 2, 1],
      ["p1", "Payment", "summary", "Kim paid 5000 USD to Li", 2, 1],
      ["c1", "Person", "phone", "+85620100", 2, 2],
      ["m2", "Message", "sender", "c1", 3, 0],
      ["m2", "Message", "bodyText", "is the flight booked?", 3, 1],
      ["c1", "Person", "phone", "+85620100", 3, 2],
    ]);
    await database.run(sql`insert into w_open.cluster values ('c1','c1',null,null)`);
    await database.run(sql`insert into held.bystander values (1, 'c1', 1)`);
    const left: string[] = [];
    for await (const chunk of exportedStatements(own)) left.push(...chunk.map((row) => `${row.entityId} ${row.prop}`));
    expect(left).toEqual(["p1 summary"]);
    const closed = await closedPlaces(own, { fileNo: 1, part: 0, rowNos: [1, 2, 3, 4] });
    expect([...closed.rows].toSorted()).toEqual([1, 2, 3]);
    expect([1, 2, 3, 4].map((row) => closed.isCellClosed(row, 1))).toEqual([false, false, true, false]);
    expect([1, 2, 3, 4].map((row) => closed.isCellClosed(row, null))).toEqual([true, true, true, false]);
    phone.close();
  });
});
