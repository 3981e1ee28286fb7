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

/** Findings under a filter: contradicted first, then by independent sources, most first. */
export const findingLines = (reader: Reader, filter: FindingFilter): Promise<FindingLine[]> =>
  reader.database.rows(
    sql`
    with chosen as (
      select * from ${reader.table("finding")}
      where (${filter.verdict ?? null}::varchar is null or verdict = ${filter.verdict ?? null}::varchar)
        and (${filter.schema ?? null}::varchar is null or schema = ${filter.schema ?? null}::varchar)
        and (${filter.prop ?? null}::varchar is null or prop = ${filter.prop ?? null}::varchar)
        and (${filter.entity ?? null}::varchar is null or canonical_id = ${filter.entity ?? null}::varchar
          or canonical_id in (select canonical_id from ${reader.table("cluster")} where entity_id = ${filter.entity ?? null}::varchar))
        and (${filter.findingIds === undefined} or finding_id in (select unhex(id) from unnest(${filter.findingIds ?? []}::varchar[]) as item(id)))
        and (${filter.isNew ?? null}::boolean is null or is_new = ${filter.isNew ?? null}::boolean)
      order by verdict = 'contradicted' desc, roots_least desc, schema, prop, canonical_id, value_key, finding_id
      limit ${filter.limit} offset ${filter.offset})
    select c.finding_id as "findingId", c.canonical_id as "canonicalId", c.schema, c.prop, c.value_key as "valueKey", c.verdict,
      c.roots_least as "rootsLeast", c.roots_most as "rootsMost", c.is_new as "isNew", c.first_hand_over as "firstHandOver",
      c.explanation,
      coalesce(s.statements, []) as statements
    from chosen c left join (
      select finding_id, list(struct_pack(id := statement_id, stance := stance, root := root_id) order by stance, statement_id) as statements
      from ${reader.table("finding_statement")} where finding_id in (select finding_id from chosen) group by finding_id) s using (finding_id)
    order by c.verdict = 'contradicted' desc, c.roots_least desc, c.schema, c.prop, c.canonical_id, c.value_key, c.finding_id`,
    shape,
  );

/** The findings of these ids. */
export const findingLinesByIds = (reader: Reader, findingIds: readonly FindingId[]): Promise<FindingLine[]> =>
  findingLines(reader, { findingIds, offset: 0, limit: findingIds.length });

/** How many findings each verdict, schema and property has. */
export const findingCounts = (reader: Reader) =>
  reader.database.rows(
    sql`select verdict, schema, prop, count(*) as findings, count(*) filter (where is_new) as "notHeldBefore"
      from ${reader.table("finding")} group by verdict, schema, prop order by verdict, schema, prop`,
    { verdict: text, schema: text, prop: text, findings: integer, notHeldBefore: integer },
  );
