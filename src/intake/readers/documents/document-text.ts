import { isUtf8 } from "node:buffer";

import { at } from "../../../base/index.ts";
import type { TextEncoding } from "../../detect/index.ts";

const lineFeed = 10;

interface Line {
  readonly char: number;
  readonly byte: number;
  readonly encoding: string;
}

/** The text of a document in memory, and where each of its characters stood in the bytes. */
export class DocumentText {
  readonly text: string;
  private readonly bytes: Buffer;
  private readonly lines: readonly Line[];
  private walk: Walk | undefined;

  private constructor(text: string, bytes: Buffer, lines: readonly Line[]) {
    this.text = text;
    this.bytes = bytes;
    this.lines = lines;
  }

  /** Decodes bytes; with a fallback, line by line what is not UTF-8 by the fallback. */
  static decode(bytes: Buffer, { name, fallback, bomBytes }: TextEncoding): DocumentText {
    const lines: Line[] = [];
    const pieces: string[] = [];
    let char = 0;
    for (let from = bomBytes; from < bytes.length;) {
      const feed = name.startsWith("utf-16") ? -1 : bytes.indexOf(lineFeed, from);
      const to = feed < 0 ? bytes.length : feed + 1;
      const line = bytes.subarray(from, to);
      const encoding = fallback !== undefined && !isUtf8(line) ? fallback : name;
      const piece = new TextDecoder(encoding, { ignoreBOM: true }).decode(line);
      lines.push({ char, byte: from, encoding });
      pieces.push(piece);
      char += piece.length;
      from = to;
    }
    return new DocumentText(pieces.join(""), bytes, lines);
  }

  /** The offset in the bytes of the character at an index of the text; asked in rising order it costs one pass in all. */
  byteAt(index: number): number {
    const line = this.lineOf(index);
    if (line === undefined) return 0;
    if (this.walk?.line !== line || this.walk.char > index) this.walk = new Walk(line);
    return this.walk.to(index, this.text, this.bytes);
  }

  private lineOf(index: number): Line | undefined {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at(this.lines, middle).char <= index) low = middle;
      else high = middle - 1;
    }
    return this.lines[low];
  }
}

/** Goes through the characters of a line and its bytes side by side. */
class Walk {
  readonly line: Line;
  char: number;
  private byte: number;
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(line: Line) {
    this.line = line;
    this.char = line.char;
    this.byte = line.byte;
    this.decoder = new TextDecoder(line.encoding, { ignoreBOM: true });
  }

  to(index: number, text: string, bytes: Buffer): number {
    const { encoding } = this.line;
    if (encoding.startsWith("utf-16")) return this.line.byte + 2 * (index - this.line.char);
    if (encoding === "utf-8") {
      this.byte += Buffer.byteLength(text.slice(this.char, index), "utf8");
      this.char = index;
    }
    // No table says how long a character is in every encoding; the decoder does, byte by byte.
    while (this.char < index && this.byte < bytes.length) {
      this.char += this.decoder.decode(bytes.subarray(this.byte, this.byte + 1), { stream: true }).length;
      this.byte++;
    }
    return Math.min(this.byte, bytes.length);
  }
}
