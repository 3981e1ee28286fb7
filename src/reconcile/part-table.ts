import { sql, type Sql, type TableName } from "../store/index.ts";
import { sameAccounts } from "./same-accounts.ts";

// Parts follow each other within a week, and a value date lies up to three days later.
const gapMaxDays = 9;
// Chance is counted where parts no longer lie, over three times as many days.
const chanceFromDays = 16;
const chanceToDays = 45;
// Two bits: so close together four times as often as chance has it.
const chanceRatio = 4;
// A contract's number stands with more payments than the parts of one.
const numberedMax = 3;
// More payments between two ends for one purpose in ten days are regular business.
const crowdMax = 6;

/**
 * channel(key, is_one_end, no, dataset_no, day_from, day_swapped, month_no, amount_centi, payer_number, beneficiary_number): payments of
 * which a book says between whom and what for, once for each way to say so: by who the ends are or by their accounts, by
 * the purpose word for word or by a transaction number; for a number that a book gives three payments or fewer, one end's
 * account is enough. Only where two have a key in common.
 */
export const channelTable = (weighed: TableName): Sql => sql`
  with ended as (
    select *, unnest([case when payer is not null and beneficiary is not null then hash('parties', payer, beneficiary) end,
      case when payer_account is not null and beneficiary_account is not null
        then hash('accounts', payer_account, beneficiary_account) end]) as ends, false as is_one_end
    from ${weighed}
    union all
    select *, unnest([case when payer_account is not null then hash('payer account', payer_account) end,
      case when beneficiary_account is not null then hash('beneficiary account', beneficiary_account) end]), true
    from ${weighed} where len(refs) > 0),
  keyed as (
    select hash(dataset_no, ends, unnest(list_concat(case when purpose is null or is_one_end then [] else [hash('purpose', purpose)] end,
        list_transform(refs, lambda ref: hash('reference', ref))))) as key,
      is_one_end, no, dataset_no, day_from, day_swapped, month_no, amount_centi, payer_number, beneficiary_number
    from ended where ends is not null)
  select * from keyed
  qualify count(*) over (partition by key) > 1 and (not is_one_end or count(*) over (partition by key) <= ${numberedMax})`;

/** near_book(dataset_no): the books in which payments of one channel lie close together four times as often as chance has it. */
export const nearBookTable = (channel: TableName): Sql => sql`
  select dataset_no
  from (select dataset_no, date_diff('day', lag(day_from) over (partition by key order by day_from, no), day_from) as gap
    from ${channel} where day_from is not null)
  group by dataset_no
  having count(*) filter (where gap <= ${gapMaxDays}) > 0
    and count(*) filter (where gap <= ${gapMaxDays}) * ${chanceToDays - chanceFromDays + 1}
      >= count(*) filter (where gap between ${chanceFromDays} and ${chanceToDays}) * ${(gapMaxDays + 1) * chanceRatio}`;

/**
 * part_link(left_no, right_no, is_weak): payments of one channel within nine days, which may be parts of one payment, in
 * books that tell payments so; weak where the days are near only with day and month in each other's place, by the month
 * alone, or by the number where one has no day. Payments that another book shows by themselves (`confirmed`) are no parts.
 */
export const partLinkTable = (tables: {
  readonly channel: TableName;
  readonly nearBook: TableName;
  readonly confirmed: TableName;
}): Sql => sql`
  with open as (
    select * from ${tables.channel}
    where dataset_no in (select dataset_no from ${tables.nearBook}) and no not in (select no from ${tables.confirmed})),
  dayed as (
    select *, unnest([day_from, day_swapped]) as day, unnest([false, true]) as is_swapped from open),
  bucketed as (
    select *, epoch_ms(day) // ${86_400_000 * (gapMaxDays + 1)} as bucket from dayed where day is not null
    qualify count(*) over (partition by key, bucket) <= ${crowdMax}),
  spread as (select * exclude (bucket), unnest([bucket - 1, bucket, bucket + 1]) as bucket from bucketed),
  near as (
    select one.no as left_no, other.no as right_no, one.is_swapped or other.is_swapped as is_weak
    from bucketed as one join spread as other using (key, bucket)
    where one.no <> other.no and not (one.is_swapped and other.is_swapped)
      and abs(date_diff('day', one.day, other.day)) <= ${gapMaxDays} and ${areParts}
    union all
    select one.no, other.no, true
    from open as one join open as other
      on other.key = one.key and one.month_no = coalesce(other.month_no, year(other.day_from) * 12 + month(other.day_from))
    where one.no <> other.no and ${areParts}
    union all
    select one.no, other.no, true
    from open as one join open as other using (key)
    where one.is_one_end and one.day_from is null and one.month_no is null and one.no <> other.no and ${areParts})
  select least(left_no, right_no) as left_no, greatest(left_no, right_no) as right_no, bool_and(is_weak) as is_weak
  from near group by 1, 2`;

const areParts = sql`(one.amount_centi <> other.amount_centi or one.amount_centi is null or other.amount_centi is null)
  and ${sameAccounts("one", "other")}`;
