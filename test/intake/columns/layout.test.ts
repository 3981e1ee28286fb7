import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../../src/base/index.ts";
import type { TableMapping } from "../../../src/intake/mapping.ts";
import { columnToLetters } from "../../../src/model/index.ts";
import { openBench, readingLines, sources, type Bench } from "./staged-grid.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Where a table stands: "A4:D9 header 3". */
const place = (table: TableMapping): string =>
  `${columnToLetters(table.firstColumn)}${table.firstRow}:${columnToLetters(table.lastColumn)}${table.lastRow ?? "end"} header ${table.headerRows.join(",") || "none"}`;
const places = async (rows: readonly (readonly string[])[], merged: readonly string[] = []): Promise<string[]> =>
  (await bench.read({ rows, merged })).tables.map(place);

const people = [
  ["Name", "Date of birth", "Passport"],
  ["Kim Yong Ho", "1970-03-14", "472310456"],
  ["Ri Chol Su", "1981-11-02", "472310457"],
];
const payments = [
  ["Date", "Payer", "Beneficiary", "Amount"],
  ["2017-03-14", "Amber Moon LLC", "Ri Chol", "1,200.00"],
  ["2017-04-01", "Amber Moon LLC", "Wang Wei", "700.50"],
  ["2017-04-19", "Iron Link Co", "Wang Wei", "9,100.00"],
];

describe("tables of a sheet", () => {
  it("stand under one another, with and without an empty row and a title", async () => {
    expect(await places([...people, [], ...payments])).toEqual(["A2:C3 header 1", "A6:D8 header 5"]);
    expect(await places([...people, [], ["Payments of 2017"], ...payments])).toEqual([
      "A2:C3 header 1",
      "A7:D9 header 6",
    ]);
    expect(await places([...people, ...payments])).toEqual(["A2:C3 header 1", "A5:D7 header 4"]);
  });

  it("may have one row, and names that are labels elsewhere", async () => {
    const header = ["name", "birth date"];
    expect(await places([header, ["Alpha Person", "1970-01-01"]])).toEqual(["A2:Bend header 1"]);
    const all = [header, ["Person Account", "1970-01-01"], ["Bank Holder", "1971-01-01"], ["Alpha Person", ""]];
    expect(await places(all)).toEqual(["A2:Bend header 1"]);
  });

  it("stand side by side", async () => {
    const rows = payments.map((row, index) => [...row, "", ...(people[index] ?? [])]);
    expect(await places(rows)).toEqual(["A2:D4 header 1", "F2:H3 header 1"]);
  });

  it("may have an empty column between their columns", async () => {
    expect(
      await places(payments.map(([date = "", payer = "", payee = "", sum = ""]) => [date, payer, "", payee, sum])),
    ).toEqual(["A2:Eend header 1"]);
  });

  it("go on after an empty row", async () => {
    expect(await places([...payments.slice(0, 3), [], ...payments.slice(3)])).toEqual(["A2:Dend header 1"]);
  });

  it("may have no header", async () => {
    const found = at((await bench.read({ rows: payments.slice(1) })).tables, 0);
    expect(place(found)).toBe("A1:Dend header none");
    expect(readingLines(found)).toEqual([
      "A payment Payment.date",
      "B payer LegalEntity.name",
      "C beneficiary LegalEntity.name",
      "D payment Payment.amount",
    ]);
    expect(found.readings[1]?.confidencePpm).toBeLessThan(600_000);
    expect(found.readings[1]?.evidence).toContain("no header says so");
  });

  it("have headers of two rows, merged or not", async () => {
    const header = [
      ["Date", "Payer", "", "Beneficiary", "", "Amount"],
      ["", "Name", "Account", "Name", "Account", "USD '000"],
    ];
    const rows = [
      ...header,
      ...payments
        .slice(1)
        .map(([date = "", payer = "", payee = "", sum = ""], row) => [
          date,
          payer,
          `60166893636${row}`,
          payee,
          `61166893636${row}`,
          sum,
        ]),
    ];
    for (const merged of [[], ["B1:C1", "D1:E1", "A1:A2"]]) {
      const found = at((await bench.read({ rows, merged })).tables, 0);
      expect(place(found)).toBe("A3:Fend header 1,2");
      expect(readingLines(found)).toEqual([
        "A payment Payment.date",
        "B payer LegalEntity.name",
        "C payerAccount BankAccount.accountNumber",
        "D beneficiary LegalEntity.name",
        "E beneficiaryAccount BankAccount.accountNumber",
        "F payment Payment.amount",
      ]);
      expect(sources(found, "payment", "amount")).toEqual(["F x1000 ."]);
    }
  });

  it("skip headers that repeat, sums, headings and notes, and say why", async () => {
    const [header = [], ...data] = payments;
    const found = at((await bench.read({ rows: [header, ...data, ["1월 소계", "", "", "11,000.50"], header, ["Branch of Dandong", "", "", ""], ...data, ["", "", "Grand total:", "22,001.00"], ["prepared by the office", "", "", ""]] })).tables, 0); // prettier-ignore
    expect(found.skippedRows).toEqual([
      { row: 5, reason: 'sums other rows: "1월 소계"' },
      { row: 6, reason: "repeats the header of row 1" },
      { row: 7, reason: 'a line of text between the rows: "Branch of Dandong"' },
      { row: 11, reason: 'sums other rows: "Grand total:"' },
    ]);
    expect(found.lastRow).toBe(11);
  });

  it("keep a firm that is called Total", async () => {
    const [header = [], ...data] = payments;
    const found = at(
      (await bench.read({ rows: [header, ...data, ["2017-05-01", "Total", "Ri Chol", "5.00"]] })).tables,
      0,
    );
    expect(found.skippedRows).toEqual([]);
  });

  it("of a database are tied by the numbers of their parties", async () => {
    const { tables } = await bench.read(
      {
        name: "accounts",
        columnNames: ["acct_no", "cust_id", "bank_name"],
        rows: [
          ["601668936363", "1", "Bank of Amur"],
          ["601668936364", "2", "Yalu Bank"],
          ["601668936365", "1", "Yalu Bank"],
        ],
      },
      {
        name: "customers",
        columnNames: ["cust_id", "name", "phone"],
        rows: [
          ["1", "Amber Moon LLC", "+85251088383"],
          ["2", "Ri Chol", "+79243240438"],
          ["3", "Wang Wei", "+8618648556578"],
        ],
      },
    );
    expect([at(tables, 0).entities["holder"]?.keys, at(tables, 1).entities["party"]?.keys]).toEqual([[1], [0]]);
  });
});

