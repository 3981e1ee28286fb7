const versions = new Set([0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x7b, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb]);

/** Whether a file is a dBase table: a version, a date, and a header whose length fits its field descriptions. */
export function isDbf(head: Buffer, name: string): boolean {
  if (head.length < 65 || !versions.has(head[0] ?? 0)) return false;
  const headerBytes = head.readUInt16LE(8);
  const recordBytes = head.readUInt16LE(10);
  const isDate = (head[2] ?? 0) <= 12 && (head[3] ?? 0) <= 31;
  return isDate && recordBytes > 1 && headerBytes >= 65 && (headerBytes % 32 <= 2 || /\.dbf$/iu.test(name));
}
