import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

/** The lengths at which the beginnings of two purposes are held against each other, letters. */
export const headLengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 24, 28, 32, 40] as const;

/** Cheques and transfers by post reach the other book within a month. */
const lagMaxDays = 31;
/** Amounts an eighth apart are two amounts, whatever else agrees. */
const ratioMax = 1.125;

/**
 * worded(no, dataset_no, amount_centi, currency, day, text, heads): payments that name no end, and are told by amount,
 * day and what they are said to be for alone: its letters and digits without case and accents, a space between words, and
 * a hash of each of its beginnings at `headLengths` (null where it is shorter).
 */
export const wordedTable = (tables: { readonly mention: TableName; readonly duplicate: TableName }): Sql => sql`
  with plain as (
    select no, dataset_no, amount_centi, currency, day_from as day,
      left(trim(regexp_replace(strip_accents(upper(words)), '[^\\p{L}\\p{N}]+', ' ', 'g')), 60) as text
    from ${tables.mention}
    where payer is null and beneficiary is null and payer_account is null and beneficiary_account is null
      and amount_centi > 0 and day_from is not null and words is not null and no not in (select no from ${tables.duplicate}))
  select *, ${rawSql(`[${headLengths.map((length) => `case when length(text) >= ${length} then hash(left(text, ${length})) end`).join(", ")}]`)} as heads
  from plain where text <> ''`;

/** banded(no, dataset_no, head, band): each payment under one beginning of its text and the band of its amount, an eighth wide. */
const bandedTable = (worded: TableName, place: number): Sql => sql`
  select no, dataset_no, heads[${place}] as head, floor(ln(amount_centi) * 8)::integer as band
  from ${worded} where heads[${place}] is not null`;

/** How many pairs share their beginning at a place of `headLengths` and lie in neighbouring bands, whatever their days and books. */
export const wordedPairCount = (worded: TableName, place: number): Sql => sql`
  with held as (select head, band, count(*) as n from (${bandedTable(worded, place)}) group by head, band)
  select coalesce(sum(one.n * other.n), 0)::bigint as pairs
  from (select head, unnest([band - 1, band, band + 1]) as band, n from held) as one join held as other using (head, band)`;

/** head_bits(head, bits): how rare each beginning is among the texts, log2. */
export const headBitsTable = (worded: TableName): Sql => sql`
  with held as (select unnest(heads) as head from ${worded})
  select head, least(round(log2((select count(*) from ${worded})::double / count(*)))::integer, ${textBitsMax}) as bits
  from held where head is not null group by head`;

const textBitsMax = 15;

/**
 * worded_pair(earlier_no, later_no, amount_level, lag_level, text_level): pairs of payments of two books whose purposes
 * begin alike (at a place of `headLengths`), whose amounts lie within an eighth and whose days within a month. Levels:
 * the amount by how far apart (equal ones by how often the amount stands in the books), days from the earlier book to the later,
 * the text by how rare the common beginning is, and whether both, one or neither ends there.
 */
export const wordedPairTable = (
  tables: { readonly worded: TableName; readonly headBits: TableName },
  place: number,
): Sql => sql`
  with used as (select amount_centi, count(*) as uses from ${tables.worded} group by amount_centi),
  bits as (
    select no, list(bits order by place) as head_bits
    from (select no, unnest(heads) as head, unnest(range(1, ${headLengths.length + 1})) as place from ${tables.worded})
    join ${tables.headBits} using (head) group by no),
  held as (
    select worded.*, heads[${place}] as head, floor(ln(amount_centi) * 8)::integer as band, head_bits, uses
    from ${tables.worded} as worded join bits using (no) join used using (amount_centi)),
  met as (
    select e.no as earlier_no, r.no as later_no, e.amount_centi as e_amount, r.amount_centi as r_amount, e.uses as uses,
      date_diff('day', e.day, r.day) as lag, e.text as e_text, r.text as r_text,
      ${commonPlace} as common_place, e.head_bits as head_bits
    from (select * exclude (band), unnest([band - 1, band, band + 1]) as band from held) as e
    join held as r on r.head = e.head and r.band = e.band
    where e.dataset_no <> r.dataset_no and e.no < r.no and coalesce(e.currency = r.currency, true)
      and r.day between e.day - ${lagMaxDays} and e.day + ${lagMaxDays}
      and greatest(e.amount_centi, r.amount_centi) <= least(e.amount_centi, r.amount_centi) * ${ratioMax})
  select earlier_no, later_no, ${amountLevel} as amount_level, (lag + ${lagMaxDays})::integer as lag_level,
    (head_bits[common_place] * 3 + case when e_text = r_text then 2
      when starts_with(e_text, r_text) or starts_with(r_text, e_text) then 1 else 0 end)::integer as text_level
  from met`;

/** The place of the longest beginning that both have. */
const commonPlace = rawSql(
  `case ${headLengths
    .map((_, index) => index + 1)
    .toReversed()
    .map((place) => `when e.heads[${place}] = r.heads[${place}] then ${place}`)
    .join(" ")} end`,
);

const steps = [5, 10, 20, 30, 40, 50, 70, 100];
const apart = "abs(e_amount - r_amount) * 1000";

/** 0 to 2: equal, the rarer the lower; then by how many thousandths apart. */
const amountLevel =
  rawSql(`case when e_amount = r_amount then case when uses <= 4 then 0 when uses <= 16 then 1 else 2 end
  ${steps.map((step, index) => `when ${apart} <= greatest(e_amount, r_amount) * ${step} then ${index + 3}`).join(" ")} else ${steps.length + 3} end`);
