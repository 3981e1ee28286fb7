import { type Dictionary, makeDictionary } from "./dictionary.ts";
import type { TextColumn } from "./text-column.ts";
import { int32, struct, thriftBytes, varint } from "./thrift.ts";

/** The pages of one column of one row group, and what Parquet's footer says of them. */
export interface ColumnPages {
  readonly bytes: Buffer;
  readonly values: number;
  /** Where the data page begins in `bytes`, if a dictionary page precedes it; otherwise 0. */
  readonly dataOffset: number;
  readonly encodings: readonly number[];
}

const plain = 0;
const rle = 3;
const rleDictionary = 8;

/** A text column: through a dictionary when that is smaller, otherwise value after value. */
export function textPages(column: TextColumn, rows: number): ColumnPages {
  column.fillTo(rows);
  const dictionary = makeDictionary(column, rows);
  const levels = definitionLevels(column, rows);
  if (!dictionary) return plainPages(Buffer.concat([levels, lengthPrefixed(column, rows)]), rows);
  const head = page(dictionaryValues(column, dictionary), {
    rows: dictionary.size,
    encoding: plain,
    isDictionary: true,
  });
  const indices = Buffer.concat([levels, dictionaryIndices(dictionary)]);
  const data = page(indices, { rows, encoding: rleDictionary, isDictionary: false });
  const bytes = Buffer.concat([head, data]);
  return { bytes, values: rows, dataOffset: head.length, encodings: [plain, rle, rleDictionary] };
}

/** A column that holds nothing in any row. */
export function emptyPages(rows: number): ColumnPages {
  return plainPages(levelRun(rows, 0), rows);
}

/** Integers below 2^53, one for each row. */
export function bigintPages(values: Float64Array, rows: number, isOptional: boolean): ColumnPages {
  const words = new Uint32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    const value = values[row] ?? 0;
    words[row * 2] = value % 4_294_967_296;
    words[row * 2 + 1] = Math.floor(value / 4_294_967_296);
  }
  const bytes = Buffer.from(words.buffer);
  return plainPages(isOptional ? Buffer.concat([levelRun(rows, 1), bytes]) : bytes, rows);
}

/** Integers below 2^31, one for each row. */
export function integerPages(values: Float64Array, rows: number): ColumnPages {
  return plainPages(Buffer.from(Int32Array.from(values.subarray(0, rows)).buffer), rows);
}

/** Truth values, one for each row. */
export function booleanPages(values: Uint8Array, rows: number): ColumnPages {
  return plainPages(bits(values, rows), rows);
}

function plainPages(body: Buffer, rows: number): ColumnPages {
  const bytes = page(body, { rows, encoding: plain, isDictionary: false });
  return { bytes, values: rows, dataOffset: 0, encodings: [plain, rle] };
}

function page(body: Buffer, of: { rows: number; encoding: number; isDictionary: boolean }): Buffer {
  const size = [
    [2, int32(body.length)],
    [3, int32(body.length)],
  ] as const;
  const header = of.isDictionary
    ? struct([1, int32(2)], ...size, [7, struct([1, int32(of.rows)], [2, int32(of.encoding)])])
    : struct([1, int32(0)], ...size, [
        5,
        struct([1, int32(of.rows)], [2, int32(of.encoding)], [3, int32(rle)], [4, int32(rle)]),
      ]);
  return Buffer.concat([thriftBytes(header), body]);
}

function definitionLevels(column: TextColumn, rows: number): Buffer {
  if (column.nulls === 0) return levelRun(rows, 1);
  if (column.nulls === rows) return levelRun(rows, 0);
  const packed = bits(column.defined, rows);
  return sized(Buffer.concat([varint(packed.length * 2 + 1), packed]));
}

const levelRun = (rows: number, level: number): Buffer => sized(Buffer.concat([varint(rows * 2), Buffer.of(level)]));

function sized(body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([size, body]);
}

function bits(values: Uint8Array, rows: number): Buffer {
  const packed = Buffer.alloc(Math.ceil(rows / 8));
  for (let row = 0; row < rows; row++)
    if (values[row] === 1) packed[row >> 3] = (packed[row >> 3] ?? 0) | (1 << (row & 7));
  return packed;
}

function lengthPrefixed(column: TextColumn, rows: number): Buffer {
  const out = Buffer.allocUnsafe(column.used + 4 * (rows - column.nulls));
  let at = 0;
  for (let row = 0; row < rows; row++) if (column.defined[row] === 1) at = putValue(out, at, column, row);
  return out;
}

function dictionaryValues(column: TextColumn, dictionary: Dictionary): Buffer {
  let size = 0;
  for (let index = 0; index < dictionary.size; index++) size += 4 + lengthOf(column, dictionary.firstRows[index] ?? 0);
  const out = Buffer.allocUnsafe(size);
  let at = 0;
  for (let index = 0; index < dictionary.size; index++)
    at = putValue(out, at, column, dictionary.firstRows[index] ?? 0);
  return out;
}

const startOf = (column: TextColumn, row: number): number => (row === 0 ? 0 : (column.ends[row - 1] ?? 0));
const lengthOf = (column: TextColumn, row: number): number => (column.ends[row] ?? 0) - startOf(column, row);

function putValue(out: Buffer, at: number, column: TextColumn, row: number): number {
  const { bytes } = column;
  const start = startOf(column, row);
  const length = lengthOf(column, row);
  out[at] = length & 255;
  out[at + 1] = (length >>> 8) & 255;
  out[at + 2] = (length >>> 16) & 255;
  out[at + 3] = length >>> 24;
  if (length < 48) for (let index = 0; index < length; index++) out[at + 4 + index] = bytes[start + index] ?? 0;
  else out.set(bytes.subarray(start, start + length), at + 4);
  return at + 4 + length;
}

function dictionaryIndices(dictionary: Dictionary): Buffer {
  const width = Math.max(1, 32 - Math.clz32(dictionary.size - 1));
  const groups = Math.ceil(dictionary.count / 8);
  const packed = Buffer.alloc(groups * width);
  let bit = 0;
  let at = 0;
  let held = 0;
  for (let cell = 0; cell < dictionary.count; cell++) {
    held |= (dictionary.indices[cell] ?? 0) << bit;
    bit += width;
    while (bit >= 8) {
      packed[at++] = held & 255;
      held >>>= 8;
      bit -= 8;
    }
  }
  if (bit > 0) packed[at] = held & 255;
  return Buffer.concat([Buffer.of(width), varint(groups * 2 + 1), packed]);
}
