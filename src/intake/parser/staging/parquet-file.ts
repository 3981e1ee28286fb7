import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";

import type { StagedChunk } from "../staged.ts";
import type { ColumnPages } from "./parquet-pages.ts";
import { int32, int64, list, struct, text, thriftBytes, type ThriftStruct, type ThriftValue } from "./thrift.ts";

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: "bigint" | "integer" | "boolean" | "text";
  readonly isOptional: boolean;
}

const physicalTypes = { boolean: 0, integer: 1, bigint: 2, text: 6 } as const;
const pieceBytes = 512 * 1024;
const magic = Buffer.from("PAR1", "latin1");

/**
 * One Parquet file with one row group, uncompressed (format: https://parquet.apache.org/docs/file-format/). Columns are
 * appended one after the other; `finish` writes the footer and returns the file's name, hash and rows. Two files with
 * the same cells have the same bytes.
 */
export class ParquetFile {
  private readonly columns: {
    column: ParquetColumn;
    pages: Omit<ColumnPages, "bytes">;
    size: number;
    offset: number;
  }[] = [];
  private readonly hash: Hash = createHash("sha256");
  private readonly descriptor: number;
  private offset = 0;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private readonly place: { path: string; name: string };
  readonly rows: number;

  constructor(place: { path: string; name: string }, rows: number) {
    this.place = place;
    this.rows = rows;
    this.descriptor = openSync(place.path, "wx", 0o600);
    this.write(magic);
  }

  append(column: ParquetColumn, pages: ColumnPages): void {
    const { values, dataOffset, encodings } = pages;
    this.columns.push({
      column,
      pages: { values, dataOffset, encodings },
      size: pages.bytes.length,
      offset: this.offset,
    });
    this.write(pages.bytes);
  }

  finish(): StagedChunk {
    const footer = thriftBytes(this.metadata());
    const size = Buffer.alloc(4);
    size.writeUInt32LE(footer.length);
    this.write(Buffer.concat([footer, size, magic]));
    this.flush();
    closeSync(this.descriptor);
    return { file: this.place.name, sha256: this.hash.digest("hex"), rows: this.rows };
  }

  private write(bytes: Buffer): void {
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    this.offset += bytes.length;
    if (this.pendingBytes >= pieceBytes) this.flush();
  }

  private flush(): void {
    const bytes = this.pending.length === 1 && this.pending[0] ? this.pending[0] : Buffer.concat(this.pending);
    this.hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.descriptor, bytes, at);
    this.pending = [];
    this.pendingBytes = 0;
  }

  private metadata(): ThriftStruct {
    const total = this.columns.reduce((sum, column) => sum + column.size, 0);
    const root = struct([4, text("staged")], [5, int32(this.columns.length)]);
    const group = struct(
      [1, list(this.columns.map((column) => columnChunk(column)))],
      [2, int64(total)],
      [3, int64(this.rows)],
    );
    return struct(
      [1, int32(1)],
      [2, list([root, ...this.columns.map(({ column }) => schemaElement(column))])],
      [3, int64(this.rows)],
      [4, list([group])],
      [6, text("windfall")],
    );
  }
}

function schemaElement(column: ParquetColumn): ThriftStruct {
  const fields: (readonly [number, ThriftValue])[] = [
    [1, int32(physicalTypes[column.type])],
    [3, int32(column.isOptional ? 1 : 0)],
    [4, text(column.name)],
  ];
  if (column.type === "text") fields.push([6, int32(0)], [10, struct([1, struct()])]);
  return struct(...fields);
}

function columnChunk(of: {
  column: ParquetColumn;
  pages: Omit<ColumnPages, "bytes">;
  size: number;
  offset: number;
}): ThriftStruct {
  const fields: (readonly [number, ThriftValue])[] = [
    [1, int32(physicalTypes[of.column.type])],
    [2, list(of.pages.encodings.map(int32))],
    [3, list([text(of.column.name)])],
    [4, int32(0)],
    [5, int64(of.pages.values)],
    [6, int64(of.size)],
    [7, int64(of.size)],
    [9, int64(of.offset + of.pages.dataOffset)],
  ];
  if (of.pages.dataOffset > 0) fields.push([11, int64(of.offset)]);
  return struct([2, int64(of.offset)], [3, struct(...fields)]);
}
