import { bigInteger, integer, nullable, sql, text } from "../store/index.ts";
import { latestHandOverName } from "./changes.ts";
import { advisedMembers } from "./chokepoints.ts";
import { loadBearingCounts } from "./load-bearing.ts";
import { waitingPairs } from "./pairs.ts";
import type { Reader } from "./reader.ts";

/** The figures that a person wants first; money in minor units of the case currency. */
export type Summary = Awaited<ReturnType<typeof summaryOf>>;

/** The figures of a case as its tables hold them. */
export async function summaryOf(reader: Reader) {
  return {
    ...(await intakeFigures(reader)),
    ...(await joinFigures(reader)),
    ...(await findingFigures(reader)),
    ...(await moneyFigures(reader)),
    loadBearing: await loadBearingCounts(reader),
  };
}

/** How much came in, and how much of it could not be read. */
export const intakeFigures = (reader: Reader) =>
  reader.database.row(
    sql`select
      (select count(*) from ${reader.table("source")} where kind <> 'list publisher') as sources,
      (select count(*) from ${reader.table("file")} where dataset_no in (select dataset_no from ${reader.table("dataset")} where series is null)) as files,
      (select count(*) from ${reader.table("dataset")} where series is null) as "handOvers",
      (select count(*) from ${reader.table("dataset")} where series is not null) as lists,
      (select count(*) from ${reader.table("statement")}) as "values",
      (select count(*) from ${reader.table("fault")}) as faults,
      (select coalesce(sum(rows_lost), 0) from ${reader.table("file")}) as "rowsLost",
      (select coalesce(sum(rows_present), 0) from ${reader.table("file")}) as "rowsPresent"`,
    {
      sources: integer,
      files: integer,
      handOvers: integer,
      lists: integer,
      values: integer,
      faults: integer,
      rowsLost: integer,
      rowsPresent: integer,
    },
  );

const joinFigures = (reader: Reader) =>
  reader.database.row(
    sql`
    with waiting as (${waitingPairs(reader)}),
    advised as (select unnest(members) as id from (${advisedMembers(reader)}))
    select
      (select count(*) from ${reader.table("cluster")}) as entities,
      (select count(distinct canonical_id) from ${reader.table("cluster")}) as canonicals,
      (select count(*) from ${reader.table("cluster")} where joined_to is not null) as joined,
      (select coalesce(sum(pairs), 0)::hugeint from ${reader.table("skipped_block")}) as "skippedPairs",
      (select count(*) from waiting) as "toReview",
      (select count(*) from waiting where canonical_one in (select id from advised) or canonical_other in (select id from advised)) as "toReviewOfAdvice"`,
    {
      entities: integer,
      canonicals: integer,
      joined: integer,
      skippedPairs: bigInteger,
      toReview: integer,
      toReviewOfAdvice: integer,
    },
  );

const findingFigures = (reader: Reader) =>
  reader.database.row(
    sql`select
      count(*) filter (where verdict = 'corroborated') as corroborated,
      count(*) filter (where verdict = 'contradicted') as contradicted,
      count(*) filter (where verdict = 'single' and not is_listed) as single,
      count(*) filter (where verdict = 'single' and is_listed) as "listedOnly",
      count(*) filter (where verdict = 'unknown') as "sourceUnknown",
      count(*) filter (where is_new) as "notHeldBefore",
      (${latestHandOverName(reader)}) as "latestHandOver"
    from ${reader.table("finding")}`,
    {
      corroborated: integer,
      contradicted: integer,
      single: integer,
      listedOnly: integer,
      sourceUnknown: integer,
      notHeldBefore: integer,
      latestHandOver: nullable(text),
    },
  );

const moneyFigures = (reader: Reader) =>
  reader.database.row(
    sql`select
      (select count(*) from ${reader.table("flow")} where case_minor is not null) as payments,
      (select coalesce(sum(case_minor), 0)::hugeint from ${reader.table("flow")}) as "seenMinor",
      (select count(*) from ${reader.table("flow")} where case_minor is null) as "withoutRate",
      (select max(baseline_minor) from ${reader.table("block_set")}) as "canFlowMinor",
      (select count(distinct id) from (select payer_id as id from ${reader.table("flow")} union all select payee_id from ${reader.table("flow")})) as nodes`,
    {
      payments: integer,
      seenMinor: bigInteger,
      withoutRate: integer,
      canFlowMinor: nullable(bigInteger),
      nodes: integer,
    },
  );
