import type { OpenPart } from "../../parser/staging/index.ts";
import type { CellComment } from "./sheet-extras.ts";
import { columnLetters } from "./column-letters.ts";
import { excelDate } from "./excel-date.ts";
import type { FormatKind } from "./number-format.ts";
import { numberText } from "./number-text.ts";
import { cellText, needsDecoding, type SharedStrings } from "./shared-strings.ts";
import { nameCode, type XmlHandler, type XmlTag } from "./xml-scanner.ts";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: SharedStrings | undefined;
  readonly formats: readonly FormatKind[];
  readonly dateSystem: "1900" | "1904";
  readonly linkTargets: ReadonlyMap<string, string>;
}

const names = {
  row: nameCode("row"),
  c: nameCode("c"),
  v: nameCode("v"),
  f: nameCode("f"),
  t: nameCode("t"),
  is: nameCode("is"),
  rPh: nameCode("rPh"),
  r: nameCode("r"),
  s: nameCode("s"),
  hidden: nameCode("hidden"),
  col: nameCode("col"),
  min: nameCode("min"),
  max: nameCode("max"),
  mergeCell: nameCode("mergeCell"),
  ref: nameCode("ref"),
  hyperlink: nameCode("hyperlink"),
  id: nameCode("id"),
  location: nameCode("location"),
  dimension: nameCode("dimension"),
  sheetData: nameCode("sheetData"),
  si: nameCode("si"),
};
const columnsMax = 16_384;
const types = {
  shared: nameCode("s"),
  formula: nameCode("str"),
  inline: nameCode("inlineStr"),
  truth: nameCode("b"),
  error: nameCode("e"),
  date: nameCode("d"),
};

type Collecting = "nothing" | "value" | "formula" | "inline";

/** Stages the cells of one sheet as its XML goes by. */
export class SheetScanner implements XmlHandler {
  readonly hiddenColumns: number[] = [];
  readonly mergedRanges: string[] = [];
  present = 0;
  /** The last row that the sheet says it has, 0 if it does not say. */
  declaredRows = 0;
  unresolved = 0;
  rowNo = 0;
  private readonly part: OpenPart;
  private readonly context: SheetContext;
  private column = -1;
  private cellType = 0;
  private cellStyle = 0;
  private isHidden = false;
  private hasCell = false;
  private hasValue = false;
  private phonetic = 0;
  private collecting: Collecting = "nothing";
  private pending = "";
  private formula = "";
  private sharedFormula = "";
  private hasFormula = false;
  private readonly dates = new Map<number, string>();
  private readonly moments = new Map<number, string>();
  private readonly masters = new Map<string, string>();

  constructor(part: OpenPart, context: SheetContext) {
    this.part = part;
    this.context = context;
  }

  open(name: number, tag: XmlTag): void {
    if (name === names.c) this.openCell(tag);
    else if (name === names.v) this.collecting = "value";
    else if (name === names.row) this.openRow(tag);
    else if (name === names.t) {
      if (this.phonetic === 0 && this.cellType === types.inline) this.collecting = "inline";
    } else if (name === names.f) this.openFormula(tag);
    else if (name === names.rPh) this.phonetic++;
    else this.openOther(name, tag);
  }

  text(bytes: Uint8Array, start: number, end: number, isLiteral: boolean): void {
    switch (this.collecting) {
      case "nothing":
        return;
      case "value":
        this.stageValue(bytes, start, end);
        return;
      case "formula":
        this.formula += isLiteral
          ? Buffer.from(bytes.subarray(start, end)).toString("utf8")
          : cellText(bytes, start, end);
        return;
      case "inline":
        this.pending += isLiteral
          ? Buffer.from(bytes.subarray(start, end)).toString("utf8")
          : cellText(bytes, start, end);
        this.hasValue = true;
    }
  }

  close(name: number): void {
    if (name === names.v) this.closeValue();
    else if (name === names.t || name === names.f) this.collecting = "nothing";
    else if (name === names.c) this.closeCell();
    else if (name === names.row) this.closeRow();
    else if (name === names.rPh) this.phonetic--;
  }

