import { joinSql, rawSql, sql, type Sql, type TableName } from "../store/index.ts";
import { sameAccounts } from "./same-accounts.ts";
import { ends, type End } from "./weighed-table.ts";

/**
 * unit(weighed's columns): the payments that `part` found in parts, each as one under the number of its first part: the
 * amounts summed (unknown where one is, or the currencies differ), from the first day to the last.
 */
export const unitTable = (tables: { readonly weighed: TableName; readonly part: TableName }): Sql => sql`
  select first.* replace (
    total.amount_centi as amount_centi, total.currency as currency, total.case_centi as case_centi, null::bigint[] as case_centis, null::bigint[] as swapped_centis,
    total.day_from as day_from, total.day_to as day_to, total.refs as refs, total.digits as digits, 1 as amount_count,
    ${joinSql(ends.flatMap(endColumns), ", ")})
  from ${tables.weighed} as first
  join (
    select unit_no, ${allOrNone("amount_centi", "count(distinct currency) <= 1")} as amount_centi, min(currency) as currency,
      case when count(amount_centi) = count(*) and (count(case_centi) = count(*) or count(distinct currency) = 1)
        then (sum(amount_centi)::hugeint * sum(case_centi) // nullif(sum(amount_centi) filter (where case_centi is not null), 0))::bigint end as case_centi, min(day_from) as day_from, max(day_to) as day_to,
      list_sort(list_distinct(flatten(list(refs order by no)))) as refs,
      hash(array_to_string(list_sort(string_split(sum(amount_centi)::varchar, '')), '')) as digits,
      ${rawSql(ends.flatMap((end) => endNames(end).map((name) => `min(${name}) as ${name}`)).join(", "))}
    from ${tables.part} join ${tables.weighed} using (no) group by unit_no) as total on total.unit_no = first.no`;

const allOrNone = (column: string, condition: string): Sql =>
  rawSql(`case when count(${column}) = count(*) and ${condition} then sum(${column})::bigint end`);

const endNames = (end: End): string[] => [`${end}_account`, `${end}_number`];

const endColumns = (end: End): Sql[] =>
  endNames(end).map((name) => rawSql(`coalesce(first.${name}, total.${name}) as ${name}`));

/**
 * met_unit(earlier_no, later_no): payments in parts beside those of other books between the same ends and accounts at
 * that time; `pool` holds the units and every payment that is no part.
 */
export const metUnitTable = (tables: { readonly unit: TableName; readonly pool: TableName }): Sql => sql`
  select distinct least(unit.no, other.no) as earlier_no, greatest(unit.no, other.no) as later_no
  from ${tables.unit} as unit
  join ${tables.pool} as other using (payer, beneficiary)
  where other.dataset_no <> unit.dataset_no
    and ${sameAccounts("unit", "other")}
    and coalesce(other.day_from between unit.day_from - 4 and unit.day_to + 4,
      other.month_no between year(unit.day_from) * 12 + month(unit.day_from) and year(unit.day_to) * 12 + month(unit.day_to), true)`;

/** pool(weighed's columns): the payments in parts as one each, and the others as they are. */
export const poolTable = (tables: {
  readonly weighed: TableName;
  readonly part: TableName;
  readonly unit: TableName;
}): Sql => sql`
  select * from ${tables.weighed} where no not in (select no from ${tables.part})
  union all by name select * from ${tables.unit}`;
