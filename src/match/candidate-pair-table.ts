import { integer, sql, type Database, type Sql, type TableName } from "../store/index.ts";
import type { MatchModel } from "./match-model.ts";

/** The tables of a run that became pairs. */
export interface ScoredTables {
  readonly node: TableName;
  readonly holding: TableName;
  readonly verdict: TableName;
  readonly demoted: TableName;
  readonly counted: TableName;
}

/** The lists of reasons of so many pairs at once keep within the engine's memory; it cannot put them aside. */
const pairsAtOnce = 150_000;

/** Writes the rows of `candidate_pair` part by part, in the order of their entities. */
export async function writeCandidatePairs(
  database: Database,
  candidatePair: TableName,
  tables: ScoredTables,
  model: MatchModel,
): Promise<void> {
  const places = await database.rows(
    sql`select left_no as "no" from (
        select left_no, row_number() over (order by left_no, right_no) - 1 as place from ${tables.verdict} where verdict <> 'none')
      where place % ${pairsAtOnce} = 0 order by left_no`,
    { no: integer },
  );
  const starts = [...new Set(places.map(({ no }) => no))];
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? Number.MAX_SAFE_INTEGER;
    await database.run(sql`insert into ${candidatePair} ${candidatePairTable(tables, model, { from, to })}`);
  }
}

/**
 * The rows of `candidate_pair` whose left node's number is at least `from` and below `to`: kept pairs with their
 * reasons, the heaviest reason first, each citing both values.
 */
const candidatePairTable = (
  tables: ScoredTables,
  model: MatchModel,
  { from, to }: { readonly from: number; readonly to: number },
): Sql => sql`
  with kept as (
    select left_no, right_no, rule, weight_mb,
      case when demoted.left_no is null then verdict else 'review' end as verdict
    from ${tables.verdict} left join ${tables.demoted} as demoted using (left_no, right_no)
    where verdict <> 'none' and left_no >= ${from} and left_no < ${to}),
  reason as (
    select left_no, right_no, rule, kept.weight_mb, verdict, list_transform(list_sort(list({'order': -abs(counted_mb), 'facet': facet,
        'comparison': comparison, 'level': level, 'weight_mb': counted_mb,
        'left_statement': one.statement_id, 'right_statement': other.statement_id})), lambda reason: {
        'comparison': reason.comparison, 'level': reason.level, 'weight_mb': reason.weight_mb,
        'left_statement': reason.left_statement, 'right_statement': reason.right_statement}) as reasons
    from kept
    join (select * from ${tables.counted} where left_no >= ${from} and left_no < ${to}) as counted using (left_no, right_no)
    left join (select * from ${tables.holding} where node_no >= ${from} and node_no < ${to}) as one
      on one.node_no = left_no and one.value_no = left_value_no
    left join ${tables.holding} as other on other.node_no = right_no and other.value_no = right_value_no
    group by left_no, right_no, rule, kept.weight_mb, verdict)
  select one.entity_id, other.entity_id, rule, weight_mb, verdict, reasons, ${model.modelNo}::integer
  from reason
  join ${tables.node} as one on one.node_no = left_no
  join ${tables.node} as other on other.node_no = right_no
  order by one.entity_id, other.entity_id`;
