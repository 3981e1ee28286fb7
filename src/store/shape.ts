import { assert, at } from "../base/index.ts";

/** Reads one value of a result column into its type; a value of another type is a bug and throws. */
type Reader<Value> = (value: unknown) => Value;

/** The columns that are read from a result, each with its reader. */
export type Shape = Readonly<Record<string, Reader<unknown>>>;

/** One row of a result under a shape. */
export type Row<Columns extends Shape> = { readonly [Name in keyof Columns]: ReturnType<Columns[Name]> };

const refuse = (value: unknown, wanted: string): never => {
  throw new Error(`A column holds ${typeof value} "${String(value)}" where ${wanted} was expected`);
};

/** Text. */
export const text: Reader<string> = (value) => (typeof value === "string" ? value : refuse(value, "text"));

/** A whole number within 2^53; 64-bit and 128-bit columns are read too when their value fits. */
export const integer: Reader<number> = (value) => {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return Number(value);
  return refuse(value, "an integer within 2^53");
};

/** A whole number of any size. */
export const bigInteger: Reader<bigint> = (value) =>
  typeof value === "bigint" ? value : typeof value === "number" ? BigInt(value) : refuse(value, "an integer");

/** True or false. */
export const boolean: Reader<boolean> = (value) =>
  typeof value === "boolean" ? value : refuse(value, "true or false");

/** Bytes as lower-case hex. */
export const hex: Reader<string> = (value) =>
  value instanceof Uint8Array ? Buffer.from(value).toString("hex") : refuse(value, "bytes");

/** A list of texts. */
export const textList: Reader<readonly string[]> = (value) =>
  Array.isArray(value) ? value.map((item) => text(item)) : refuse(value, "a list of texts");

/** A list of whole numbers. */
export const integerList: Reader<readonly number[]> = (value) =>
  Array.isArray(value) ? value.map((item) => integer(item)) : refuse(value, "a list of integers");

/** A list of rows (a DuckDB list of structs), each read under a shape. */
export const listOf =
  <Columns extends Shape>(columns: Columns): Reader<readonly Row<Columns>[]> =>
  (value) =>
    Array.isArray(value) ? value.map((item) => readRow(columns, item)) : refuse(value, "a list");

/** The same, or null. */
export const nullable =
  <Value>(reader: Reader<Value>): Reader<Value | null> =>
  (value) =>
    value === null || value === undefined ? null : reader(value);

/** Reads one result row under a shape. */
export function readRow<Columns extends Shape>(columns: Columns, row: unknown): Row<Columns> {
  assert(row !== null && typeof row === "object", "a result row is an object");
  const source = new Map(Object.entries(row));
  const read = Object.entries(columns).map(([name, reader]) => [name, reader(source.get(name))]);
  return Object.fromEntries(read) as Row<Columns>;
}

/** Reads the rows of a chunk, given column by column, under a shape. */
export function readRows<Columns extends Shape>(
  columns: Columns,
  count: number,
  valuesOf: (name: string) => readonly unknown[],
): Row<Columns>[] {
  const rows: Record<string, unknown>[] = Array.from({ length: count }, () => ({}));
  for (const [name, reader] of Object.entries(columns)) {
    const values = valuesOf(name);
    for (let row = 0; row < count; row += 1) at(rows, row)[name] = reader(values[row]);
  }
  return rows as Row<Columns>[];
}
