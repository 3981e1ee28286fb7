import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";

import { findDialect } from "../../src/intake/readers/csv/find-dialect.ts";
import { RecordScanner } from "../../src/intake/readers/csv/record-scanner.ts";
import { removeFolders, stageBytes } from "./support/staged-rows.ts";

afterAll(removeFolders);

type Case = [title: string, bytes: string, rows: (string | null)[][], faults?: string[]];

// Each line: what is written, the rows with their numbers, the faults with row and column.
const cases: Case[] = [
  [
    "commas",
    "a,b\n1,2\n",
    [
      ["1", "a", "b"],
      ["2", "1", "2"],
    ],
  ],
  [
    "semicolons with decimal commas",
    "a;b\r\n1,5;2,5\r\n",
    [
      ["1", "a", "b"],
      ["2", "1,5", "2,5"],
    ],
  ],
  [
    "commas about a text with semicolons",
    '900,"; first; second."\n901,"; third; fourth."\n',
    [
      ["1", "900", "; first; second."],
      ["2", "901", "; third; fourth."],
    ],
  ],
  [
    "tabs",
    "a\tb\n1\t2",
    [
      ["1", "a", "b"],
      ["2", "1", "2"],
    ],
  ],
  [
    "a delimiter named in the first line",
    "sep=|\na|b\n1|2\n",
    [
      ["2", "a", "b"],
      ["3", "1", "2"],
    ],
  ],
  [
    "one column",
    "name\nKim\nLi\n",
    [
      ["1", "name"],
      ["2", "Kim"],
      ["3", "Li"],
    ],
  ],
  [
    "quotes, line breaks and doubled quotes",
    'a,b\n"x, y","1\n2"\n"say ""hi""",\n',
    [
      ["1", "a", "b"],
      ["2", "x, y", "1\n2"],
      ["3", 'say "hi"', ""],
    ],
  ],
  [
    "a backslash before a quote",
    'a,b\n"x \\"y\\" z",1\n"x \\"q\\" z",2\n',
    [
      ["1", "a", "b"],
      ["2", 'x "y" z', "1"],
      ["3", 'x "q" z', "2"],
    ],
  ],
  [
    "empty lines count and are no rows",
    "a,b\n\n1,2\n\n",
    [
      ["1", "a", "b"],
      ["3", "1", "2"],
    ],
  ],
  [
    "carriage returns alone",
    "a,b\r1,2\r3,4\r",
    [
      ["1", "a", "b"],
      ["2", "1", "2"],
      ["3", "3", "4"],
    ],
  ],
  [
    "a zero byte stays",
    "a,b\nx\0y,2\n",
    [
      ["1", "a", "b"],
      ["2", "x\0y", "2"],
    ],
  ],
  [
    "a longer row keeps its cells",
    "a,b\n1,2\n1,2,3\n4,5\n",
    [
      ["1", "a", "b", null],
      ["2", "1", "2", null],
      ["3", "1", "2", "3"],
      ["4", "4", "5", null],
    ],
    ["extra-cells 3 2"],
  ],
  [
    "a shorter row is said, a title above is not",
    "title\na,b,c\n1,2,3\n4,5\n6,7,8\n",
    [
      ["1", "title", null, null],
      ["2", "a", "b", "c"],
      ["3", "1", "2", "3"],
      ["4", "4", "5", null],
      ["5", "6", "7", "8"],
    ],
    ["missing-cells 4 2"],
  ],
  [
    "a quote that never closes",
    'a,b\n1,"x\n2,y\n3,"z"\n',
    [
      ["1", "a", "b"],
      ["2", "1", '"x'],
      ["3", "2", "y"],
      ["4", "3", "z"],
    ],
    ["unclosed-quote 2"],
  ],
  [
    "two quotes that never close, in one row",
    'a,b,c\n"1,"x,9\n2,y,9\n3,z,9\n',
    [
      ["1", "a", "b", "c"],
      ["2", '"1', '"x', "9"],
      ["3", "2", "y", "9"],
      ["4", "3", "z", "9"],
    ],
    ["unclosed-quote 2"],
  ],
  [
    "a number that a spreadsheet program rounded",
    "a,b\n1.23457E+15,2\n",
    [
      ["1", "a", "b"],
      ["2", "1.23457E+15", "2"],
    ],
    ["rounded-number 2 0"],
  ],
  ["nothing but a header", "a,b", [["1", "a", "b"]]],
  ["nothing at all", "\n\n", [], ["empty"]],
];

test.each<Case>(cases)("a delimited text is staged record by record: %s", async (_title, bytes, rows, faults = []) => {
  const { staged, cells } = await stageBytes("table.csv", bytes);
  const [member] = staged.files;
  expect(await cells(member?.parts[0])).toEqual(rows);
  expect(member?.faults.map(({ kind, rowNo, colNo }) => [kind, rowNo, colNo].join(" ").trim())).toEqual(faults);
});

