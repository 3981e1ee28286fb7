import { bigInteger, integer, sql, text } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/**
 * What rests on each hand-over alone: values, and payments with their money in minor units of the case currency. A payment
 * whose id two hand-overs bring with them (entities of FollowTheMoney) rests on neither alone, and one of which no
 * source's root is known rests on none.
 */
export const restsOnEach = (reader: Reader) =>
  reader.database.rows(
    sql`
    with said as (
      select finding_id, min(dataset_no) as dataset_no, count(distinct dataset_no) as datasets
      from ${reader.table("finding")} join ${reader.table("finding_statement")} using (finding_id)
      where verdict = 'single' and stance = 'supports' group by finding_id),
    alone as (select dataset_no, count(*) as "values" from said where datasets = 1 group by dataset_no),
    shared as (
      select entity_id from ${reader.table("statement")} where prop = 'amount'
      group by entity_id having min(dataset_no) <> max(dataset_no)),
    paid as (
      select payment_id, min(case_minor) as minor, min(dataset_no) as dataset_no
      from ${reader.table("flow")} join ${reader.table("payment")} using (payment_id)
      where entity_id not in (select entity_id from shared) and roots_least > 0
      group by payment_id having count(distinct dataset_no) = 1),
    money as (select dataset_no, count(*) as payments, coalesce(sum(minor), 0)::hugeint as minor from paid group by dataset_no)
    select d.dataset, coalesce(alone."values", 0) as "values", coalesce(money.payments, 0) as payments, coalesce(money.minor, 0)::hugeint as minor
    from ${reader.table("dataset")} d left join alone using (dataset_no) left join money using (dataset_no)
    where d.series is null order by d.hand_over_no, d.dataset`,
    { dataset: text, values: integer, payments: integer, minor: bigInteger },
  );

/** How many payments with a value in the case currency two or more independent sources show, and how many no known one. */
export const supportOfMoney = (reader: Reader) =>
  reader.database.row(
    sql`
    select count(*) as payments, coalesce(sum(case_minor), 0)::hugeint as minor,
      count(*) filter (where roots_least = 0) as "sourceUnknown",
      coalesce(sum(case_minor) filter (where roots_least = 0), 0)::hugeint as "sourceUnknownMinor",
      count(*) filter (where roots_least >= 2) as "saidByMore",
      coalesce(sum(case_minor) filter (where roots_least >= 2), 0)::hugeint as "saidByMoreMinor"
    from ${reader.table("flow")} where case_minor is not null`,
    {
      payments: integer,
      minor: bigInteger,
      sourceUnknown: integer,
      sourceUnknownMinor: bigInteger,
      saidByMore: integer,
      saidByMoreMinor: bigInteger,
    },
  );
