import { groupBy } from "../base/index.ts";
import { descendantsOf, isA, isSchemaName, schemata } from "../model/index.ts";
import { boolean, closedContactTable, integer, nullable, rawSql, sql, text, type Sql } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** Contacts of a phone that are neither joined to a held party nor opened with a reason: they stay in the house. */
export const closedBystanders = (reader: Reader): Sql =>
  sql`select entity_id from (${closedContactTable({ bystander: reader.table("bystander"), cluster: reader.table("cluster") })})`;

const paymentSchemata = descendantsOf("Payment");

/** What says nothing but whom it leads to: messages, papers, and every edge but payments. */
const recordSchemata: readonly string[] = [
  ...descendantsOf("Message"),
  ...descendantsOf("Identification"),
  ...Object.keys(schemata).filter(
    (name) => isSchemaName(name) && schemata[name].edge !== null && !isA(name, "Payment"),
  ),
];

/**
 * The tables by which `isOpen` judges, to stand in the `with` of its query: closed_contact(entity_id), closed_record
 * and closed_payment(entity_id), which lead to one. `within` narrows the records and payments to those that are asked of.
 */
export const closedTables = (reader: Reader, within: Sql = sql`true`): Sql => sql`
  closed_contact as materialized (${closedBystanders(reader)}),
  leading_to_closed as materialized (
    select distinct entity_id, schema in (select unnest(${paymentSchemata})) as is_payment from ${reader.table("statement")}
    where prop_type = 'entity' and schema in (select unnest(${[...recordSchemata, ...paymentSchemata]}))
      and value in (select entity_id from closed_contact) and ${within}),
  closed_record as materialized (select entity_id from leading_to_closed where not is_payment),
  closed_payment as materialized (select entity_id from leading_to_closed where is_payment)`;

/**
 * Whether a statement `s` says something but closed contacts: it is not of one, does not lead to one, and is not of a
 * message, a paper or an edge that does. Of a payment that ends at one its amounts, days and other end are open, and its
 * words are not.
 */
export const isOpen: Sql = rawSql(`(
  s.entity_id not in (select entity_id from closed_contact)
  and not (s.prop_type = 'entity' and s.value in (select entity_id from closed_contact))
  and s.entity_id not in (select entity_id from closed_record)
  and not (s.prop_type = 'text' and s.entity_id in (select entity_id from closed_payment)))`);

/** dataset_no: the hand-overs of phones, as their entry, their files or their contacts say. */
export const phoneHandOvers = (reader: Reader): Sql => sql`
  select dataset_no from ${reader.table("dataset")} where marking->>'$.bystanders' = 'true'
  union select dataset_no from ${reader.table("file")} where form in ('vcard', 'contacts', 'messages')
  union select dataset_no from ${reader.table("bystander")}`;

/** Of canonical entities those that are closed contacts. */
export async function closedAmong(reader: Reader, canonicalIds: readonly string[]): Promise<readonly string[]> {
  if (canonicalIds.length === 0 || !(await hasPhone(reader))) return [];
  const rows = await reader.database.rows(
    sql`select distinct canonical_id as id from ${reader.table("cluster")}
      where canonical_id in (select unnest(${[...new Set(canonicalIds)]}::varchar[])) and entity_id in (${closedBystanders(reader)})
      order by canonical_id`,
    { id: text },
  );
  return rows.map((row) => row.id);
}

/**
 * What stands for each id in an answer that is shown or handed on: the id itself, and for a closed contact words without
 * it, numbered as they come, so that two stay two.
 */
export async function standInsOf(reader: Reader, canonicalIds: readonly string[]): Promise<(id: string) => string> {
  const closed = new Set(await closedAmong(reader, canonicalIds));
  const inOrder = [...new Set(canonicalIds)].filter((id) => closed.has(id));
  const standIns = new Map(inOrder.map((id, index) => [id, `contact ${index + 1} of a phone or mailbox, closed`]));
  return (id) => standIns.get(id) ?? id;
}

/** How many contacts an export leaves out. */
export const countClosedBystanders = async (reader: Reader): Promise<number> =>
  (await reader.database.row(sql`select count(*) as n from (${closedBystanders(reader)})`, { n: integer })).n;

/**
 * Besides `closedTables`: beside_closed(statement_id), whose original values are held back, since they may name a closed
 * contact: they stand in a cell with his own word, or in a cell that says more than an open payment which is told there.
 * `within` narrows the places.
 */
