import { commonDescendant, isSchemaName } from "../model/index.ts";
import { sql, text, textList, type Database, type Sql, type TableName } from "../store/index.ts";

/**
 * Writes subject_schema(canonical_id, schema, is_torn): the schema that all statements about an entity agree with; where
 * there is none, the first by name, and `is_torn`.
 */
export async function makeSubjectSchemata(database: Database, said: TableName): Promise<TableName> {
  const combinations = await database.rows(
    sql`select distinct list(distinct schema order by schema) as schemata from ${said} group by canonical_id order by 1`,
    { schemata: textList },
  );
  const rows = combinations.map(({ schemata }) => {
    const names = schemata.filter((name) => isSchemaName(name));
    const common = commonDescendant(names);
    return {
      key: schemata.join(" "),
      schema: common ?? names[0] ?? schemata[0] ?? "",
      isTorn: common === undefined && names.length > 1,
    };
  });
  const chosen = await database.temporary(
    "crosscheck_schema_choice",
    "schemata varchar, schema varchar, is_torn boolean",
  );
  await database.append(chosen, {
    schemata: rows.map((row) => row.key),
    schema: rows.map((row) => row.schema),
    is_torn: rows.map((row) => row.isTorn),
  });
  const table = await database.temporary(
    "crosscheck_subject_schema",
    "canonical_id varchar, schema varchar, is_torn boolean",
  );
  await database.run(sql`
    insert into ${table}
    select canonical_id, chosen.schema, is_torn
    from (select canonical_id, array_to_string(list(distinct schema order by schema), ' ') as schemata from ${said} group by canonical_id)
    join ${chosen} as chosen using (schemata)`);
  return table;
}

/** Entities whose statements agree on no schema: each of the schemata is said. */
export const supportOfSchemata = (tables: { readonly said: TableName; readonly schemata: TableName }): Sql => sql`
  select canonical_id, schemata.schema, 'schema', said.schema, min(statement_id), dataset_no
  from ${tables.said} as said join ${tables.schemata} as schemata using (canonical_id)
  where is_torn group by canonical_id, schemata.schema, said.schema, dataset_no`;

/** Adds the schemata of one entity that no schema descends from both of. */
export async function addSchemaConflicts(database: Database, conflict: TableName, support: TableName): Promise<void> {
  const torn = await database.rows(
    sql`select canonical_id as id, list(distinct value_key order by value_key) as schemata
      from ${support} where prop = 'schema' group by canonical_id order by canonical_id`,
    { id: text, schemata: textList },
  );
  const rows = torn.flatMap(({ id, schemata }) =>
    schemata.flatMap((one) => schemata.filter((other) => areTorn(one, other)).map((other) => ({ id, one, other }))),
  );
  await database.append(conflict, {
    canonical_id: rows.map((row) => row.id),
    prop: rows.map(() => "schema"),
    value_key: rows.map((row) => row.one),
    other_id: rows.map((row) => row.id),
    other_prop: rows.map(() => "schema"),
    other_key: rows.map((row) => row.other),
    sentence: rows.map(() => "Nothing is of both types: two entities may be taken for one."),
  });
}

const areTorn = (one: string, other: string): boolean =>
  one !== other && isSchemaName(one) && isSchemaName(other) && commonDescendant([one, other]) === undefined;
