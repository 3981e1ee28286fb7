import { writeUtf8 } from "./write-utf8.ts";

/** The text cells of one column of a chunk: their UTF-8 bytes one after the other, where each ends, which exist. */
export class TextColumn {
  bytes = new Uint8Array(256);
  used = 0;
  ends = new Uint32Array(32);
  defined = new Uint8Array(32);
  filled = 0;
  nulls = 0;

  /** Puts a cell of UTF-8 bytes into a row; rows skipped before it hold no cell. */
  append(row: number, from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    this.fillTo(row);
    this.reserve(length);
    // A loop beats `set` for the short cells that tables hold: 20 ns against 90 ns for 10 bytes.
    if (length < 48) {
      const { bytes } = this;
      let at = this.used;
      for (let index = start; index < end; index++) bytes[at++] = from[index] ?? 0;
    } else this.bytes.set(from.subarray(start, end), this.used);
    this.used += length;
    this.close(row);
  }

  /** Puts a quoted cell into a row, two quotes becoming one. */
  appendUnescaped(
    row: number,
    from: Uint8Array,
    range: { start: number; end: number; quote: number; escape: number },
  ): void {
    this.fillTo(row);
    this.reserve(range.end - range.start);
    let at = this.used;
    for (let index = range.start; index < range.end; index++) {
      const byte = from[index] ?? 0;
      const next = from[index + 1];
      if (byte === range.escape && index + 1 < range.end && (next === range.quote || next === range.escape)) index++;
      this.bytes[at++] = from[index] ?? 0;
    }
    this.used = at;
    this.close(row);
  }

  /** Puts a cell of text into a row. */
  appendText(row: number, value: string): void {
    this.fillTo(row);
    this.reserve(value.length * 3);
    this.used = writeUtf8(value, this.bytes, this.used);
    this.close(row);
  }

  /** Gives the rows up to `row`, exclusive, no cell where they have none yet. */
  fillTo(row: number): void {
    if (row >= this.ends.length) this.growRows(row + 1);
    while (this.filled < row) {
      this.ends[this.filled] = this.used;
      this.defined[this.filled] = 0;
      this.filled++;
      this.nulls++;
    }
  }

  /** Forgets the cell of a row, if it is the last that was put in. */
  dropFrom(row: number): void {
    if (this.filled !== row + 1) return;
    if (this.defined[row] === 0) this.nulls--;
    this.filled = row;
    this.used = row === 0 ? 0 : (this.ends[row - 1] ?? 0);
  }

  /** Forgets the cells, keeps the room. */
  clear(): void {
    this.used = 0;
    this.filled = 0;
    this.nulls = 0;
  }

  private close(row: number): void {
    this.ends[row] = this.used;
    this.defined[row] = 1;
    this.filled = row + 1;
  }

  private reserve(length: number): void {
    const need = this.used + length;
    if (need <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(need, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }

  private growRows(rows: number): void {
    const size = Math.max(rows, this.ends.length * 2);
    const ends = new Uint32Array(size);
    ends.set(this.ends);
    const defined = new Uint8Array(size);
    defined.set(this.defined);
    this.ends = ends;
    this.defined = defined;
  }
}
