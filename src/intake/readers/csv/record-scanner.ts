/** How a delimited file is written, in bytes: its delimiter, quote and escape (the quote itself, or a backslash). */
export interface CsvDialect {
  readonly delimiter: number;
  readonly quote: number;
  readonly escape: number;
  /** Cells of an ordinary record. */
  readonly cells: number;
  /** A carriage return alone ends a record everywhere, not only where the record is complete. */
  readonly isMacLines: boolean;
  /** Spaces stand between a delimiter and a quote. */
  readonly hasPadding: boolean;
}

/** `unclosed`: the quote at `openAt` has no end; scan again with it as `literalAt`. `more`: the window ends too soon. */
export type ScanOutcome = "record" | "more" | "unclosed";

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quotedLinesMax = 2_000;
const quotedBytesMax = 1024 * 1024;

/**
 * Finds the cells of one record in a window of UTF-8 bytes. Cell i is `[starts[i], ends[i])`, without its quotes;
 * `kinds[i]` is 0 for a bare cell, 1 for a quoted one, 2 for a quoted one with escapes in it.
 */
export class RecordScanner {
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  kinds = new Uint8Array(64);
  count = 0;
  /** Where the record ends, without its line break, and where the next begins. */
  recordEnd = 0;
  next = 0;
  openAt = -1;
  /** Where the first quoted cell begins that holds line breaks, or -1. */
  multilineAt = -1;
  /** Quotes within quoted cells that neither close them nor are escaped. */
  strays = 0;
  private readonly dialect: CsvDialect;
  private bytes: Uint8Array = new Uint8Array(0);
  private end = 0;
  private isFinal = false;

  constructor(dialect: CsvDialect) {
    this.dialect = dialect;
  }

  setWindow(bytes: Uint8Array, end: number, isFinal: boolean): void {
    this.bytes = bytes;
    this.end = end;
    this.isFinal = isFinal;
  }

  /**
   * Scans the record that begins at `from`. The quote at `literalAt` is read as a letter, and so is each later one that
   * does not close within its line.
   */
  scan(from: number, literalAt = -1): ScanOutcome {
    this.count = 0;
    this.multilineAt = -1;
    this.strays = 0;
    let position = from;
    for (;;) {
      const quoteAt = this.dialect.hasPadding ? this.skipSpaces(position) : position;
      if (quoteAt < this.end && this.bytes[quoteAt] === this.dialect.quote && quoteAt !== literalAt) {
        const isAfterLiteral = literalAt >= 0 && quoteAt > literalAt;
        const closed = this.scanQuoted(quoteAt, isAfterLiteral ? 0 : quotedLinesMax);
        if (closed === -1) return "more";
        if (closed === -2 && !isAfterLiteral) return this.refuse(quoteAt);
        position = closed === -2 ? this.scanBare(position) : closed;
      } else position = this.scanBare(position);
      if (position >= this.end) {
        if (!this.isFinal) return "more";
        return this.finish(this.end, this.end);
      }
      const byte = this.bytes[position];
      if (byte === this.dialect.delimiter) position++;
      else if (byte === lineFeed) return this.finish(position, position + 1);
      else {
        const next = this.endOfBreak(position);
        return next < 0 ? "more" : this.finish(position, next);
      }
    }
  }

  // Files that were converted twice end their lines with two carriage returns and a line feed.
  private endOfBreak(position: number): number {
    let next = position + 1;
    while (next < this.end && this.bytes[next] === carriageReturn) next++;
    if (next >= this.end && !this.isFinal) return -1;
    return this.bytes[next] === lineFeed && next < this.end ? next + 1 : position + 1;
  }

  private refuse(openAt: number): ScanOutcome {
    this.openAt = openAt;
    return "unclosed";
  }

  private finish(recordEnd: number, next: number): ScanOutcome {
    this.recordEnd = recordEnd;
    this.next = next;
    return "record";
  }

  private skipSpaces(from: number): number {
    let position = from;
    while (position < this.end && this.bytes[position] === space) position++;
    return position;
  }

  private scanBare(from: number): number {
    const { bytes, end } = this;
    const { delimiter } = this.dialect;
    let position = from;
    for (; position < end; position++) {
      const byte = bytes[position] ?? 0;
      if (byte === delimiter || byte === lineFeed) break;
      if (byte === carriageReturn && this.isRecordEnd(position)) break;
    }
    this.put(from, position, 0);
    return position;
  }

  // A carriage return inside a line is a stray character, unless the record is complete there.
  private isRecordEnd(position: number): boolean {
    const next = this.bytes[position + 1];
    if (position + 1 >= this.end || next === lineFeed || next === carriageReturn || this.dialect.isMacLines)
      return true;
    return this.count + 1 === this.dialect.cells && this.dialect.cells > 1;
  }

  /** Where a quoted cell ends; -1 if the window ends first, -2 if the quote has no end. */
  private scanQuoted(openAt: number, linesMax: number): number {
    const { bytes, end } = this;
    const { quote, escape } = this.dialect;
    let kind = 1;
    let lines = 0;
    for (let position = openAt + 1; position < end; position++) {
      const byte = bytes[position] ?? 0;
      if (byte === quote) {
        if (position + 1 >= end && !this.isFinal) return -1;
        if (escape === quote && bytes[position + 1] === quote && position + 1 < end) {
          kind = 2;
          position++;
          continue;
        }
        const close = this.closeOf(position + 1);
        if (close === -1) return -1;
        if (close >= 0) {
          this.put(openAt + 1, position, kind);
          if (lines > 0 && this.multilineAt < 0) this.multilineAt = openAt;
          return close;
        }
        // A stray quote within a line belongs to the text; after a line break it opens a later cell, so ours never closed.
        if (lines > 0) return -2;
        this.strays++;
      } else if (byte === escape) {
        kind = 2;
        position++;
      } else if (byte === lineFeed || (byte === carriageReturn && bytes[position + 1] !== lineFeed)) {
        lines++;
        if (lines > linesMax || position - openAt > quotedBytesMax) return -2;
      }
    }
    return this.isFinal || end - openAt > quotedBytesMax ? -2 : -1;
  }

  /** Where the delimiter or line break stands that follows a closing quote; -2 if text follows, -1 if the window ends. */
  private closeOf(from: number): number {
    let position = from;
    for (; position < this.end; position++) {
      const byte = this.bytes[position];
      if (byte === this.dialect.delimiter || byte === lineFeed || byte === carriageReturn) return position;
      if (byte !== space) return -2;
    }
    return this.isFinal ? position : -1;
  }

  private put(start: number, end: number, kind: number): void {
    const { count } = this;
    if (count === this.starts.length) this.grow();
    this.starts[count] = start;
    this.ends[count] = end;
    this.kinds[count] = kind;
    this.count = count + 1;
  }

  private grow(): void {
    const size = this.starts.length * 2;
    const { starts, ends, kinds } = this;
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.kinds = new Uint8Array(size);
    this.starts.set(starts);
    this.ends.set(ends);
    this.kinds.set(kinds);
  }
}
