import { isSchemaName, propertyInWords, propertyOf } from "../../model/index.ts";
import { boolean, integer, nullable, sql, statementId, text, type Row } from "../../store/index.ts";
import { captionsOf } from "../captions.ts";
import { closedTables, isOpen } from "../closed-contacts.ts";
import { evidenceOf } from "../evidence.ts";
import { folded, type FilterKey } from "../filter/index.ts";
import { columnKey, lettersKey } from "./common-keys.ts";
import { languageTag } from "../language-tag.ts";
import type { ListContext, ListDefinition } from "./list.ts";

const shape = {
  id: text,
  schema: text,
  prop: text,
  value: text,
  lang: nullable(text),
  original: nullable(text),
  leadsToId: nullable(text),
  leadsTo: nullable(text),
  dataset: text,
  source: text,
  grade: text,
  place: nullable(text),
  places: integer,
  isHidden: boolean,
};

/** Every recorded value of one canonical entity's members, with where it stands and who says so. */
export const statementList: ListDefinition<ReturnType<typeof toRow>> = {
  plural: "recorded values",
  ownOrder: "by property, value and hand-over",
  sorts: [
    { key: "property", words: "property", column: sql`prop` },
    { key: "value", words: "value", column: sql`value` },
    { key: "source", words: "source", column: sql`source` },
    { key: "grade", words: "grade", column: sql`grade` },
  ],
  facets: ["property", "source"],
  make: makeStatements,
  keys: statementKeys,
  rows: async ({ reader, table }, rest) =>
    (
      await reader.database.rows(
        sql`select row_no, id, schema, prop, value, lang, original, leads_to_id as "leadsToId", leads_to as "leadsTo", dataset, source, grade,
          place, places, is_hidden as "isHidden" from ${table} ${rest}`,
        shape,
      )
    ).map(toRow),
};

const toRow = ({ prop, value, lang, leadsTo, leadsToId, source, grade, ...row }: Row<typeof shape>) => ({
  ...row,
  property: prop,
  propertyWords: propertyInWords(prop),
  value: { text: value, lang: languageTag(lang) },
  leadsTo: leadsTo === null || leadsToId === null ? null : { id: leadsToId, caption: leadsTo },
  source: { words: source, grade },
  seen: null,
});

const columns = `row_no uinteger, id varchar, schema varchar, prop varchar, value varchar, lang varchar, original varchar,
  leads_to_id varchar, leads_to varchar, dataset varchar, source varchar, grade varchar, place varchar, places integer, is_hidden boolean`;

/** What is of closed contacts, or leads to one, is left out. */
async function makeStatements({ reader, table, of }: ListContext): Promise<void> {
  const said = await reader.database.rows(
    sql`
    with member as materialized (
      select entity_id from ${reader.table("cluster")} where canonical_id = ${of} or canonical_id in (
        select canonical_id from ${reader.table("cluster")} where entity_id = ${of})
      union select ${of}),
    ${closedTables(reader, sql`entity_id in (select entity_id from member)`)}
    select distinct s.statement_id as id, s.lang, c.canonical_id as "leadsTo"
    from ${reader.table("statement")} s left join ${reader.table("cluster")} c on s.prop_type = 'entity' and c.entity_id = s.value
    where s.entity_id in (select entity_id from member) and ${isOpen} order by id, s.lang, "leadsTo"`,
    { id: statementId, lang: nullable(text), leadsTo: nullable(text) },
  );
  const known = new Map(said.map((row) => [row.id, row]));
  const evidence = (await evidenceOf(reader, [...known.keys()])).toSorted(
    (left, right) =>
      (left.prop < right.prop ? -1 : left.prop > right.prop ? 1 : 0) ||
      (left.value < right.value ? -1 : left.value > right.value ? 1 : 0),
  );
  const captions = await captionsOf(
    reader,
    said.flatMap(({ leadsTo }) => leadsTo ?? []),
  );
  const leads = evidence.map(({ statementId: id }) => known.get(id)?.leadsTo ?? null);
  const plain = await reader.database.temporary("shown_statement", columns);
  await reader.database.append(plain, {
    row_no: evidence.map((_, index) => index),
    id: evidence.map(({ statementId: id }) => id),
    schema: evidence.map(({ schema }) => schema),
    prop: evidence.map(({ prop }) => prop),
    value: evidence.map((each, index) =>
      isReference(each) ? (captions.get(leads[index] ?? "") ?? each.value) : each.value,
    ),
    lang: evidence.map(({ statementId: id }) => known.get(id)?.lang ?? null),
    original: evidence.map(({ original }) => original),
    leads_to_id: leads,
    leads_to: leads.map((id) => (id === null ? null : (captions.get(id) ?? id))),
    dataset: evidence.map(({ dataset }) => dataset),
    source: evidence.map(({ source }) => source),
    grade: evidence.map(({ grade }) => grade),
    place: evidence.map(({ locator }) => locator),
    places: evidence.map(({ places }) => places),
    is_hidden: evidence.map(({ isHidden }) => isHidden),
  });
  await reader.database.run(sql`
    create or replace table ${table} as
    select *, ${folded(sql`concat_ws(' ', value, original, prop, place)`)} as fold from ${plain} order by row_no`);
  await reader.database.run(sql`drop table ${plain}`);
}

const isReference = ({ schema, prop }: { readonly schema: string; readonly prop: string }): boolean =>
  isSchemaName(schema) && propertyOf(schema, prop)?.type === "entity";

async function statementKeys(context: ListContext): Promise<readonly FilterKey[]> {
  const hidden = { value: "hidden", words: "hidden in the source", condition: sql`is_hidden` };
  return [
    await columnKey(context, { key: "property", meaning: "which property", column: "prop", wordsOf: propertyInWords }),
    await columnKey(context, { key: "source", meaning: "hand-over or list that says so", column: "dataset" }),
    lettersKey("value", "letters of the value", sql`value`),
    lettersKey("place", "letters of the place", sql`coalesce(place, '')`),
    {
      kind: "choice",
      key: "kind",
      meaning: "what is known of it",
      column: sql`prop`,
      choices: [hidden],
      isFixed: true,
    },
  ];
}
