import type { CanonicalId, EntityId } from "../model/index.ts";
import { canonicalId, entityId, integer, listOf, nullable, sql, statementId, text } from "../store/index.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import type { Reader } from "./reader.ts";

/** A canonical entity that answers to a word. */
export interface EntityLine {
  readonly canonicalId: CanonicalId;
  readonly schema: string;
  readonly matchedOn: string;
  readonly members: number;
}

/** Canonical entities by id, or whose names, aliases, numbers hold the words; bystanders only by their own id. */
export const entitiesNamed = (reader: Reader, words: string, limit: number): Promise<EntityLine[]> =>
  reader.database.rows(
    sql`
    with found as (
      select c.canonical_id, min(s.value) as value, min(length(s.value)) as length
      from ${reader.table("statement")} s join ${reader.table("cluster")} c using (entity_id)
      where s.prop_type in ('name', 'identifier', 'phone', 'email')
        and (contains(lower(strip_accents(s.value)), lower(strip_accents(${words})))
          or (${isNumber(words)} and contains(regexp_replace(s.value, '[^0-9]', '', 'g'), ${words.replaceAll(/\D/gu, "")})))
        and s.entity_id not in (select entity_id from ${reader.table("bystander")})
      group by c.canonical_id
      union all
      select distinct canonical_id, canonical_id, 0 from ${reader.table("cluster")} where entity_id = ${words} or canonical_id = ${words}),
    best as (select canonical_id, min(value) as value, min(length) as length from found group by canonical_id order by min(length), canonical_id limit ${limit})
    select b.canonical_id as "canonicalId", b.value as "matchedOn", count(distinct c.entity_id) as members,
      (select max(s.schema) from ${reader.table("statement")} s where s.entity_id = b.canonical_id) as schema
    from best b join ${reader.table("cluster")} c using (canonical_id)
    group by b.canonical_id, b.value, b.length order by b.length, b.canonical_id`,
    { canonicalId, matchedOn: text, members: integer, schema: text },
  );

/** A number may be written with any spacing. */
const isNumber = (words: string): boolean =>
  /^[\d ./()+-]{4,}$/u.test(words) && /\d{4}/u.test(words.replaceAll(/\D/gu, ""));

/** Every recorded value of a canonical entity's members, by property; statement ids lead to the evidence. */
export const valuesOf = (reader: Reader, canonical: CanonicalId) =>
  reader.database.rows(
    sql`select s.prop, s.prop_type as "propType", s.value, s.schema, s.entity_id as "entityId", s.statement_id as "statementId"
      from ${reader.table("statement")} s join ${reader.table("cluster")} c using (entity_id)
      where c.canonical_id = ${canonical}
      order by s.prop, s.value, s.dataset_no, s.entity_id, s.statement_id`,
    { prop: text, propType: text, value: text, schema: text, entityId, statementId },
  );

/** The members of a canonical entity and how each was joined. */
export const membersOf = (reader: Reader, canonical: CanonicalId) =>
  reader.database.rows(
    sql`select c.entity_id as "entityId", min(d.dataset) as dataset, c.joined_to as "joinedTo", c.joined_by as "joinedBy"
      from ${reader.table("cluster")} c
      left join ${reader.table("statement")} s using (entity_id) left join ${reader.table("dataset")} d using (dataset_no)
      where c.canonical_id = ${canonical}
      group by c.entity_id, c.joined_to, c.joined_by order by c.entity_id`,
    { entityId, dataset: nullable(text), joinedTo: nullable(entityId), joinedBy: nullable(text) },
  );

/** Money between a canonical entity and each party it paid or was paid by, largest first. */
export const moneyOf = (reader: Reader, canonical: CanonicalId, limit: number) =>
  reader.database.rows(
    sql`
    select case when payer_id = ${canonical} then 'to' else 'from' end as direction,
      case when payer_id = ${canonical} then payee_id else payer_id end as "otherId",
      count(*) as payments, sum(case_minor)::hugeint::varchar as "caseMinor", min(value_from)::varchar as first, max(value_to)::varchar as last
    from ${reader.table("flow")} where payer_id = ${canonical} or payee_id = ${canonical}
    group by 1, 2 order by sum(case_minor) desc nulls last, 1, 2 limit ${limit}`,
    {
      direction: text,
      otherId: canonicalId,
      payments: integer,
      caseMinor: nullable(text),
      first: nullable(text),
      last: nullable(text),
    },
  );

/** All that is said of the entities that mentions belong to, by mention, references left out. */
export async function valuesOfEntities(
  reader: Reader,
  mentions: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, readonly Evidence[]>> {
  const rows = await reader.database.rows(
    sql`
    with asked as (select distinct unnest(${mentions}::varchar[]) as mention),
    member as (
      select mention, other.entity_id
      from asked join ${reader.table("cluster")} own on own.entity_id = mention
      join ${reader.table("cluster")} other on other.canonical_id = own.canonical_id
      union select mention, mention from asked)
    select mention, list(distinct {'id': statement_id} order by {'id': statement_id}) as statements
    from ${reader.table("statement")} join member using (entity_id)
    where prop_type <> 'entity' group by mention order by mention`,
    { mention: entityId, statements: listOf({ id: statementId }) },
  );
  const evidence = await evidenceOf(reader, [
    ...new Set(rows.flatMap(({ statements }) => statements.map(({ id }) => id))),
  ]);
  return new Map(
    rows.map(({ mention, statements }) => {
      const own = new Set(statements.map(({ id }) => id));
      return [mention, evidence.filter(({ statementId }) => own.has(statementId))];
    }),
  );
}
