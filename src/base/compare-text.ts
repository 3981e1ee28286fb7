/** Orders two strings by their UTF-8 bytes, as DuckDB's default collation does; negative, zero or positive. */
export function compareText(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left, "utf8"), Buffer.from(right, "utf8"));
}
