import { afterAll, beforeAll, expect, it } from "vitest";
import { rawSql, tableOfWorld } from "../../src/store/index.ts";
import { blockingReach } from "../../src/views/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeAll(async () => {
  testCase = await openTestCase();
  await testCase.file.database.run(
    rawSql("insert into w_open.blocking_reach values ('people', 100, 20, 9), ('a few', 49, 0, 40)"),
  );
});
afterAll(async () => testCase.close());

it("says which share of what is one was compared at most, and nothing of a few", async () => {
  const { database } = testCase.file;
  const reach = await blockingReach({
    database,
    viewer: { world: "open", actor: "t" } as const,
    table: tableOfWorld("open"),
  });
  // Chao 1987 without bias: 20 * 19 / (2 * 10) = 19 were caught by no key.
  expect(reach).toEqual([
    { among: "people", joined: 100, byOne: 20, byTwo: 9, percentMost: 84 },
    { among: "a few", joined: 49, byOne: 0, byTwo: 40, percentMost: null },
  ]);
});
