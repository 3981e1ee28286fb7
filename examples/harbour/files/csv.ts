import type { Grid } from "../grid.ts";
import { encode } from "./encode.ts";

export interface CsvForm {
  readonly separator: "," | ";";
  readonly encoding: "gb18030" | "windows-1251" | "utf-8";
  readonly lineEnd: "\r\n" | "\n";
  /** Quotes around every field, or only where they are needed. */
  readonly quotes: "all" | "needed";
  readonly mark?: boolean;
}

/** Writes a grid as delimited text. */
export const writeCsv = (grid: Grid, { separator, encoding, lineEnd, quotes, mark }: CsvForm): Uint8Array => {
  const quote = (text: string): string =>
    quotes === "all" || /["\r\n]/u.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = grid.lines.map((fields) => fields.map(({ text }) => quote(text)).join(separator) + lineEnd);
  return encode((mark === true ? "\ufeff" : "") + lines.join(""), encoding);
};
