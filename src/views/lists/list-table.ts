import { bad, good, type Result } from "../../base/index.ts";
import { identifier, integer, rawSql, sql, text, type Sql } from "../../store/index.ts";
import { conditionOf, type FilterChip, type FilterKey, type Filterable } from "../filter/index.ts";
import { nearestWord } from "../filter/nearest.ts";
import type { ListContext } from "./list.ts";
import { lists, type ListName, type RowOf } from "./lists.ts";

/** The table of one list as it was made for one run, with the keys that it can be asked by. */
export type ListTable<Name extends ListName = ListName> = { [Each in Name]: TableOf<Each> }[Name];

interface TableOf<Name extends ListName> extends Filterable {
  readonly name: Name;
  readonly context: ListContext;
  /** Rows of the whole list. */
  readonly total: number;
}

/** Makes a list's table. */
export const makeListTable = (name: ListName, context: ListContext): Promise<void> => lists[name].make(context);

/** Lets the rows of a list's table be found by their numbers without a walk through it. */
export async function indexRows({ reader, table }: Pick<ListContext, "reader" | "table">): Promise<void> {
  await reader.database.run(
    sql`create unique index if not exists ${identifier(`${table.table}_row`)} on ${table} (row_no)`,
  );
}

/** A list whose table is made, with the values that its filter takes. */
export async function readListTable(name: ListName, context: ListContext): Promise<ListTable> {
  const list = lists[name];
  const { total } = await context.reader.database.row(sql`select count(*) as total from ${context.table}`, {
    total: integer,
  });
  return { name, context, total, keys: await list.keys(context), fold: sql`fold`, plural: list.plural };
}

/** The order of a list's own table. */
export const ownOrder: Sql = sql`row_no`;

/** An order of the rows, ending in `row_no`; refuses a sort that the list has not, with the nearest that it has. */
export function orderOf(name: ListName, sort: string | undefined): Result<Sql, string> {
  if (sort === undefined || sort === "") return good(ownOrder);
  const key = sort.replace(/^-/u, "");
  const sorts = lists[name].sorts;
  const found = sorts.find((each) => each.key === key);
  if (found) return good(sql`${found.column} ${sort.startsWith("-") ? sql`desc` : sql`asc`} nulls last, row_no`);
  const names = sorts.map((each) => each.key);
  const near = nearestWord(key, names);
  return bad(
    `sort is "${sort}"; ${near === undefined ? "" : `did you mean "${near}"? `}${name} are sorted by ${names.join(", ")}, with "-" before it for the largest first`,
  );
}

/** How many rows some terms leave. */
export async function countRows(
  { context: { reader, table } }: ListTable,
  chips: readonly FilterChip[],
): Promise<number> {
  const { count } = await reader.database.row(sql`select count(*) as count from ${table} where ${conditionOf(chips)}`, {
    count: integer,
  });
  return count;
}

/** The numbers of the first rows under some terms and an order. */
export async function firstNumbers(
  { context: { reader, table } }: ListTable,
  asked: { readonly chips: readonly FilterChip[]; readonly order: Sql; readonly limit: number },
): Promise<number[]> {
  const rows = await reader.database.rows(
    sql`select row_no as no from ${table} where ${conditionOf(asked.chips)} order by ${asked.order} limit ${asked.limit}`,
    { no: integer },
  );
  return rows.map(({ no }) => no);
}

/** The numbers of all rows under some terms, in an order: 4 bytes each. */
export async function rowNumbers(
  { context: { reader, table } }: ListTable,
  { chips, order, count }: { readonly chips: readonly FilterChip[]; readonly order: Sql; readonly count: number },
): Promise<Uint32Array> {
  const numbers = new Uint32Array(count);
  let at = 0;
  const query = sql`select row_no from ${table} where ${conditionOf(chips)} order by ${order}`;
  for await (const chunk of reader.database.column(query, integer)) {
    numbers.set(chunk, at);
    at += chunk.length;
  }
  return numbers;
}

/** The rows of these numbers, in this order. */
export async function rowsAt<Name extends ListName>(
  { name, context }: ListTable<Name>,
  numbers: readonly number[],
): Promise<RowOf<Name>[]> {
  if (numbers.length === 0) return [];
  const sorted = numbers.toSorted((left, right) => left - right);
  const rows = await rowsOf(name, context, sql`where ${amongNumbers(sorted)} order by row_no`);
  const byNumber = new Map(sorted.map((number, index) => [number, rows[index]]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** Rows that follow one another are a range; others stand in the query as they are, since the engine looks nothing bound up in an index. */
const amongNumbers = (sorted: readonly number[]): Sql => {
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  return last - first + 1 === sorted.length
    ? sql`row_no between ${first} and ${last}`
    : sql`row_no in (${rawSql(sorted.map(Number).join(", "))})`;
};

/** The ids of the rows of these numbers, in this order. */
export async function idsAt({ context: { reader, table } }: ListTable, numbers: readonly number[]): Promise<string[]> {
  const rows = await reader.database.rows(
    sql`select row_no as no, id from ${table} where row_no in (select unnest(${numbers}::uinteger[])) order by row_no`,
    { no: integer, id: text },
  );
  const ids = new Map(rows.map(({ no, id }) => [no, id]));
  return numbers.flatMap((number) => ids.get(number) ?? []);
}

/** The number of the row with an id; undefined: the list has none. */
export async function numberOf({ context: { reader, table } }: ListTable, id: string): Promise<number | undefined> {
  const [row] = await reader.database.rows(sql`select row_no as no from ${table} where id = ${id} order by row_no`, {
    no: integer,
  });
  return row?.no;
}

/** How many rows of a later table the same terms find that the earlier one did not hold under them. */
export async function countNewer(
  earlier: { readonly table: ListTable; readonly chips: readonly FilterChip[] },
  later: { readonly table: ListTable; readonly chips: readonly FilterChip[] },
): Promise<number> {
  const { count } = await later.table.context.reader.database.row(
    sql`select count(*) as count from ${later.table.context.table} where ${conditionOf(later.chips)} and id not in (
      select id from ${earlier.table.context.table} where ${conditionOf(earlier.chips)})`,
    { count: integer },
  );
  return count;
}

/** Rows of a list by its name: each list reads its own. */
const rowsOf = <Name extends ListName>(name: Name, context: ListContext, rest: Sql): Promise<RowOf<Name>[]> =>
  (lists[name].rows as (context: ListContext, rest: Sql) => Promise<RowOf<Name>[]>)(context, rest);

export const keysForFacets = ({
  name,
  keys,
}: ListTable): (FilterKey & { readonly kind: "choice" | "member" | "count" })[] =>
  lists[name].facets.flatMap((facet) =>
    keys.flatMap((key) =>
      key.key === facet && (key.kind === "choice" || key.kind === "member" || key.kind === "count") ? [key] : [],
    ),
  );
