import { singleValued, type Fit, type SingleValued } from "../model/index.ts";
import { listOf, sql, text, type Database, type Sql, type TableName } from "../store/index.ts";
import { fits } from "./fits.ts";

/**
 * conflict(canonical_id, prop, value_key, other_id, other_prop, other_key, sentence): two values that cannot both be
 * true, from both sides; the other may belong to another entity or edge.
 */
export const conflictColumns =
  "canonical_id varchar, prop varchar, value_key varchar, other_id varchar, other_prop varchar, other_key varchar, sentence varchar";

const columnsOf = (of: readonly SingleValued[]): Sql => sql`
  select unnest(${of.map(({ schema }) => schema)}) as schema, unnest(${of.map(({ property }) => property)}) as prop,
    unnest(${of.map(({ fit }) => fit)}) as fit`;

/** Adds the conflicts of properties with one value for all time. */
export async function addValueConflicts(database: Database, conflict: TableName, said: TableName): Promise<void> {
  const groups = await database.rows(
    sql`
    with one as (${columnsOf(singleValued.filter(({ scope }) => scope === "always"))})
    select canonical_id as "canonicalId", prop, min(fit) as fit, list(distinct struct_pack(key := value_key) order by struct_pack(key := value_key)) as keys
    from ${said} join one using (schema, prop)
    group by canonical_id, prop having count(distinct value_key) > 1 order by canonical_id, prop`,
    { canonicalId: text, prop: text, fit: text, keys: listOf({ key: text }) },
  );
  const rows = groups.flatMap(({ canonicalId, prop, fit, keys }) =>
    misfits(
      fit,
      keys.map(({ key }) => key),
    ).map(([value, other]) => ({ canonicalId, prop, value, other })),
  );
  await database.append(conflict, {
    canonical_id: rows.map((row) => row.canonicalId),
    prop: rows.map((row) => row.prop),
    value_key: rows.map((row) => row.value),
    other_id: rows.map((row) => row.canonicalId),
    other_prop: rows.map((row) => row.prop),
    other_key: rows.map((row) => row.other),
    sentence: rows.map(() => "One entity has one such value."),
  });
}

/**
 * Takes out pairs of values that one entry of a public list gives side by side: a list states alternatives so. Of one
 * number that it gives for two entries the publisher knows too.
 */
export const withoutAlternatives = (conflict: TableName, said: TableName, dataset: TableName): Sql => sql`
  delete from ${conflict} as pair
  where exists (
    select 1 from ${said} as one join ${said} as other using (canonical_id, dataset_no, prop)
    where dataset_no in (select dataset_no from ${dataset} where series is not null)
      and (one.entity_id = other.entity_id or prop = 'holder') and canonical_id = pair.canonical_id and prop = pair.prop
      and one.value_key = pair.value_key and other.value_key = pair.other_key)`;

/** Every ordered pair of values that do not fit. */
const misfits = (fit: string, keys: readonly string[]): (readonly [string, string])[] =>
  keys.flatMap((value) =>
    keys.filter((other) => !fits(parseFit(fit), value, other)).map((other) => [value, other] as const),
  );

const parseFit = (text: string): Fit => singleValued.find(({ fit }) => fit === text)?.fit ?? "code";

/** Values of one edge that stand at one time: the days of the edges that say them overlap, as far as they are known. */
export const intervalConflicts = (tables: { readonly said: TableName; readonly edge: TableName }): Sql => sql`
  with one as (${columnsOf(singleValued.filter(({ scope }) => scope === "interval"))}),
  timed as (
    select distinct said.canonical_id, said.prop, said.value_key, day_from, day_to
    from ${tables.said} as said join one using (schema, prop) join ${tables.edge} as edge using (entity_id))
  select distinct left_one.canonical_id, left_one.prop, left_one.value_key, other.canonical_id, other.prop, other.value_key,
    'One entity has one such value at a time.'
  from timed as left_one join timed as other using (canonical_id, prop)
  where left_one.value_key <> other.value_key
    and coalesce(left_one.day_from <= other.day_to, true) and coalesce(other.day_from <= left_one.day_to, true)`;
