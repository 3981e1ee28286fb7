import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

// Two bits: rows that say the same are one row told twice four times as likely as two payments written alike.
const surpriseMinMb = 2000;

const parties = ["payer", "beneficiary", "payer_account", "beneficiary_account"] as const;
const values = ["amount_centi", "currency", "day_from", "day_to", "month", "reference", "purpose"] as const;
const saidColumns = [...parties.map((party) => `${party}_said`), ...values];

/**
 * alike(no, first_no, row_hash): payments of one hand-over that are written alike in everything; `first_no` is the first
 * of them.
 */
export const alikeTable = (mention: TableName): Sql => sql`
  select no, min(no) over (partition by dataset_no, row_hash) as first_no, dataset_no, row_hash
  from (select no, dataset_no, hash(${rawSql(saidColumns.join(", "))}) as row_hash from ${mention})
  qualify count(*) over (partition by dataset_no, row_hash) > 1`;

/**
 * duplicate(no, keep_no, joined_by): rows that are one row told twice: they carry one transaction number that no other
 * row of the hand-over carries, or share spellings and gaps so rare in it that chance does not repeat them. Rows alike
 * that show neither stay two payments until another book shows one.
 */
export const duplicateTable = (tables: {
  readonly mention: TableName;
  readonly alike: TableName;
  readonly decision: TableName;
}): Sql => sql`
  with twin as (
    select alike.no, alike.first_no, mention.* exclude (no)
    from ${tables.alike} as alike join ${tables.mention} as mention on mention.no = alike.no
    where alike.no <> alike.first_no and not exists (
      select 1 from ${tables.decision} as decision where decision = 'different' and alike.no in (left_no, right_no))),
  book as (select * from ${tables.mention} where dataset_no in (select dataset_no from twin)),
  reference_use as (
    select dataset_no, reference, count(distinct hash(amount_centi, currency, day_from, month)) as uses
    from book where reference is not null group by dataset_no, reference),
  size as (select dataset_no, count(*) as mentions from book group by dataset_no)
  select twin.no::integer as no, first_no::integer as keep_no,
    case when uses = 1 then 'rule: same row, same transaction number' else 'rule: same row, rare spelling' end as joined_by
  from twin
  join size using (dataset_no)
  left join reference_use using (dataset_no, reference)
  ${rawSql(parties.map(spellingJoin).join("\n"))}
  left join (select dataset_no, ${rawSql(values.map((name) => `count(*) filter (where ${name} is null) as no_${name}`).join(", "))}
    from book group by dataset_no) as gap using (dataset_no)
  where coalesce(uses = 1, false) or (${rawSql([...parties.map(spellingBits), ...gapBits()].join(" + "))}) >= ${surpriseMinMb}`;

function spellingJoin(party: string): string {
  return `left join (
      select dataset_no, ${party}_said, spelled, sum(spelled) over (partition by dataset_no, ${party}) as named
      from (select dataset_no, ${party}, ${party}_said, count(*) as spelled from book
        where ${party} is not null group by dataset_no, ${party}, ${party}_said)) as ${party}_use
    on ${party}_use.dataset_no = twin.dataset_no and ${party}_use.${party}_said = twin.${party}_said`;
}

/** How surprising it is that the same party is spelled so in both rows, from how the hand-over spells it elsewhere. */
const spellingBits = (party: string): string =>
  `coalesce(round(1000 * log2(${party}_use.named::double / ${party}_use.spelled))::integer, 0)`;

/** How surprising it is that both rows lack the same value. */
function gapBits(): string[] {
  return ["amount_centi", "currency", "purpose"].map(
    (name) =>
      `case when twin.${name} is null then round(1000 * log2(size.mentions::double / gap.no_${name}))::integer else 0 end`,
  );
}
