import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import initSqlJs from "sql.js";
import { afterAll, expect, test } from "vitest";

import { mergeWal } from "../../src/intake/readers/sqlite/merge-wal.ts";
import { makeZip } from "./support/make-zip.ts";
import { fixture, makeFolder, removeFolders, stage, stageBytes } from "./support/staged-rows.ts";

afterAll(removeFolders);

const wasm = createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm");
const engine = await initSqlJs({ wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer });

function makeDatabase(sql: string): Buffer {
  const database = new engine.Database();
  database.run(sql);
  const bytes = Buffer.from(database.export());
  database.close();
  return bytes;
}

test("tables, large integers, blobs, generated columns, views that are not run", async () => {
  const { staged, cells } = await stageBytes(
    "a.db",
    makeDatabase(`
      create table t(id integer primary key, name text, amount real, raw blob, twice as (amount * 2));
      insert into t values (9007199254740993, 'Kim', 0.1, x'00ff');
      insert into t values (-5, '한', null, null);
      create table w(code text primary key, value int) without rowid;
      insert into w values ('b', 1), ('a', 2);
      create table "odd ""name"""(x);
      create view v as select * from t;`),
  );
  const [member] = staged.files;
  expect(member).toMatchObject({ form: "sqlite", rowsRead: 4 });
  expect(member?.parts.map(({ name, columnNames }) => [name, columnNames])).toEqual([
    ['odd "name"', ["x"]],
    ["t", ["id", "name", "amount", "raw"]],
    ["w", ["code", "value"]],
  ]);
  expect(await cells(member?.parts[1])).toEqual([
    ["-5", "-5", "한", null, null],
    ["9007199254740992", "9007199254740993", "Kim", "0.1", "x'00ff'"],
  ]);
  expect(await cells(member?.parts[2])).toEqual([
    ["1", "a", "2"],
    ["2", "b", "1"],
  ]);
});

test.each([
  ["contacts", "create table raw_contacts(a); create table data(b); insert into data values (1)"],
  ["messages", "create table sms(a); create table threads(b); insert into sms values (1)"],
])("a phone's %s are known by their tables", async (form, sql) => {
  const { staged } = await stageBytes("x.db", makeDatabase(sql));
  expect(staged.files[0]).toMatchObject({ form, rowsRead: 1 });
});

test("around a damaged page the other rows are read, and the lost ones counted", async () => {
  const { staged } = await stage({ path: fixture("sqlite-corrupt-page.db") });
  expect(staged.files[0]).toMatchObject({ rowsPresent: 2000, rowsRead: 1956, rowsLost: 44 });
  expect(staged.files[0]?.faults.map(({ kind, rowNo }) => `${kind} ${rowNo}`)).toEqual(["damaged 162"]);
});

test("names that are no names harm nothing", async () => {
  const { staged } = await stage({ path: fixture("sqlite-evil-views.db") });
  expect(staged.files[0]?.parts.map(({ name, rowsRead }) => [name, rowsRead])).toEqual([
    ["__proto__", 0],
    ["contacts", 1],
    ['weird"name"; drop table contacts; --', 0],
  ]);
});

// A log of one transaction that gives the database the pages of another one.
function makeWal(after: Buffer, pageBytes: number): Buffer {
  const header = Buffer.alloc(32);
  header.writeUInt32BE(0x377f0682, 0);
  header.writeUInt32BE(3_007_000, 4);
  header.writeUInt32BE(pageBytes, 8);
  header.writeUInt32BE(0x01020304, 16);
  header.writeUInt32BE(0x05060708, 20);
  const sums = [0, 0];
  addSums(sums, header.subarray(0, 24));
  header.writeUInt32BE(sums[0] ?? 0, 24);
  header.writeUInt32BE(sums[1] ?? 0, 28);
  const pages = after.length / pageBytes;
  const frames = Array.from({ length: pages }, (_, index) => {
    const frame = Buffer.alloc(24 + pageBytes);
    frame.writeUInt32BE(index + 1, 0);
    frame.writeUInt32BE(index + 1 === pages ? pages : 0, 4);
    header.copy(frame, 8, 16, 24);
    after.copy(frame, 24, index * pageBytes, (index + 1) * pageBytes);
    addSums(sums, frame.subarray(0, 8));
    addSums(sums, frame.subarray(24));
    frame.writeUInt32BE(sums[0] ?? 0, 16);
    frame.writeUInt32BE(sums[1] ?? 0, 20);
    return frame;
  });
  return Buffer.concat([header, ...frames]);
}

