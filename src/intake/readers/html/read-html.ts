import { readFileSync, statSync } from "node:fs";

import type { TextEncoding } from "../../detect/index.ts";
import { DocumentText } from "../documents/document-text.ts";
import { PassageWriter } from "../documents/passage-writer.ts";
import type { ReadContext } from "../read-context.ts";
import { writePage } from "./write-page.ts";

const bytesMax = 64 * 1024 * 1024;

/** Reads a saved web page: its head as `meta` passages, its text block by block. Nothing in it is run or fetched. */
export function readHtml(context: ReadContext, encoding: TextEncoding): void {
  const { size } = statSync(context.path);
  if (size > bytesMax) {
    const text = `The page has ${size} bytes; pages of more than ${bytesMax} are not read.`;
    context.report.fault({ kind: "too-large", text, rowsLost: 1 });
    return;
  }
  const bytes = readFileSync(context.path);
  const read = declaredEncoding(bytes, encoding);
  context.report.setEncoding(read.name);
  const passages = new PassageWriter(context, { name: "", hasPlaces: true });
  passages.beginDocument();
  if (read.fallback !== undefined) {
    const text = `Most lines of the page are UTF-8; those that are not are read as ${read.fallback}.`;
    passages.fault({ kind: "encoding", text });
  }
  const page = DocumentText.decode(bytes, read);
  writePage(passages, page.text, ({ from, to }) => ({
    byteFrom: page.byteAt(from),
    byteTo: page.byteAt(Math.max(from, to)),
  }));
  passages.close();
}

/** The encoding that the page itself names, where it is not UTF-8 and names one that is known. */
export function declaredEncoding(bytes: Buffer, found: TextEncoding): TextEncoding {
  if (found.name === "utf-8" || found.name.startsWith("utf-16")) return found;
  const head = bytes.subarray(0, 4096).toString("latin1");
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/iu.exec(head)?.[1];
  return declared !== undefined && isKnown(declared) ? { ...found, name: declared.toLowerCase() } : found;
}

function isKnown(encoding: string): boolean {
  try {
    return !new TextDecoder(encoding).encoding.startsWith("utf-");
  } catch {
    return false;
  }
}
