const versions = new Set([0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x7b, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb]);

const fieldTypes = "CNDLFMIBOTYGPQVWX@+0";

/** Whether a file is a dBase table: a version, a date, and a first field whose name, type and length fit the header. */
export function isDbf(head: Buffer): boolean {
  if (head.length < 65 || !versions.has(head[0] ?? 0)) return false;
  const [month = 0, day = 0] = [head[2], head[3]];
  const isDate = month <= 12 && day <= 31;
  const [headerBytes, recordBytes] = [head.readUInt16LE(8), head.readUInt16LE(10)];
  const isField = fieldTypes.includes(String.fromCharCode(head[43] ?? 0)) && head[32] !== 0 && head[42] === 0;
  return isDate && isField && headerBytes >= 65 && recordBytes > (head[48] ?? 0);
}
