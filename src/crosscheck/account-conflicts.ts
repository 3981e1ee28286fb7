import { roundedNumber } from "../model/index.ts";
import { listOf, rawSql, sql, text, type Database, type Sql, type TableName } from "../store/index.ts";
import { fits } from "./fits.ts";

/**
 * told_account(payment_id, is_split, prop, value_key, statement_id, number_statement_id, dataset_no): the number of the
 * account that each book names as the payer's or the payee's, or what a spreadsheet left of it.
 */
export const toldAccountTable = (tables: { readonly toldValue: TableName; readonly statement: TableName }): Sql => sql`
  select distinct payment_id, is_split, told.prop,
    upper(regexp_replace(case number.prop when 'notes' then original_value else number.value end, '[\\s.,/_-]+', '', 'g')) as value_key,
    told.statement_id, number.statement_id as number_statement_id, told.dataset_no
  from ${tables.toldValue} as told
  join ${tables.statement} as number on number.entity_id = told.value
    and (number.prop in ('accountNumber', 'iban') or number.prop = 'notes' and regexp_matches(number.original_value, ${roundedNumber}))
  where told.prop in ('payerAccount', 'beneficiaryAccount')`;

// A digit and two neighbours: numbers of two accounts of one bank differ in more. The last digits alone hold one slip.
const slipMax = 2;
const tailSlipMax = 1;
const tailMax = 6;
const isRounded = (number: string): string => `regexp_full_match(${number}.digits, '[0-9]{15}0+')`;

/**
 * Whether two numbers may be one number miswritten; of one that is cut to its end, the ends are compared, of one that a
 * spreadsheet rounded the first fourteen digits: it may round up the last that it keeps.
 */
const mayBeSlip = sql`case when length(one.digits) = length(other.digits) and (${rawSql(isRounded("one"))} or ${rawSql(isRounded("other"))})
    then damerau_levenshtein(left(one.digits, 14), left(other.digits, 14)) <= ${slipMax}
  when least(length(one.digits), length(other.digits)) > ${tailMax}
  then damerau_levenshtein(one.digits, other.digits) <= ${slipMax}
  else damerau_levenshtein(right(one.digits, least(length(one.digits), length(other.digits))),
    right(other.digits, least(length(one.digits), length(other.digits)))) <= ${tailSlipMax} end`;

/** The row that names the account, and the cell that gives its number. */
export const supportOfAccounts = (toldAccount: TableName): Sql => sql`
  select payment_id, 'Payment', prop, value_key, statement_id, dataset_no from ${toldAccount}
  union
  select payment_id, 'Payment', prop, value_key, number_statement_id, dataset_no from ${toldAccount}`;

/**
 * Adds the account numbers of one end of one payment that cannot be one account. The parts of a payment may run over
 * several: there only a number that is another one miswritten counts.
 */
export async function addAccountConflicts(
  database: Database,
  conflict: TableName,
  toldAccount: TableName,
): Promise<void> {
  const pairs = await database.rows(
    sql`
    with told as (
      select distinct payment_id, is_split, prop, value_key, regexp_replace(value_key, '^[^0-9A-Z]+', '') as digits
      from ${toldAccount})
    select one.value_key as "left", other.value_key as "right",
      list(distinct struct_pack(payment := payment_id, prop := prop) order by struct_pack(payment := payment_id, prop := prop)) as places
    from told as one join told as other using (payment_id, is_split, prop)
    where one.value_key < other.value_key and (not is_split or ${mayBeSlip})
    group by one.value_key, other.value_key order by one.value_key, other.value_key`,
    { left: text, right: text, places: listOf({ payment: text, prop: text }) },
  );
  const rows = pairs
    .filter(({ left, right }) => !fits("account", left, right))
    .flatMap(({ left, right, places }) =>
      places.flatMap((place) => [
        { ...place, value: left, other: right },
        { ...place, value: right, other: left },
      ]),
    );
  await database.append(conflict, {
    canonical_id: rows.map((row) => row.payment),
    prop: rows.map((row) => row.prop),
    value_key: rows.map((row) => row.value),
    other_id: rows.map((row) => row.payment),
    other_prop: rows.map((row) => row.prop),
    other_key: rows.map((row) => row.other),
    sentence: rows.map(() => "One end of a payment is one account."),
  });
}
