import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

/**
 * Weights in milli-bits: log2 of how much likelier the agreement is for one payment in two books than for two payments
 * of the case; the rarer what agrees, the more it weighs. The shares behind them are those of ordinary bank papers:
 * seven amounts in ten written exactly, a fee off every fifth, every second date a value date.
 */
const weightsMb = {
  acceptMin: 1500,
  rareMax: 14_000,
  amount: {
    exact: -500,
    fee: 5500,
    rate: 2500,
    thousand: 2000,
    digits: 3500,
    near: -5000,
    unknown: -500,
    differ: -11_000,
  },
  date: { same: -1000, "value date": -4000, swapped: -5200, month: -4900 },
  dateDiffers: -7000,
  endDiffers: -4000,
  accountDiffers: -1500,
  referenceDiffers: -2500,
} as const;

/** met(earlier_no, later_no): pairs of payments of two books that share a key. */
export const metTable = (tables: { readonly earlierKey: TableName; readonly laterKey: TableName }): Sql => sql`
  select distinct earlier.no as earlier_no, later.no as later_no
  from ${tables.earlierKey} as earlier
  join ${tables.laterKey} as later
    on later.key = earlier.key and later.dataset_no <> earlier.dataset_no and later.no > earlier.no`;

/**
 * candidate(earlier_no, later_no, weight_mb, joined_by): pairs of payments of two books that are likelier one than two,
 * each with its weight and the rule that names what agrees.
 */
export const candidateTable = (tables: { readonly weighed: TableName; readonly met: TableName }): Sql => sql`
  with levelled as (
    select earlier_no, later_no, ${amountLevel} as amount_level, ${dateLevel} as date_level, ${endColumns("payer")},
      ${endColumns("beneficiary")}, e.reference = r.reference as reference_agrees, ${counts},
      greatest(e.book_mentions, r.book_mentions) as book_mentions, e.mentions, e.days
    from ${tables.met}
    join ${tables.weighed} as e on e.no = earlier_no
    join ${tables.weighed} as r on r.no = later_no),
  scored as (
    select earlier_no, later_no, ${rawSql(`${amountWeight()} + ${dateWeight()} + ${endsWeight()} + ${referenceWeight()}`)}
      - ${bits("book_mentions")} as weight_mb, ${joinedBy} as joined_by
    from levelled)
  select earlier_no, later_no, weight_mb::integer as weight_mb, joined_by from scored
  where weight_mb >= ${weightsMb.acceptMin}`;

const ratio = (low: number, high: number): string =>
  `e.amount_centi between r.amount_centi * ${low} and r.amount_centi * ${high}`;

/** A fee is 0.1-0.5 % or a flat 15-40 units of the payment's currency; a hundredth of a percent more is for rounding. */
const amountLevel = rawSql(`case
  when e.amount_centi is null or r.amount_centi is null then 'unknown'
  when coalesce(e.currency <> r.currency, false) then
    case when e.case_centi between r.case_centi * 0.984 and r.case_centi * 1.016 then 'rate' else 'differ' end
  when e.amount_centi = r.amount_centi then 'exact'
  when abs(e.amount_centi - r.amount_centi) <= greatest(e.amount_centi, r.amount_centi) * 0.0051 then 'fee'
  when abs(e.amount_centi - r.amount_centi) between 1499 and 4001
    and abs(e.amount_centi - r.amount_centi) * 4 <= greatest(e.amount_centi, r.amount_centi) then 'fee'
  when ${ratio(994.8, 1005.2)} or r.amount_centi between e.amount_centi * 994.8 and e.amount_centi * 1005.2 then 'thousand'
  when e.digits = r.digits and damerau_levenshtein(e.amount_centi::varchar, r.amount_centi::varchar) = 1 then 'digits'
  when ${ratio(0.33, 3)} then 'near'
  else 'differ' end`);

const apart = (left: string, right: string): string => `abs(date_diff('day', ${left}, ${right}))`;
const monthOf = (day: string): string => `strftime(${day}, '%Y-%m')`;

const dateLevel = rawSql(`case
  when e.day_from is not null and r.day_from is not null then case
    when e.day_from <= r.day_to and r.day_from <= e.day_to then 'same'
    when ${apart("e.day_from", "r.day_from")} <= 3 or ${apart("e.day_to", "r.day_from")} <= 3
      or ${apart("e.day_from", "r.day_to")} <= 3 then 'value date'
    when coalesce(${apart("e.day_swapped", "r.day_from")} <= 3, false)
      or coalesce(${apart("e.day_from", "r.day_swapped")} <= 3, false) then 'swapped'
    else 'differ' end
  when e.day_from is not null and r.month is not null then
    case when r.month in (${monthOf("e.day_from")}, ${monthOf("e.day_from - 3")}, ${monthOf("e.day_from + 3")}) then 'month' else 'differ' end
  when e.month is not null and r.day_from is not null then
    case when e.month in (${monthOf("r.day_from")}, ${monthOf("r.day_from - 3")}, ${monthOf("r.day_from + 3")}) then 'month' else 'differ' end
  when e.month = r.month then 'month'
  when e.month <> r.month then 'differ'
  else 'unknown' end`);