describe("a part too large to be looked at row by row", () => {
  it("is read like a small one", async () => {
    const [header = []] = payments;
    const rows = Array.from({ length: 30_000 }, (_, row) =>
      row % 10_000 === 0
        ? header
        : row === 25_000
          ? ["", "", "Total", "1.00"]
          : [`2017-03-${String((row % 28) + 1).padStart(2, "0")}`, `Amber ${row % 100} LLC`, "Ri Chol", `${row}.50`],
    );
    const found = (await bench.read({ rows })).tables;
    expect(found.map(place)).toEqual(["A2:Dend header 1"]);
    expect(at(found, 0).skippedRows.map(({ row }) => row)).toEqual([10_001, 20_001, 25_001]);
  });

  const rowsOf = (count: number, cells: (row: number) => string[]) =>
    Array.from({ length: count }, (_, row) => cells(row));

  it("needs no header", async () => {
    const rows = rowsOf(5000, (row) => [`2017-03-${String((row % 28) + 1).padStart(2, "0")}`, "Ri Chol", `${row}.50`]);
    expect((await bench.read({ rows })).tables.map(place)).toEqual(["A1:Cend header none"]);
  });

  it("needs no digits", async () => {
    const words = ["Amber", "Blue", "Cedar", "Dune", "Elm", "Fir"];
    const rows = [
      ["Name", "Town"],
      ...rowsOf(30_000, (row) => [`${words[row % 6]} ${words[(row >> 3) % 6]}`, words[(row >> 6) % 6] ?? ""]),
    ];
    expect((await bench.read({ rows })).tables.map(place)).toEqual(["A2:Bend header 1"]);
  });
});
