import { groupBy } from "../base/index.ts";
import { boolean, integer, nullable, sql, type Sql } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** Contacts of a phone that are neither joined to a held party nor opened with a reason: they stay in the house. */
export const closedBystanders = (reader: Reader): Sql => sql`
  select b.entity_id from ${reader.table("bystander")} b join ${reader.table("cluster")} c using (entity_id)
  where not exists (
      select 1 from ${reader.table("cluster")} o where o.canonical_id = c.canonical_id
        and o.entity_id not in (select entity_id from ${reader.table("bystander")}))`;

/**
 * Whether a statement `s` says something but closed contacts: it is not of one, does not refer to one, and is not of a
 * message that one wrote or received (a payment told in a message is a record of its own).
 */
export const isOpen = (reader: Reader): Sql => sql`(
  s.entity_id not in (${closedBystanders(reader)})
  and not (s.prop_type = 'entity' and s.value in (${closedBystanders(reader)}))
  and s.entity_id not in (
    select entity_id from ${reader.table("statement")}
    where schema = 'Message' and prop in ('sender', 'recipients') and value in (${closedBystanders(reader)})))`;

/** How many contacts an export leaves out. */
export const countClosedBystanders = async (reader: Reader): Promise<number> =>
  (await reader.database.row(sql`select count(*) as n from (${closedBystanders(reader)})`, { n: integer })).n;

/** What closed contacts hide of a part: the rows that they stand in, and which cells of these say nothing but them. */
export interface ClosedPlaces {
  readonly rows: ReadonlySet<number>;
  isCellClosed(row: number, column: number | null): boolean;
}

/** The rows of a part, of those asked for, in which a closed contact stands. */
export async function closedPlaces(
  reader: Reader,
  { fileNo, part, rowNos }: { readonly fileNo: number; readonly part: number; readonly rowNos: readonly number[] },
): Promise<ClosedPlaces> {
  const cells = await reader.database.rows(
    sql`
    select row_no as "row", col_no as "column", bool_or(s.entity_id in (${closedBystanders(reader)})) as "isTouched", not bool_or(${isOpen(reader)}) as "isClosed"
    from ${reader.table("occurrence")} join ${reader.table("statement")} s using (statement_id)
    where file_no = ${fileNo} and part = ${part} and row_no in (select unnest(${[...new Set(rowNos)]}::bigint[]))
    group by row_no, col_no order by row_no, col_no`,
    { row: integer, column: nullable(integer), isTouched: boolean, isClosed: boolean },
  );
  const byRow = groupBy(cells, ({ row }) => row);
  const isTouched = (row: number): boolean => (byRow.get(row) ?? []).some((cell) => cell.isTouched);
  return {
    rows: new Set([...byRow.keys()].filter(isTouched)),
    isCellClosed: (row, column) =>
      isTouched(row) && (byRow.get(row) ?? []).every((cell) => cell.column !== column || cell.isClosed),
  };
}
