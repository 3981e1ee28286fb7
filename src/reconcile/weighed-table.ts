import { roundedNumber } from "../model/index.ts";
import { swappedCentis } from "./amount-level.ts";
import { joinSql, rawSql, sql, type Sql, type TableName } from "../store/index.ts";

/** The two ends of a payment. */
export const ends = ["payer", "beneficiary"] as const;
export type End = (typeof ends)[number];

/**
 * end_form(entity, name_key, number): how the ends of payments are written: the name without case, accents and
 * punctuation, as a hash; the account number as capitals and digits ("*" for a mask), or what a spreadsheet left of it.
 */
export const endFormTable = (tables: { readonly statement: TableName; readonly mention: TableName }): Sql => sql`
  select hash(entity_id) as entity, ${nameKey} as name_key,
    min(upper(regexp_replace(case prop when 'notes' then original_value else value end, '[^0-9A-Za-z*]', '', 'g')))
      filter (where prop <> 'name') as number
  from ${tables.statement}
  where (prop in ('name', 'accountNumber', 'iban') or prop = 'notes' and regexp_matches(original_value, ${roundedNumber})) and hash(entity_id) in (
    select unnest([payer_said, beneficiary_said, payer_account_said, beneficiary_account_said]) from ${tables.mention})
  group by entity_id`;

const nameKey = rawSql(`hash(nullif(min(trim(regexp_replace(strip_accents(lower(value)), '[^\\p{L}\\p{N}]+', ' ', 'g')))
  filter (where prop = 'name'), ''))`);

/** used(number, party, uses): how often each account number that is written whole is named with each party. */
export const usedTable = (tables: { readonly mention: TableName; readonly endForm: TableName }): Sql => sql`
  select number, party, count(*) as uses
  from (
    select unnest([payer_account_said, beneficiary_account_said]) as account, unnest([payer, beneficiary]) as party
    from ${tables.mention})
  join ${tables.endForm} as form on form.entity = account
  where party is not null and length(number) >= 8 and not starts_with(number, '*') and not ${rawSql(isScientific("number"))}
  group by number, party`;

/**
 * holder(name, holder): for each party, and for each account number (as a hash of '#' and it), the party that is named most often with
 * the account (of a party: with the account that it uses most). Parties that share an account are taken for one end:
 * they are one party under names that were not recognised, or use one purse.
 */
export const holderTable = (used: TableName): Sql => sql`
  with leader as (
    select number, party from ${used} qualify row_number() over (partition by number order by uses desc, party) = 1),
  home as (
    select used.party, leader.party as holder
    from (select * from ${used} qualify row_number() over (partition by party order by uses desc, number) = 1) as used
    join leader using (number))
  select party as name, holder from home
  union all
  select hash('#', number), home.holder from leader join home using (party)`;

/**
 * plain(no, dataset_no, ...): each mention with its values as numbers and hashes, one row told twice once; without a date, the days between which its
 * row stands (`is_between`). Of each end:
 * who it is as its account tells too (`payer`), the party alone, its name as written, the account (`payer_account`: its number, else who it was found to be) and
 * what a masked, rounded or shortened number still tells. `refs` are the transaction number and the words of the
 * purpose that hold three digits or more; `purpose` is what the payment is said to be for,
 * `topic` that without the words that hold digits.
 */
export const plainTable = (tables: {
  readonly mention: TableName;
  readonly duplicate: TableName;
  readonly between: TableName;
  readonly endForm: TableName;
  readonly holder: TableName;
}): Sql => sql`
  select mention.no, dataset_no, amount_centi, currency, case_centi, case_centis, coalesce(mention.day_from, between_days.day_from) as day_from,
    coalesce(mention.day_to, between_days.day_to) as day_to, between_days.no is not null as is_between, ${swappedDay} as day_swapped,
    (left(month, 4)::bigint * 12 + right(month, 2)::bigint) as month_no,
    hash(array_to_string(list_sort(string_split(amount_centi::varchar, '')), '')) as digits, ${swappedCentis} as swapped_centis,
    ${joinSql(ends.map(endColumns), ", ")}, ${refs} as refs, ${rawSql(hashed("purpose"))} as purpose,
    ${topic} as topic
  from ${tables.mention} as mention left join ${tables.between} as between_days using (no) ${joinSql(
    ends.flatMap((end) => [
      sql`left join ${tables.endForm} as ${rawSql(`${end}_form on ${end}_form.entity = ${end}_said`)}`,
      sql`left join ${tables.endForm} as ${rawSql(`${end}_account_form on ${end}_account_form.entity = ${end}_account_said`)}`,
      sql`left join ${tables.holder} as ${rawSql(`${end}_number_holder on ${end}_number_holder.name = case when ${end}_account_form.number is not null then hash('#', ${end}_account_form.number) end`)}`,
      sql`left join ${tables.holder} as ${rawSql(`${end}_holder on ${end}_holder.name = ${end}`)}`,
    ]),
    " ",
  )}
  where mention.no not in (select no from ${tables.duplicate})`;

