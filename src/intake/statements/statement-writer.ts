import { isSchemaName, schemata } from "../../model/index.ts";
import { identifier, rawSql, sql, tableName, type Sql, type TableName } from "../../store/index.ts";
import { literal, statementKey } from "./sql-text.ts";
import type { IntakeTarget } from "./target.ts";

/** What all lines of one insertion have in common. */
export interface LineOf {
  readonly schema: string;
  readonly prop: string;
  readonly propType: string;
  readonly lang: string | null;
  readonly part: number;
  /** The column that says it; null: the whole row; `own`: each line names its column as col_no, and is_hidden is of both. */
  readonly column: number | null | "own";
  /** Whether the column is hidden. */
  readonly isColumnHidden: boolean;
  /** Whether no entity and value of this property can come twice: then nothing has to be compared. */
  readonly isUnique: boolean;
  /** The rows behind lines that say where they stand by `key_no`: those whose column `keyNo` holds it. */
  readonly spread?: { readonly rows: TableName; readonly keyNo: string } | undefined;
}

/**
 * Writes statements and occurrences from lines: a query with entity_id, value, original_value and row_no, byte_from,
 * byte_to, is_hidden (or key_no, see `spread`). What may be said twice goes through a table of its own, from which `finish`
 * writes each statement once.
 */
export interface StatementWriter {
  add(lines: Sql, of: LineOf): Promise<void>;
  finish(): Promise<void>;
}

const once = tableName("temp", "intake_lines");
const collected = tableName("temp", "intake_repeated");
const columns = `entity_id varchar not null, ranked_schema varchar not null, prop varchar not null,
  prop_type varchar not null, value varchar not null, original_value varchar, lang varchar`;

/** Starts writing the statements of one file. */
export async function makeStatementWriter(target: IntakeTarget): Promise<StatementWriter> {
  const { database } = target;
  await database.temporary(collected.table, columns);
  return {
    add: async (lines, of) => {
      const keyed = await keyedLines(target, lines, of);
      await database.run(of.isUnique ? insertStatements(target, keyed, of) : collect(keyed, of));
      await database.run(insertOccurrences(target, keyed, of));
    },
    finish: async () => {
      await database.run(insertCollected(target));
      await database.run(sql`drop table ${collected}`);
      await database.run(sql`drop table if exists ${once}`);
    },
  };
}

const heldStatement: TableName = tableName("held", "statement");
const heldOccurrence: TableName = tableName("held", "occurrence");

/**
 * The lines with their statement's key. Lines that stand for many rows are kept as a table, which is small; the others are
 * asked twice: until the transaction ends a table holds its memory, dropped or not.
 */
async function keyedLines({ database, dataset }: IntakeTarget, lines: Sql, of: LineOf): Promise<Sql> {
  const keyed = sql`select ${rawSql(statementKey(dataset, of.prop, of.lang))} as statement_id, * from (${lines})`;
  if (!of.spread) return sql`(${keyed})`;
  await database.run(sql`create or replace temporary table ${identifier(once.table)} as ${keyed}`);
  return sql`${once}`;
}

const insertStatements = (target: IntakeTarget, keyed: Sql, of: LineOf): Sql => sql`
  insert into ${heldStatement}
  select statement_id, ${target.datasetNo}, entity_id,
    ${rawSql(`${literal(of.schema)}, ${literal(of.prop)}, ${literal(of.propType)}`)}, value, original_value,
    ${of.lang}::varchar, false, null, null, ${target.batchNo}
  from ${keyed}`;

const insertOccurrences = (target: IntakeTarget, keyed: Sql, of: LineOf): Sql => sql`
  insert into ${heldOccurrence}
  select statement_id, ${target.fileNo}, ${of.part}, row_no, ${of.column === "own" ? rawSql("col_no") : sql`${of.column}::integer`}, byte_from, byte_to, null,
    ${rawSql(of.isColumnHidden ? "true" : "is_hidden")}, ${target.batchNo}
  from ${keyed} ${of.spread ? sql`join ${of.spread.rows} on ${identifier(of.spread.keyNo)} = key_no` : rawSql("")}`;

const collect = (keyed: Sql, of: LineOf): Sql => sql`
  insert into ${collected}
  select entity_id, ${rankedSchema(of.schema)}, ${rawSql(`${literal(of.prop)}, ${literal(of.propType)}`)},
    value, min(original_value), ${of.lang}::varchar
  from ${keyed} group by entity_id, value`;

/** A schema behind its rank as two digits, so that the least is the most telling one. */
const rankedSchema = (schema: string): string => `${99 + schemaRank(schema)}${schema}`;

/** More ancestors, smaller rank: where one statement is made under two schemata, the more telling one stays. */
export const schemaRank = (schema: string): number => -(isSchemaName(schema) ? schemata[schema].lineage.length : 0);

const insertCollected = (target: IntakeTarget): Sql => sql`
  insert into ${heldStatement}
  select unhex(sha1(concat(${rawSql(literal(`${target.dataset}.`))}, entity_id, '.', prop, '.', value, '@' || lang))),
    ${target.datasetNo}, entity_id, substr(ranked_schema, 3), prop, prop_type, value, original_value, lang, false, null, null, ${target.batchNo}
  from (
    select entity_id, prop, value, lang, min(ranked_schema) as ranked_schema, min(prop_type) as prop_type,
      min(original_value) as original_value
    from ${collected} group by entity_id, prop, value, lang
  )`;
