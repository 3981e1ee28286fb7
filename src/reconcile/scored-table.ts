import { amountLevel, otherAmounts, sureAmounts } from "./amount-level.ts";
import { acceptMinMb, topicMaxMb } from "./candidate-table.ts";
import { joinSql, rawSql, sql, type Sql, type TableName } from "../store/index.ts";
import { ends, type End } from "./weighed-table.ts";

/**
 * Weights in milli-bits: log2 of how much likelier the agreement is for one payment in two books than for two payments
 * of the case; the rarer what agrees, the more it weighs. The shares behind them are those of ordinary bank papers:
 * seven amounts in ten written exactly, a fee off every fifth, every second date a value date.
 */
const weightsMb = {
  rareMax: 14_000,
  amount: {
    exact: -500,
    rounded: 7500,
    fee: 5500,
    rate: 2500,
    thousand: 2000,
    digits: 3500,
    "some rate": -500,
    "digits, cut": -2000,
    thousandth: -500,
    "about a thousandth": -3000,
    "thousand at rate": -3000,
    near: -5000,
    "near at rate": -7000,
    unknown: -500,
    differ: -11_000,
  },
  date: { same: -1000, "value date": -4000, swapped: -5200, month: -4900 },
  dateDiffers: -7000,
  endDiffers: -4000,
  endUnresolved: -2500,
  noEnd: -5000,
  secondEnd: 1500,
  accountDiffers: -4500,
  accountCut: 6000,
  accountSlip: 8000,
} as const;

/**
 * scored(earlier_no, later_no, earlier_book, later_book, earlier_topic, later_topic, book_mentions, weight_mb, is_other_amount, is_sure,
 * is_alike, is_same_day, joined_by): pairs of payments of two books that may be one, each with its weight and the rule that names what
 * agrees. `is_sure`: the amounts tell of one; `is_alike`: amount, day and names are written alike.
 */
export const scoredTable = (tables: {
  readonly weighed: TableName;
  readonly met: TableName;
  readonly alikeParty: TableName;
}): Sql => sql`
  with levelled as (
    select earlier_no, later_no, e.dataset_no as earlier_book, r.dataset_no as later_book, e.topic as earlier_topic, r.topic as later_topic,
      ${amountLevel} as amount_level, ${dateLevel} as date_level,
      ${joinSql(ends.map(endColumns), ", ")}, ${counts}, greatest(e.book_mentions, r.book_mentions) as book_mentions,
      e.mentions, e.days, coalesce(e.amount_centi = r.amount_centi, false) and e.day_from is not distinct from r.day_from
        and coalesce(e.payer_name = r.payer_name, true) and coalesce(e.beneficiary_name = r.beneficiary_name, true) as is_alike
    from ${tables.met}
    join ${tables.weighed} as e on e.no = earlier_no
    join ${tables.weighed} as r on r.no = later_no
    ${joinSql(
      ends.map(
        (end) =>
          sql`left join ${tables.alikeParty} as ${rawSql(`${end}_alike
          on ${end}_alike.one = e.${end}_party and ${end}_alike.other = r.${end}_party`)}`,
      ),
      " ",
    )}),
  ended as (select *, ${rawSql(ends.map((end) => `${endWeight(end)} as ${end}_mb`).join(", "))} from levelled),
  scored as (
    select earlier_no, later_no, earlier_book, later_book, earlier_topic, later_topic, book_mentions,
      ${rawSql(`${amountWeight()} + ${dateWeight()} + ${referenceWeight()} + ${endsWeight()} - ${bits("book_mentions")}`)}
        as weight_mb, amount_level, date_level = 'same' as is_same_day, amount_level in ${rawSql(otherAmounts)} as is_other_amount, amount_level in ${rawSql(sureAmounts)} as is_sure,
      is_alike, ${isContrary} as is_contrary, ${joinedBy} as joined_by
    from ended)
  select * exclude (is_contrary, amount_level) replace (weight_mb::integer as weight_mb,
    is_other_amount or is_contrary and amount_level = 'rate' as is_other_amount) from scored
  where weight_mb >= ${acceptMinMb - topicMaxMb} and (is_sure or not is_contrary)`;

const apart = (left: string, right: string): string => `abs(date_diff('day', ${left}, ${right}))`;
const monthOf = (day: string): string => `(year(${day}) * 12 + month(${day}))`;
const monthsAround = (day: string): string =>
  `(${monthOf(day)}, ${monthOf(`(${day} - 3)`)}, ${monthOf(`(${day} + 3)`)})`;

// A row of some day of March that said no more than "March" stands before the first of March: its neighbours may be a month off.
const headOfMonth = 34;

