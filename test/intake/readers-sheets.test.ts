import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";

import { excelDate } from "../../src/intake/readers/xlsx/excel-date.ts";
import { formatKind } from "../../src/intake/readers/xlsx/number-format.ts";
import { numberText } from "../../src/intake/readers/xlsx/number-text.ts";
import { fixture, removeFolders, stage, stageBytes } from "./support/staged-rows.ts";
import { makeXlsx } from "./support/make-xlsx.ts";

afterAll(removeFolders);

test.each([
  [0, "1900", "1900-01-00"],
  [1, "1900", "1900-01-01"],
  [59, "1900", "1900-02-28"],
  [60, "1900", "1900-02-29"],
  [61, "1900", "1900-03-01"],
  [43_528, "1900", "2019-03-04"],
  [42_066, "1904", "2019-03-04"],
  [43_528.572_916_666_7, "1900", "2019-03-04T13:45:00"],
] as const)("day %d of the %s system is %s", (serial, system, text) => {
  expect(excelDate(serial, system, { hasDate: true, hasTime: false })).toBe(text);
});

test("times, long times and numbers that are no day", () => {
  const has = { hasDate: false, hasTime: true };
  expect(excelDate(0.5, "1900", has)).toBe("12:00:00");
  expect(excelDate(1.104_166_666_667, "1900", has)).toBe("26:30:00");
  expect(excelDate(-1, "1900", has)).toBeUndefined();
  expect(excelDate(3_000_000, "1900", has)).toBeUndefined();
});

test.each([
  ["yyyy-mm-dd", "date"],
  ["[$-409]d-mmm-yy;@", "date"],
  ['yyyy"년" m"월" d"일"', "date"],
  ["[h]:mm:ss", "date"],
  ["mm:ss.0", "date"],
  ["mmm", "date"],
  ["General", "plain"],
  ["#,##0.00", "plain"],
  ["0.00E+00", "plain"],
  ["[Red]-0.00", "plain"],
  ['#,##0.00 "USD"', "unit"],
  ["#,##0.00 [$€-407]", "unit"],
  ["[$₩-412]#,##0", "unit"],
  ["$#,##0", "unit"],
] as const)("the format %s is %s", (code, kind) => {
  expect(formatKind(code).kind).toBe(kind);
});

test.each([
  ["1.1000000000000001", "1.1", false],
  ["0.30000000000000004", "0.30000000000000004", false],
  ["12.50", "12.50", false],
  ["4.0702810500000123E+19", "40702810500000120000", true],
  ["123456789012345", "123456789012345", false],
  ["1234567890123450", "1234567890123450", true],
  ["1E-3", "0.001", false],
  ["#REF!", "#REF!", false],
])("the number %s stands as %s", (raw, text, isRounded) => {
  expect(numberText(raw)).toEqual({ text, isRounded });
});

