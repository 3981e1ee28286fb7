import type { TextEncoding } from "../../detect/index.ts";
import type { ReadContext } from "../read-context.ts";
import { readLines } from "../text/read-lines.ts";
import { PassageWriter } from "./passage-writer.ts";

/** Reads a plain text: each line is a passage, exactly as it stands in the file, empty ones too. */
export function readPlainText(context: ReadContext, encoding: TextEncoding): void {
  context.report.setEncoding(encoding.name);
  const passages = new PassageWriter(context, { name: "", hasPlaces: true });
  passages.beginDocument();
  if (encoding.fallback !== undefined) {
    const text = `Most lines of the text are UTF-8; those that are not are read as ${encoding.fallback}.`;
    passages.fault({ kind: "encoding", text });
  }
  for (const { text, byteFrom, byteTo } of readLines(context, encoding))
    passages.add({ kind: isQuoted(text) ? "quote" : "paragraph", text, byteFrom, byteTo });
  passages.close();
}

/** Whether a line is quoted as mail programs do. */
export const isQuoted = (line: string): boolean => /^\s{0,3}>/u.test(line);
