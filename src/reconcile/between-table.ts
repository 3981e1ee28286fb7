import { descendantsOf } from "../model/index.ts";
import { sql, type Sql, type TableName } from "../store/index.ts";

const paymentSchemata = descendantsOf("Payment");
const rowsMin = 20;
const inOrderPercent = 95;
const spanMaxDays = 7;

/**
 * between(no, day_from, day_to): the payments without a date that stand between two dated ones, at most a week apart, in
 * a table whose rows run by date: the row before and the row behind tell when they were.
 */
export const betweenTable = (tables: {
  readonly statement: TableName;
  readonly occurrence: TableName;
  readonly said: TableName;
}): Sql => sql`
  with book as (
    select * from ${tables.said}
    where dataset_no in (select dataset_no from ${tables.said} where day_from is null and month is null)),
  first_said as (
    select entity_id, min(statement_id) as statement_id from ${tables.statement}
    where prop in ('payer', 'beneficiary', 'amount') and schema in (select unnest(${paymentSchemata}))
      and entity_id in (select entity_id from book)
    group by entity_id),
  placed as (
    select book.no, day_from, month, min(struct_pack(file_no := file_no, part := part, row_no := row_no)) as place
    from book join first_said using (entity_id) join ${tables.occurrence} as occurrence using (statement_id)
    group by book.no, day_from, month),
  ordered as (
    select no, day_from, month, place.file_no as file_no, place.part as part,
      last_value(day_from ignore nulls) over (partition by place.file_no, place.part order by place.row_no, no
        rows between unbounded preceding and 1 preceding) as day_before,
      first_value(day_from ignore nulls) over (partition by place.file_no, place.part order by place.row_no, no
        rows between 1 following and unbounded following) as day_behind
    from placed),
  running as (
    select file_no, part from ordered group by file_no, part
    having count(day_from) >= ${rowsMin}
      and count(*) filter (where day_from >= day_before) * 100 >= count(day_from) filter (where day_before is not null) * ${inOrderPercent})
  select no, day_before as day_from, day_behind as day_to
  from ordered join running using (file_no, part)
  where day_from is null and month is null and date_diff('day', day_before, day_behind) between 0 and ${spanMaxDays}`;
