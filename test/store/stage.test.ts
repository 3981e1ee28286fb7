import { expect, it } from "vitest";
import { text, sql, type Stage } from "../../src/store/index.ts";
import { openTestCase } from "../support/case.ts";

const clusterStage = (canonical: string, run?: Stage["run"]): Stage => ({
  name: "resolve",
  codeVersion: "1",
  reads: ["statement"],
  writes: ["cluster"],
  run:
    run ??
    (({ database, table, write }) =>
      write(() => database.run(sql`insert into ${table("cluster")} values ('e', ${canonical}, null, null)`))),
});

it("keeps what an earlier run wrote until the next has all of it, and nothing temporary", async () => {
  const testCase = await openTestCase();
  const canonicals = () => testCase.rows("select canonical_id as id from w_open.cluster", { id: text });
  await testCase.run(clusterStage("first"));
  const failing = clusterStage("", async ({ database, table, write }) => {
    await write(async () => {
      await database.run(sql`insert into ${table("cluster")} values ('e', 'second', null, null)`);
      throw new Error("stopped");
    });
  });
  await expect(testCase.run(failing)).rejects.toThrow("stopped");
  expect(await canonicals()).toEqual([{ id: "first" }]);
  const making = clusterStage("", async ({ database, table, write }) => {
    const made = await database.temporary("made", "id varchar");
    await database.append(made, { id: ["third"] });
    await write(() => database.run(sql`insert into ${table("cluster")} select 'e', id, null, null from ${made}`));
  });
  await testCase.run(making);
  expect(await canonicals()).toEqual([{ id: "third" }]);
  expect(await testCase.rows("select table_name as id from duckdb_tables() where temporary", { id: text })).toEqual([]);
  testCase.close();
});

it("is wrong if it writes nothing, or twice", async () => {
  const testCase = await openTestCase();
  const twice = clusterStage("", async ({ write }) => {
    await write(async () => undefined);
    await write(async () => undefined);
  });
  await expect(testCase.run(twice)).rejects.toThrow("writes its tables once");
  await expect(testCase.run(clusterStage("", async () => undefined))).rejects.toThrow("writes its tables");
  testCase.close();
});

it("has of the engine's memory what the stage needs, and the case all of it again behind it, done or stopped", async () => {
  const testCase = await openTestCase();
  const limit = async () =>
    (await testCase.rows("select current_setting('memory_limit') as mb", { mb: text })).map(({ mb }) => mb);
  const all = await limit();
  const within: string[][] = [];
  const stage = (isStopped: boolean): Stage => ({
    ...clusterStage("", async ({ write }) => {
      within.push(await limit());
      if (isStopped) throw new Error("stopped");
      await write(async () => undefined);
    }),
    engineMb: 300,
  });
  await testCase.run(stage(false), { memoryMb: 512 });
  expect(await limit()).toEqual(all);
  await expect(testCase.run(stage(true), { memoryMb: 512 })).rejects.toThrow("stopped");
  expect(await limit()).toEqual(all);
  expect(within).toEqual([["286.1 MiB"], ["286.1 MiB"]]);
  testCase.close();
});
