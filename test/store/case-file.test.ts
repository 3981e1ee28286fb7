import { mkdirSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  hex,
  identifier,
  integer,
  makeUnpackedTable,
  nullable,
  openCaseFile,
  sql,
  tableName,
  text,
  textList,
  type CaseFile,
} from "../../src/store/index.ts";

let dir: string;
const open = (): Promise<CaseFile> =>
  openCaseFile(dir, {
    threads: 2,
    memoryMb: 256,
    clock: () => new Date("2020-01-02T03:04:05Z"),
    key: Buffer.alloc(32),
  });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "windfall-store-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("a case file", () => {
  it("is opened by one owner at a time, within one process too", async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(/has the case open already; close it first/u);
    first.close();
    (await open()).close();
  });

  it("takes over the lock of a process that has ended", async () => {
    writeFileSync(
      join(dir, "case.lock"),
      JSON.stringify({ pid: 2 ** 22 + 1, host: (await import("node:os")).hostname(), started: "1" }),
    );
    const file = await open();
    expect(file.lost).toEqual([]);
    file.close();
  });

  it("binds values of every kind and reads them back as what they are", async () => {
    const file = await open();
    const row = await file.database.row(
      sql`select ${"김정은"}::varchar as name, ${7} as small, ${2 ** 40} as big, ${null}::varchar as missing,
        ${new Uint8Array([1, 255])} as bytes, ${["a", "b"]} as list, ${12n ** 20n} as huge, date '2016-07-28' as day`,
      { name: text, small: integer, big: integer, missing: nullable(text), bytes: hex, list: textList, day: text },
    );
    expect(row).toEqual({
      name: "김정은",
      small: 7,
      big: 2 ** 40,
      missing: null,
      bytes: "01ff",
      list: ["a", "b"],
      day: "2016-07-28",
    });
    file.close();
  });

  it("escapes identifiers and refuses none of their characters but NUL", async () => {
    const file = await open();
    await file.database.run(sql`create temporary table ${identifier('a"b')} (${identifier("c.d")} integer)`);
    await file.database.append(tableName("temp", 'a"b'), { "c.d": [1, null, 3] });
    const row = await file.database.row(
      sql`select sum(${identifier("c.d")})::integer as sum from temp.${identifier('a"b')}`,
      { sum: integer },
    );
    expect(row.sum).toBe(4);
    file.close();
  });

  it("commits a batch of the same content once", async () => {
    const file = await open();
    const write = async (batchNo: number): Promise<number> =>
      file.database.run(
        sql`insert into held.source values ('s1', 'Register', 'register', 'A', 2, true, false, ${batchNo})`,
      );
    const input = { kind: "source", content: "s1", actor: "tester" };
    expect(await file.commitBatch(input, write)).toEqual({ batchNo: 1, isNew: true });
    expect(await file.commitBatch(input, write)).toEqual({ batchNo: 1, isNew: false });
    const { n } = await file.database.row(sql`select count(*)::integer as n from held.current_source`, { n: integer });
    expect(n).toBe(1);
    file.close();
  });

  it("rolls a batch back whole when its writer fails", async () => {
    const file = await open();
    const write = async (batchNo: number): Promise<number> => {
      await file.database.run(
        sql`insert into held.source values ('s1', null, 'register', 'A', 2, true, true, ${batchNo})`,
      );
      throw new Error("the disk is full");
    };
    await expect(file.commitBatch({ kind: "source", content: "s1", actor: "tester" }, write)).rejects.toThrow(
      "the disk is full",
    );
    const { n } = await file.database.row(sql`select count(*)::integer as n from held.source`, { n: integer });
    expect(n).toBe(0);
    file.close();
  });

  it("names the batches that were acknowledged and are missing", async () => {
    const file = await open();
    await file.commitBatch(
      { kind: "judgement", content: "x", actor: "tester", replay: { decision: "same" } },
      async () => 0,
    );
    file.close();
    rmSync(join(dir, "case.duckdb"));
    const again = await open();
    expect(again.lost.map((entry) => [entry.kind, entry.content])).toEqual([["judgement", { decision: "same" }]]);
    again.close();
  });

  it("cuts a torn last line of the ledger and refuses a changed one", async () => {
    const file = await open();
    await file.commitBatch({ kind: "a", content: "1", actor: "tester" }, async () => 0);
    await file.commitBatch({ kind: "b", content: "2", actor: "tester" }, async () => 0);
    file.close();
    const path = join(dir, "acknowledged.jsonl");
    writeFileSync(path, `${readFileSync(path, "utf8")}{"entry":{"batc`);
    (await open()).close();
    writeFileSync(path, readFileSync(path, "utf8").replace('"kind":"a"', '"kind":"c"'));
    await expect(open()).rejects.toThrow(/line 1 was changed since it was written/u);
  });

  it("misses lines that were cut off the end of the ledger, also after more is committed", async () => {
    const commit = async (...contents: readonly string[]) => {
      const file = await open();
      for (const content of contents) await file.commitBatch({ kind: "a", content, actor: "tester" }, async () => 0);
      file.close();
      return file.ledger;
    };
    await commit("1", "2", "3");
    expect(await commit()).toEqual({ hadLines: null, unacknowledged: [] });
    const path = join(dir, "acknowledged.jsonl");
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, whole.split("\n").slice(0, 2).join("\n") + "\n");
    const cut = { hadLines: 3, unacknowledged: [{ batchNo: 3, kind: "a" }] };
    expect(await commit()).toMatchObject(cut);
    await commit("4", "5");
    expect(await commit()).toMatchObject(cut);
    writeFileSync(path, whole);
    expect(await commit()).toMatchObject({ hadLines: null, unacknowledged: [{ batchNo: 4 }, { batchNo: 5 }] });
  });

  it("writes the line that a kill left out, and gives the ledger of an older case its head", async () => {
    const file = await open();
    await file.commitBatch({ kind: "a", content: "1", actor: "tester" }, async () => 0);
    const path = join(dir, "acknowledged.jsonl");
    const before = readFileSync(path, "utf8");
    const heads = () =>
      file.database.rows(sql`select lines, chain from held.chain_head`, { lines: integer, chain: text });
    const [head] = await heads();
    await file.commitBatch({ kind: "b", content: "2", actor: "tester" }, async () => 0);
    await file.database.run(sql`update held.chain_head set lines = 1, chain = ${head?.chain ?? ""}`);
    file.close();
    writeFileSync(path, before);
    const again = await open();
    expect([again.ledger.unacknowledged, again.acknowledged.map((entry) => entry.kind)]).toEqual([[], ["a", "b"]]);
    await again.database.run(sql`delete from held.chain_head`);
    again.close();
    const old = await open();
    expect((await old.database.row(sql`select lines from held.chain_head`, { lines: integer })).lines).toBe(2);
    old.close();
  });

  it("of an earlier version gets its derived tables anew, for the next run to fill", async () => {
    const old = await open();
    await old.database.run(sql`delete from held.migration where version > 1`);
    await old.database.run(sql`alter table w_open.payment drop column dataset_no`);
    await old.database.run(sql`alter table held.batch drop column replay`);
    await old.database.run(sql`insert into w_open.stage_run values ('reconcile', unhex('00'), '1')`);
    old.close();
    const { database, commitBatch, close } = await open();
    await database.run(sql`insert into w_open.payment values ('p', 'p', 1, null)`);
    await commitBatch({ kind: "a", content: "1", actor: "tester", replay: { a: 1 } }, async () => 0);
    expect(await database.rows(sql`select replay from held.current_batch`, { replay: text })).toEqual([
      { replay: '{"a":1}' },
    ]);
    expect(await database.rows(sql`select stage from w_open.stage_run`, { stage: text })).toEqual([]);
    close();
  });

  it("of an earlier version keeps its statements, whose words become those of the vocabulary", async () => {
    const words = ["schema", "prop", "prop_type"];
    const old = await open();
    await old.database.run(sql`drop view held.current_statement`);
    for (const column of words)
      await old.database.run(sql`alter table held.statement alter ${identifier(column)} set data type varchar`);
    for (const [schema, prop, type, value] of [
      ["Person", "birthDate", "date", "1970-03-14"],
      ["Company", "name", "name", "Blue Gate Ltd"],
    ] as const)
      await old.database
        .run(sql`insert into held.statement (statement_id, dataset_no, entity_id, schema, prop, prop_type,
        value, external, batch_no) values (unhex(sha1(${value})), 1, 'e', ${schema}, ${prop}, ${type}, ${value}, false, 1)`);
    await old.database.run(sql`delete from held.migration where version > 1`);
    old.close();
    const { database, close } = await open();
    const said = await database.rows(
      sql`select schema, prop, prop_type as "type", value from held.current_statement order by value`,
      { schema: text, prop: text, type: text, value: text },
    );
    expect(said.map((each) => Object.values(each).join(" "))).toEqual([
      "Person birthDate date 1970-03-14",
      "Company name name Blue Gate Ltd",
    ]);
    const columns = await database.rows(
      sql`select column_name as name from duckdb_columns() where schema_name = 'held' and table_name = 'statement'
        and data_type like 'ENUM(%' order by column_index`,
      { name: text },
    );
    expect(columns.map(({ name }) => name)).toEqual(words);
    close();
  });

  it("begins a file beside it anew that does not open", async () => {
    const path = join(dir, "cache", "it's lists.duckdb");
    const file = await open();
    await file.attachFile("beside", path);
    await makeUnpackedTable(
      file.database,
      tableName("beside", "word"),
      sql`select ${"sea"}::varchar as word, [1, 2] as numbers`,
    );
    file.close();
    const again = await open();
    await again.attachFile("beside", path);
    const words = (from: CaseFile) =>
      from.database.rows(sql`select word from beside.word order by word`, { word: text });
    expect(await words(again)).toEqual([{ word: "sea" }]);
    again.close();
    writeFileSync(path, "no tables");
    const third = await open();
    await third.attachFile("beside", path);
    await expect(words(third)).rejects.toThrow(/does not exist/u);
    third.close();
  });

  it("says of a file beside it that can neither be opened nor begun anew what is wrong", async () => {
    const path = join(dir, "cache", "folder.duckdb");
    mkdirSync(path, { recursive: true });
    const file = await open();
    await expect(file.attachFile("beside", path)).rejects.toThrow(
      /folder\.duckdb does not open \(.*\) and cannot be begun anew/su,
    );
    file.close();
  });

  it("hides the rows of a superseded batch", async () => {
    const file = await open();
    const write =
      (label: string) =>
      async (batchNo: number): Promise<number> =>
        file.database.run(
          sql`insert into held.source values ('s1', ${label}, 'register', 'A', 2, true, false, ${batchNo})`,
        );
    await file.commitBatch({ kind: "source", content: "1", actor: "tester" }, write("old"));
    await file.commitBatch({ kind: "source", content: "2", actor: "tester", supersedes: 1 }, write("new"));
    expect(
      await file.database.rows(sql`select label from held.current_source order by label`, { label: text }),
    ).toEqual([{ label: "new" }]);
    file.close();
  });
});
