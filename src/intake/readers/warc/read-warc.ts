import { isUtf8 } from "node:buffer";

import { scoreEncodings, type TextEncoding } from "../../detect/index.ts";
import { DocumentText } from "../documents/document-text.ts";
import { PassageWriter } from "../documents/passage-writer.ts";
import { declaredEncoding } from "../html/read-html.ts";
import { writePage } from "../html/write-page.ts";
import { parseField } from "../mail/mail-parts.ts";
import type { ReadContext } from "../read-context.ts";
import { readHttpMessage, type HttpMessage } from "./http-message.ts";
import { warcRecords, type WarcRecord } from "./warc-records.ts";

const told = new Set(["warc-target-uri", "warc-date", "warc-record-id", "warc-ip-address", "warc-type"]);
// What makes up a page and says nothing by itself.
const furniture = /^(?:image|font|audio|video)\/|css|javascript|ecmascript|x-font|octet-stream|^$/u;

/**
 * Reads a web archive (WARC, ISO 28500): each record that holds a page or a plain text is a document with address and day
 * of capture; other documents in it (PDF, feeds, tables) are files of their own; pictures, styles and scripts are counted.
 */
export async function readWarc(context: ReadContext): Promise<void> {
  const passages = new PassageWriter(context, { name: "", hasPlaces: true });
  const reader = new WarcReader(context, passages);
  for (const record of warcRecords(context.path)) {
    if ("text" in record) {
      const text = `At byte ${record.offset} ${record.text}: what follows up to the next record is not read.`;
      passages.fault({ kind: "damaged", byteFrom: record.offset, text, rowsLost: 1 });
    } else await reader.take(record);
  }
  reader.reportLeft();
  passages.close();
}

class WarcReader {
  private readonly context: ReadContext;
  private readonly passages: PassageWriter;
  private left = 0;
  private inner = 0;

  constructor(context: ReadContext, passages: PassageWriter) {
    this.context = context;
    this.passages = passages;
  }

  async take(record: WarcRecord): Promise<void> {
    this.context.progress.tick(record.offset + record.bytes, this.passages.nextRow);
    const field = fieldOf(record.fields);
    const type = field("warc-type").toLowerCase();
    if (!["response", "resource", "conversion"].includes(type)) return;
    if (record.block === undefined) return this.refuse(record, `it has ${record.bytes} bytes`, "too-large");
    const isHttp = type === "response" && field("content-type").toLowerCase().includes("http");
    const message: HttpMessage = isHttp
      ? readHttpMessage(record.block)
      : { fields: record.fields, body: record.block, bodyFrom: 0, trouble: undefined };
    if (message.trouble !== undefined) return this.refuse(record, message.trouble, "damaged");
    const { value: mediaType, parameters } = parseField(fieldOf(message.fields)("content-type"));
    if (/html/u.test(mediaType) || mediaType === "text/plain")
      this.writeDocument(record, message, { isPage: mediaType !== "text/plain", charset: parameters.get("charset") });
    else if (furniture.test(mediaType)) this.left++;
    else await this.stageInner(field("warc-target-uri"), message.body);
  }

  private refuse(record: WarcRecord, why: string, kind: "damaged" | "too-large"): void {
    const text = `The record at byte ${record.offset} is not read: ${why}.`;
    this.passages.fault({ kind, byteFrom: record.offset, text, rowsLost: 1 });
  }

  private writeDocument(
    record: WarcRecord,
    { fields, body, bodyFrom }: HttpMessage,
    of: { readonly isPage: boolean; readonly charset: string | undefined },
  ): void {
    const { passages } = this;
    passages.beginDocument();
    const whole = { byteFrom: record.offset, byteTo: record.offset + record.bytes };
    for (const { name, value } of record.fields)
      if (told.has(name.toLowerCase())) passages.add({ kind: "meta", name, text: value, ...whole });
    const modified = fieldOf(fields)("last-modified");
    if (modified !== "") passages.add({ kind: "meta", name: "last-modified", text: modified, ...whole });
    const page = DocumentText.decode(body, encodingOf(body, of.charset));
    const offset = bodyFrom === undefined ? undefined : record.offset + bodyFrom;
    const placed = ({ from, to }: { from: number; to: number }) =>
      offset === undefined
        ? whole
        : { byteFrom: offset + page.byteAt(from), byteTo: offset + page.byteAt(Math.max(from, to)) };
    if (of.isPage) return writePage(passages, page.text, placed);
    let at = 0;
    for (const line of page.text.split(/\r?\n/u)) {
      passages.add({ kind: "paragraph", text: line, ...placed({ from: at, to: at + line.length }) });
      at = page.text.indexOf("\n", at + line.length) + 1 || page.text.length;
    }
  }

  private async stageInner(address: string, bytes: Buffer): Promise<void> {
    this.inner++;
    const name = /([^/?#]+)(?:[?#].*)?$/u.exec(address)?.[1] ?? "record";
    await this.context.stageMember(`${this.inner}/${name}`, bytes);
  }

  reportLeft(): void {
    if (this.left === 0) return;
    const text = `${this.left === 1 ? "A record holds" : `${this.left} records hold`} pictures, styles or scripts of pages; these are not read.`;
    this.passages.fault({ kind: "unsupported", text });
  }
}

const fieldOf =
  (fields: WarcRecord["fields"]) =>
  (wanted: string): string =>
    fields.find(({ name }) => name.toLowerCase() === wanted)?.value ?? "";

/** The encoding that the server names, if it is known; else that of the bytes, or the one that the page names. */
function encodingOf(body: Buffer, charset: string | undefined): TextEncoding {
  if (isUtf8(body))
    return { name: "utf-8", bomBytes: body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0 };
  const found = declaredEncoding(body, { name: scoreEncodings(body.subarray(0, 192 * 1024)), bomBytes: 0 });
  try {
    const named = charset === undefined ? found.name : new TextDecoder(charset).encoding;
    return named === "utf-8" ? found : { name: named, bomBytes: 0 };
  } catch {
    return found;
  }
}