describe("a workbook of our own making", () => {
  test("cells of all kinds", async () => {
    const sheet = `<sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><r><t>na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></is></c><c r="B1" t="s"><v>0</v></c></row>
      <row r="3" hidden="1"><c r="A3" t="b"><v>1</v></c><c r="C3" s="1"><v>43528</v></c><c r="D3" s="2"><v>12.5</v></c></row>
      <row r="4"><c r="A4" t="e"><v>#REF!</v></c><c r="B4"><f>A1&amp;"x"</f></c><c t="str"><f>"q"</f><v>q &lt; r</v></c><c t="d"><v>2019-03-04</v></c></row>
      <row r="5" spans="1:2"><c r="A5" s="1"/></row>
      <row r="6"><c r="A6"><v>1.23456789012346E+19</v></c></row>
      </sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    const { staged, cells, extras } = await stage({
      path: makeXlsx([{ name: "S", xml: `<cols><col min="2" max="3" hidden="1"/></cols>${sheet}` }], {
        strings: ["<t>a &amp; b_x000D_</t>"],
        formats: ["yyyy-mm-dd", '0.00 "EUR"'],
      }),
    });
    const [member] = staged.files;
    const part = member?.parts[0];
    expect(await cells(part)).toEqual([
      ["1", "name", "a & b\r", null, null],
      ["3", "TRUE", null, "2019-03-04", "12.5"],
      ["4", "#REF!", null, "q < r", "2019-03-04"],
      ["6", "12345678901234600000", null, null, null],
    ]);
    expect(part).toMatchObject({ hiddenColumns: [1, 2], mergedRanges: ["A1:B1"], dateSystem: "1900" });
    expect(await extras(part)).toEqual(['3 3 format 0.00 "EUR"', '4 1 formula =A1&"x"', '4 2 formula ="q"']);
    expect(member?.faults.map(({ kind, rowNo, colNo }) => `${kind} ${rowNo} ${colNo}`)).toEqual([
      "formula-error 4 0",
      "formula-without-value 4 1",
      "rounded-number 6 0",
    ]);
  });

  test("a sheet that is cut off keeps its rows and counts the rest", async () => {
    const xml = `<dimension ref="A1:A10"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v`;
    const { staged, cells } = await stage({
      path: makeXlsx([
        { name: "S", xml, isCut: true },
        { name: "T", xml: `<sheetData><row><c><v>7</v></c></row></sheetData>` },
      ]),
    });
    const [member] = staged.files;
    expect(await cells(member?.parts[0])).toEqual([["1", "1"]]);
    expect(await cells(member?.parts[1])).toEqual([["1", "7"]]);
    expect(member).toMatchObject({ rowsPresent: 11, rowsRead: 2, rowsLost: 9 });
    expect(member?.faults[0]?.text).toBe("The sheet cannot be read after row 1: it is cut off before its end.");
  });
});

test("a workbook in whose records the library stumbles is said to be damaged, not in the library's words", async () => {
  const bytes = readFileSync(fixture("poi_TwoSheetsOneHidden.xls"));
  bytes[48] = 0xff; // where the list of its streams begins
  const { staged } = await stageBytes("book.xls", bytes);
  expect(staged.files[0]?.faults.map((fault) => fault.text)).toEqual([
    "The workbook is damaged and cannot be read: its records lead outside the file or hold what no workbook holds.",
  ]);
});

test("hidden sheets and rows are read and marked, the author is kept", async () => {
  const { staged, cells } = await stage({ path: fixture("xlsx-hidden-sheets-author.xlsx") });
  const [member] = staged.files;
  expect(member?.parts.map((part) => part.visibility)).toEqual(["visible", "hidden", "very hidden"]);
  expect(await cells(member?.parts[2])).toEqual([["1", "VERY-HIDDEN-SHEET-CANARY"]]);
  expect(member?.properties).toContainEqual({ name: "lastModifiedBy", value: "HANDLER-NAME-CANARY" });
});

test("comments stand beside their cells with their authors", async () => {
  const { staged, extras } = await stage({ path: fixture("sheetjs_comments_stress_test.xlsx") });
  const found = await extras(staged.files[0]?.parts[0]);
  expect(found.filter((line) => line.includes(" comment ")).length).toBe(10);
});

test.each([
  ["poi_1904DateWindowing.xls", "xls", 1, ""],
  ["poi_TwoSheetsOneHidden.xls", "xls", 2, ""],
  ["poi_SimpleStrict.xlsx", "xlsx", 11, ""],
  ["poi_InlineStrings.xlsx", "xlsx", 7, ""],
  ["poi_Simple.xlsb", "xlsb", 1, ""],
  ["sheetjs_sushi.ods", "ods", 1, ""],
  ["sheetjs_minimal_112.numbers", "workbook", 3, ""],
  ["sheetjs_outline.biff5", "xls", 26, ""],
  ["sheetjs_number_format_entities.xml", "workbook", 2, ""],
  ["sheetjs_write.slk", "workbook", 4, ""],
  ["sheetjs_write.dif", "workbook", 4, ""],
  ["sheetjs_write.prn", "workbook", 4, ""],
  ["sheetjs_password_2002_40_xor.xls", "xls", 0, "encrypted"],
  ["xlsx-proto-headers.xlsx", "xlsx", 2, ""],
  ["xlsx-sparse-max-dimension.xlsx", "xlsx", 2, ""],
  ["xlsx-billion-laughs-sst.xlsx", "xlsx", 1, "damaged damaged"],
  ["xlsx-xxe-sst.xlsx", "xlsx", 1, "damaged damaged"],
  ["poc-xmlbomb.xlsx", "xlsx", 1, "damaged damaged"],
])("%s is %s with %d rows", async (name, form, rowsRead, kinds) => {
  const { staged } = await stage({ path: fixture(name) });
  const [member] = staged.files;
  expect(member).toMatchObject({ form, rowsRead });
  expect(member?.faults.map(({ kind }) => kind).join(" ")).toBe(kinds);
});

test("a date of the 1904 system and a hidden sheet in the old format", async () => {
  const dates = await stage({ path: fixture("poi_1904DateWindowing.xls") });
  expect((await dates.cells(dates.staged.files[0]?.parts[0]))[0]?.slice(1)).toContain("2000-01-01");
  const hidden = await stage({ path: fixture("poi_TwoSheetsOneHidden.xls") });
  expect(hidden.staged.files[0]?.parts.map((part) => part.visibility)).toEqual(["hidden", "visible"]);
});
