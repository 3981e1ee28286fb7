import { type CellObject, type WorkSheet, utils, write } from "@e965/xlsx";
import type { Field, Grid } from "../grid.ts";
import { zip, unzipStored } from "./zip.ts";

export interface WorkbookSheet {
  readonly grid: Grid;
  readonly merges: readonly string[];
  readonly veryHidden?: boolean;
}

/** Writes a workbook: the same sheets give the same bytes, on any machine. */
export const writeXlsx = (sheets: readonly WorkbookSheet[]): Uint8Array => {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, toWorksheet(sheet), sheet.grid.page.part);
  book.Workbook = { Sheets: sheets.map(({ veryHidden }) => ({ Hidden: veryHidden === true ? 2 : 0 })) };
  book.Props = {
    Author: "user",
    CreatedDate: new Date(Date.UTC(2018, 11, 31)),
    ModifiedDate: new Date(Date.UTC(2018, 11, 31)),
  };
  const stored: Uint8Array = write(book, { type: "buffer", bookType: "xlsx", bookSST: true, compression: false });
  return zip(unzipStored(stored));
};

const toWorksheet = ({ grid, merges }: WorkbookSheet): WorkSheet => {
  const sheet: WorkSheet = {};
  let width = 1;
  for (const [row, fields] of grid.lines.entries()) {
    width = Math.max(width, fields.length);
    for (const [column, field] of fields.entries()) {
      const cell = toCell(field);
      if (cell !== undefined) sheet[utils.encode_cell({ r: row, c: column })] = cell;
    }
  }
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, grid.lines.length - 1), c: width - 1 } });
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  return sheet;
};

const toCell = ({ text, number, formula, comment }: Field): CellObject | undefined => {
  if (text === "" && number === undefined) return undefined;
  const cell: CellObject = number === undefined ? { t: "s", v: text } : { t: "n", v: number };
  if (formula !== undefined) cell.f = formula;
  if (comment !== undefined) cell.c = Object.assign([{ a: "user", t: comment }], { hidden: true });
  return cell;
};
