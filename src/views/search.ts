import { boolean, integer, nullable, sql, text, type Row, type TableName } from "../store/index.ts";
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

/**
 * Makes word(canonical_id, value, spelling, system, fold, squeezed): what each entity is looked for by: its names, numbers and
 * addresses of mail as they are written, and its names as other scripts spell them. `squeezed` has letters and digits alone.
 */
export async function makeSearchWords(
  reader: Reader,
  into: TableName,
  spellings: readonly SearchSpelling[],
): Promise<void> {
  const spelt = await reader.database.temporary("shown_spelling", "name varchar, spelling varchar, system varchar");
  await reader.database.append(spelt, {
    name: spellings.map(({ name }) => name),
    spelling: spellings.map(({ spelling }) => spelling),
    system: spellings.map(({ system }) => system),
  });
  await reader.database.run(sql`
    create or replace table ${into} as
    with named as (
      select distinct c.canonical_id, s.value
      from ${reader.table("statement")} s join ${reader.table("cluster")} c using (entity_id)
      where s.prop_type in ('name', 'identifier', 'phone', 'email') and s.entity_id not in (${closedBystanders(reader)})),
    worded as (
      select canonical_id, value, value as spelling, null as system from named
      union all select canonical_id, value, spelt.spelling, spelt.system from named join ${spelt} spelt on spelt.name = named.value)
    select *, ${folded(sql`regexp_replace(spelling, '[^\\p{L}\\p{N}]+', ' ', 'g')`)} as fold,
      ${folded(sql`regexp_replace(spelling, '[^\\p{L}\\p{N}]+', '', 'g')`)} as squeezed
    from worded order by canonical_id, value, system nulls first, spelling`);
  await reader.database.run(sql`drop table ${spelt}`);
}

const entityShape = {
  id: text,
  caption: text,
  lang: nullable(text),
  schema: nullable(text),
  value: text,
  spelling: text,
  system: nullable(text),
};

/** An entity with the name or spelling by which it was found. */
export type FoundEntity = Row<typeof entityShape>;

/** Entities of which a name, a spelling or a number has a word that begins with the letters; whole beginnings and short names first. */
export const entitiesBeginning = (
  reader: Reader,
  tables: { readonly words: TableName; readonly captions: TableName },
  { letters, limit }: { readonly letters: string; readonly limit: number },
): Promise<FoundEntity[]> =>
  reader.database.rows(
    sql`
    with asked as (
      select trim(${folded(sql`regexp_replace(${letters}::varchar, '[^\\p{L}\\p{N}]+', ' ', 'g')`)}) as words,
        ${folded(sql`regexp_replace(${letters}::varchar, '[^\\p{L}\\p{N}]+', '', 'g')`)} as squeezed),
    hit as (
      select w.*, case when starts_with(w.fold || ' ', words || ' ') then 0 when starts_with(w.fold, words) then 1
          when contains(' ' || w.fold, ' ' || words) then 2 else 3 end as rank
      from ${tables.words} w, asked
      where words <> '' and (contains(' ' || w.fold, ' ' || words) or starts_with(w.squeezed, asked.squeezed))),
    best as (
      select * from hit
      qualify row_number() over (partition by canonical_id order by rank, system is not null, length(spelling), value, spelling, system) = 1
      order by rank, system is not null, length(spelling), canonical_id limit ${limit})
    select b.canonical_id as id, coalesce(c.caption, b.canonical_id) as caption, c.lang, b.value, b.spelling, b.system,
      (select min(s.schema) from ${reader.table("statement")} s where s.entity_id = b.canonical_id) as schema
    from best b left join ${tables.captions} c on c.id = b.canonical_id
    order by b.rank, b.system is not null, length(b.spelling), b.canonical_id`,
    entityShape,
  );

/** Files whose name, hand-over or form holds the letters, in the order of hand-overs. */
export const filesNamed = (reader: Reader, { letters, limit }: { readonly letters: string; readonly limit: number }) =>
  reader.database.rows(
    sql`select d.dataset || '/' || f.name as id, f.form, f.rows_present as "rowsPresent"
      from ${reader.table("file")} f join ${reader.table("dataset")} d using (dataset_no)
      where contains(${folded(sql`d.dataset || '/' || f.name || ' ' || f.form`)}, ${folded(sql`${letters}::varchar`)})
      order by d.hand_over_no, f.file_no limit ${limit}`,
    { id: text, form: text, rowsPresent: integer },
  );

/** How much a search goes through. */
export const searchReach = (reader: Reader, words: TableName) =>
  reader.database.row(
    sql`select (select count(distinct canonical_id) from ${words}) as entities, (select count(*) from ${words}) as words,
      (select count(*) from ${reader.table("file")}) as files, (select count(*) from ${reader.table("finding")}) as findings`,
    { entities: integer, words: integer, files: integer, findings: integer },
  );
