import { readFileSync } from "node:fs";

import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";

import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";
import { columnLetters } from "../xlsx/column-letters.ts";
import { excelDate } from "../xlsx/excel-date.ts";
import { formatKind } from "../xlsx/number-format.ts";
import { numberText } from "../xlsx/number-text.ts";

const bytesMax = 64 * 1024 * 1024;
const columnsMax = 16_384;
const propertyNames = new Set(
  "Title Subject Author Manager Company Category Keywords Comments LastAuthor CreatedDate ModifiedDate LastPrinted Application".split(
    " ",
  ),
);

/**
 * Reads a workbook that is not .xlsx (XLS of all ages, XLSB, ODS, Numbers, Quattro Pro, SYLK, DIF, XML of Excel 2003)
 * through the SheetJS library, at about 29,000 rows of ten cells a second; hidden sheets, rows and columns are marked.
 */
export async function readSheets(context: ReadContext): Promise<void> {
  const { report } = context;
  if (report.head.bytes > bytesMax) {
    const text = `The workbook has ${Math.round(report.head.bytes / 1024 / 1024)} MB; workbooks of this format are read up to ${bytesMax / 1024 / 1024} MB. Saved as .xlsx it can be read.`;
    report.fault({ kind: "too-large", text, rowsLost: 1 });
    return;
  }
  const parsed = await parse(context.path);
  if ("trouble" in parsed) {
    const { kind, text } = explain(parsed.trouble);
    report.fault({ kind, text, rowsLost: 1 });
    return;
  }
  stageWorkbook(context, parsed.book);
}

