import { descendantsOf } from "../../model/index.ts";
import { closedContactTable, listOf, rawSql, sql, text, type Sql, type StageContext } from "../../store/index.ts";
import type { BearerKind, HeldName } from "./held-name.ts";
import { bearersMax } from "./refuse-name.ts";

type Context = Pick<StageContext, "database" | "table">;

/** Properties that hold a whole name; a weak alias fits many. */
const nameProperties = ["name", "alias", "previousName"];

const kinds: readonly (readonly [BearerKind, readonly string[]])[] = [
  ["person", descendantsOf("Person")],
  ["organization", descendantsOf("Organization")],
  ["other", [...descendantsOf("LegalEntity"), ...descendantsOf("Vehicle")]],
];

/** The names of the case's people, organisations and vessels with those that bear them; closed contacts of a phone bear none. */
export async function heldNames({ database, table }: Context): Promise<readonly HeldName[]> {
  const rows = await database.rows(
    sql`
    with bearer as (
      select s.value, ${kindOfSchema} as kind, c.canonical_id, min(s.entity_id) as entity_id
      from ${table("statement")} s join ${table("cluster")} c using (entity_id)
      where s.prop in (select unnest(${nameProperties})) and s.schema in (select unnest(${kinds.flatMap(([, schemata]) => schemata)}))
        and s.entity_id not in (select entity_id from (${closedContactTable({ bystander: table("bystander"), cluster: table("cluster") })}))
      group by all)
    select value as text, kind,
      list({'entityId': entity_id, 'canonicalId': canonical_id} order by canonical_id)[1:${rawSql(String(bearersMax + 1))}] as bearers
    from bearer group by value, kind order by value, kind`,
    { text, kind: text, bearers: listOf({ entityId: text, canonicalId: text }) },
  );
  return rows.map(({ kind, ...name }) => ({ ...name, kind: kind as BearerKind }));
}

const kindOfSchema: Sql = sql`case when s.schema in (select unnest(${descendantsOf("Person")})) then 'person'
  when s.schema in (select unnest(${descendantsOf("Organization")})) then 'organization' else 'other' end`;

/** The words of names that a passage writes without a capital, in small letters: they are words like others. */
export async function plainWords(
  { database, table }: Context,
  names: readonly HeldName[],
): Promise<ReadonlySet<string>> {
  const words = new Set(names.flatMap(({ text: name }) => name.toLowerCase().match(/\p{L}+/gu) ?? []));
  const rows = await database.rows(
    sql`
    with written as (
      select distinct unnest(string_split_regex(text, '[^\\p{L}]+')) as word from ${table("passage")} where not is_hidden)
    select word from written join (select distinct unnest(${[...words]}::varchar[]) as word) using (word) order by word`,
    { word: text },
  );
  return new Set(rows.map(({ word }) => word));
}
