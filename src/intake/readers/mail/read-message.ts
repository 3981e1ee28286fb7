import type { PassageKind } from "../../../model/index.ts";
import { isQuoted } from "../documents/read-plain-text.ts";
import type { PassageWriter } from "../documents/passage-writer.ts";
import { HtmlBlocks } from "../html/html-blocks.ts";
import { readOrReport } from "../html/write-page.ts";
import type { ReadContext } from "../read-context.ts";
import { decodeCharset, readMailHead } from "./mail-headers.ts";
import { splitParts, type MailPart } from "./mail-parts.ts";
import { decodeTransfer, isPlainTransfer } from "./transfer-encoding.ts";

/** A message in memory: its bytes, and where they begin in the file. */
export interface MessageBytes {
  readonly bytes: Buffer;
  readonly offset: number;
  /** What stands before the names of its attachments: in a mailbox the number of the message and a slash. */
  readonly prefix: string;
  /** Whether ">From " at the start of a line stands for "From ", as mailboxes write it. */
  readonly isEscaped: boolean;
}

/**
 * Reads one message: its header fields as `meta` passages, its text line by line (of HTML block by block), its
 * attachments as files of their own. Of texts that say the same in two forms the plain one is read; what the other says
 * besides follows it, named "html".
 */
export async function readMessage(context: ReadContext, passages: PassageWriter, message: MessageBytes): Promise<void> {
  passages.beginDocument();
  const reader = new MessageReader(context, passages, message);
  await reader.read();
}

interface Block {
  readonly kind: PassageKind;
  readonly text: string;
  readonly isHidden: boolean;
}

class MessageReader {
  private readonly context: ReadContext;
  private readonly passages: PassageWriter;
  private readonly message: MessageBytes;
  private attachments = 0;

  constructor(context: ReadContext, passages: PassageWriter, message: MessageBytes) {
    this.context = context;
    this.passages = passages;
    this.message = message;
  }

  async read(): Promise<void> {
    const { bytes } = this.message;
    const head = readMailHead(bytes, 0, bytes.length);
    for (const { name, value, from, to } of head.headers) {
      // Of a protected source the names of files stand nowhere but with its other names.
      const isNaming = this.context.isSealed && /^content-(?:type|disposition)$/iu.test(name);
      const text = isNaming ? value.replace(/;.*$/su, "") : value;
      this.passages.add({ kind: "meta", name, text, ...this.placed({ from, to }) });
    }
    const { parts, troubles } = splitParts(bytes, head, bytes.length);
    for (const { kind, text } of troubles) {
      const isLost = kind === "too-deep" || kind === "too-large" || kind === "encrypted" || parts.length === 0;
      this.passages.fault({ kind, text, rowNo: this.passages.nextRow, rowsLost: isLost ? 1 : 0 });
    }
    const shown = new Map<number, string>();
    for (const part of parts) await this.readPart(part, shown);
  }

  private async readPart(part: MailPart, shown: Map<number, string>): Promise<void> {
    const isText = part.mediaType === "text/plain" || part.mediaType === "text/html";
    if (!isText || part.isAttached || part.fileName !== undefined) return this.attach(part);
    const said = part.alternative === undefined ? undefined : shown.get(part.alternative);
    const text = part.mediaType === "text/html" ? this.readHtml(part, said) : this.readPlain(part, said);
    if (part.alternative !== undefined) shown.set(part.alternative, `${said ?? ""}${folded(text)}`);
  }