  /** Puts comments beside their cells, after the rows. */
  addComments(comments: readonly CellComment[]): void {
    for (const { ref, text } of comments) {
      const place = parseRef(ref);
      if (place) this.part.writer.extra(place.row, place.column, "comment", text);
    }
  }

  private openRow(tag: XmlTag): void {
    this.rowNo++;
    this.column = -1;
    this.isHidden = false;
    this.hasCell = false;
    while (tag.next()) {
      if (tag.code === names.r) this.rowNo = Number(tag.value()) || this.rowNo;
      else if (tag.code === names.hidden) this.isHidden = isTrue(tag.value());
    }
  }

  private closeRow(): void {
    if (!this.hasCell) return;
    this.present++;
    this.part.writer.endRow({ rowNo: this.rowNo, byteFrom: 0, byteTo: 0, isHidden: this.isHidden });
  }

  private openCell(tag: XmlTag): void {
    this.column++;
    this.cellType = 0;
    this.cellStyle = 0;
    this.hasValue = false;
    this.hasFormula = false;
    this.pending = "";
    while (tag.next()) {
      if (tag.code === names.r) this.column = columnOf(tag.bytes, tag.from, tag.to) ?? this.column;
      else if (tag.code === names.s) this.cellStyle = digits(tag.bytes, tag.from, tag.to);
      else if (tag.code === names.t) this.cellType = codeOf(tag.bytes, tag.from, tag.to);
    }
  }

  private closeCell(): void {
    if (this.cellType === types.inline && this.hasValue) this.put(this.pending);
    if (this.hasFormula) this.closeFormula();
  }

  // An empty value element is the empty text that a formula gave.
  private closeValue(): void {
    this.collecting = "nothing";
    if (this.hasValue || this.cellType !== types.formula) return;
    this.hasValue = true;
    this.put("");
  }

  private openFormula(tag: XmlTag): void {
    this.collecting = "formula";
    this.hasFormula = true;
    this.formula = "";
    this.sharedFormula = "";
    while (tag.next()) if (tag.code === names.si) this.sharedFormula = tag.value();
  }

  private closeFormula(): void {
    const { rowNo, column, sharedFormula } = this;
    const ref = `${columnLetters(column)}${rowNo}`;
    if (sharedFormula !== "" && this.formula !== "") this.masters.set(sharedFormula, ref);
    const text =
      this.formula === "" ? `as in ${this.masters.get(sharedFormula) ?? "another cell"}` : `=${this.formula}`;
    this.part.writer.extra(rowNo, column, "formula", text);
    if (this.hasValue || this.formula === "") return;
    const sentence = `Cell ${ref} holds the formula ${text} without its result; formulas are not computed here.`;
    this.part.fault({ kind: "formula-without-value", rowNo, colNo: column, text: sentence });
    this.hasCell = true;
  }

  private stageValue(bytes: Uint8Array, start: number, end: number): void {
    if (this.column >= columnsMax) return;
    this.hasValue = true;
    if (this.cellType === types.shared) this.stageShared(digits(bytes, start, end));
    else if (this.cellType === 0 || this.cellType === digitsType) this.stageNumber(bytes, start, end);
    else if (this.cellType === types.truth) this.put(bytes[start] === 49 ? "TRUE" : "FALSE");
    else if (this.cellType === types.error) this.stageError(cellText(bytes, start, end));
    else if (needsDecoding(bytes, start, end)) this.put(cellText(bytes, start, end));
    else this.putBytes(bytes, start, end);
  }

  private stageShared(index: number): void {
    const { strings } = this.context;
    if (!strings || index >= strings.count) {
      this.unresolved++;
      this.hasCell = true;
      return;
    }
    this.putBytes(strings.bytes, strings.starts[index] ?? 0, strings.starts[index + 1] ?? 0);
  }

  private stageNumber(bytes: Uint8Array, start: number, end: number): void {
    const format = this.context.formats[this.cellStyle];
    const isPlain = format === undefined || format.kind === "plain";
    if (isPlain && end - start < 15 && !hasExponent(bytes, start, end)) {
      this.putBytes(bytes, start, end);
      return;
    }
    if (format?.kind === "date" && format.hasDate && isDigits(bytes, start, end)) {
      this.put(this.dayText(digits(bytes, start, end), format));
      return;
    }
    const raw = cellText(bytes, start, end);
    const date = format?.kind === "date" ? excelDate(Number(raw), this.context.dateSystem, format) : undefined;
    if (date !== undefined) {
      this.put(date);
      return;
    }
    const { text, isRounded } = numberText(raw);
    this.put(text);
    if (format?.kind === "unit") this.part.writer.extra(this.rowNo, this.column, "format", format.code);
    if (isRounded) this.reportRounded(text);
  }

