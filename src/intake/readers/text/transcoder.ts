import { isUtf8 } from "node:buffer";

import { at } from "../../../base/index.ts";

const lineFeed = 10;
const carriageReturn = 13;
const replacement = Buffer.from("\uFFFD", "utf8");
const lineBytesMax = 4 * 1024 * 1024;

/** Bytes of a file, where they stand in it, and whether they are its last. */
interface Piece {
  readonly raw: Uint8Array;
  readonly offset: number;
  readonly isLast: boolean;
}

/**
 * Turns the bytes of an encoding into UTF-8, piece by piece, and remembers where each line began: line breaks are the
 * same characters in the same order on both sides, so the n-th break here is the n-th break there.
 */
export class Transcoder {
  readonly unitBytes: 1 | 2;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly isMixed: boolean;
  private readonly isBigEndian: boolean;
  private tail: Uint8Array = new Uint8Array(0);
  private starts: number[] = [0];
  private originals: number[];
  private first = 0;
  private foreign: number[] = [];
  private pendingOriginals: number[] = [];

  constructor(encoding: { name: string; fallback?: string; bomBytes: number }) {
    this.isMixed = encoding.fallback !== undefined;
    this.decoder = new TextDecoder(encoding.fallback ?? encoding.name, { ignoreBOM: true });
    this.unitBytes = encoding.name.startsWith("utf-16") ? 2 : 1;
    this.isBigEndian = encoding.name === "utf-16be";
    this.originals = [encoding.bomBytes];
  }

  /** The UTF-8 of the next piece of the file; it will stand at `position` in the window. */
  decode(piece: Piece, position: number): Uint8Array {
    return this.isMixed ? this.decodeMixed(piece, position) : this.decodeAll(piece, position);
  }

  forget(bytes: number): void {
    for (let index = this.first; index < this.starts.length; index++)
      this.starts[index] = at(this.starts, index) - bytes;
    while (this.first + 1 < this.starts.length && at(this.starts, this.first + 1) <= 0) this.first++;
    if (this.first < 65_536) return;
    this.starts = this.starts.slice(this.first);
    this.originals = this.originals.slice(this.first);
    this.first = 0;
  }

  originalAt(position: number): number {
    let low = this.first;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at(this.starts, middle) <= position) low = middle;
      else high = middle - 1;
    }
    return at(this.originals, low);
  }

  takeForeignLines(upTo: number): number[] {
    let count = 0;
    while (count < this.foreign.length && at(this.foreign, count) < upTo) count++;
    return this.foreign.splice(0, count);
  }

  private decodeAll({ raw, offset, isLast }: Piece, position: number): Uint8Array {
    this.collectBreaks(raw, offset);
    const text = Buffer.from(this.decoder.decode(raw, { stream: !isLast }), "utf8");
    this.placeBreaks(text, position);
    this.noteFailures(text, position);
    return text;
  }

  // What the encoding does not hold was decoded as U+FFFD.
  private noteFailures(text: Buffer, position: number): void {
    for (let index = text.indexOf(replacement); index >= 0; index = text.indexOf(replacement, index + 3)) {
      const line = this.originalAt(position + index);
      if (this.foreign.at(-1) !== line) this.foreign.push(line);
    }
  }

  // Line by line: one in UTF-8 stays as it is, another one goes through the fallback and is reported.
  private decodeMixed({ raw, offset, isLast }: Piece, position: number): Uint8Array {
    const bytes = Buffer.concat([this.tail, raw]);
    const start = offset - this.tail.length;
    const isWhole = isLast || (bytes.length > lineBytesMax && !bytes.includes(lineFeed));
    const cut = isWhole ? bytes.length : bytes.lastIndexOf(lineFeed) + 1;
    this.tail = Uint8Array.from(bytes.subarray(cut));
    const head = bytes.subarray(0, cut);
    this.collectBreaks(head, start);
    const text = isUtf8(head) ? head : this.decodeLines(head, start);
    this.placeBreaks(text, position);
    return text;
  }

  private decodeLines(bytes: Buffer, offset: number): Buffer {
    const lines: Buffer[] = [];
    for (let from = 0; from < bytes.length;) {
      const feed = bytes.indexOf(lineFeed, from);
      const to = feed < 0 ? bytes.length : feed + 1;
      const line = bytes.subarray(from, to);
      if (isUtf8(line)) lines.push(line);
      else {
        this.foreign.push(offset + from);
        lines.push(Buffer.from(this.decoder.decode(line), "utf8"));
      }
      from = to;
    }
    return Buffer.concat(lines);
  }

  private collectBreaks(raw: Uint8Array, offset: number): void {
    const { unitBytes } = this;
    const high = this.isBigEndian ? 0 : 1;
    // A file of 16-bit units is read in pieces of even length, so units never lie across two pieces.
    for (let index = 0; index < raw.length; index += unitBytes) {
      const byte = unitBytes === 2 ? (raw[index + high] === 0 ? raw[index + 1 - high] : 0) : raw[index];
      if (byte === lineFeed || byte === carriageReturn) this.pendingOriginals.push(offset + index + unitBytes);
    }
  }

  private placeBreaks(text: Uint8Array, position: number): void {
    let taken = 0;
    for (let index = 0; index < text.length; index++) {
      const byte = text[index];
      if (byte !== lineFeed && byte !== carriageReturn) continue;
      this.starts.push(position + index + 1);
      this.originals.push(this.pendingOriginals[taken++] ?? at(this.originals, this.originals.length - 1));
    }
    this.pendingOriginals.splice(0, taken);
  }
}
