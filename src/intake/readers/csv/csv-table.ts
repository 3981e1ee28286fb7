import { at } from "../../../base/index.ts";
import type { TextEncoding } from "../../detect/index.ts";
import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";
import type { TextSource } from "../text/text-source.ts";
import { type CsvDialect, RecordScanner } from "./record-scanner.ts";

const recordBytesMax = 16 * 1024 * 1024;
const endOfFileMark = 26;

/** Walks through the records of a delimited text and stages them; what does not fit is a fault with its row. */
export class CsvTable {
  private readonly context: ReadContext;
  private readonly source: TextSource;
  private readonly dialect: CsvDialect;
  private readonly encoding: TextEncoding;
  private readonly scanner: RecordScanner;
  private readonly part: OpenPart;
  private position = 0;
  private recordNo = 0;
  private present = 0;
  private hasFullRow = false;

  constructor(
    context: ReadContext,
    source: TextSource,
    of: { dialect: CsvDialect; name: string; encoding: TextEncoding },
  ) {
    this.context = context;
    this.source = source;
    this.dialect = of.dialect;
    this.encoding = of.encoding;
    this.scanner = new RecordScanner(of.dialect);
    this.part = context.report.openPart({ name: of.name, hasPlaces: true });
  }

  read(): void {
    this.setWindow();
    while (this.position < this.source.end || !this.source.isFinal) {
      if (this.scanRecord()) this.takeRecord();
      else if (this.position < recordBytesMax && this.source.end - this.position > recordBytesMax)
        this.skipLongRecord();
      else this.readOn();
    }
    if (this.present === 0) this.part.fault({ kind: "empty", text: "The file holds no rows." });
    this.part.close({ rowsPresent: this.present });
  }

  private setWindow(): void {
    this.scanner.setWindow(this.source.bytes, this.source.end, this.source.isFinal);
  }

  private readOn(): void {
    this.source.advance(this.position);
    this.position = 0;
    this.setWindow();
    this.context.progress.tick(this.source.bytesRead, this.present);
  }

  /** Scans the record at the position, mending quotes that have no end; false if the window ends within it. */
  private scanRecord(): boolean {
    if (this.position >= this.source.end) return false;
    let outcome = this.scanner.scan(this.position);
    if (outcome === "more") return false;
    if (outcome === "record" && !this.isSwallowing()) return true;
    const opened: number[] = [];
    for (let literalAt = this.openQuote(outcome); outcome !== "more"; literalAt = this.scanner.openAt) {
      opened.push(literalAt);
      outcome = this.scanner.scan(this.position, literalAt);
      if (outcome === "record") break;
    }
    if (outcome === "more") return false;
    this.reportUnclosed(at(opened, 0));
    return true;
  }

  private openQuote(outcome: string): number {
    return outcome === "unclosed" ? this.scanner.openAt : this.scanner.multilineAt;
  }

  // A quote may find its end in a later row. Then the record has the wrong number of cells, and its first line alone the right one.
  private isSwallowing(): boolean {
    const { scanner, dialect, position } = this;
    if (scanner.multilineAt < 0 || scanner.count === dialect.cells || dialect.cells < 2) return false;
    const outcome = scanner.scan(position, scanner.multilineAt);
    const isBetter = outcome === "record" && scanner.count === dialect.cells;
    scanner.scan(position);
    return isBetter;
  }

  private reportUnclosed(openAt: number): void {
    const { source, scanner } = this;
    const quoted = textOf(source.bytes, openAt, Math.min(scanner.recordEnd, openAt + 60));
    this.part.fault({
      kind: "unclosed-quote",
      rowNo: this.recordNo + 1,
      byteFrom: source.originalAt(this.position),
      text: `Row ${this.recordNo + 1} opens a quote that never closes: ${quoted}. The quote is read as a letter; a closing quote is needed at the end of the cell.`,
    });
  }

  private takeRecord(): void {
    const { scanner, source, position } = this;
    const { recordEnd, next } = scanner;
    this.recordNo++;
    const isMark =
      recordEnd - position === 1 && source.bytes[position] === endOfFileMark && next >= source.end && source.isFinal;
    const isNote =
      this.recordNo === 1 && /^sep=.$/u.test(textOf(source.bytes, position, Math.min(recordEnd, position + 8)));
    if (recordEnd > position && !isMark && !isNote) this.stageRecord();
    this.position = next;
  }

