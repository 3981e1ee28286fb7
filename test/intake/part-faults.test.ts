import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { boolean, integer } from "../../src/store/index.ts";
import { removeFolders } from "./support/staged-rows.ts";
import { openTakeIn, type TakeInCase } from "./support/take-in-case.ts";

const open: TakeInCase[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.testCase.close();
});
afterAll(removeFolders);

async function start(): Promise<TakeInCase> {
  const taking = await openTakeIn();
  open.push(taking);
  return taking;
}

const rows = (count: number, from = 0): string[] =>
  Array.from(
    { length: count },
    (_, index) => `0${1 + (index % 9)}.05.2016,Payer ${from + index},${from + index + 10}.50`,
  );
const header = "Date,Payer,Amount";
const faultRows = (taking: TakeInCase): Promise<readonly { row: number; isWhole: boolean }[]> =>
  taking.testCase.rows(
    `select x.row_no::integer as "row", f.rows_present = f.rows_read + f.rows_lost as "isWhole"
     from held.current_fault x join held.current_file f using (file_no) order by x.row_no`,
    { row: integer, isWhole: boolean },
  );
const mappingOf = (taking: TakeInCase, name: string): string => join(taking.mappingDir, `h1__${name}.yaml`);
function edit(path: string, from: RegExp | string, to: string): void {
  const text = readFileSync(path, "utf8");
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

describe("a part in which no table is recognised", () => {
  const odd = "foo,bar\nx1,y1\nx2,y2";

  it("keeps its cells as notes and is a fault that says what to do", async () => {
    const taking = await start();
    await taking.take("odd.csv", odd);
    expect(await taking.faults()).toEqual([
      "no-table: No table is recognised here: 3 rows are kept as notes of the file. Describe the table in mappings/h1__odd.csv.yaml and run again; a table without entities says that there is nothing more to read.",
    ]);
    expect((await taking.said("s.prop = 'notes'")).length).toBe(6);
    expect(await faultRows(taking)).toEqual([{ row: 1, isWhole: true }]);
  });

  it("is none once a person has described it, or has said that it is none", async () => {
    const taking = await start();
    await taking.take("odd.csv", odd);
    const said = `tables: [{part: 0, rows: 1-end, columns: A-B, entities: {}}]`;
    edit(mappingOf(taking, "odd.csv"), "tables: []", said);
    await taking.take("odd.csv", odd);
    expect(await taking.faults()).toEqual([]);
    edit(
      mappingOf(taking, "odd.csv"),
      "entities: {}",
      "header: [1], entities: {person: {schema: Person, properties: {name: {column: A}}}}",
    );
    await taking.take("odd.csv", odd);
    expect(await taking.said("s.prop = 'name'")).toEqual(["Person.name = x1 @ A2", "Person.name = x2 @ A3"]);
    expect(await taking.faults()).toEqual([]);
  });
});

describe("a header that repeats", () => {
  it("is one fault with its row, and every other row is read", async () => {
    const taking = await start();
    await taking.take("bad.csv", [header, ...rows(500), header, ...rows(100, 500)].join("\n"));
    expect(await taking.faults()).toEqual([
      "repeated-header: Row 502 repeats the header of row 1: it is read as a header and kept as a note of the file.",
    ]);
    expect(await faultRows(taking)).toEqual([{ row: 502, isWhole: true }]);
    expect((await taking.said("s.prop = 'amount'")).length).toBe(600);
  });
});

describe("a mapping of rows that are not there, or of another file", () => {
  const csv = [header, ...rows(3)].join("\n");
  const refusals: [from: string, to: string, refusal: RegExp][] = [
    [
      "rows: 2-end",
      "rows: 9-12",
      /tables\[0\]\.rows is "9-12"; "pay" has rows up to 4: use rows that it has, such as 4-4/u,
    ],
    [
      "rows: 2-end",
      "rows: 2-5",
      /tables\[0\]\.rows is "2-5"; "pay" has rows up to 4: use rows that it has, such as 2-4/u,
    ],
    ["header: [1]", "header: [1, 7]", /tables\[0\]\.header is \[7\]; "pay" has rows up to 4: use rows that it has/u],
    ["file: pay.csv", "file: other.csv", /file is "other\.csv"; this is the mapping of "pay\.csv": write that name/u],
  ];
  it.each(refusals)("is refused with path and right form: %s -> %s", async (from, to, refusal) => {
    const taking = await start();
    await taking.take("pay.csv", csv);
    edit(mappingOf(taking, "pay.csv"), from, to);
    await expect(taking.take("pay.csv", csv)).rejects.toThrow(refusal);
    expect((await taking.said("s.prop = 'amount'")).length).toBe(3);
  });
});

describe("rows that a mapping leaves out", () => {
  it("are counted and kept as notes, unless it names them", async () => {
    const taking = await start();
    const csv = [header, ...rows(5)].join("\n");
    await taking.take("pay.csv", csv);
    expect(await taking.faults()).toEqual([]);
    const path = mappingOf(taking, "pay.csv");
    edit(path, "rows: 2-end", "rows: 2-3");
    await taking.take("pay.csv", csv);
    expect(await taking.faults()).toEqual([
      'rows-outside: From here on 3 rows are as full as a table\'s and outside every table\'s rows, and kept as notes of the file. If they belong to a table, widen its "rows" in mappings/h1__pay.csv.yaml and run again; if not, name them under "skip".',
    ]);
    expect((await faultRows(taking)).map(({ row }) => row)).toEqual([4]);
    expect((await taking.said("s.prop = 'notes' and o.row_no > 3")).length).toBe(9);
    edit(path, "    entities:", "    skip: [{rows: [4, 5, 6], reason: counted elsewhere}]\n    entities:");
    await taking.take("pay.csv", csv);
    expect(await taking.faults()).toEqual([]);
  });
});