// The encoding's name, the bytes, the text that they hold.
const encodings: readonly (readonly [string, string, string])[] = [
  ["utf-16le", "McGFuiwAxKyMyAoAQK4VyEDHLAAxAAoA", "성명,계좌\n김정은,1\n"],
  ["utf-16le", "//44BDwETwQsAEEERwRRBEIECgAYBDIEMAQ9BD4EMgQsADEACgA=", "имя,счёт\nИванов,1\n"],
  ["utf-8", "77u/0LjQvNGPLNGB0YfRkdGCCtCY0LLQsNC90L7QsiwxCg==", "имя,счёт\nИванов,1\n"],
  [
    "euc-kr",
    "vLq47Syw6MHCufjIowqx6MO2vPYss/PH+cC6x+AKyKux5rW/LL/suK7AusfgCg==",
    "성명,계좌번호\n김철수,농협은행\n홍길동,우리은행\n",
  ],
  ["gb18030", "u6fD+yzVy7rFCs310KHD9yzW0Ln60vjQ0ArVxfbOLLWktqsK", "户名,账号\n王小明,中国银行\n张鑫,丹东\n"],
  ["windows-1251", "6Oz/LPH3uPIKyOLg7e7iIMji4O0s0eHl8OHg7eoK", "имя,счёт\nИванов Иван,Сбербанк\n"],
  ["koi8-r", "yc3RLMLBzssK6dfBzs/XIOnXwc4s88LF0sLBzssK", "имя,банк\nИванов Иван,Сбербанк\n"],
  ["windows-1252", "bm9tLGJhbnF1ZQpSZW7pLFNvY2npdOkgR+lu6XJhbGUK", "nom,banque\nRené,Société Générale\n"],
];

describe("the encoding of a text is found out", () => {
  test.each(encodings)("%s", async (name, bytes, text) => {
    const { staged, cells } = await stageBytes("table.csv", Buffer.from(bytes, "base64"));
    expect(staged.files[0]?.encoding).toBe(name);
    const lines = text.trimEnd().split("\n");
    const rows = lines.map((line, index) => [String(index + 1)].concat(line.split(",")));
    expect(await cells(staged.files[0]?.parts[0])).toEqual(rows);
  });

  test("some lines of another encoding", async () => {
    const lines = [...Array(40).keys()].map((number) => `Иванов,${number}\n`).join("");
    const odd = Buffer.from([0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2, 0x2c, 0x31, 0x0a]);
    const { staged, cells } = await stageBytes("table.csv", Buffer.concat([Buffer.from(lines), odd]));
    const [member] = staged.files;
    expect((await cells(member?.parts[0])).at(-1)).toEqual(["41", "Иванов", "1"]);
    expect(member?.faults.map(({ kind, rowNo }) => `${kind} ${rowNo}`)).toEqual(["encoding 41"]);
  });
});

test("an unclosed quote at row 90,000 of 200,000 costs one fault and no other row", async () => {
  const lines = Array.from({ length: 200_000 }, (_, index) =>
    index === 89_999 ? '90000,"Acme Ltd,12\n' : `${index + 1},"Beta, Inc",${index}\n`,
  );
  const { staged, cells } = await stageBytes("table.csv", lines.join(""));
  const [member] = staged.files;
  expect(member?.faults.map(({ kind, rowNo }) => [kind, rowNo])).toEqual([["unclosed-quote", 90_000]]);
  const rows = await cells(member?.parts[0]);
  expect(rows.length).toBe(200_000);
  expect(rows.every(([rowNo, id]) => rowNo === id)).toBe(true);
  expect(rows[89_999]).toEqual(["90000", "90000", '"Acme Ltd', "12"]);
});

test("each record's byte range holds the record", async () => {
  const text = 'имя,б\n"a\nb",2\n\nя,3\n';
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`, "utf16le")]) {
    const { staged, outDir } = await stageBytes("table.csv", bytes);
    const ranges = await byteRanges(outDir, staged.files[0]?.parts[0]?.chunks[0]?.file ?? "");
    const decoder = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8");
    expect(ranges.map(([from, to]) => decoder.decode(bytes.subarray(from, to)))).toEqual(["имя,б", '"a\nb",2', "я,3"]);
  }
});

async function byteRanges(outDir: string, file: string): Promise<[number, number][]> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(`select byte_from, byte_to from '${outDir}/${file}' order by row_no`);
  return reader.getRowsJson().map(([from, to]) => [Number(from), Number(to)]);
}

// What every program writes: quotes around all that holds a delimiter, a quote or a line break.
const cell = fc.string({ unit: fc.constantFrom("a", "я", '"', ",", "\n", " ", ";", "1"), maxLength: 8 });
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

test("what is written with quotes is read back", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\n");
      const bytes = Buffer.from(text);
      const scanner = new RecordScanner({
        delimiter: 44,
        quote: 34,
        escape: 34,
        cells: rows[0]?.length ?? 0,
        isMacLines: false,
        hasPadding: false,
      });
      scanner.setWindow(bytes, bytes.length, true);
      const found: string[][] = [];
      for (let position = 0; position < bytes.length; position = scanner.next) {
        expect(scanner.scan(position)).toBe("record");
        found.push(
          Array.from({ length: scanner.count }, (_, index) =>
            bytes.subarray(scanner.starts[index], scanner.ends[index]).toString().replaceAll('""', '"'),
          ),
        );
      }
      expect(found).toEqual(rows);
    }),
  );
});

test("the dialect of a table is found whatever its cells hold", () => {
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (rows, delimiter) => {
      const line = (row: string[]): string => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter);
      const text = Array.from({ length: 3 }, () => rows.map(line).join("\n")).join("\n");
      expect(String.fromCharCode(findDialect(Buffer.from(text), true).dialect.delimiter)).toBe(delimiter);
    }),
  );
});