const dateLevel = rawSql(`case
  when e.is_between or r.is_between then case
    when e.day_from - 3 <= r.day_to and r.day_from - 3 <= e.day_to then 'value date'
    when e.day_from is not null and r.month_no in ${monthsAround("e.day_from")} then 'month'
    when r.day_from is not null and e.month_no in ${monthsAround("r.day_from")} then 'month'
    when e.day_from - ${headOfMonth} > r.day_to or r.day_from - ${headOfMonth} > e.day_to then 'differ' else 'unknown' end
  when e.day_from is not null and r.day_from is not null then case
    when e.day_from <= r.day_to and r.day_from <= e.day_to then 'same'
    when ${apart("e.day_from", "r.day_from")} <= 3 or ${apart("e.day_to", "r.day_from")} <= 3
      or ${apart("e.day_from", "r.day_to")} <= 3 then 'value date'
    when coalesce(${apart("e.day_swapped", "r.day_from")} <= 3, false)
      or coalesce(${apart("e.day_from", "r.day_swapped")} <= 3, false) then 'swapped'
    else 'differ' end
  when e.day_from is not null and r.month_no is not null then
    case when r.month_no in ${monthsAround("e.day_from")} then 'month'
      when r.month_no = ${monthOf("e.day_swapped")} then 'swapped' else 'differ' end
  when e.month_no is not null and r.day_from is not null then
    case when e.month_no in ${monthsAround("r.day_from")} then 'month'
      when e.month_no = ${monthOf("r.day_swapped")} then 'swapped' else 'differ' end
  when e.month_no = r.month_no then 'month'
  when e.month_no <> r.month_no then 'differ'
  else 'unknown' end`);

const fitsCut = (cut: string, whole: string, end: End): string =>
  `(coalesce(${cut}.${end}_tail = right(coalesce(${whole}.${end}_number, ${whole}.${end}_tail), 4), false)
    or coalesce(starts_with(${whole}.${end}_number, left(${cut}.${end}_head, length(${cut}.${end}_head) - 1)), false))`;

// Numbers of two accounts of one bank differ in more than two of sixteen digits.
const longNumberMin = 16;

// Of a number longer than that a spreadsheet keeps fifteen digits; in scientific notation it shows fewer.
const keptDigits = 15;

/** A number of which a spreadsheet kept fifteen digits, with one slip of the pen in the first fourteen: the last may be rounded up. */
const slipsInHead = (cut: string, whole: string, end: End): string =>
  `(length(${cut}.${end}_head) = ${keptDigits} and length(${cut}.${end}_number) = length(${whole}.${end}_number)
    and damerau_levenshtein(left(${cut}.${end}_head, 14), left(${whole}.${end}_number, 14)) = 1)`;

/** Four last signs, of which a slip of the pen changed one: too few to tell of another account, or of the same. */
const slipsInTail = (end: End): string => `((e.${end}_tail is not null or r.${end}_tail is not null)
    and damerau_levenshtein(right(coalesce(e.${end}_number, e.${end}_tail), 4), right(coalesce(r.${end}_number, r.${end}_tail), 4)) = 1)`;

/** One whose number a mask or a spreadsheet cut, the same account, one slip of the pen, or another; null: not said. */
const accountLevel = (end: End): string => `case
    when e.${end}_account = r.${end}_account and length(e.${end}_head) < ${keptDigits} then 'cut'
    when e.${end}_account = r.${end}_account or e.${end}_account_found = r.${end}_account_found then 'same'
    when ${fitsCut("e", "r", end)} or ${fitsCut("r", "e", end)} then 'cut'
    when length(e.${end}_number) >= 8 and length(e.${end}_number) = length(r.${end}_number)
      and (left(e.${end}_number, 4) = left(r.${end}_number, 4) or right(e.${end}_number, 4) = right(r.${end}_number, 4))
      and damerau_levenshtein(e.${end}_number, r.${end}_number) <= case when length(e.${end}_number) >= ${longNumberMin} then 2 else 1 end
      then 'slip'
    when ${slipsInHead("e", "r", end)} or ${slipsInHead("r", "e", end)} then 'slip'
    when ${slipsInTail(end)} then null
    when e.${end}_account is not null and r.${end}_account is not null then 'differ' end`;

/** The account's level, whether the party agrees (by who it was found to be, or as written), and how many share each. */
const endColumns = (end: End): Sql =>
  rawSql(`${accountLevel(end)} as ${end}_account_level,
    case when e.${end} = r.${end} or e.${end}_party = r.${end}_party or e.${end}_name = r.${end}_name
      or ${end}_alike.one is not null then true
      when e.${end} <> r.${end} then false end
      as ${end}_party_agrees,
    greatest(e.${end}_count, r.${end}_count) as ${end}_uses,
    greatest(e.${end}_account_count, r.${end}_account_count) as ${end}_account_uses`);

