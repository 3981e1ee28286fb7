import { assert } from "../base/index.ts";

/** A value that a query binds. Blobs are bytes; dates and timestamps are bound as ISO text and cast in SQL. */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array | readonly string[] | readonly number[];

/** A query or a piece of one: text with `$1`-less gaps, its bound values in order. */
export interface Sql {
  readonly pieces: readonly string[];
  readonly values: readonly SqlValue[];
}

/** A table or view that a query reads or writes: schema and name, both escaped when they are put in. */
export interface TableName {
  readonly schema: string;
  readonly table: string;
}

/** A column name that is not known when the query is written. */
interface Identifier {
  readonly identifier: string;
}

type Part = Sql | TableName | Identifier | SqlValue;

/** Writes a query: tables and identifiers are escaped, pieces of SQL are put in, everything else is bound. */
export function sql(texts: TemplateStringsArray, ...parts: readonly Part[]): Sql {
  const pieces = [texts[0] ?? ""];
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    addPart(pieces, values, part);
    addText(pieces, texts[index + 1] ?? "");
  });
  return { pieces, values };
}

/** A column or alias that is known only at run time. */
export const identifier = (name: string): Identifier => ({ identifier: name });

/** Text that stands in the query as it is. Only for words of the program: never for material. */
export const rawSql = (text: string): Sql => ({ pieces: [text], values: [] });

/** A text as an SQL literal: for words that would otherwise be bound hundreds of times or where the engine binds none. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Joins pieces with a separator that is a word of the program, such as ", " or " union all ". */
export function joinSql(items: readonly Sql[], separator: string): Sql {
  const pieces = [""];
  const values: SqlValue[] = [];
  items.forEach((item, index) => {
    if (index > 0) addText(pieces, separator);
    addPart(pieces, values, item);
  });
  return { pieces, values };
}

/** The text with numbered parameters, as the engine takes it. */
export const sqlText = (query: Sql): string =>
  query.pieces.map((piece, index) => (index === 0 ? piece : `$${index}${piece}`)).join("");

/** Names a table. */
export const tableName = (schema: string, table: string): TableName => ({ schema, table });

function addPart(pieces: string[], values: SqlValue[], part: Part): void {
  if (isSql(part)) {
    part.pieces.forEach((piece, index) => {
      if (index === 0) addText(pieces, piece);
      else pushValue(pieces, values, part.values[index - 1] ?? null, piece);
    });
  } else if (isTable(part)) addText(pieces, `${quote(part.schema)}.${quote(part.table)}`);
  else if (isIdentifier(part)) addText(pieces, quote(part.identifier));
  else pushValue(pieces, values, part, "");
}

function pushValue(pieces: string[], values: SqlValue[], value: SqlValue, after: string): void {
  pieces.push(after);
  values.push(value);
}

function addText(pieces: string[], text: string): void {
  pieces[pieces.length - 1] += text;
}

const isObject = (part: Part): part is Sql | TableName | Identifier =>
  part !== null && typeof part === "object" && !Array.isArray(part) && !(part instanceof Uint8Array);
const isSql = (part: Part): part is Sql => isObject(part) && "pieces" in part;
const isTable = (part: Part): part is TableName => isObject(part) && "table" in part;
const isIdentifier = (part: Part): part is Identifier => isObject(part) && "identifier" in part;

function quote(name: string): string {
  assert(name.length > 0 && !name.includes("\0"), `"${name}" is an identifier`);
  return `"${name.replaceAll('"', '""')}"`;
}
