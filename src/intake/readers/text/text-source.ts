import { closeSync, openSync, readSync } from "node:fs";

import { Transcoder } from "./transcoder.ts";

const readBytes = 1024 * 1024;

/**
 * A text file as a sliding window of UTF-8 bytes. `bytes[0, end)` holds the window; `advance` drops what lies before a
 * position and reads on; `originalAt` says where a line of the window begins in the file itself.
 */
export class TextSource {
  bytes: Uint8Array = new Uint8Array(2 * readBytes);
  end = 0;
  isFinal = false;
  /** Bytes read from the file so far. */
  bytesRead = 0;
  private readonly descriptor: number;
  private readonly transcoder: Transcoder | undefined;
  private readonly raw = new Uint8Array(readBytes);
  private windowStart: number;
  /** Whether offsets in the window and in the file differ by more than a shift. */
  readonly isTranscoded: boolean;

  constructor(path: string, encoding: { name: string; fallback?: string; bomBytes: number }) {
    this.descriptor = openSync(path, "r");
    const isPlain = encoding.name === "utf-8" && encoding.fallback === undefined;
    this.transcoder = isPlain ? undefined : new Transcoder(encoding);
    this.isTranscoded = !isPlain;
    this.windowStart = encoding.bomBytes;
    this.bytesRead = encoding.bomBytes;
    this.fill();
  }

  /** Drops what lies before `keepFrom` and reads on; positions move down by `keepFrom`. */
  advance(keepFrom: number): void {
    this.bytes.copyWithin(0, keepFrom, this.end);
    this.end -= keepFrom;
    this.windowStart += keepFrom;
    this.transcoder?.forget(keepFrom);
    this.fill();
  }

  /** Where in the file the line begins that begins at `position` of the window. */
  originalAt(position: number): number {
    if (!this.isTranscoded) return this.windowStart + position;
    return this.transcoder?.originalAt(position) ?? 0;
  }

  /** Bytes of one code unit in the file: the length there of a line break character. */
  get unitBytes(): number {
    return this.transcoder?.unitBytes ?? 1;
  }

  /** Where in the file the lines begin that were not in its encoding, up to an offset; each is given once. */
  takeForeignLines(upTo: number): number[] {
    return this.transcoder?.takeForeignLines(upTo) ?? [];
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private fill(): void {
    if (this.isFinal) return;
    const count = readSync(this.descriptor, this.raw, 0, readBytes, this.bytesRead);
    this.isFinal = count < readBytes;
    const raw = this.raw.subarray(0, count);
    const piece = { raw, offset: this.bytesRead, isLast: this.isFinal };
    const text = this.transcoder ? this.transcoder.decode(piece, this.end) : raw;
    this.bytesRead += count;
    this.append(text);
  }

  private append(text: Uint8Array): void {
    const need = this.end + text.length;
    if (need > this.bytes.length) {
      const larger = new Uint8Array(Math.max(need, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.end));
      this.bytes = larger;
    }
    this.bytes.set(text, this.end);
    this.end = need;
  }
}
