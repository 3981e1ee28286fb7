import { deflate } from "./deflate.ts";

export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Zips entries in their order, with one fixed date: the same entries give the same bytes. */
export const zip = (entries: readonly Entry[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflate(bytes);
    const header = headerOf({ name, size: bytes.length, packedSize: packed.length, crc: crc32(bytes) });
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), header, Buffer.from(name)]);
    directory.push(centralOf(header, name, offset));
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endOf(entries.length, central.length, offset)]);
};

/** Reads back a zip whose entries are stored without compression, as the workbook writer gives it. */
export const unzipStored = (archive: Uint8Array): Entry[] => {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries: Entry[] = [];
  let at = 0;
  while (view.readUInt32LE(at) === 0x04034b50) {
    const [method, size, nameLength, extraLength] = [
      view.readUInt16LE(at + 8),
      view.readUInt32LE(at + 18),
      view.readUInt16LE(at + 26),
      view.readUInt16LE(at + 28),
    ];
    if (method !== 0) throw new Error(`entry at ${at} is compressed by method ${method}; stored entries only`);
    const start = at + 30 + nameLength + extraLength;
    entries.push({
      name: view.toString("utf8", at + 30, at + 30 + nameLength),
      bytes: view.subarray(start, start + size),
    });
    at = start + size;
  }
  return entries.toSorted((left, right) => rank(left.name) - rank(right.name));
};

const rank = (name: string): number => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);

interface Header {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
}

/** UTF-8 name, deflate, 2019-03-01 12:00. */
const headerOf = ({ name, size, packedSize, crc }: Header): Buffer => {
  const header = Buffer.alloc(24);
  header.writeUInt16LE(0x0800, 0);
  header.writeUInt16LE(8, 2);
  header.writeUInt16LE(12 << 11, 4);
  header.writeUInt16LE(((2019 - 1980) << 9) | (3 << 5) | 1, 6);
  header.writeUInt32LE(crc, 8);
  header.writeUInt32LE(packedSize, 12);
  header.writeUInt32LE(size, 16);
  header.writeUInt16LE(Buffer.byteLength(name), 20);
  return header;
};

const centralOf = (header: Buffer, name: string, offset: number): Uint8Array => {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]), header, tail, Buffer.from(name)]);
};

const endOf = (count: number, size: number, offset: number): Uint8Array => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};
