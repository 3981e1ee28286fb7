import { boolean, integer, nullable, sql, statementId, text, textList, type Row, type Sql } from "../store/index.ts";
import {
  besideClosedTables,
  closedBystanders,
  closedTables,
  hasPhone,
  isOpen,
  phoneHandOvers,
} from "./closed-contacts.ts";
import type { Reader } from "./reader.ts";

const statementShape = {
  canonicalId: text,
  entityId: text,
  prop: text,
  propType: text,
  schema: text,
  value: text,
  dataset: text,
  lang: nullable(text),
  originalValue: nullable(text),
  external: boolean,
  firstSeen: nullable(text),
  lastSeen: nullable(text),
  statementId,
};

/** One recorded value as `statements.csv` has it. */
export type ExportedStatement = Row<typeof statementShape>;

const entityShape = {
  id: text,
  caption: nullable(text),
  schemata: textList,
  properties: text,
  datasets: textList,
  referents: textList,
  firstSeen: nullable(text),
  lastSeen: nullable(text),
};

/** One entity as `entities.ftm.json` has it; `properties` is its JSON text. */
export type ExportedEntity = Row<typeof entityShape>;

/** The words of documents that tell of people in flight, which may name where they are: titles, addresses of pages, answers. */
const isGuardedText = (reader: Reader): Sql => sql`(
  s.prop in ('title', 'subject', 'bodyText', 'summary', 'description', 'sourceUrl')
  and s.entity_id in (select entity_id from ${reader.table("claim")} where is_guarded))`;

/** How many of them an export leaves out. */
export const countGuardedTexts = async (reader: Reader): Promise<number> =>
  (
    await reader.database.row(
      sql`select count(*) as n from ${reader.table("statement")} s where ${isGuardedText(reader)}`,
      { n: integer },
    )
  ).n;

/** What may leave the house: the statements that are open, but for the notes of a phone's files and words about people in flight. */
const mayLeave = (reader: Reader): Sql => sql`
  ${isOpen}
  and not ${isGuardedText(reader)}
  and not (s.prop = 'notes' and s.schema in ('Document', 'Table', 'Workbook') and s.dataset_no in (${phoneHandOvers(reader)}))`;

/** What stood there, unless a closed contact may be named in it (beside one, or in a payment that ends at one), or it is of a document that tells of people in flight. */
const originalValue = (
  reader: Reader,
): Sql => sql`case when s.statement_id not in (select statement_id from beside_closed)
  and s.entity_id not in (select entity_id from closed_payment)
  and s.entity_id not in (select entity_id from ${reader.table("claim")} where is_guarded) then s.original_value end`;

/** Every recorded value that may be exported, in a fixed order, in chunks. */
export async function* exportedStatements(reader: Reader): AsyncGenerator<ExportedStatement[]> {
  const closed = (await hasPhone(reader)) ? besideClosedTables(reader) : withoutPhone(reader);
  yield* reader.database.chunks(
    sql`
    with ${closed}
    select coalesce(c.canonical_id, p.payment_id, s.entity_id) as "canonicalId", s.entity_id as "entityId", s.prop, s.prop_type as "propType",
      s.schema, s.value, d.dataset, s.lang, ${originalValue(reader)} as "originalValue", s.external, s.first_seen::varchar as "firstSeen",
      s.last_seen::varchar as "lastSeen", s.statement_id as "statementId"
    from ${reader.table("statement")} s
    join ${reader.table("dataset")} d using (dataset_no)
    left join ${reader.table("cluster")} c using (entity_id)
    left join (select entity_id, min(payment_id) as payment_id from ${reader.table("payment")} group by entity_id) p using (entity_id)
    where ${mayLeave(reader)}
    order by d.hand_over_no, s.entity_id, s.prop, s.value, s.lang nulls first, s.external, s.statement_id, s.batch_no`,
    statementShape,
  );
}

const withoutPhone = (reader: Reader): Sql =>
  sql`${closedTables(reader)}, beside_closed as (select ''::blob as statement_id where false)`;

/**
 * Every entity that may be exported: members joined, references led to who is meant, in a fixed order, in chunks. What a
 * value must be to lead to somebody is asked inside the equality: beside it the engine compares every value with everybody.
 */
export const exportedEntities = (reader: Reader): AsyncGenerator<ExportedEntity[]> =>
  reader.database.chunks(
    sql`
    with ${closedTables(reader)},
    canonical as (
      select entity_id, canonical_id from ${reader.table("cluster")}
      union all
      select entity_id, min(payment_id) from ${reader.table("payment")} group by entity_id),
    said as (
      select coalesce(c.canonical_id, s.entity_id) as id, s.entity_id, s.schema, s.prop, d.dataset, s.first_seen, s.last_seen,
        case when s.prop_type = 'entity' then coalesce(r.canonical_id, s.value) else s.value end as value
      from ${reader.table("statement")} s
      join ${reader.table("dataset")} d using (dataset_no)
      left join canonical c using (entity_id)
      left join canonical r on r.entity_id = case when s.prop_type = 'entity' then s.value end
      where ${mayLeave(reader)}),
    property as (select id, prop, list(distinct value order by value) as "values" from said group by id, prop),
    properties as (select id, to_json(map_from_entries(list({'key': prop, 'value': "values"} order by prop)))::varchar as properties from property group by id)
    select s.id, min(s.value) filter (where s.prop = 'name') as caption, list(distinct s.schema order by s.schema) as schemata,
      min(p.properties) as properties, list(distinct s.dataset order by s.dataset) as datasets,
      coalesce(list(distinct s.entity_id order by s.entity_id) filter (where s.entity_id <> s.id), []) as referents,
      min(s.first_seen)::varchar as "firstSeen", max(s.last_seen)::varchar as "lastSeen"
    from said s join properties p using (id) group by s.id order by s.id`,
    entityShape,
  );

/** Joins and decisions in the order in which they bind: what a resolver file holds. */
export const exportedJoins = (reader: Reader) =>
  reader.database.rows(
    sql`
    select joined_to as target, c.entity_id as source, 'positive' as judgement, joined_by as "user", null as at
    from ${reader.table("cluster")} c
    where joined_to is not null and c.entity_id not in (${closedBystanders(reader)})
      and not exists (select 1 from ${reader.table("judgement")} j where j.subject = 'entity'
        and j.left_id = least(c.entity_id, c.joined_to) and j.right_id = greatest(c.entity_id, c.joined_to))
    union all
    select left_id, right_id,
      case decision when 'same' then 'positive' when 'different' then 'negative' when 'unsure' then 'unsure' else 'no_judgement' end,
      actor, judged_at::varchar
    from ${reader.table("judgement")} where subject = 'entity'
    qualify row_number() over (partition by left_id, right_id order by judgement_no desc) = 1
    order by 1, 2`,
    { target: text, source: text, judgement: text, user: text, at: nullable(text) },
  );
