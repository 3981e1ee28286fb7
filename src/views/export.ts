import { boolean, integer, nullable, sql, statementId, text, textList, type Row, type Sql } from "../store/index.ts";
import {
  besideClosedTables,
  closedBystanders,
  closedTables,
  hasPhone,
  isOpen,
  phoneHandOvers,
} from "./closed-contacts.ts";
import { guardedWords } from "./guarded-texts.ts";
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
  /** Whether its value is what may be told of people in flight, and not what stood there. */
  isGuarded: boolean,
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

/** How many values an export holds as what may be told of people in flight, and how many addresses of such pages it leaves out. */
export const countGuardedTexts = (reader: Reader) =>
  reader.database.row(
    sql`select count(*) filter (where prop_type <> 'url') as told, count(*) filter (where prop_type = 'url') as "leftOut"
      from ${reader.table("statement")} join ${guardedWords(reader)} on text = value`,
    { told: integer, leftOut: integer },
  );

/** What may leave the house: the statements that are open, but for the notes of a phone's files and the addresses of pages about people in flight. */
const mayLeave = (reader: Reader): Sql => sql`
  ${isOpen}
  and not (s.prop_type = 'url' and g.words is not null)
  and not (s.prop = 'notes' and s.schema in ('Document', 'Table', 'Workbook') and s.dataset_no in (${phoneHandOvers(reader)}))`;

/** What stood there, as it may be told of people in flight, unless a closed contact may be named in it: beside one, or in a payment that ends at one. */
const originalValue: Sql = sql`case when s.statement_id not in (select statement_id from beside_closed)
  and s.entity_id not in (select entity_id from closed_payment) then coalesce(o.words, s.original_value) end`;

/** Every recorded value that may be exported, in a fixed order, in chunks. */
export async function* exportedStatements(reader: Reader): AsyncGenerator<ExportedStatement[]> {
  const closed = (await hasPhone(reader)) ? besideClosedTables(reader) : withoutPhone(reader);
  yield* reader.database.chunks(
    sql`
    with ${closed}
    select coalesce(c.canonical_id, p.payment_id, s.entity_id) as "canonicalId", s.entity_id as "entityId", s.prop, s.prop_type as "propType",
      s.schema, coalesce(g.words, s.value) as value, d.dataset, s.lang, ${originalValue} as "originalValue", s.external, s.first_seen::varchar as "firstSeen",
      s.last_seen::varchar as "lastSeen", s.statement_id as "statementId", g.words is not null as "isGuarded"
    from ${reader.table("statement")} s
    join ${reader.table("dataset")} d using (dataset_no)
    left join ${guardedWords(reader)} g on g.text = s.value
    left join ${guardedWords(reader)} o on o.text = s.original_value
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
        case when s.prop_type = 'entity' then coalesce(r.canonical_id, s.value) else coalesce(g.words, s.value) end as value
      from ${reader.table("statement")} s
      join ${reader.table("dataset")} d using (dataset_no)
      left join ${guardedWords(reader)} g on g.text = s.value
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
