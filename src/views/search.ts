import {
  boolean,
  integer,
  joinSql,
  makeUnpackedTable,
  nullable,
  sql,
  text,
  type Row,
  type Sql,
  type TableName,
} from "../store/index.ts";
import { closedBystanders } from "./closed-contacts.ts";
import { folded } from "./filter/index.ts";
import type { Reader } from "./reader.ts";

/** One name that entities go by, once. */
export interface SearchName {
  readonly name: string;
  readonly isPersonal: boolean;
}

/** The names of entities that hold letters other than Latin ones, in chunks; of closed contacts none. */
export const foreignNames = (reader: Reader) =>
  reader.database.chunks(
    sql`select s.value as name, bool_or(s.schema = 'Person') as "isPersonal" from ${reader.table("statement")} s
      where s.prop_type = 'name' and regexp_matches(s.value, '[\\x{370}-\\x{10FFFF}]')
        and s.entity_id not in (${closedBystanders(reader)})
      group by s.value order by s.value`,
    { name: text, isPersonal: boolean },
  );

/** How a name is spelt by a system; both as they are written. */
export interface SearchSpelling {
  readonly name: string;
  readonly spelling: string;
  readonly system: string;
}

/** The empty table of spellings that `makeSearchWords` takes: filled by `append`. */
export const spellingTable = (reader: Reader): Promise<TableName> =>
  reader.database.temporary("shown_spelling", "name varchar, spelling varchar, system varchar");

/** Adds spellings to their table. */
export const addSpellings = (reader: Reader, into: TableName, spellings: readonly SearchSpelling[]): Promise<number> =>
  reader.database.append(into, {
    name: spellings.map(({ name }) => name),
    spelling: spellings.map(({ spelling }) => spelling),
    system: spellings.map(({ system }) => system),
  });

/**
 * Makes word(canonical_id, value, spelling, system, fold): what each entity is looked for by: its names, numbers and addresses
 * of mail as they are written, and its names as other scripts spell them (else spelling is null). `fold` has a space before
 * each word, and at its end the whole without spaces, for numbers that are written in groups. Drops the spellings.
 */
export async function makeSearchWords(reader: Reader, into: TableName, spelt: TableName): Promise<void> {
  const plain = (between: string): Sql =>
    folded(sql`regexp_replace(coalesce(spelling, value), '[^\\p{L}\\p{N}]+', ${between}, 'g')`);
  const query = sql`
    with named as (
      select distinct c.canonical_id, s.value
      from ${reader.table("statement")} s join ${reader.table("cluster")} c using (entity_id)
      where s.prop_type in ('name', 'identifier', 'phone', 'email') and s.entity_id not in (${closedBystanders(reader)})),
    worded as (
      select canonical_id, value, null as spelling, null as system from named
      union all select canonical_id, value, spelt.spelling, spelt.system from named join ${spelt} spelt on spelt.name = named.value),
    folded as (select *, ${plain(" ")} as words, ${plain("")} as squeezed from worded)
    select canonical_id, value, spelling, system,
      ' ' || trim(words) || case when contains(trim(words), ' ') then ' ' || squeezed else '' end as fold
    from folded`;
  await makeUnpackedTable(reader.database, into, query);
  await reader.database.run(sql`drop table ${spelt}`);
}

/** How much a search looks through. */
export const reachOfSearch = (reader: Reader, words: TableName) =>
  reader.database.row(
    sql`select (select count(distinct canonical_id) from ${words}) as entities, (select count(*) from ${words}) as words,
      (select count(*) from ${reader.table("file")}) as files, (select count(*) from ${reader.table("finding")}) as findings`,
    { entities: integer, words: integer, files: integer, findings: integer },
  );

const entityShape = {
  id: text,
  caption: text,
  lang: nullable(text),
  schema: nullable(text),
  value: text,
  spelling: nullable(text),
  system: nullable(text),
};

/** An entity with the name or spelling by which it was found. */
export type FoundEntity = Row<typeof entityShape>;

/** Entities of which a name, a spelling or a number has a word that begins with the letters; whole beginnings and short names first. */
export async function entitiesBeginning(
  reader: Reader,
  tables: { readonly words: TableName; readonly captions: TableName },
  { letters, limit }: { readonly letters: string; readonly limit: number },
): Promise<FoundEntity[]> {
  const plain = (between: string): Sql =>
    folded(sql`regexp_replace(${letters}::varchar, '[^\\p{L}\\p{N}]+', ${between}, 'g')`);
  const asked = await reader.database.row(
    sql`select ' ' || trim(${plain(" ")}) as words, ' ' || ${plain("")} as squeezed`,
    {
      words: text,
      squeezed: text,
    },
  );
  if (asked.words === " ") return [];
  // Letters that stand in the query are sought in half the time that letters of a table take.
  const begins = [...new Set([asked.words, asked.squeezed])].map((each) => sql`contains(fold, ${each}::varchar)`);
  return reader.database.rows(
    sql`
    with hit as (
      select *, case when starts_with(fold || ' ', ${asked.words}::varchar || ' ') then 0 when starts_with(fold, ${asked.words}::varchar) then 1
        when contains(fold, ${asked.words}::varchar) then 2 else 3 end as rank, length(coalesce(spelling, value)) as length
      from ${tables.words} where ${joinSql(begins, " or ")}),
    best as (
      select * from hit
      qualify row_number() over (partition by canonical_id order by rank, system is not null, length, value, spelling, system) = 1
      order by rank, system is not null, length, canonical_id limit ${limit})
    select b.canonical_id as id, coalesce(c.caption, b.canonical_id) as caption, c.lang, c.entity_schema as schema, b.value, b.spelling, b.system
    from best b left join ${tables.captions} c on c.id = b.canonical_id
    order by b.rank, b.system is not null, b.length, b.canonical_id`,
    entityShape,
  );
}

/** Files whose name, hand-over or form holds the letters, in the order of hand-overs. */
export const filesNamed = (reader: Reader, { letters, limit }: { readonly letters: string; readonly limit: number }) =>
  reader.database.rows(
    sql`select d.dataset || '/' || f.name as id, f.form, f.rows_present as "rowsPresent"
      from ${reader.table("file")} f join ${reader.table("dataset")} d using (dataset_no)
      where contains(${folded(sql`d.dataset || '/' || f.name || ' ' || f.form`)}, ${folded(sql`${letters}::varchar`)})
      order by d.hand_over_no, f.file_no limit ${limit}`,
    { id: text, form: text, rowsPresent: integer },
  );
