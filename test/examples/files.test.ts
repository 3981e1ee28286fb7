import { inflateRawSync } from "node:zlib";
import { read, utils } from "@e965/xlsx";
import fc from "fast-check";
import initSqlJs from "sql.js";
import { describe, expect, it } from "vitest";
import { deflate } from "../../examples/harbour/files/deflate.ts";
import { encode } from "../../examples/harbour/files/encode.ts";
import type { TruthTable } from "../../examples/harbour/truth.ts";
import { harbour } from "./harbour-case.ts";

/** Every planted cell that the file does not hold at its place. */
const misplaced = (table: TruthTable, textAt: (row: number, column: number) => string | undefined): string[] =>
  table.cells.flatMap(([row, ...texts]) =>
    texts.flatMap((text, index) => {
      const found = textAt(row, index + 1);
      return text === null || found === text
        ? []
        : [`${table.file} ${table.part} ${row} ${index + 1}: ${text} / ${found ?? "nothing"}`];
    }),
  );

const records = (text: string, separator: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (quoted && letter === '"' && text[i + 1] === '"') field += text.charAt(++i);
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === separator) {
      row.push(field);
      field = "";
    } else if (!quoted && letter === "\n") {
      rows.push([...row, field.replace(/\r$/u, "")]);
      row = [];
      field = "";
    } else field += letter;
  }
  return rows;
};

describe("the truth's places", () => {
  const wrongIn = async (path: string, encoding: string, separator: string): Promise<string[]> => {
    const { files, truth } = await harbour(1, 1);
    const table = truth.tables.find(({ file }) => file === path);
    const rows = records(new TextDecoder(encoding).decode(files.get(`material/${path}`)), separator);
    if (table === undefined || table.cells.length < 50) return [`the truth knows too little of ${path}`];
    return misplaced(table, (row, column) => rows[row - 1]?.[column - 1]);
  };
  for (const [path, encoding, separator] of [
    ["h2-ledgers/liushui-1.csv", "gb18030", ","],
    ["h2-ledgers/liushui-3.csv", "gb18030", ","],
    ["h2-ledgers/vypiska-1.csv", "windows-1251", ";"],
    ["h4-register/companies.csv", "utf-8", ","],
    ["h5-list/transfers.csv", "utf-8", ","],
  ] as const) {
    it(`hold in ${path}`, async () => expect(await wrongIn(path, encoding, separator)).toEqual([]));
  }

  for (const path of ["h1-workbook/accounts-2016-2018.xlsx", "h4-register/officers.xlsx"]) {
    it(`hold in ${path}`, async () => {
      const { files, truth } = await harbour(1, 1);
      const book = read(files.get(`material/${path}`));
      const tables = truth.tables.filter(({ file }) => file === path);
      const wrong = tables.flatMap((table) =>
        misplaced(table, (row, column) => {
          const cell: unknown = book.Sheets[table.part]?.[utils.encode_cell({ r: row - 1, c: column - 1 })];
          return typeof cell === "object" && cell !== null && "v" in cell ? String(cell.v) : undefined;
        }),
      );
      expect(wrong).toEqual([]);
      expect(book.SheetNames).toEqual(tables.map(({ part }) => part));
    });
  }

  for (const path of ["h2-ledgers/core.db", "h3-phone/contacts2.db", "h3-phone/mmssms.db"]) {
    it(`hold in ${path}`, async () => {
      const { files, truth } = await harbour(1, 1);
      const { Database } = await initSqlJs();
      const database = new Database(files.get(`material/${path}`));
      const tables = truth.tables.filter(({ file }) => file === path);
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) {
        const rows = database.exec(`select * from "${table.part}" order by rowid`)[0]?.values ?? [];
        expect(misplaced(table, (row, column) => String(rows[row - 1]?.[column - 1]))).toEqual([]);
      }
    });
  }
});

describe("the workbook", () => {
  it("has nine sheets, the ninth very hidden, and comments", async () => {
    const { files } = await harbour(1, 1);
    const book = read(files.get("material/h1-workbook/accounts-2016-2018.xlsx"));
    expect(book.SheetNames.length).toBe(9);
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 2]);
    const comments = Object.values(book.Sheets["계좌"] ?? {}).filter((cell: { c?: unknown }) => cell.c !== undefined);
    expect(comments.length).toBeGreaterThan(0);
  });
});

describe("the writers", () => {
  it("deflate what zlib inflates to the same bytes", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.string({ maxLength: 40 }).map((text) => Buffer.from(text.repeat(60))),
    );
    fc.assert(
      fc.property(bytes, (plain) => {
        expect(Buffer.compare(inflateRawSync(deflate(plain)), Buffer.from(plain))).toBe(0);
      }),
    );
  });
  it("encode what TextDecoder decodes to the same text", () => {
    const check = (text: string, encoding: "gb18030" | "windows-1251"): void =>
      expect(new TextDecoder(encoding).decode(encode(text, encoding))).toBe(text);
    check("付款人,李成英,港湾光明贸易有限公司 €", "gb18030");
    check("Плательщик;ООО «Ёлка»\u00a0№ 5", "windows-1251");
  });
  it("write ? for what an encoding cannot hold", () =>
    expect(new TextDecoder().decode(encode("김ж", "windows-1251").slice(0, 1))).toBe("?"));
});
