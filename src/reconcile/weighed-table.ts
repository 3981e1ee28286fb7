import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

/**
 * weighed(mention's columns, and how many mentions of the case share its payer, beneficiary, accounts, both together,
 * amount and transaction number): one row told twice counts once.
 */
export const weighedTable = (tables: { readonly mention: TableName; readonly duplicate: TableName }): Sql => sql`
  select *, ${rawSql(counts.map(([name, columns]) => `count(*) over (partition by ${columns}) as ${name}`).join(", "))},
    count(*) over (partition by dataset_no) as book_mentions, count(*) over () as mentions,
    greatest(max(day_from) over () - min(day_from) over (), 30) as days
  from ${tables.mention}
  where no not in (select no from ${tables.duplicate})`;

const counts = [
  ["payer_count", "payer"],
  ["beneficiary_count", "beneficiary"],
  ["payer_account_count", "payer_account"],
  ["beneficiary_account_count", "beneficiary_account"],
  ["pair_count", "payer, beneficiary"],
  ["account_pair_count", "payer_account, beneficiary_account"],
  ["amount_count", "amount_centi, currency"],
  ["reference_count", "reference"],
] as const;
