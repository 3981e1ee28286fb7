import type { TextEncoding } from "../../detect/index.ts";
import type { ReadContext } from "../read-context.ts";
import { TextSource } from "../text/text-source.ts";
import { CsvTable } from "./csv-table.ts";
import { findDialect, noDelimiter } from "./find-dialect.ts";

/**
 * Reads a delimited text file of any size into one part; `name` names the part. The delimiter, quote and escape are found
 * out; a record is staged with its number (the header is 1, empty lines count) and its byte range in the file.
 */
export function readCsv(context: ReadContext, encoding: TextEncoding, name: string): void {
  const source = new TextSource(context.path, encoding);
  try {
    const window = source.bytes.subarray(0, source.end);
    const { dialect } = findDialect(window, source.isFinal, preferredDelimiter(context.report.head.name));
    context.report.setEncoding(
      encoding.name,
      dialect.delimiter === noDelimiter ? "" : String.fromCharCode(dialect.delimiter),
    );
    new CsvTable(context, source, { dialect, name, encoding }).read();
  } finally {
    source.close();
  }
}

function preferredDelimiter(name: string): number | undefined {
  if (/\.(?:tsv|tab)$/iu.test(name)) return 9;
  return /\.csv$/iu.test(name) ? 44 : undefined;
}