  private readPlain(part: MailPart, said: string | undefined): string {
    const isExact = isPlainTransfer(part.encoding);
    const text = this.textOf(part);
    if (said !== undefined && (said === "" ? text.trim() === "" : said.includes(folded(text)))) return text;
    let at = part.from;
    const isFlowed = part.parameters.get("format")?.toLowerCase() === "flowed";
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    let flowing: { text: string; from: number } | undefined;
    for (const raw of lines) {
      const from = at;
      const line = raw.replace(/\r$/u, "");
      if (isExact) at = this.nextLine(at, part.to);
      const place = isExact ? { from, to: Math.max(from, at - (raw.length - line.length) - 1) } : part;
      const own = this.message.isEscaped ? line.replace(/^>(>*From )/u, "$1") : line;
      // RFC 3676: a space at the end of a line says that its paragraph goes on, except behind the mark of a signature.
      if (isFlowed && /[^ ] $/u.test(own) && own !== "-- " && !isQuoted(own)) {
        flowing = { text: `${flowing?.text ?? ""}${own}`, from: flowing?.from ?? place.from };
        continue;
      }
      this.addLine(`${flowing?.text ?? ""}${own}`, { from: flowing?.from ?? place.from, to: place.to });
      flowing = undefined;
    }
    if (flowing) this.addLine(flowing.text, { from: flowing.from, to: part.to });
    return text;
  }

  private addLine(text: string, place: { from: number; to: number }): void {
    this.passages.add({ kind: isQuoted(text) ? "quote" : "paragraph", text, ...this.placed(place) });
  }

  private nextLine(from: number, to: number): number {
    const feed = this.message.bytes.indexOf(10, from);
    return feed < 0 || feed >= to ? to + 1 : feed + 1;
  }

  private readHtml(part: MailPart, said: string | undefined): string {
    const blocks: Block[] = [];
    const reader = new HtmlBlocks(
      ({ kind, text, isHidden }) => blocks.push({ kind, text, isHidden }),
      () => undefined,
    );
    const markup = this.textOf(part);
    readOrReport(this.passages, () => reader.read(markup));
    const isSaid = ({ text }: Block): boolean => said !== undefined && said.includes(folded(text));
    const own = said === undefined || said === "" ? {} : { name: "html" };
    for (const block of blocks.filter((each) => !isSaid(each)))
      this.passages.add({ ...block, ...own, ...this.placed(part) });
    return blocks.map(({ text }) => text).join("\n");
  }

  /** The text of a part; what is doubtful of it is a fault. */
  private textOf(part: MailPart): string {
    const { bytes, trouble } = decodeTransfer(this.message.bytes.subarray(part.from, part.to), part.encoding);
    const rowNo = this.passages.nextRow;
    if (trouble !== undefined)
      this.passages.fault({ kind: "damaged", rowNo, text: `A text of the message ${trouble}.` });
    const charset = part.parameters.get("charset");
    const { text, read } = decodeCharset(bytes, charset);
    if (read !== undefined && read !== "utf-8") {
      const named = charset === undefined ? "no encoding" : `the encoding "${charset.slice(0, 40)}"`;
      const said = `A text of the message names ${named} and is not in it; it is read as ${read}.`;
      this.passages.fault({ kind: "encoding", rowNo, text: said });
    }
    return text;
  }

  private async attach(part: MailPart): Promise<void> {
    this.attachments++;
    const { bytes, trouble } = decodeTransfer(this.message.bytes.subarray(part.from, part.to), part.encoding);
    const name = part.fileName ?? `part-${this.attachments}${endingOf(part.mediaType)}`;
    const rowNo = this.passages.nextRow;
    if (trouble !== undefined) this.passages.fault({ kind: "damaged", rowNo, text: `An attachment ${trouble}.` });
    const shown = await this.context.stageMember(`${this.message.prefix}${name}`, bytes);
    if (shown !== undefined) this.passages.add({ kind: "meta", name: "attachment", text: shown, ...this.placed(part) });
  }

  private placed({ from, to }: { from: number; to: number }): { byteFrom: number; byteTo: number } {
    const { offset } = this.message;
    return { byteFrom: offset + from, byteTo: offset + to };
  }
}

/** Text without spaces and marks, so that two forms of it can be held against each other. */
const folded = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

const endings: Readonly<Record<string, string>> = {
  "message/rfc822": ".eml",
  "text/html": ".html",
  "text/plain": ".txt",
  "text/calendar": ".ics",
  "text/vcard": ".vcf",
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/png": ".png",
};

const endingOf = (mediaType: string): string => endings[mediaType] ?? ".bin";