/** The day with day and month in each other's place, where that is another day. */
const swappedDay = rawSql(`case when day(mention.day_from) <= 12 and day(mention.day_from) <> month(mention.day_from)
  then make_date(year(mention.day_from), day(mention.day_from), month(mention.day_from)) end`);

const hashed = (value: string): string => `case when ${value} is not null then hash(${value}) end`;

/** Whether of a number only its first digits and its length are known. */
const isScientific = (number: string): string => `regexp_full_match(${number}, '[0-9]{2,}E[0-9]{1,2}')`;

function endColumns(end: End): Sql {
  const number = `${end}_account_form.number`;
  const bare = `ltrim(${number}, '*')`;
  const isCut = `(length(${bare}) between 3 and 6 or starts_with(${number}, '*'))`;
  return rawSql(`coalesce(${end}_number_holder.holder, ${end}_holder.holder, ${end}) as ${end}, ${end} as ${end}_party,
    ${end}_form.name_key as ${end}_name,
    coalesce(${hashed(number)}, ${end}_account) as ${end}_account, ${end}_account as ${end}_account_found,
    case when not ${isCut} and not ${isScientific(number)} then ${number} end as ${end}_number,
    case when ${isCut} then right(${bare}, 4) end as ${end}_tail,
    case when ${isScientific(number)} then regexp_extract(${number}, '^([0-9]{2,})E', 1)
      when length(${number}) >= 16 and regexp_full_match(right(${number}, length(${number}) - 15), '0+') then left(${number}, 15)
      end as ${end}_head`);
}

const refs = rawSql(`list_sort(list_distinct(list_concat(
  case when reference is null then [] else [reference] end,
  list_filter(
    list_transform(string_split_regex(upper(coalesce(words, '')), '\\s+'), lambda word: regexp_replace(word, '[^\\p{L}\\p{N}]', '', 'g')),
    lambda word: regexp_matches(word, '[0-9].*[0-9].*[0-9]')))))`);

const topic = rawSql(
  hashed(
    String.raw`nullif(upper(regexp_replace(regexp_replace(words, '\S*[0-9]\S*', '', 'g'), '[^\p{L}]', '', 'g')), '')`,
  ),
);

/** weighed(plain's columns, how many mentions share each end, both ends, the amount and the rarest reference; how many there are, in the book and in all; over how many days). */
export const weighedTable = (plain: TableName): Sql => sql`
  with ref_use as (select ref, count(*) as uses from (select unnest(refs) as ref from ${plain}) group by ref),
  rarest as (
    select no, min(uses) as reference_count from (select no, unnest(refs) as ref from ${plain}) join ref_use using (ref) group by no)
  select plain.*, ${rawSql(counts.map(([name]) => name).join(", "))}, reference_count, book_mentions, mentions, days
  from ${plain} as plain
  ${joinSql(
    counts.map(
      ([name, columns]) =>
        sql`left join (select ${rawSql(columns)}, count(*) as ${rawSql(name)} from ${plain} group by ${rawSql(columns)}) as ${rawSql(`of_${name}
          on ${columns
            .split(", ")
            .map((column) => `of_${name}.${column} = plain.${column}`)
            .join(" and ")}`)}`,
    ),
    " ",
  )}
  left join rarest using (no)
  left join (select dataset_no, count(*) as book_mentions from ${plain} group by dataset_no) as book using (dataset_no)
  cross join (select count(*) as mentions, greatest(max(day_from) - min(day_from), 30) as days from ${plain})`;

const counts = [
  ["payer_count", "payer"],
  ["beneficiary_count", "beneficiary"],
  ["payer_account_count", "payer_account"],
  ["beneficiary_account_count", "beneficiary_account"],
  ["pair_count", "payer, beneficiary"],
  ["account_pair_count", "payer_account, beneficiary_account"],
  ["amount_count", "amount_centi"],
] as const;
