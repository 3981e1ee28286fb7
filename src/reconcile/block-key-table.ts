import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

// A key that more payments of one book share says too little to be worth its pairs: exact amounts and both ends together have keys of their own.
const keyMax = 200;

/** Which book of a pair a key is made for; only then do a span of days and one day within it meet in a plain join. */
type Side = "earlier" | "later";

/**
 * token(token, under, no): what a payment may share with one of another book, as far as two books hold it: an end, an
 * account, both ends, the amount (these under the `days` it may stand under), both ends where one has `no day`, or the
 * transaction number (under `nothing` more).
 */
export const tokenTable = (weighed: TableName): Sql => sql`
  with ended as (
    select unnest(${bothEnds}) as token, ${rawSql(isUndated)} as is_undated, no, dataset_no from ${weighed}),
  token as (
    select unnest(${tokens}) as token, 'days' as under, no, dataset_no from ${weighed}
    union all
    select hash('reference', unnest(refs)), 'nothing', no, dataset_no from ${weighed}
    union all
    select token, 'no day', no, dataset_no from ended where token in (select token from ended where is_undated))
  select token, under, no from token
  where token in (select token from token where token is not null group by token having min(dataset_no) <> max(dataset_no))`;

/** Tokens of which one of `of` parts holds each whole. */
export interface TokenPart {
  readonly token: TableName;
  readonly weighed: TableName;
  readonly index: number;
  readonly of: number;
}

/**
 * block_key(key, no, dataset_no): the keys under which a payment is looked for in other books: its tokens, each with the
 * days it may stand under (up to three days apart, day and month in each other's place, the month alone; the amount
 * within a fee or both ends where a book has no date).
 */
export const blockKeyTable = (part: TokenPart, side: Side): Sql => sql`
  with held as (
    select token, under, weighed.*
    from ${part.token} as token join ${part.weighed} as weighed using (no)
    where token % ${part.of} = ${part.index}),
  keyed as (
    select hash(token, unnest(case under when 'days' then ${side === "earlier" ? earlierDays : laterDays}
      when 'no day' then ${side === "earlier" ? earlierUndated : laterUndated} else [0] end)) as key, no, dataset_no
    from held)
  select distinct key, no, dataset_no from keyed
  ${rawSql(side === "later" ? `qualify count(*) over (partition by key, dataset_no) <= ${keyMax}` : "")}`;

/** met(earlier_no, later_no): pairs of payments of two books that share a key; a pair once for each. */
export const metTable = (tables: { readonly earlierKey: TableName; readonly laterKey: TableName }): Sql => sql`
  select distinct earlier.no as earlier_no, later.no as later_no
  from ${tables.earlierKey} as earlier
  join ${tables.laterKey} as later
    on later.key = earlier.key and later.dataset_no <> earlier.dataset_no and later.no > earlier.no`;

const tokens = rawSql(`[
  case when amount_centi is not null then hash('amount', amount_centi) end,
  case when payer is not null then hash('payer', payer) end,
  case when beneficiary is not null then hash('beneficiary', beneficiary) end,
  case when payer_account is not null then hash('payer account', coalesce(payer_tail, right(payer_number, 4)), case when payer_number is null and payer_tail is null then payer_account end) end,
  case when beneficiary_account is not null then hash('beneficiary account', coalesce(beneficiary_tail, right(beneficiary_number, 4)), case when beneficiary_number is null and beneficiary_tail is null then beneficiary_account end) end,
  case when payer is not null and beneficiary is not null then hash('pair', payer, beneficiary) end]`);

const bothEnds = rawSql(`[
  case when payer is not null and beneficiary is not null then hash('ends', payer, beneficiary) end,
  case when payer_account is not null and beneficiary_account is not null
    then hash('accounts', payer_account, beneficiary_account) end]`);

// Four days to a bucket; each kind of key has numbers of its own.
const bucket = (day: string): string => `(epoch_ms(${day}) // 345600000)`;
const span = (day: string, base: bigint): string =>
  `coalesce(range(${bucket(`${day} - 3`)} + ${base}, ${bucket(`${day} + 3`)} + ${base} + 1), [])`;
const spanBetween = (from: string, to: string, base: bigint): string =>
  `coalesce(range(${bucket(`${from} - 3`)} + ${base}, ${bucket(`${to} + 3`)} + ${base} + 1), [])`;
const one = (value: string, base: bigint): string => `case when ${value} is null then [] else [${value} + ${base}] end`;
const monthOf = (day: string): string => `year(${day}) * 12 + month(${day})`;
// A value date may lie in another month than the payment, and so may a day with day and month in each other's place.
const months = (base: bigint): string =>
  `list_transform(list_distinct(list_filter([${["day_from", "day_from - 3", "day_from + 3", "day_swapped"].map((day) => monthOf(`(${day})`)).join(", ")}],
    lambda month: month is not null)), lambda month: month + ${base})`;
const monthSaid = "month_no";
const base = {
  day: 0n,
  swapped: 1_000_000n,
  wholeMonth: 2_000_000n,
  anyMonth: 3_000_000n,
  undatedEarlier: 4_000_000n,
  undatedLater: 5_000_000n,
} as const;
// Amounts of one band differ by at most a hundredth, so that a fee leads into the next band at most.
const band = "floor(ln(nullif(amount_centi, 0)) * 100)::bigint";
const bands = (base: bigint): string =>
  `case when amount_centi > 0 then [${band} - 1 + ${base}, ${band} + ${base}, ${band} + 1 + ${base}] else [] end`;
const isUndated = "day_from is null and month_no is null";
// Where a row without a date stands between two dated ones is no proof of when it was.
const isUnsure = `(is_between or ${isUndated})`;

const earlierDays = rawSql(`list_concat(
  ${spanBetween("day_from", "day_to", base.day)}, ${spanBetween("day_from", "day_to", base.swapped)},
  ${span("day_swapped", base.day)}, ${months(base.wholeMonth)},
  ${one(monthSaid, base.wholeMonth)}, ${one(monthSaid, base.anyMonth)},
  case when ${isUnsure} then ${bands(base.undatedEarlier)} else [] end,
  case when ${isUndated} then [] else ${bands(base.undatedLater)} end)`);

const laterDays = rawSql(`list_concat(
  coalesce(range(${bucket("day_from")} + ${base.day}, ${bucket("day_to")} + ${base.day} + 1), []), ${one(bucket("day_swapped"), base.swapped)},
  ${months(base.anyMonth)}, ${one(monthSaid, base.wholeMonth)},
  ${one(band, base.undatedEarlier)},
  case when ${isUnsure} then ${one(band, base.undatedLater)} else [] end)`);

/** A payment without a day meets every other between its ends. */
const undated = (own: bigint, other: bigint): Sql =>
  rawSql(`case when ${isUndated} then [${own}, ${other}] else [${other}] end`);
const earlierUndated = undated(base.undatedEarlier, base.undatedLater);
const laterUndated = undated(base.undatedLater, base.undatedEarlier);
