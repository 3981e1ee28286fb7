import { expect, it } from "vitest";
import { sql, text, type Stage } from "../../src/store/index.ts";
import { openTestCase } from "../support/case.ts";

it("runs a stage over literal statements, twice with the same rows", async () => {
  const testCase = await openTestCase();
  await testCase.dataset("h1");
  await testCase.statements("h1", [
    ["e1", "Person", "name", "김철"],
    ["e2", "Person", "name", "Kim Chol"],
  ]);
  const stage: Stage = {
    name: "resolve",
    codeVersion: "1",
    reads: ["statement"],
    writes: ["cluster"],
    run: async ({ database, table, write }) => {
      await write(() =>
        database.run(
          sql`insert into ${table("cluster")} select distinct entity_id, entity_id, null, null from ${table("statement")}`,
        ),
      );
    },
  };
  await testCase.run(stage);
  await testCase.run(stage);
  expect(await testCase.rows("select entity_id as id from w_open.cluster order by entity_id", { id: text })).toEqual([
    { id: "e1" },
    { id: "e2" },
  ]);
  testCase.close();
});