const counts = rawSql(`greatest(e.amount_count, r.amount_count) as amount_count,
  greatest(e.reference_count, r.reference_count) as reference_count, list_has_any(e.refs, r.refs) as reference_agrees,
  case when e.payer = r.payer and e.beneficiary = r.beneficiary then greatest(e.pair_count, r.pair_count) end as pair_uses,
  case when e.payer_account = r.payer_account and e.beneficiary_account = r.beneficiary_account
    then greatest(e.account_pair_count, r.account_pair_count) end as account_pair_uses`);

const bits = (value: string): string => `round(1000 * log2(${value}))::integer`;
const rare = (uses: string): string =>
  `least(${bits(`mentions::double / least(${uses}, mentions)`)}, ${weightsMb.rareMax})`;

function amountWeight(): string {
  const { amount } = weightsMb;
  const { exact, ...others } = amount;
  return `case amount_level when 'exact' then ${rare("amount_count")} + ${exact}
    ${Object.entries(others)
      .map(([level, weight]) => `when '${level}' then ${weight}`)
      .join(" ")} end`;
}

/** Dates spread over the case's days: a day says as many bits as there are days, a month a thirtieth of that. */
function dateWeight(): string {
  const levels = Object.entries(weightsMb.date).map(
    ([level, weight]) => `when '${level}' then ${bits("days")} + ${weight}`,
  );
  return `case date_level ${levels.join(" ")} when 'differ' then ${weightsMb.dateDiffers} else 0 end`;
}

const referenceWeight = (): string => `case when reference_agrees then ${rare("reference_count")} else 0 end`;

/** What one end says where it agrees, else null. A party and its account say one thing twice: the stronger counts. */
const endWeight = (end: End): string => `nullif(greatest(
    case when ${end}_party_agrees then ${rare(`${end}_uses`)} else 0 end,
    case ${end}_account_level when 'same' then ${rare(`${end}_account_uses`)}
      when 'cut' then ${weightsMb.accountCut} when 'slip' then ${weightsMb.accountSlip} else 0 end), 0)`;

/** Another account of another party is another end; another name alone may be the same end, written otherwise. */
const againstWeight = (end: End): string => `case
    when ${end}_account_level = 'differ' and not coalesce(${end}_party_agrees, true) then ${weightsMb.endDiffers}
    when ${end}_account_level = 'differ' or not ${end}_party_agrees then ${weightsMb.endUnresolved} else 0 end`;

/** One end is another and no transaction number agrees: where the amounts do not tell of one payment either, too much differs. */
const isContrary = rawSql(`not coalesce(reference_agrees, false)
  and (${ends.map((end) => `(${end}_mb is null and ${againstWeight(end)} < 0)`).join(" or ")})`);

/** Both ends agree: as rare as the two together are, and at least a bit more than either alone. Neither does: hardly one. */
function endsWeight(): string {
  const pairUses = "least(coalesce(pair_uses, account_pair_uses), coalesce(account_pair_uses, pair_uses))";
  const twoAccounts = ends.map(
    (end) =>
      `case when ${end}_party_agrees and ${end}_account_level = 'differ' then ${weightsMb.accountDiffers} else 0 end`,
  );
  return `(case when payer_mb is not null and beneficiary_mb is not null
      then greatest(greatest(payer_mb, beneficiary_mb) + ${weightsMb.secondEnd}, coalesce(${rare(pairUses)}, 0))
    when payer_mb is null and beneficiary_mb is null and ${ends.map((end) => `${againstWeight(end)} < 0`).join(" and ")}
      then ${2 * weightsMb.noEnd}
    else ${ends.map((end) => `coalesce(${end}_mb, ${againstWeight(end)})`).join(" + ")} end
    + ${twoAccounts.join(" + ")})`;
}

const joinedBy = rawSql(`'rule: ' || concat_ws(', ',
  case amount_level when 'exact' then 'same amount' when 'rounded' then 'amount rounded' when 'fee' then 'amount within a fee'
    when 'rate' then 'amount at the rate of the day' when 'thousand' then 'amount in thousands'
    when 'digits' then 'digits of the amount swapped' when 'digits, cut' then 'digits of the amount swapped'
    when 'thousandth' then 'amount in thousands' when 'about a thousandth' then 'amount in thousands' when 'thousand at rate' then 'amount in thousands at the rate of the day'
    when 'some rate' then 'amount at the rate of a currency not said' when 'unknown' then 'amount missing'
    else 'another amount' end,
  case date_level when 'same' then 'same date' when 'value date' then 'value date'
    when 'swapped' then 'day and month swapped' when 'month' then 'same month' when 'unknown' then 'date missing'
    else 'another date' end,
  case when payer_mb > 0 and beneficiary_mb > 0 then 'same payer and payee' when payer_mb > 0 then 'same payer'
    when beneficiary_mb > 0 then 'same payee' end,
  case when reference_agrees then 'same transaction number' end)`);
