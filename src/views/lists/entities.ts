import {
  bigInteger,
  boolean,
  integer,
  makeUnpackedTable,
  nullable,
  sql,
  text,
  textList,
  type Row,
  type Sql,
} from "../../store/index.ts";
import { closedBystanders } from "../closed-contacts.ts";
import { folded, type FilterKey } from "../filter/index.ts";
import type { Reader } from "../reader.ts";
import { columnKey, lettersKey, moneyKey, seenKey, setKey, sourceKey } from "./common-keys.ts";
import { countryInWords } from "./country-words.ts";
import { languageTag } from "../language-tag.ts";
import { seenSpan, type ListContext, type ListDefinition } from "./list.ts";
import { numberSets } from "./sets.ts";

const shape = {
  id: text,
  caption: text,
  lang: nullable(text),
  schema: text,
  countries: textList,
  members: integer,
  datasets: integer,
  findings: integer,
  contradicted: integer,
  isListed: boolean,
  isNew: boolean,
  moneyMinor: nullable(bigInteger),
  seenFrom: nullable(text),
  seenTo: nullable(text),
};

/** Every canonical entity but the closed contacts of a phone. */
export const entityList: ListDefinition<ReturnType<typeof toRow>> = {
  plural: "entities",
  ownOrder: "most money first, then those in most hand-overs and lists",
  sorts: [
    { key: "money", words: "money touched", column: sql`money_minor` },
    { key: "name", words: "name", column: sql`caption` },
    { key: "findings", words: "findings", column: sql`findings` },
    { key: "contradicted", words: "contradicted findings", column: sql`contradicted` },
    { key: "members", words: "joined entries", column: sql`members` },
    { key: "day", words: "first day", column: sql`seen_from` },
  ],
  facets: ["kind", "schema", "country", "source"],
  make: makeEntities,
  keys: entityKeys,
  rows: async ({ reader, table }, rest) =>
    (
      await reader.database.rows(
        sql`select row_no, id, caption, lang, schema, countries, members, len(datasets) as datasets, findings, contradicted, is_listed as "isListed",
          is_new as "isNew", money_minor as "moneyMinor", seen_from::varchar as "seenFrom", seen_to::varchar as "seenTo" from ${table} ${rest}`,
        shape,
      )
    ).map(toRow),
};

const toRow = ({ lang, moneyMinor, seenFrom, seenTo, countries, ...row }: Row<typeof shape>) => ({
  ...row,
  lang: languageTag(lang),
  countries: [...countries],
  moneyMinor: moneyMinor?.toString() ?? null,
  seen: seenSpan(seenFrom, seenTo),
});

/** worth(id, minor, seen_from, seen_to): the money that each party paid and was paid, and its days. */
export const worth = (reader: Reader): Sql => sql`
  select id, sum(case_minor)::hugeint as minor, min(value_from) as seen_from, max(value_to) as seen_to
  from (
    select payer_id as id, case_minor, value_from, value_to from ${reader.table("flow")}
    union all select payee_id, case_minor, value_from, value_to from ${reader.table("flow")} where payee_id <> payer_id)
  group by id`;

async function makeEntities({ reader, table, captions }: ListContext): Promise<void> {
  const query = sql`
    with member as (
      select entity_id, canonical_id from ${reader.table("cluster")} where entity_id not in (${closedBystanders(reader)})),
    told as (
      select canonical_id, list_sort(list(distinct s.dataset_no)) as datasets, count(distinct s.entity_id) as members,
        coalesce(min(s.schema) filter (where s.entity_id = canonical_id), min(s.schema)) as schema,
        coalesce(list_sort(list(distinct s.value) filter (where s.prop_type = 'country')), []) as countries,
        coalesce(string_agg(distinct s.value, ' ' order by s.value) filter (where s.prop_type in ('name', 'identifier', 'phone', 'email')), '') as words
      from ${reader.table("statement")} s join member using (entity_id) group by canonical_id),
    verdict as (
      select canonical_id, count(*) as findings, count(*) filter (where verdict = 'contradicted') as contradicted,
        bool_and(is_new) as is_new, bool_and(is_listed) as is_listed
      from ${reader.table("finding")} group by canonical_id),
    worth as (${worth(reader)}),
    shown as (
      select t.canonical_id as id, coalesce(c.caption, t.canonical_id) as caption, c.lang, t.schema, t.countries, t.members, t.datasets,
        coalesce(v.findings, 0) as findings, coalesce(v.contradicted, 0) as contradicted, coalesce(v.is_listed, false) as is_listed,
        coalesce(v.is_new, false) as is_new, w.minor as money_minor, w.seen_from, w.seen_to, t.words
      from told t left join ${captions} c on c.id = t.canonical_id left join verdict v on v.canonical_id = t.canonical_id
      left join worth w on w.id = t.canonical_id)
    select (row_number() over (order by money_minor desc nulls last, len(datasets) desc, caption, id) - 1)::uinteger as row_no,
      * exclude (words), ${numberSets(sql`datasets`)} as dataset_set, ${numberSets(sql`countries`)} as country_set,
      ${folded(sql`concat_ws(' ', caption, id, schema, words)`)} as fold
    from shown order by row_no`;
  await makeUnpackedTable(reader.database, table, query);
}

async function entityKeys(context: ListContext): Promise<readonly FilterKey[]> {
  const kinds = [
    { value: "contradicted", words: "with a contradiction", condition: sql`contradicted > 0` },
    { value: "joined", words: "joined from several entries", condition: sql`members > 1` },
    { value: "paying", words: "with payments", condition: sql`money_minor is not null` },
    { value: "new", words: "new", condition: sql`is_new` },
    { value: "listed", words: "on public lists alone", condition: sql`is_listed` },
  ];
  const countries = { numbers: "country_set", members: "countries", wordsOf: countryInWords };
  return [
    { kind: "choice", key: "kind", meaning: "what is known of it", column: sql`schema`, choices: kinds, isFixed: true },
    lettersKey("name", "letters of what it is called", sql`caption`),
    await columnKey(context, { key: "schema", meaning: "its type", column: "schema" }),
    await setKey(context, { key: "country", meaning: "a country that is said of it", ...countries }),
    await sourceKey(context, "hand-over or list that speaks of it"),
    {
      kind: "count",
      key: "members",
      meaning: "entries that were joined to it",
      column: sql`members`,
      one: "entry",
      many: "entries",
    },
    moneyKey(context, sql`money_minor`, "money that it paid and was paid"),
    seenKey("days of its payments", "payments"),
  ];
}
