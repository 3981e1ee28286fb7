import { unreachable } from "../base/index.ts";

/** Where a statement stands within one file; rows count from 1, columns from 0, bytes from 0 with the end left out. */
export type Place =
  | { readonly kind: "cell"; readonly part: string; readonly row: number; readonly column: number }
  | { readonly kind: "row"; readonly part: string; readonly row: number }
  | { readonly kind: "page"; readonly page: number; readonly box?: readonly [number, number, number, number] }
  | { readonly kind: "bytes"; readonly from: number; readonly to: number }
  | { readonly kind: "message"; readonly part: string; readonly row: number }
  | { readonly kind: "paragraph"; readonly part: string; readonly row: number }
  | { readonly kind: "list-entry"; readonly entry: string };

/** A place with the file it is in: `file` is `dataset/name`, as the case shows it. */
export interface Locator {
  readonly file: string;
  readonly place: Place;
}

/** A locator as a person reads it and `windfall open` takes it: `h1/ledger.csv#B17`, `h2/book.xlsx#'Payments'!C4`. */
export const locatorToText = (locator: Locator): string => `${locator.file}#${placeToText(locator.place)}`;

/** Reads what `locatorToText` writes; undefined where the text is no locator. */
export function parseLocator(text: string): Locator | undefined {
  const hash = text.lastIndexOf("#", quoteStart(text));
  if (hash <= 0) return undefined;
  const place = parsePlace(text.slice(hash + 1));
  return place && { file: text.slice(0, hash), place };
}

/** The spreadsheet letters of a column that counts from 0: A, B, ... Z, AA. */
export function columnToLetters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : columnToLetters(Math.floor(column / 26) - 1) + last;
}

/** The column, counted from 0, of spreadsheet letters. */
export const lettersToColumn = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 65) - 64, 0) - 1;

function placeToText(place: Place): string {
  switch (place.kind) {
    case "cell":
      return `${partToText(place.part)}${columnToLetters(place.column)}${place.row}`;
    case "row":
      return `${partToText(place.part)}row ${place.row}`;
    case "page":
      return `page ${place.page}${place.box ? ` box ${place.box.join(",")}` : ""}`;
    case "bytes":
      return `bytes ${place.from}-${place.to}`;
    case "message":
      return `${partToText(place.part)}message ${place.row}`;
    case "paragraph":
      return `${partToText(place.part)}paragraph ${place.row}`;
    case "list-entry":
      return `entry ${place.entry}`;
    default:
      return unreachable(place);
  }
}

const partToText = (part: string): string => (part === "" ? "" : `'${part.replaceAll("'", "''")}'!`);

/** A part's name may hold "#": the separator stands before its opening quote. */
function quoteStart(text: string): number {
  const quote = text.indexOf("#'");
  return quote < 0 ? text.length : quote;
}

const cellPattern = /^([A-Za-z]{1,3})([1-9]\d*)$/u;
const rowPattern = /^(row|message|paragraph) ([1-9]\d*)$/u;
const pagePattern = /^page (\d+)(?: box (-?[\d.]+),(-?[\d.]+),(-?[\d.]+),(-?[\d.]+))?$/u;
const bytesPattern = /^bytes (\d+)-(\d+)$/u;
const partPattern = /^'((?:[^']|'')*)'!(.*)$/su;

function parsePlace(text: string): Place | undefined {
  const quoted = partPattern.exec(text);
  if (quoted) return parsePartPlace((quoted[1] ?? "").replaceAll("''", "'"), quoted[2] ?? "");
  return parsePartPlace("", text) ?? parsePage(text) ?? parseBytes(text) ?? parseEntry(text);
}

function parsePartPlace(part: string, text: string): Place | undefined {
  const cell = cellPattern.exec(text);
  if (cell) return { kind: "cell", part, row: Number(cell[2]), column: lettersToColumn(cell[1] ?? "") };
  const row = rowPattern.exec(text);
  if (!row) return undefined;
  const kind = row[1] === "message" || row[1] === "paragraph" ? row[1] : "row";
  return { kind, part, row: Number(row[2]) };
}

function parsePage(text: string): Place | undefined {
  const page = pagePattern.exec(text);
  if (!page) return undefined;
  if (page[2] === undefined) return { kind: "page", page: Number(page[1]) };
  return {
    kind: "page",
    page: Number(page[1]),
    box: [Number(page[2]), Number(page[3]), Number(page[4]), Number(page[5])],
  };
}

function parseBytes(text: string): Place | undefined {
  const bytes = bytesPattern.exec(text);
  return bytes ? { kind: "bytes", from: Number(bytes[1]), to: Number(bytes[2]) } : undefined;
}

const parseEntry = (text: string): Place | undefined =>
  text.startsWith("entry ") ? { kind: "list-entry", entry: text.slice(6) } : undefined;