function addSums(sums: number[], bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at += 8) {
    sums[0] = ((sums[0] ?? 0) + bytes.readUInt32LE(at) + (sums[1] ?? 0)) >>> 0;
    sums[1] = ((sums[1] ?? 0) + bytes.readUInt32LE(at + 4) + (sums[0] ?? 0)) >>> 0;
  }
}

const before = makeDatabase("create table t(a); insert into t values ('old')");
const after = makeDatabase("create table t(a); insert into t values ('old'), ('only in the log')");
const pageBytes = before.readUInt16BE(16);

test("rows that stand only in the write-ahead log are read with the database, beside it and in an archive", async () => {
  const wal = makeWal(after, pageBytes);
  const path = join(makeFolder(), "chat.db");
  writeFileSync(path, before);
  writeFileSync(`${path}-wal`, wal);
  const beside = await stage({ path });
  expect(await beside.cells(beside.staged.files[0]?.parts[0])).toEqual([
    ["1", "old"],
    ["2", "only in the log"],
  ]);
  expect(beside.staged.files[0]?.faults.map(({ kind }) => kind)).toEqual(["sidecar"]);
  expect(readFileSync(path).equals(before)).toBe(true);
  const packed = await stageBytes(
    "phone.zip",
    makeZip([
      ["a/chat.db-wal", wal],
      ["a/chat.db", before],
    ]),
  );
  const found = packed.staged.files.find(({ name }) => name === "a/chat.db");
  expect(await packed.cells(found?.parts[0])).toEqual([
    ["1", "old"],
    ["2", "only in the log"],
  ]);
});

test("a log whose last commit is damaged gives nothing", () => {
  const wal = makeWal(after, pageBytes);
  wal.writeUInt8((wal.at(-1) ?? 0) ^ 1, wal.length - 1);
  expect(mergeWal(before, wal).pages).toBe(0);
});

test("a dBase table in GB 18030", async () => {
  const { staged, cells } = await stage({ path: fixture("tika_testDBF_gb18030.dbf") });
  const [member] = staged.files;
  expect(member).toMatchObject({ form: "dbf", encoding: "gb18030" });
  expect((await cells(member?.parts[0]))[1]).toEqual(["2", "虽然该指令经过重新发布"]);
});

test("FollowTheMoney entities: one row for each value", async () => {
  const lines = [
    `{"id":"a","schema":"Person","properties":{"name":["Kim","김"],"__proto__":["x"]},"datasets":["d","e"]}`,
    `{"id":"b","schema":"Company","properties":{}}`,
    `{"id":"c","schema":`,
  ];
  const { staged, cells } = await stageBytes("entities.ftm.json", lines.join("\n"));
  const [member] = staged.files;
  expect(member).toMatchObject({ form: "ftm-entities", rowsPresent: 5, rowsRead: 4, rowsLost: 1 });
  expect(await cells(member?.parts[0])).toEqual([
    ["1", "a", "Person", "name", "Kim", "d;e", null, null],
    ["1", "a", "Person", "name", "김", "d;e", null, null],
    ["1", "a", "Person", "__proto__", "x", "d;e", null, null],
    ["2", "b", "Company", null, null, null, null, null],
  ]);
});

test("statements of FollowTheMoney and the files of OFAC are known by their shape", async () => {
  const statements = await stageBytes(
    "s.csv",
    "canonical_id,entity_id,prop,schema,value,dataset\na,a,name,Person,Kim,d\n",
  );
  expect(statements.staged.files[0]).toMatchObject({ form: "ftm-statements", rowsRead: 2 });
  const row = '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n';
  const list = await stageBytes("x.csv", `${row}${row}\u001A`);
  expect(list.staged.files[0]).toMatchObject({
    form: "ofac-sdn",
    rowsRead: 2,
    parts: [{ name: "sdn", columnCount: 12 }],
  });
});
