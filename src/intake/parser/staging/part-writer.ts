import { join } from "node:path";

import type { StagedChunk } from "../staged.ts";
import { ExtrasWriter } from "./extras-writer.ts";
import { type ParquetColumn, ParquetFile } from "./parquet-file.ts";
import { bigintPages, booleanPages, emptyPages, textPages } from "./parquet-pages.ts";
import { TextColumn } from "./text-column.ts";

/** Where a part's rows stood in the original bytes: the first byte and the byte after the last, or nowhere. */
export interface RowPlace {
  readonly rowNo: number;
  readonly byteFrom: number;
  readonly byteTo: number;
  readonly isHidden: boolean;
}

const rowsMax = 100_000;
const bytesMax = 24 * 1024 * 1024;
const openFilesMax = 256;

/** What a part became: its files and how wide it is. */
export interface WrittenPart {
  readonly columnCount: number;
  readonly rowsRead: number;
  readonly chunks: StagedChunk[];
  readonly extras: StagedChunk | undefined;
}

/**
 * Writes the rows of one table into Parquet files of at most 100,000 rows. A row is built cell by cell, then closed with
 * `endRow`. All files of a part get the columns of its widest row. Only the first 256 files can be widened afterwards:
 * read several with `union_by_name`.
 */
export class PartWriter {
  /** A column that no row of the file in hand has reached is not made: sheets may reach to column XFD with a few cells. */
  private readonly columns: (TextColumn | undefined)[] = [];
  private readonly rowNos = new Float64Array(rowsMax);
  private readonly byteFroms = new Float64Array(rowsMax);
  private readonly byteTos = new Float64Array(rowsMax);
  private readonly hidden = new Uint8Array(rowsMax);
  private readonly open: { file: ParquetFile; columns: number }[] = [];
  private readonly finished: StagedChunk[] = [];
  private readonly extras: ExtrasWriter;
  private readonly outDir: string;
  private readonly prefix: string;
  private readonly hasPlaces: boolean;
  private row = 0;
  private used = 0;
  private width = 0;
  rowsRead = 0;
  /** The number of the last row that was closed, 0 before the first. */
  lastRowNo = 0;

  constructor(outDir: string, prefix: string, hasPlaces: boolean) {
    this.outDir = outDir;
    this.prefix = prefix;
    this.hasPlaces = hasPlaces;
    this.extras = new ExtrasWriter({
      path: join(outDir, `${prefix}-extras.parquet`),
      name: `${prefix}-extras.parquet`,
    });
  }

  /** The column to append cells to, at the row in hand. */
  column(column: number): TextColumn {
    const found = this.columns[column];
    if (found) return found;
    while (this.columns.length <= column) this.columns.push(undefined);
    if (column >= this.width) this.width = column + 1;
    const made = new TextColumn();
    this.columns[column] = made;
    return made;
  }

  /** The row in hand, within the file being filled. */
  get rowInFile(): number {
    return this.row;
  }

  cell(column: number, from: Uint8Array, start: number, end: number): void {
    this.used += end - start;
    this.column(column).append(this.row, from, start, end);
  }

  text(column: number, value: string): void {
    this.used += value.length;
    this.column(column).appendText(this.row, value);
  }

  extra(rowNo: number, column: number, kind: ExtraKind, text: string): void {
    this.extras.add(rowNo, column, kind, text);
  }

  endRow(place: RowPlace): void {
    const { row } = this;
    this.lastRowNo = place.rowNo;
    this.rowNos[row] = place.rowNo;
    this.byteFroms[row] = place.byteFrom;
    this.byteTos[row] = place.byteTo;
    this.hidden[row] = place.isHidden ? 1 : 0;
    this.row = row + 1;
    this.used += this.width;
    this.rowsRead++;
    if (this.row === rowsMax || this.used > bytesMax) this.flush();
  }

  /** Forgets the cells of the row in hand. */
  dropRow(): void {
    for (const column of this.columns) column?.dropFrom(this.row);
  }

  /** Closes all files; `columnCount` widens the part to columns that no row reaches. */
  finish(columnCount = 0): WrittenPart {
    if (this.row > 0) this.flush();
    this.width = Math.max(this.width, columnCount);
    while (this.open.length > 0) this.finishFirst();
    const extras = this.extras.finish();
    return { columnCount: this.width, rowsRead: this.rowsRead, chunks: this.finished, extras };
  }

  private flush(): void {
    const rows = this.row;
    const number = this.finished.length + this.open.length;
    const name = `${this.prefix}-c${String(number).padStart(4, "0")}.parquet`;
    const file = new ParquetFile({ path: join(this.outDir, name), name }, rows);
    file.append(requiredBigint("row_no"), bigintPages(this.rowNos, rows, false));
    file.append(
      optionalBigint("byte_from"),
      this.hasPlaces ? bigintPages(this.byteFroms, rows, true) : emptyPages(rows),
    );
    file.append(optionalBigint("byte_to"), this.hasPlaces ? bigintPages(this.byteTos, rows, true) : emptyPages(rows));
    file.append({ name: "is_hidden", type: "boolean", isOptional: false }, booleanPages(this.hidden, rows));
    const empty = emptyPages(rows);
    for (const [index, column] of this.columns.entries()) {
      file.append(textColumn(index), column ? textPages(column, rows) : empty);
      column?.clear();
    }
    this.open.push({ file, columns: this.columns.length });
    if (this.open.length > openFilesMax) this.finishFirst();
    this.row = 0;
    this.used = 0;
  }

  private finishFirst(): void {
    const first = this.open.shift();
    if (!first) return;
    const empty = emptyPages(first.file.rows);
    for (let index = first.columns; index < this.width; index++) first.file.append(textColumn(index), empty);
    this.finished.push(first.file.finish());
  }
}

/** What stands beside a cell: a comment, its formula, its number format, a link, its type. */
export type ExtraKind = "comment" | "formula" | "format" | "link" | "type";

const requiredBigint = (name: string): ParquetColumn => ({ name, type: "bigint", isOptional: false });
const optionalBigint = (name: string): ParquetColumn => ({ name, type: "bigint", isOptional: true });
const textColumn = (index: number): ParquetColumn => ({ name: `c${index}`, type: "text", isOptional: true });
