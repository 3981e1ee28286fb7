import type { EntityId, FindingId } from "../model/index.ts";
import {
  boolean,
  canonicalId,
  findingId,
  integer,
  listOf,
  nullable,
  sql,
  statementId,
  text,
  type Row,
} from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** Which findings are wanted; everything left out does not narrow. */
export interface FindingFilter {
  readonly verdict?: string;
  readonly schema?: string;
  readonly prop?: string;
  /** Whatever member of it is named. */
  readonly entity?: EntityId;
  /** Only findings about these entities. */
  readonly canonicalIds?: readonly string[];
  /** True: not what public lists alone say. */
  readonly isHandedOver?: boolean;
  readonly isNew?: boolean;
  readonly findingIds?: readonly FindingId[];
  readonly offset: number;
  readonly limit: number;
}

const shape = {
  findingId,
  canonicalId,
  schema: text,
  prop: text,
  valueKey: text,
  verdict: text,
  rootsLeast: integer,
  rootsMost: integer,
  isNew: boolean,
  firstHandOver: integer,
  explanation: text,
  statements: listOf({ id: statementId, stance: text, root: nullable(text) }),
};

/** A verdict with the statements it rests on. */
export type FindingLine = Row<typeof shape>;

/** Findings under a filter: contradicted first, then by independent sources, most first; then by the money of a payment. */
export const findingLines = (reader: Reader, filter: FindingFilter): Promise<FindingLine[]> =>
  reader.database.rows(
    sql`
    with worth as (select payment_id, max(case_minor) as minor from ${reader.table("flow")} group by payment_id),
    chosen as (
      select f.*, coalesce(worth.minor, 0) as minor, case when verdict = 'contradicted' then 0 else roots_least end as roots
      from ${reader.table("finding")} f left join worth on worth.payment_id = f.canonical_id
      where (${filter.verdict ?? null}::varchar is null or verdict = ${filter.verdict ?? null}::varchar)
        and (${filter.schema ?? null}::varchar is null or schema = ${filter.schema ?? null}::varchar)
        and (${filter.prop ?? null}::varchar is null or prop = ${filter.prop ?? null}::varchar)
        and (${filter.entity ?? null}::varchar is null or canonical_id = ${filter.entity ?? null}::varchar
          or canonical_id in (select canonical_id from ${reader.table("cluster")} where entity_id = ${filter.entity ?? null}::varchar))
        and (${filter.findingIds === undefined} or finding_id in (select unhex(id) from unnest(${filter.findingIds ?? []}::varchar[]) as item(id)))
        and (${filter.isNew ?? null}::boolean is null or is_new = ${filter.isNew ?? null}::boolean)
        and (${filter.canonicalIds === undefined} or canonical_id in (select unnest(${filter.canonicalIds ?? []}::varchar[])))
        and (${filter.isHandedOver !== true} or not is_listed)
      order by verdict = 'contradicted' desc, roots desc, minor desc, schema, prop, canonical_id, value_key, finding_id
      limit ${filter.limit} offset ${filter.offset})
    select c.finding_id as "findingId", c.canonical_id as "canonicalId", c.schema, c.prop, c.value_key as "valueKey", c.verdict,
      c.roots_least as "rootsLeast", c.roots_most as "rootsMost", c.is_new as "isNew", c.first_hand_over as "firstHandOver",
      c.explanation,
      coalesce(s.statements, []) as statements
    from chosen c left join (
      select finding_id, list(struct_pack(id := statement_id, stance := stance, root := root_id) order by stance, statement_id) as statements
      from ${reader.table("finding_statement")} where finding_id in (select finding_id from chosen) group by finding_id) s using (finding_id)
    order by c.verdict = 'contradicted' desc, c.roots desc, c.minor desc, c.schema, c.prop, c.canonical_id, c.value_key, c.finding_id`,
    shape,
  );

/** The findings of these ids. */
export const findingLinesByIds = (reader: Reader, findingIds: readonly FindingId[]): Promise<FindingLine[]> =>
  findingLines(reader, { findingIds, offset: 0, limit: findingIds.length });

/** How many findings each verdict, schema and property has, about how many entities, edges or payments, and one of them. */
export const findingCounts = (reader: Reader) =>
  reader.database.rows(
    sql`
    select verdict, schema, prop, count(*) as findings, count(*) filter (where is_new) as "notHeldBefore",
      count(*) filter (where is_listed) as "listedOnly", count(distinct canonical_id) as entities,
      coalesce(min(finding_id) filter (where not is_listed), min(finding_id)) as example
    from ${reader.table("finding")}
    group by verdict, schema, prop order by verdict, schema, prop`,
    {
      verdict: text,
      schema: text,
      prop: text,
      findings: integer,
      notHeldBefore: integer,
      listedOnly: integer,
      entities: integer,
      example: findingId,
    },
  );