/** agrees, differs (both books name another, by name and by account), or null where a book does not say. */
function endColumns(end: "payer" | "beneficiary"): Sql {
  return rawSql(`case
      when e.${end}_account = r.${end}_account or e.${end} = r.${end} then true
      when e.${end}_account <> r.${end}_account or e.${end} <> r.${end} then false end as ${end}_agrees,
    coalesce(e.${end}_account <> r.${end}_account, false) as ${end}_account_differs,
    least(case when e.${end} = r.${end} then greatest(e.${end}_count, r.${end}_count) else 2000000000 end,
      case when e.${end}_account = r.${end}_account then greatest(e.${end}_account_count, r.${end}_account_count)
        else 2000000000 end) as ${end}_uses`);
}

const counts = rawSql(`greatest(e.amount_count, r.amount_count) as amount_count,
  greatest(e.reference_count, r.reference_count) as reference_count,
  least(case when e.payer = r.payer and e.beneficiary = r.beneficiary
      then greatest(e.pair_count, r.pair_count) else 2000000000 end,
    case when e.payer_account = r.payer_account and e.beneficiary_account = r.beneficiary_account
      then greatest(e.account_pair_count, r.account_pair_count) else 2000000000 end) as pair_uses`);

const bits = (value: string): Sql => rawSql(bitsText(value));
const bitsText = (value: string): string => `round(1000 * log2(${value}))::integer`;
const rareText = (uses: string): string =>
  `least(${bitsText(`mentions::double / least(${uses}, mentions)`)}, ${weightsMb.rareMax})`;

function amountWeight(): string {
  const { amount } = weightsMb;
  return `case amount_level when 'exact' then ${rareText("amount_count")} + ${amount.exact}
    ${(["fee", "rate", "thousand", "digits", "near", "unknown"] as const).map((level) => `when '${level}' then ${amount[level]}`).join(" ")}
    else ${amount.differ} end`;
}

/** Dates spread over the case's days: a day says as many bits as there are days, a month a thirtieth of that. */
function dateWeight(): string {
  const levels = Object.entries(weightsMb.date).map(
    ([level, weight]) => `when '${level}' then ${bitsText("days")} + ${weight}`,
  );
  return `case date_level ${levels.join(" ")} when 'differ' then ${weightsMb.dateDiffers} else 0 end`;
}

function endsWeight(): string {
  const side = (end: string): string => `case when ${end}_agrees then ${rareText(`${end}_uses`)}
    when not ${end}_agrees then ${weightsMb.endDiffers} else 0 end`;
  const both = rareText(
    "case when pair_uses < 2000000000 then pair_uses else greatest(1, least(payer_uses, beneficiary_uses) // 4) end",
  );
  return `(case when payer_agrees and beneficiary_agrees then ${both}
    else ${side("payer")} + ${side("beneficiary")} end + ${accountWeight("payer")} + ${accountWeight("beneficiary")})`;
}

const accountWeight = (end: string): string =>
  `case when ${end}_agrees and ${end}_account_differs then ${weightsMb.accountDiffers} else 0 end`;

const referenceWeight = (): string => `case when reference_agrees then ${rareText("reference_count")}
  when not reference_agrees then ${weightsMb.referenceDiffers} else 0 end`;

const joinedBy = rawSql(`'rule: ' || concat_ws(', ',
  case amount_level when 'exact' then 'same amount' when 'fee' then 'amount within a fee'
    when 'rate' then 'amount at the rate of the day' when 'thousand' then 'amount in thousands'
    when 'digits' then 'digits of the amount swapped' when 'unknown' then 'amount missing' else 'another amount' end,
  case date_level when 'same' then 'same date' when 'value date' then 'value date'
    when 'swapped' then 'day and month swapped' when 'month' then 'same month' when 'unknown' then 'date missing'
    else 'another date' end,
  case when payer_agrees and beneficiary_agrees then 'same payer and payee' when payer_agrees then 'same payer'
    when beneficiary_agrees then 'same payee' end,
  case when reference_agrees then 'same transaction number' end)`);
