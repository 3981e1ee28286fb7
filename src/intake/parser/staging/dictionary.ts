import type { TextColumn } from "./text-column.ts";

/** The distinct values of a column in order of first appearance, and for each cell that exists the number of its value. */
export interface Dictionary {
  readonly size: number;
  /** The row in which each distinct value first stands. */
  readonly firstRows: Uint32Array;
  readonly indices: Uint32Array;
  readonly count: number;
}

const sizeMax = 32_768;
const trialRows = 4_096;

/** Finds a column's distinct values, or nothing if they are too many to make a dictionary smaller than the values. */
export function makeDictionary(column: TextColumn, rows: number): Dictionary | undefined {
  const cells = rows - column.nulls;
  if (cells < 8) return undefined;
  const limit = Math.min(sizeMax, Math.floor(cells / 2));
  const table = new Int32Array(tableSize(limit)).fill(-1);
  const firstRows = new Uint32Array(limit);
  const indices = new Uint32Array(cells);
  let size = 0;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (column.defined[row] === 0) continue;
    const slot = findSlot(column, row, { table, firstRows });
    let index = table[slot] ?? -1;
    if (index < 0) {
      if (size === limit || (count >= trialRows && size > count * 0.7)) return undefined;
      index = size++;
      table[slot] = index;
      firstRows[index] = row;
    }
    indices[count++] = index;
  }
  return { size, firstRows, indices, count };
}

function tableSize(limit: number): number {
  let size = 64;
  while (size < limit * 2) size *= 2;
  return size;
}

function findSlot(column: TextColumn, row: number, known: { table: Int32Array; firstRows: Uint32Array }): number {
  const { bytes, ends } = column;
  const start = row === 0 ? 0 : (ends[row - 1] ?? 0);
  const end = ends[row] ?? 0;
  const mask = known.table.length - 1;
  let slot = hashRange(bytes, start, end) & mask;
  for (;;) {
    const index = known.table[slot] ?? -1;
    if (index < 0) return slot;
    const first = known.firstRows[index] ?? 0;
    const otherStart = first === 0 ? 0 : (ends[first - 1] ?? 0);
    if ((ends[first] ?? 0) - otherStart === end - start && sameBytes(bytes, start, otherStart, end - start))
      return slot;
    slot = (slot + 1) & mask;
  }
}

// FNV-1a over at most the first 32 and the last 32 bytes: long texts differ there or are compared in full.
function hashRange(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  const head = Math.min(end, start + 32);
  for (let index = start; index < head; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  for (let index = Math.max(head, end - 32); index < end; index++)
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

function sameBytes(bytes: Uint8Array, left: number, right: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (bytes[left + index] !== bytes[right + index]) return false;
  return true;
}