export const besideClosedTables = (reader: Reader, within: Sql = sql`true`): Sql => sql`
  ${closedTables(reader)},
  closed_cell as materialized (
    select file_no, part, row_no, coalesce(col_no, -1) as col_no, bool_or(s.entity_id in (select entity_id from closed_contact)) as is_own
    from ${reader.table("occurrence")} o join ${reader.table("statement")} s using (statement_id)
    where not ${isOpen} and ${within}
    group by file_no, part, row_no, coalesce(col_no, -1)),
  told as materialized (
    select distinct value from ${reader.table("statement")} s
    where s.prop = 'summary' and s.schema in (select unnest(${paymentSchemata})) and ${isOpen}),
  beside_closed as materialized (
    select distinct statement_id from ${reader.table("occurrence")} o
    join closed_cell c on c.file_no = o.file_no and c.part = o.part and c.row_no = o.row_no and c.col_no = coalesce(o.col_no, -1)
    join ${reader.table("statement")} s using (statement_id)
    where c.is_own or trim(s.original_value) not in (select value from told))`;

/** Of statements of phones those whose original values are held back. */
export async function besideClosed(reader: Reader, statementIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (statementIds.length === 0) return new Set();
  const wanted = sql`select unhex(id) from unnest(${statementIds}::varchar[]) as item(id)`;
  const within = sql`(o.file_no, o.part, o.row_no) in (
    select (file_no, part, row_no) from ${reader.table("occurrence")} where statement_id in (${wanted}))`;
  const rows = await reader.database.rows(
    sql`with ${besideClosedTables(reader, within)}
      select hex(statement_id) as id from beside_closed where statement_id in (${wanted}) order by statement_id`,
    { id: text },
  );
  return new Set(rows.map((row) => row.id.toLowerCase()));
}

/** What closed contacts hide of a part: the rows that they stand in, and which cells of these say nothing else. */
export interface ClosedPlaces {
  readonly rows: ReadonlySet<number>;
  isCellClosed(row: number, column: number | null): boolean;
  /** Whether a cell is nothing but a note of a phone's file: nobody knows whom it names. */
  isNote(row: number, column: number): boolean;
}

const nothingClosed: ClosedPlaces = { rows: new Set(), isCellClosed: () => false, isNote: () => false };

/** The rows of a part, of those asked for, in which a closed contact stands; at once where the file is of no phone. */
export async function closedPlaces(
  reader: Reader,
  { fileNo, part, rowNos }: { readonly fileNo: number; readonly part: number; readonly rowNos: readonly number[] },
): Promise<ClosedPlaces> {
  if (!(await isOfPhone(reader, fileNo))) return nothingClosed;
  const cells = await reader.database.rows(
    sql`
    with place as materialized (
      select distinct row_no, col_no, statement_id from ${reader.table("occurrence")}
      where file_no = ${fileNo} and part = ${part} and row_no in (select unnest(${[...new Set(rowNos)]}::bigint[]))),
    said as materialized (select p.row_no, p.col_no, s.* from place p join ${reader.table("statement")} s using (statement_id)),
    ${closedTables(reader, sql`entity_id in (select entity_id from said)`)}
    select row_no as "row", col_no as "column", bool_or(s.entity_id in (select entity_id from closed_contact)) as "isOfContact",
      bool_or(not ${isOpen}) as "isTouched", bool_and(not ${isOpen}) as "isClosed",
      bool_and(s.schema in ('Document', 'Table', 'Workbook')) as "isNote"
    from said s group by row_no, col_no order by row_no, col_no`,
    {
      row: integer,
      column: nullable(integer),
      isOfContact: boolean,
      isTouched: boolean,
      isClosed: boolean,
      isNote: boolean,
    },
  );
  const byRow = groupBy(cells, ({ row }) => row);
  const rows = new Set(cells.filter((cell) => cell.isTouched).map(({ row }) => row));
  return {
    rows,
    // A contact's own word closes its cell, whatever else stands there: all lines of a card stand in one cell.
    isCellClosed: (row, column) =>
      rows.has(row) &&
      (column === null ||
        (byRow.get(row) ?? []).some((cell) => cell.column === column && cell.isOfContact) ||
        (byRow.get(row) ?? []).every((cell) => cell.column !== column || cell.isClosed)),
    isNote: (row, column) => (byRow.get(row) ?? []).some((cell) => cell.column === column && cell.isNote),
  };
}

/** Whether a phone was handed over. Asked first: a large case without one answers nothing else. */
export const hasPhone = async (reader: Reader): Promise<boolean> =>
  (await reader.database.row(sql`select count(*) as n from (${phoneHandOvers(reader)})`, { n: integer })).n > 0;

const isOfPhone = async (reader: Reader, fileNo: number): Promise<boolean> =>
  (
    await reader.database.row(
      sql`select count(*) as n from ${reader.table("file")} where file_no = ${fileNo} and dataset_no in (${phoneHandOvers(reader)})`,
      { n: integer },
    )
  ).n > 0;