  // Whole days repeat in every table; their texts are made once.
  private dayText(serial: number, format: FormatKind & { kind: "date" }): string {
    const days = format.hasTime ? this.moments : this.dates;
    const known = days.get(serial);
    if (known !== undefined) return known;
    const text = excelDate(serial, this.context.dateSystem, format) ?? String(serial);
    if (days.size < 100_000) days.set(serial, text);
    return text;
  }

  private stageError(text: string): void {
    this.put(text);
    const ref = `${columnLetters(this.column)}${this.rowNo}`;
    const sentence = `Cell ${ref} shows the error ${text} in place of a value.`;
    this.part.fault({ kind: "formula-error", rowNo: this.rowNo, colNo: this.column, text: sentence });
  }

  private reportRounded(text: string): void {
    const ref = `${columnLetters(this.column)}${this.rowNo}`;
    const sentence = `Cell ${ref} holds ${text} as a number: Excel keeps 15 digits of a number, so further digits of an account or card number are lost.`;
    this.part.fault({ kind: "rounded-number", rowNo: this.rowNo, colNo: this.column, text: sentence });
  }

  private put(text: string): void {
    if (this.column >= columnsMax) return;
    this.hasCell = true;
    this.part.writer.text(this.column, text);
  }

  private putBytes(bytes: Uint8Array, start: number, end: number): void {
    this.hasCell = true;
    this.part.writer.cell(this.column, bytes, start, end);
  }

  private openOther(name: number, tag: XmlTag): void {
    if (name === names.col) this.takeColumns(tag.all());
    else if (name === names.mergeCell) this.mergedRanges.push(tag.all().get(names.ref) ?? "");
    else if (name === names.hyperlink) this.takeLink(tag.all());
    else if (name === names.dimension) {
      const last = (tag.all().get(names.ref) ?? "").split(":").at(-1) ?? "";
      this.declaredRows = parseRef(last)?.row ?? 0;
    }
  }

  private takeColumns(values: Map<number, string>): void {
    if (!isTrue(values.get(names.hidden) ?? "")) return;
    const last = Math.min(columnsMax, Number(values.get(names.max)));
    for (let column = Math.max(1, Number(values.get(names.min))); column <= last; column++)
      this.hiddenColumns.push(column - 1);
  }

  private takeLink(values: Map<number, string>): void {
    const place = parseRef((values.get(names.ref) ?? "").split(":")[0] ?? "");
    const target = this.context.linkTargets.get(values.get(names.id) ?? "") ?? values.get(names.location);
    if (place && target !== undefined) this.part.writer.extra(place.row, place.column, "link", target);
  }
}

const digitsType = nameCode("n");

const isTrue = (value: string): boolean => value === "1" || value === "true";

function codeOf(bytes: Uint8Array, from: number, to: number): number {
  let code = 0;
  for (let index = from; index < to; index++) code = (Math.imul(code, 31) + (bytes[index] ?? 0)) | 0;
  return code;
}

function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = (bytes[index] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
  }
  return value;
}

function isDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if ((bytes[index] ?? 0) < 48 || (bytes[index] ?? 0) > 57) return false;
  return to > from && to - from < 9;
}

function hasExponent(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (((bytes[index] ?? 0) | 32) === 101) return true;
  return false;
}

/** The column of a reference such as "AB12", from 0. */
function columnOf(bytes: Uint8Array, from: number, to: number): number | undefined {
  let column = 0;
  for (let index = from; index < to; index++) {
    const letter = ((bytes[index] ?? 0) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}

function parseRef(ref: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(ref);
  if (!match) return undefined;
  const letters = Buffer.from(match[1] ?? "");
  return { row: Number(match[2]), column: columnOf(letters, 0, letters.length) ?? 0 };
}
