import { isSchemaName, schemata } from "../../model/index.ts";
import { rawSql, sql, tableName, type Sql, type TableName } from "../../store/index.ts";
import { literal, statementKey } from "./sql-text.ts";
import type { IntakeTarget } from "./target.ts";

/** What all lines of one insertion have in common. */
export interface LineOf {
  readonly schema: string;
  readonly prop: string;
  readonly propType: string;
  readonly lang: string | null;
  readonly part: number;
  /** The column that says it; null: the whole row. */
  readonly column: number | null;
  /** Whether the column is hidden. */
  readonly isColumnHidden: boolean;
  /** Whether no entity and value of this property can come twice: then nothing has to be compared. */
  readonly isUnique: boolean;
}

/**
 * Writes statements and occurrences from lines: a query with entity_id, value, original_value, row_no, byte_from, byte_to,
 * is_hidden. What may be said twice goes through a table of its own, from which `finish` writes each statement once.
 */
export interface StatementWriter {
  add(lines: Sql, of: LineOf): Promise<void>;
  finish(): Promise<void>;
}

const collected = tableName("temp", "intake_repeated");
const columns = `entity_id varchar not null, schema_rank integer not null, schema varchar not null, prop varchar not null,
  prop_type varchar not null, value varchar not null, original_value varchar, lang varchar`;

/** Starts writing the statements of one file. */
export async function makeStatementWriter(target: IntakeTarget): Promise<StatementWriter> {
  const { database } = target;
  await database.temporary(collected.table, columns);
  return {
    add: async (lines, of) => {
      if (of.isUnique) await database.run(insertStatements(target, lines, of));
      else await database.run(collect(lines, of));
      await database.run(insertOccurrences(target, lines, of));
    },
    finish: async () => {
      await database.run(insertCollected(target));
      await database.run(sql`drop table ${collected}`);
    },
  };
}

const heldStatement: TableName = tableName("held", "statement");
const heldOccurrence: TableName = tableName("held", "occurrence");

const insertStatements = (target: IntakeTarget, lines: Sql, of: LineOf): Sql => sql`
  insert into ${heldStatement}
  select ${rawSql(statementKey(target.dataset, of.prop, of.lang))}, ${target.datasetNo}, entity_id,
    ${rawSql(`${literal(of.schema)}, ${literal(of.prop)}, ${literal(of.propType)}`)}, value, original_value,
    ${of.lang}::varchar, false, null, null, ${target.batchNo}
  from (${lines})`;

const insertOccurrences = (target: IntakeTarget, lines: Sql, of: LineOf): Sql => sql`
  insert into ${heldOccurrence}
  select ${rawSql(statementKey(target.dataset, of.prop, of.lang))}, ${target.fileNo}, ${of.part}, row_no,
    ${of.column}::integer, byte_from, byte_to, null, ${rawSql(of.isColumnHidden ? "true" : "is_hidden")}, ${target.batchNo}
  from (${lines})`;

const collect = (lines: Sql, of: LineOf): Sql => sql`
  insert into ${collected}
  select entity_id, ${schemaRank(of.schema)}, ${rawSql(`${literal(of.schema)}, ${literal(of.prop)}, ${literal(of.propType)}`)},
    value, min(original_value), ${of.lang}::varchar
  from (${lines}) group by entity_id, value`;

/** More ancestors, smaller rank: where one statement is made under two schemata, the more telling one stays. */
export const schemaRank = (schema: string): number => -(isSchemaName(schema) ? schemata[schema].lineage.length : 0);

const insertCollected = (target: IntakeTarget): Sql => sql`
  insert into ${heldStatement}
  select unhex(sha1(concat(${rawSql(literal(`${target.dataset}.`))}, entity_id, '.', prop, '.', value, '@' || lang))),
    ${target.datasetNo}, entity_id, best.schema, prop, prop_type, value, original_value, lang, false, null, null, ${target.batchNo}
  from (
    select entity_id, prop, value, lang, min({'rank': schema_rank, 'schema': schema}) as best, min(prop_type) as prop_type,
      min(original_value) as original_value
    from ${collected} group by entity_id, prop, value, lang
  )`;