  private stageRecord(): void {
    const { scanner, source, dialect, position } = this;
    const rowNo = this.recordNo;
    const byteFrom = source.originalAt(position);
    const lineBreak = (scanner.next - scanner.recordEnd) * source.unitBytes;
    const byteTo = source.isTranscoded
      ? source.originalAt(scanner.next) - lineBreak
      : byteFrom + scanner.recordEnd - position;
    this.present++;
    this.stageCells(rowNo, byteFrom);
    this.part.writer.endRow({ rowNo, byteFrom, byteTo, isHidden: false });
    if (scanner.count !== dialect.cells) this.reportWidth(rowNo, byteFrom);
    else this.hasFullRow = true;
    for (const line of source.takeForeignLines(byteTo)) this.reportForeign(rowNo, line);
  }

  private stageCells(rowNo: number, byteFrom: number): void {
    const { scanner, source } = this;
    const { writer } = this.part;
    const { bytes } = source;
    const count = Math.min(scanner.count, this.context.limits.columns);
    for (let index = 0; index < count; index++) {
      const start = scanner.starts[index] ?? 0;
      const end = scanner.ends[index] ?? 0;
      if (scanner.kinds[index] === 2) {
        const { quote, escape } = this.dialect;
        writer.column(index).appendUnescaped(writer.rowInFile, bytes, { start, end, quote, escape });
      } else writer.cell(index, bytes, start, end);
      // Four byte comparisons find "1.23457E+15" without making a string of every cell.
      if (end - start >= 5 && bytes[end - 3] === 43 && ((bytes[end - 4] ?? 0) | 32) === 101)
        this.checkRounded(index, rowNo, byteFrom);
    }
    if (scanner.count > count) this.reportTooWide(rowNo, byteFrom);
  }

  private checkRounded(column: number, rowNo: number, byteFrom: number): void {
    const value = textOf(this.source.bytes, this.scanner.starts[column] ?? 0, this.scanner.ends[column] ?? 0);
    if (!/^-?\d[.,]\d+E\+(?:1[1-9]|[2-9]\d)$/iu.test(value)) return;
    const text = `${value} stands where a long number stood: a spreadsheet program rounded it, the other digits are not in the file.`;
    this.part.fault({ kind: "rounded-number", rowNo, colNo: column, byteFrom, text });
  }

  private reportWidth(rowNo: number, byteFrom: number): void {
    const { count } = this.scanner;
    const { cells } = this.dialect;
    if (count > cells) {
      const text = `Row ${rowNo} has ${count} cells where ${cells} are usual; the further cells are kept in further columns.`;
      this.part.fault({ kind: "extra-cells", rowNo, colNo: cells, byteFrom, text });
    } else if (this.hasFullRow) {
      const text = `Row ${rowNo} has ${count} cells where ${cells} are usual; the missing cells are taken as absent.`;
      this.part.fault({ kind: "missing-cells", rowNo, colNo: count, byteFrom, text });
    }
  }

  private reportTooWide(rowNo: number, byteFrom: number): void {
    const { columns } = this.context.limits;
    const text = `Row ${rowNo} has ${this.scanner.count} cells; the cells after the first ${columns} are not read.`;
    this.part.fault({ kind: "too-large", rowNo, colNo: columns, byteFrom, text });
  }

  private reportForeign(rowNo: number, byteFrom: number): void {
    const { name, fallback } = this.encoding;
    const text =
      fallback === undefined
        ? `Row ${rowNo} holds bytes that are not text in ${name}, the encoding in which the file reads best; they stand as \uFFFD.`
        : `Row ${rowNo} is not UTF-8 as most of the file is; it is read as ${fallback}.`;
    this.part.fault({ kind: "encoding", rowNo, byteFrom, text });
  }

  // A record longer than 16 MB is passed over up to its line break, or to the end of the file.
  private skipLongRecord(): void {
    const { source } = this;
    const byteFrom = source.originalAt(this.position);
    const rowNo = ++this.recordNo;
    this.present++;
    const text = `Row ${rowNo} is longer than ${recordBytesMax / 1024 / 1024} MB and is passed over.`;
    this.part.fault({ kind: "too-large", rowNo, byteFrom, rowsLost: 1, text });
    for (;;) {
      const feed = source.bytes.subarray(0, source.end).indexOf(10, this.position);
      this.position = feed < 0 ? source.end : feed + 1;
      if (feed >= 0 || source.isFinal) return;
      this.readOn();
    }
  }
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start))
    .toString("utf8")
    .replaceAll("\uFFFD", "");
}
