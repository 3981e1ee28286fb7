/** Why a part of a workbook cannot be read: it is not XML, is cut off, or declares entities. */
export class XmlTrouble extends Error {
  override readonly name = "XmlTrouble";
}

/** Takes what the scanner finds; `name` is the code of the element's local name, as `nameCode` makes it. */
export interface XmlHandler {
  open(name: number, tag: XmlTag): void;
  /** Text between tags, still with its character references; `isLiteral` for a CDATA section. */
  text(bytes: Uint8Array, start: number, end: number, isLiteral: boolean): void;
  close(name: number): void;
}

/** A number for a local name; the names of SpreadsheetML that are looked for have different ones. */
export function nameCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index++) code = (Math.imul(code, 31) + name.charCodeAt(index)) | 0;
  return code;
}

/** The attributes of the start tag in hand, read one after the other. */
export class XmlTag {
  bytes: Uint8Array = new Uint8Array(0);
  /** Set by `next`: the code of the attribute's local name, and where its value stands in `bytes`. */
  code = 0;
  from = 0;
  to = 0;
  private position = 0;
  private end = 0;

  set(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /** Moves to the next attribute; false after the last. */
  next(): boolean {
    const { bytes, end } = this;
    let position = this.position;
    while (position < end && (bytes[position] ?? 0) <= 32) position++;
    let code = 0;
    for (; position < end; position++) {
      const byte = bytes[position] ?? 0;
      if (byte === equals || byte <= 32) break;
      code = byte === colon ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    while (position < end && bytes[position] !== quoteMark && bytes[position] !== apostrophe) position++;
    if (position >= end) return false;
    const mark = bytes[position];
    this.from = ++position;
    while (position < end && bytes[position] !== mark) position++;
    this.to = position;
    this.code = code;
    this.position = position + 1;
    return true;
  }

  /** The value in hand as text. */
  value(): string {
    return xmlText(this.bytes, this.from, this.to);
  }

  /** All attributes by local name code. */
  all(): Map<number, string> {
    const found = new Map<number, string>();
    while (this.next()) found.set(this.code, this.value());
    return found;
  }
}

/** The text of a range of UTF-8 with its character references replaced. */
export function xmlText(bytes: Uint8Array, start: number, end: number): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
  return raw.includes("&") ? raw.replace(/&(#x?)?([0-9a-z]+);/giu, decodeReference) : raw;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeReference(whole: string, mark: string | undefined, body: string): string {
  if (mark === undefined) return named[body] ?? whole;
  const code = Number.parseInt(body, mark === "#" ? 10 : 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const [less, greater, slash, question, exclamation, colon, equals, quoteMark, apostrophe] = [
  60, 62, 47, 63, 33, 58, 61, 34, 39,
];
const depthMax = 200;
const tokenBytesMax = 32 * 1024 * 1024;

/** Finds tags and text in UTF-8 XML that comes in pieces. Declarations of entities are refused, other markup is passed over. */
export class XmlScanner {
  private readonly handler: XmlHandler;
  private readonly tag = new XmlTag();
  private readonly names: number[] = [];
  private carry: Uint8Array = new Uint8Array(0);
  private decoder: InstanceType<typeof TextDecoder> | undefined;
  private hasBegun = false;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** Scans the next piece; throws XmlTrouble. */
  push(piece: Uint8Array): void {
    if (!this.hasBegun && piece.length > 0) this.begin(piece);
    const bytes = this.decoder ? Buffer.from(this.decoder.decode(piece, { stream: true })) : piece;
    const joined = this.carry.length === 0 ? bytes : Buffer.concat([this.carry, bytes]);
    const done = this.scan(joined);
    this.carry = joined.subarray(done);
    if (this.carry.length > tokenBytesMax) throw new XmlTrouble("a single element or text is longer than 32 MB");
  }

  /** Throws XmlTrouble if elements are still open. */
  end(): void {
    if (!this.hasBegun) throw new XmlTrouble("it is empty");
    if (this.names.length > 0) throw new XmlTrouble("it is cut off before its end");
  }

  // A part may be written in 16-bit units; a mark or the zero bytes of its first tag tell.
  private begin(piece: Uint8Array): void {
    this.hasBegun = true;
    const [first, second] = piece;
    if (first === 0xff || (first === less && second === 0)) this.decoder = new TextDecoder("utf-16le");
    else if (first === 0xfe || (first === 0 && second === less)) this.decoder = new TextDecoder("utf-16be");
  }

  /** Scans as far as tokens are whole; where the first begins that is not. */
  private scan(bytes: Uint8Array): number {
    const { length } = bytes;
    let position = 0;
    for (;;) {
      let at = position;
      while (at < length && bytes[at] !== less) at++;
      if (at >= length) return this.names.length === 0 ? length : position;
      if (at > position && this.names.length > 0) this.handler.text(bytes, position, at, false);
      const next = this.scanMarkup(bytes, at);
      if (next < 0) return at;
      position = next;
    }
  }

  /** Where the markup ends that begins at `at`, or -1 if it is not whole. */
  private scanMarkup(bytes: Uint8Array, at: number): number {
    const kind = bytes[at + 1];
    if (kind === undefined) return -1;
    if (kind === slash) return this.scanClose(bytes, at + 2);
    if (kind === question) return endOf(bytes, at + 2, "?>");
    if (kind === exclamation) return this.scanDeclaration(bytes, at);
    return this.scanOpen(bytes, at + 1);
  }

  private scanOpen(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    let code = 0;
    let at = start;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= 32 || byte === greater || byte === slash) break;
      code = byte === colon ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    const attributes = at;
    let mark = 0;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (mark !== 0) mark = byte === mark ? 0 : mark;
      else if (byte === greater) break;
      else if (byte === quoteMark || byte === apostrophe) mark = byte;
    }
    if (at >= length) return -1;
    const isEmpty = bytes[at - 1] === slash;
    this.tag.set(bytes, attributes, isEmpty ? at - 1 : at);
    this.handler.open(code, this.tag);
    if (isEmpty) this.handler.close(code);
    else if (this.names.push(code) > depthMax) throw new XmlTrouble(`its elements lie more than ${depthMax} deep`);
    return at + 1;
  }

  private scanClose(bytes: Uint8Array, start: number): number {
    let code = 0;
    let at = start;
    for (; at < bytes.length && bytes[at] !== greater; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 32) code = byte === colon ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    if (at >= bytes.length) return -1;
    if (this.names.pop() !== code) throw new XmlTrouble("its tags do not match each other");
    this.handler.close(code);
    return at + 1;
  }

  private scanDeclaration(bytes: Uint8Array, at: number): number {
    if (at + 9 > bytes.length) return -1;
    const head = Buffer.from(bytes.buffer, bytes.byteOffset + at, 9).toString("latin1");
    if (head.startsWith("<!--")) return endOf(bytes, at + 4, "-->");
    if (head.startsWith("<!DOCTYPE"))
      throw new XmlTrouble("it declares a document type or entities of its own, as no spreadsheet program writes");
    if (head !== "<![CDATA[") throw new XmlTrouble("it holds markup that XML does not allow there");
    const end = endOf(bytes, at + 9, "]]>");
    if (end > 0) this.handler.text(bytes, at + 9, end - 3, true);
    return end;
  }
}

function endOf(bytes: Uint8Array, from: number, mark: string): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(mark, from, "latin1");
  return at < 0 ? -1 : at + mark.length;
}
