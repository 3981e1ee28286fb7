import { closedContactTable, sql, text, type Database, type Sql, type TableName } from "../../store/index.ts";
import type { EndsSetting } from "../../model/index.ts";

/** Where entities are looked up. */
export interface EntityTables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly dataset: TableName;
  readonly bystander: TableName;
}

/** The canonical ids that words and countries name, in byte order, and the words that name nobody. */
export interface Named {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Finds whom a setting names: each word is an entity id, a canonical id, a name (in any case), `schema:Company`,
 * `topic:sanction`, `country:kp` or `list:ofac-sdn` (a public list or its series); each country stands for everyone with that country.
 * A closed contact of a phone answers to no word: who wants to name him opens him first.
 */
export async function findNamed(database: Database, tables: EntityTables, setting: EndsSetting): Promise<Named> {
  const found = await database.rows(namedQuery(tables, setting), { word: text, id: text });
  const known = new Set(found.map((row) => row.word));
  const words = [...setting.entities, ...setting.countries.map((country) => country.toLowerCase())];
  return {
    ids: [...new Set(found.map((row) => row.id))],
    unknown: words.filter((word) => !known.has(word)),
  };
}

const namedQuery = (tables: EntityTables, { entities, countries }: EndsSetting): Sql => sql`
  with word as (select unnest(${entities}::varchar[]) as word),
  country as (select unnest(${countries.map((country) => country.toLowerCase())}::varchar[]) as word),
  said as (
    select word, entity_id from word join ${tables.statement} on lower(value) = lower(word)
      where prop in ('name', 'alias', 'previousName', 'weakAlias')
    union select word, entity_id from word join ${tables.statement} on schema = substr(word, 8) where starts_with(word, 'schema:')
    union select word, entity_id from word join ${tables.statement} on value = substr(word, 7)
      where starts_with(word, 'topic:') and prop = 'topics'
    union select word, entity_id from word join ${tables.statement} on lower(value) = lower(substr(word, 9))
      where starts_with(word, 'country:') and prop_type = 'country'
    union select word, entity_id from word join ${tables.dataset} as listed on substr(word, 6) in (listed.dataset, listed.series)
      join ${tables.statement} using (dataset_no) where starts_with(word, 'list:') and series is not null
    union select word, entity_id from country join ${tables.statement} on lower(value) = word where prop_type = 'country'
    union select word, entity_id from word join ${tables.cluster} on entity_id = word or canonical_id = word)
  select distinct word, canonical_id as id from said join ${tables.cluster} using (entity_id)
  where entity_id not in (select entity_id from (${closedContactTable(tables)})) order by canonical_id, word`;
