import { hex, integer, listOf, sql, text, type Database, type Row } from "../store/index.ts";
import type { SharedTable } from "../model/index.ts";
import type { TableName } from "../store/index.ts";

const changeShape = { findingId: hex, canonicalId: text, schema: text, prop: text, valueKey: text, explanation: text };
const joinShape = { entityId: text, canonicalId: text, joinedTo: text, joinedBy: text };

/** One finding that a hand-over confirmed, contradicted or brought. */
export type Change = Row<typeof changeShape>;

/** What one hand-over changed: how many, and the first `limit` rows of each kind, in the order of their ids. */
export interface Changes {
  /** Values that another root had said before and this hand-over says too. */
  readonly confirmed: { readonly count: number; readonly rows: readonly Change[] };
  /** Values of this hand-over against values of others, or of others against its own. */
  readonly contradicted: { readonly count: number; readonly rows: readonly Change[] };
  /** Values that no hand-over had said before. */
  readonly brought: { readonly count: number; readonly rows: readonly Change[] };
  /** Its entities that were joined to an entity of another hand-over. */
  readonly joins: { readonly count: number; readonly rows: readonly Row<typeof joinShape>[] };
}

/** Says what a hand-over changed, given the findings that stand. */
export async function whatChanged(
  database: Database,
  table: (name: SharedTable) => TableName,
  datasetNo: number,
  limit = 100,
): Promise<Changes> {
  const kinds = await database.rows(
    sql`
    with own as (
      select dataset_no, hand_over_no from ${table("dataset")} where dataset_no = ${datasetNo}),
    taken as (
      select finding_id, stance, statement.dataset_no = ${datasetNo} as is_own, root_id
      from ${table("finding_statement")} join (select distinct statement_id, dataset_no from ${table("statement")}) as statement using (statement_id)),
    side as (
      select finding_id, bool_or(is_own and stance = 'supports') as supports, bool_or(is_own) as takes_part,
        bool_or(not is_own) as has_others
      from taken group by finding_id having bool_or(is_own)),
    kind as (
      select finding.*, case
        when verdict = 'contradicted' and takes_part and has_others then 'contradicted'
        when supports and first_hand_over >= hand_over_no then 'brought'
        when supports and verdict = 'corroborated' then 'confirmed' end as kind
      from ${table("finding")} as finding join side using (finding_id) cross join own)
    select kind, count(*)::integer as count,
      list(struct_pack("findingId" := finding_id, "canonicalId" := canonical_id, schema := schema, prop := prop,
        "valueKey" := value_key, explanation := explanation) order by canonical_id, prop, value_key)[:${limit}] as rows
    from kind where kind is not null group by kind order by kind`,
    { kind: text, count: integer, rows: listOf(changeShape) },
  );
  const of = (kind: string) => kinds.find((each) => each.kind === kind) ?? { count: 0, rows: [] };
  return {
    confirmed: of("confirmed"),
    contradicted: of("contradicted"),
    brought: of("brought"),
    joins: await joinsOf(database, table, { datasetNo, limit }),
  };
}

async function joinsOf(
  database: Database,
  table: (name: SharedTable) => TableName,
  { datasetNo, limit }: { readonly datasetNo: number; readonly limit: number },
) {
  const joins = await database.rows(
    sql`
    with book as (select distinct entity_id, dataset_no from ${table("statement")})
    select distinct cluster.entity_id as "entityId", canonical_id as "canonicalId", joined_to as "joinedTo", joined_by as "joinedBy"
    from ${table("cluster")} as cluster
    join book as own on own.entity_id = cluster.entity_id
    join book as other on other.entity_id = joined_to
    where joined_to is not null and own.dataset_no <> other.dataset_no
      and ${datasetNo} in (own.dataset_no, other.dataset_no)
    order by cluster.entity_id`,
    joinShape,
  );
  return { count: joins.length, rows: joins.slice(0, limit) };
}
