/** A database with its write-ahead log merged into a copy, and how many pages of it came from the log. */
export interface MergedDatabase {
  readonly bytes: Buffer;
  readonly pages: number;
}

const headerBytes = 32;
const frameHeaderBytes = 24;

/** Whether a file is a write-ahead log of SQLite. */
export const isWal = (head: Buffer): boolean =>
  head.length >= headerBytes && (head.readUInt32BE(0) & 0xfffffffe) === 0x377f0682;

/**
 * Merges a write-ahead log into a copy of its database: the frames up to the last whole commit whose checksums fit
 * (https://www.sqlite.org/fileformat2.html#walformat). Neither file is touched.
 */
export function mergeWal(database: Buffer, wal: Buffer): MergedDatabase {
  const frames = committedFrames(wal);
  const pageBytes = wal.length >= headerBytes ? wal.readUInt32BE(8) : 0;
  const last = frames.at(-1);
  const size = Math.max(database.length, last ? last.pagesAfter * pageBytes : 0);
  const bytes = Buffer.alloc(size);
  database.copy(bytes);
  for (const { page, at } of frames) wal.copy(bytes, (page - 1) * pageBytes, at, at + pageBytes);
  markRollback(bytes);
  return {
    bytes: last ? bytes.subarray(0, last.pagesAfter * pageBytes) : bytes,
    pages: new Set(frames.map(({ page }) => page)).size,
  };
}

// A database in WAL mode says so in its header, and is then not opened from memory; a copy without a log is in the other mode.
export function markRollback(database: Buffer): void {
  if (database.length < 20) return;
  database[18] = 1;
  database[19] = 1;
}

interface Frame {
  readonly page: number;
  readonly at: number;
  readonly pagesAfter: number;
}

function committedFrames(wal: Buffer): Frame[] {
  if (!isWal(wal)) return [];
  const pageBytes = wal.readUInt32BE(8);
  if (pageBytes < 512 || pageBytes > 65_536 || (pageBytes & (pageBytes - 1)) !== 0) return [];
  const isBigEndian = (wal.readUInt32BE(0) & 1) === 1;
  const frames: Frame[] = [];
  let committed = 0;
  let sums: [number, number] = checksum(wal.subarray(0, 24), [0, 0], isBigEndian);
  for (let at = headerBytes; at + frameHeaderBytes + pageBytes <= wal.length; at += frameHeaderBytes + pageBytes) {
    const isOfThisLog = wal.compare(wal, 16, 24, at + 8, at + 16) === 0;
    sums = checksum(wal.subarray(at, at + 8), sums, isBigEndian);
    sums = checksum(wal.subarray(at + frameHeaderBytes, at + frameHeaderBytes + pageBytes), sums, isBigEndian);
    const isWhole = sums[0] === wal.readUInt32BE(at + 16) && sums[1] === wal.readUInt32BE(at + 20);
    if (!isOfThisLog || !isWhole) break;
    const pagesAfter = wal.readUInt32BE(at + 4);
    frames.push({ page: wal.readUInt32BE(at), at: at + frameHeaderBytes, pagesAfter });
    if (pagesAfter > 0) committed = frames.length;
  }
  return frames.slice(0, committed).filter(({ page }) => page > 0);
}

function checksum(bytes: Buffer, before: readonly [number, number], isBigEndian: boolean): [number, number] {
  let [first, second] = before;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const left = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const right = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    first = (first + left + second) >>> 0;
    second = (second + right + first) >>> 0;
  }
  return [first, second];
}
