import { closeSync, openSync, readSync } from "node:fs";

import { scoreEncodings } from "../../detect/index.ts";
import type { ReadContext } from "../read-context.ts";

interface Field {
  readonly name: Buffer;
  readonly type: string;
  readonly length: number;
}

// The header's language byte (dBase and FoxPro); others are found out from the text itself.
const encodingByLanguage = new Map([
  [0x01, "ibm866"],
  [0x03, "windows-1252"],
  [0x26, "ibm866"],
  [0x57, "windows-1252"],
  [0x65, "ibm866"],
  [0x4d, "gb18030"],
  [0x4e, "euc-kr"],
  [0x4f, "big5"],
  [0x7b, "shift_jis"],
  [0x7a, "gb18030"],
  [0x79, "euc-kr"],
  [0x78, "big5"],
  [0xc9, "windows-1251"],
]);
const deletedMark = 42;
const headerBytesMax = 65_535;

/** Reads a dBase table; rows marked as deleted are staged as hidden ones. */
export function readDbf(context: ReadContext): void {
  const descriptor = openSync(context.path, "r");
  try {
    new DbfReader(context, descriptor).read();
  } finally {
    closeSync(descriptor);
  }
}

class DbfReader {
  private readonly context: ReadContext;
  private readonly descriptor: number;

  constructor(context: ReadContext, descriptor: number) {
    this.context = context;
    this.descriptor = descriptor;
  }

  read(): void {
    const header = this.bytes(0, headerBytesMax);
    const [declared, headerBytes, recordBytes] = [
      header.readUInt32LE(4),
      header.readUInt16LE(8),
      header.readUInt16LE(10),
    ];
    const fields = readFields(header.subarray(0, headerBytes));
    const available = Math.max(0, Math.floor((this.context.report.head.bytes - headerBytes) / recordBytes));
    const sample = Buffer.concat([...fields.map((field) => field.name), this.bytes(headerBytes, 65_536)]);
    const encoding = encodingByLanguage.get(header[29] ?? 0) ?? scoreEncodings(sample);
    const decoder = new TextDecoder(encoding);
    this.context.report.setEncoding(encoding);
    const part = this.context.report.openPart({ name: "table", hasPlaces: true });
    for (let row = 0; row < Math.min(declared, available); row++) {
      const byteFrom = headerBytes + row * recordBytes;
      const record = this.bytes(byteFrom, recordBytes);
      let at = 1;
      for (const [column, field] of fields.entries()) {
        part.writer.text(column, fieldText(record.subarray(at, at + field.length), field, decoder));
        at += field.length;
      }
      part.writer.endRow({
        rowNo: row + 1,
        byteFrom,
        byteTo: byteFrom + recordBytes,
        isHidden: record[0] === deletedMark,
      });
      this.context.progress.tick(byteFrom, row);
    }
    const rowsLost = Math.max(0, declared - available);
    if (rowsLost > 0)
      part.fault({
        kind: "damaged",
        rowNo: available + 1,
        rowsLost,
        text: `The file ends after ${available} of the ${declared} rows that it declares.`,
      });
    const columnNames = fields.map((field) => decoder.decode(field.name));
    part.close({ rowsPresent: declared, columnNames, columnCount: columnNames.length });
  }

  private bytes(offset: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(this.descriptor, bytes, 0, length, offset));
  }
}

function readFields(header: Buffer): Field[] {
  const fields: Field[] = [];
  for (let at = 32; at + 32 <= header.length && header[at] !== 0x0d; at += 32) {
    const name = header.subarray(at, at + 11);
    const end = name.indexOf(0);
    const length = header[at + 16] ?? 0;
    fields.push({
      name: Buffer.from(end < 0 ? name : name.subarray(0, end)),
      type: String.fromCharCode(header[at + 11] ?? 0),
      length,
    });
  }
  return fields;
}

function fieldText(bytes: Buffer, field: Field, decoder: InstanceType<typeof TextDecoder>): string {
  if (field.type === "I" && bytes.length === 4) return String(bytes.readInt32LE());
  if ((field.type === "B" || field.type === "O") && bytes.length === 8) return String(bytes.readDoubleLE());
  const text = decoder.decode(bytes).replaceAll("\0", "").trim();
  const date = field.type === "D" ? /^(\d{4})(\d{2})(\d{2})$/u.exec(text) : null;
  return date ? `${date[1]}-${date[2]}-${date[3]}` : text;
}