async function parse(path: string): Promise<{ book: WorkBook } | { trouble: string }> {
  const library = await import("@e965/xlsx");
  library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  try {
    const book = library.read(readFileSync(path), {
      type: "buffer",
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      sheetStubs: true,
      raw: true,
    });
    return { book };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

/** What the library says of the workbook; where it stumbles itself, its words are about its own code. */
function troubleOf(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError)
    return "its records lead outside the file or hold what no workbook holds";
  return error instanceof Error ? error.message : String(error);
}

function explain(trouble: string): { kind: "encrypted" | "damaged"; text: string } {
  if (/password|encrypt/iu.test(trouble)) {
    return {
      kind: "encrypted",
      text: "The workbook is protected with a password; it can be read after it was saved without one.",
    };
  }
  return { kind: "damaged", text: `The workbook is damaged and cannot be read: ${trouble}.` };
}

function stageWorkbook(context: ReadContext, book: WorkBook): void {
  const { report } = context;
  const dateSystem = book.Workbook?.WBProps?.date1904 ? "1904" : "1900";
  const properties = Object.entries(book.Props ?? {}).filter(([name]) => propertyNames.has(name));
  report.setProperties(
    properties.map(([name, value]) => ({ name, value: value instanceof Date ? value.toISOString() : String(value) })),
  );
  if (book.SheetNames.length === 0)
    report.fault({ kind: "damaged", text: "The workbook lists no sheets.", rowsLost: 1 });
  for (const [index, name] of book.SheetNames.entries()) {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const visibility = hidden === 2 ? "very hidden" : hidden === 1 ? "hidden" : "visible";
    const part = report.openPart({ name, visibility, hasPlaces: false });
    const sheet = book.Sheets[name];
    if (sheet) new SheetStager(context, part, { sheet, dateSystem }).stage();
    else {
      // The library leaves a sheet out when it fails on it.
      part.fault({ kind: "damaged", text: `The sheet "${name}" is listed but cannot be read.`, rowsLost: 1 });
      part.close({ rowsPresent: 1 });
    }
  }
}

class SheetStager {
  private readonly context: ReadContext;
  private readonly part: OpenPart;
  private readonly sheet: WorkSheet;
  private readonly dateSystem: "1900" | "1904";
  private present = 0;

  constructor(context: ReadContext, part: OpenPart, of: { sheet: WorkSheet; dateSystem: "1900" | "1904" }) {
    this.context = context;
    this.part = part;
    this.sheet = of.sheet;
    this.dateSystem = of.dateSystem;
  }

  stage(): void {
    const { sheet, part } = this;
    const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
    rows.forEach((row, index) => {
      if (row) this.stageRow(row, index);
    });
    const hiddenColumns: number[] = [];
    (sheet["!cols"] ?? []).forEach((column, index) => {
      if (column?.hidden) hiddenColumns.push(index);
    });
    const mergedRanges = (sheet["!merges"] ?? []).map(
      ({ s, e }) => `${columnLetters(s.c)}${s.r + 1}:${columnLetters(e.c)}${e.r + 1}`,
    );
    if (sheet["!type"] === "chart")
      part.fault({ kind: "unsupported", text: "The sheet is a chart and holds no table; it is not read." });
    part.close({ rowsPresent: this.present, hiddenColumns, mergedRanges, dateSystem: this.dateSystem });
  }

  private stageRow(row: readonly (CellObject | undefined)[], index: number): void {
    const rowNo = index + 1;
    let hasCell = false;
    row.forEach((cell, column) => {
      if (cell && column < columnsMax && this.stageCell(cell, rowNo, column)) hasCell = true;
    });
    this.context.progress.tick(rowNo, this.present);
    if (!hasCell) return;
    this.present++;
    const isHidden = this.sheet["!rows"]?.[index]?.hidden === true;
    this.part.writer.endRow({ rowNo, byteFrom: 0, byteTo: 0, isHidden });
  }

  private stageCell(cell: CellObject, rowNo: number, column: number): boolean {
    const { writer } = this.part;
    for (const comment of cell.c ?? []) writer.extra(rowNo, column, "comment", signed(comment.a, comment.t));
    if (cell.f !== undefined) writer.extra(rowNo, column, "formula", `=${cell.f}`);
    if (cell.l?.Target) writer.extra(rowNo, column, "link", cell.l.Target);
    const text = this.textOf(cell, rowNo, column);
    if (text !== undefined) writer.text(column, text);
    else if (cell.f !== undefined) this.reportMissing(cell.f, rowNo, column);
    return text !== undefined || cell.f !== undefined;
  }

  private textOf(cell: CellObject, rowNo: number, column: number): string | undefined {
    const { v } = cell;
    if (cell.t === "z" || v === undefined || v === null) return undefined;
    if (cell.t === "b") return v === true ? "TRUE" : "FALSE";
    if (cell.t === "e") return this.errorText(v, rowNo, column);
    if (v instanceof Date)
      return v
        .toISOString()
        .replace(/T00:00:00\.000Z$/u, "")
        .replace(/\.000Z$|Z$/u, "");
    return typeof v === "number" ? this.numberOf(v, cell, { rowNo, column }) : String(v);
  }

  private numberOf(value: number, cell: CellObject, at: { rowNo: number; column: number }): string {
    const format = formatKind(typeof cell.z === "string" ? cell.z : "General");
    const date = format.kind === "date" ? excelDate(value, this.dateSystem, format) : undefined;
    if (date !== undefined) return date;
    const { text, isRounded } = numberText(String(value));
    if (format.kind === "unit") this.part.writer.extra(at.rowNo, at.column, "format", format.code);
    if (isRounded) {
      const sentence = `Cell ${columnLetters(at.column)}${at.rowNo} holds ${text} as a number: spreadsheet programs keep 15 digits of a number, so further digits of an account or card number are lost.`;
      this.part.fault({ kind: "rounded-number", rowNo: at.rowNo, colNo: at.column, text: sentence });
    }
    return text;
  }

  private errorText(value: unknown, rowNo: number, column: number): string {
    const text = typeof value === "number" ? (errorNames.get(value) ?? `#ERROR ${value}`) : String(value);
    const sentence = `Cell ${columnLetters(column)}${rowNo} shows the error ${text} in place of a value.`;
    this.part.fault({ kind: "formula-error", rowNo, colNo: column, text: sentence });
    return text;
  }

  private reportMissing(formula: string, rowNo: number, column: number): void {
    const sentence = `Cell ${columnLetters(column)}${rowNo} holds the formula =${formula} without its result; formulas are not computed here.`;
    this.part.fault({ kind: "formula-without-value", rowNo, colNo: column, text: sentence });
  }
}

// [MS-XLS] 2.5.10 BErr.
const errorNames = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

const signed = (author: string | undefined, text: string): string =>
  author === undefined || author === "" || text.startsWith(`${author}:`) ? text : `${author}: ${text}`;
