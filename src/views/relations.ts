import { isA, isSchemaName, schemata, type CanonicalId } from "../model/index.ts";
import { listOf, nullable, sql, text } from "../store/index.ts";
import { captionsOf } from "./captions.ts";
import { closedTables, isOpen } from "./closed-contacts.ts";
import { guardedWords } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

/** Who stands at the other end of a relation of an entity, and in what part. */
export interface RelationLine {
  readonly edgeId: string;
  readonly schema: string;
  /** The part that the entity itself has, and the other's, as properties of the edge. */
  readonly role: string;
  readonly otherRole: string;
  /** Canonical. */
  readonly otherId: string;
  readonly otherCaption: string;
  readonly dataset: string;
  readonly details: readonly { readonly prop: string; readonly value: string }[];
}

const relationSchemata: readonly string[] = Object.keys(schemata).filter(
  (name) => isSchemaName(name) && schemata[name].edge !== null && !isA(name, "Payment"),
);

/** The relations of a canonical entity but its payments, those that lead to closed contacts left out, of people in flight told in countries and months; `limit` at most. */
export async function relationsOf(reader: Reader, canonical: CanonicalId, limit: number): Promise<RelationLine[]> {
  const rows = await reader.database.rows(
    sql`
    with member as (select entity_id from ${reader.table("cluster")} where canonical_id = ${canonical}),
    own as materialized (
      select entity_id, schema, min(prop::varchar) as role from ${reader.table("statement")}
      where prop_type = 'entity' and schema in (select unnest(${relationSchemata})) and value in (select entity_id from member)
      group by entity_id, schema),
    said as materialized (
      select s.* from ${reader.table("statement")} s where s.entity_id in (select entity_id from own)),
    ${closedTables(reader, sql`entity_id in (select entity_id from own)`)},
    other as (
      select s.entity_id, min(s.prop::varchar) as role, coalesce(c.canonical_id, s.value) as id, min(d.dataset) as dataset
      from said s left join ${reader.table("cluster")} c on c.entity_id = s.value
      join ${reader.table("dataset")} d using (dataset_no)
      where s.prop_type = 'entity' and s.value not in (select entity_id from member) and ${isOpen}
      group by s.entity_id, coalesce(c.canonical_id, s.value)),
    detail as (
      select s.entity_id, list({'prop': prop::varchar, 'value': value} order by prop::varchar, value) as details
      from (
        select distinct s.entity_id, s.prop, coalesce(g.words, s.value) as value
        from said s left join ${guardedWords(reader)} g on g.text = s.value where s.prop_type <> 'entity' and ${isOpen}) s group by s.entity_id)
    select o.entity_id as "edgeId", own.schema::varchar as schema, own.role, o.role as "otherRole", o.id as "otherId", o.dataset,
      coalesce(detail.details, []) as details
    from other o join own using (entity_id) left join detail using (entity_id)
    order by own.schema::varchar, o.id, o.entity_id limit ${limit}`,
    {
      edgeId: text,
      schema: text,
      role: text,
      otherRole: text,
      otherId: text,
      dataset: nullable(text),
      details: listOf({ prop: text, value: text }),
    },
  );
  const captions = await captionsOf(
    reader,
    rows.map(({ otherId }) => otherId),
  );
  return rows.map((row) => ({
    ...row,
    dataset: row.dataset ?? "",
    otherCaption: captions.get(row.otherId) ?? row.otherId,
  }));
}
