import { boolean, integer, nullable, sql, statementId, text } from "../store/index.ts";
import { closedTables, isOpen } from "./closed-contacts.ts";
import { guardedWords } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

/** The values that were recorded from some rows of a part, what says something of a closed contact left out, of people in flight told in countries and months. */
export const valuesOnRows = (
  reader: Reader,
  at: { readonly fileNo: number; readonly part: number; readonly from: number; readonly to: number },
) =>
  reader.database.rows(
    sql`
    with place as materialized (
      select distinct row_no, col_no, statement_id from ${reader.table("occurrence")}
      where file_no = ${at.fileNo} and part = ${at.part} and row_no between ${at.from} and ${at.to}),
    said as materialized (
      select p.row_no, p.col_no, s.* from place p join ${reader.table("statement")} s using (statement_id)
      where s.schema not in ('Document', 'Table', 'Workbook')),
    ${closedTables(reader, sql`entity_id in (select entity_id from said)`)}
    select s.row_no as "row", s.col_no as "column", s.statement_id as "statementId", min(c.canonical_id) as "canonicalId",
      min(s.schema::varchar) as schema, min(s.prop::varchar) as prop, min(coalesce(g.words, s.value)) as value,
      min(s.prop_type::varchar) = 'entity' as "isEntity"
    from said s left join ${guardedWords(reader)} g on g.text = s.value left join ${reader.table("cluster")} c using (entity_id)
    where ${isOpen}
    group by s.row_no, s.col_no, s.statement_id
    order by s.row_no, s.col_no nulls first, prop, value, s.statement_id`,
    {
      row: integer,
      column: nullable(integer),
      statementId,
      canonicalId: nullable(text),
      schema: text,
      prop: text,
      value: text,
      isEntity: boolean,
    },
  );
