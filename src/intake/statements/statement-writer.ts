import { isSchemaName, schemata } from "../../model/index.ts";
import { literal, identifier, joinSql, rawSql, sql, tableName, type Sql, type TableName } from "../../store/index.ts";
import { statementKey } from "./sql-text.ts";
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
 * byte_to, is_hidden (or key_no, see `spread`). Lines are kept and asked together: a file of few rows costs two queries
 * and not two for each of its columns. The tables that they are read from must stand until `finish`, which writes once
 * what may be said twice.
 */
export interface StatementWriter {
  add(lines: Sql, of: LineOf): Promise<void>;
  finish(): Promise<void>;
}

/** A query of lines with what they have in common. */
interface Lines {
  readonly lines: Sql;
  readonly of: LineOf;
}

/** The engine takes a thousand queries in one; planning them grows faster than their number. */
const togetherMax = 64;

const collected = tableName("temp", "intake_repeated");
const columns = `entity_id varchar not null, ranked_schema varchar not null, prop varchar not null,
  prop_type varchar not null, value varchar not null, original_value varchar, lang varchar`;

/** Starts writing the statements of one file. */
export function makeStatementWriter(target: IntakeTarget): StatementWriter {
  const { database } = target;
  let pending: Lines[] = [];
  let isCollecting = false;
  const writeTogether = async (): Promise<void> => {
    if (!isCollecting) await database.temporary(collected.table, columns);
    isCollecting = true;
    const [unique, repeated] = splitLines(pending);
    if (unique.length > 0)
      await database.run(
        insertStatements(
          target,
          unique.map((each) => uniqueLines(target, each)),
        ),
      );
    if (repeated.length > 0) await database.run(sql`insert into ${collected} ${once(repeated)}`);
    await database.run(insertOccurrences(target, pending));
    pending = [];
  };
  return {
    add: async (lines, of) => {
      pending.push({ lines, of });
      if (pending.length === togetherMax) await writeTogether();
    },
    finish: async () => {
      if (isCollecting && pending.length > 0) await writeTogether();
      const [unique, repeated] = splitLines(pending);
      const said = unique.map((each) => uniqueLines(target, each));
      if (isCollecting) said.push(repeatedLines(target, grouped(sql`select * from ${collected}`)));
      else if (repeated.length > 0) said.push(repeatedLines(target, once(repeated)));
      if (said.length > 0) await database.run(insertStatements(target, said));
      if (pending.length > 0) await database.run(insertOccurrences(target, pending));
      if (isCollecting) await database.run(sql`drop table ${collected}`);
    },
  };
}

const heldStatement: TableName = tableName("held", "statement");
const heldOccurrence: TableName = tableName("held", "occurrence");

const splitLines = (all: readonly Lines[]): readonly [readonly Lines[], readonly Lines[]] => [
  all.filter(({ of }) => of.isUnique),
  all.filter(({ of }) => !of.isUnique),
];

const union = (queries: readonly Sql[]): Sql => joinSql(queries, " union all ");

/**
 * The engine asks queries that are joined for an insertion one after another, since their order might matter to it; for a
 * table of its own they are asked side by side. The lines of many rows are asked by several threads each, and stay no table.
 */
const together = ({ member }: IntakeTarget, queries: readonly Sql[]): Sql =>
  sql`with lines as ${rawSql(member.rowsRead <= rowsAtOnceMax ? "materialized" : "not materialized")} (${union(queries)})`;

const rowsAtOnceMax = 50_000;

const insertStatements = (target: IntakeTarget, said: readonly Sql[]): Sql => sql`
  insert into ${heldStatement}
  ${together(target, said)}
  select statement_id, ${target.datasetNo}, entity_id, schema, prop, prop_type, value, original_value, lang, false, null,
    null, ${target.batchNo}
  from lines`;

/** Lines of which each is a statement of its own. */
const uniqueLines = (target: IntakeTarget, { lines, of }: Lines): Sql => sql`
  select ${keyOf(target, of)} as statement_id, entity_id,
    ${rawSql(`${literal(of.schema)} as schema, ${literal(of.prop)} as prop, ${literal(of.propType)} as prop_type`)}, value,
    original_value, ${langOf(of)} as lang
  from (${lines})`;

const langOf = ({ lang }: LineOf): Sql => rawSql(`${lang === null ? "null" : literal(lang)}::varchar`);

const keyOf = ({ dataset }: IntakeTarget, { prop, lang }: LineOf): Sql => rawSql(statementKey(dataset, prop, lang));

const insertOccurrences = (target: IntakeTarget, all: readonly Lines[]): Sql => sql`
  insert into ${heldOccurrence}
  ${together(
    target,
    all.map((each) => places(target, each)),
  )}
  select statement_id, ${target.fileNo}, part, row_no, col_no, byte_from, byte_to, null, is_hidden, ${target.batchNo}
  from lines`;

/** Where lines stand: of lines that stand for many rows, which are few, the key is made once for each. */
const places = (target: IntakeTarget, { lines, of }: Lines): Sql => sql`
  select statement_id, ${rawSql(String(of.part))} as part, row_no,
    ${rawSql(of.column === "own" ? "col_no" : `${of.column ?? "null"}::integer as col_no`)}, byte_from, byte_to,
    ${rawSql(of.isColumnHidden ? "true as is_hidden" : "is_hidden")}
  from (select ${keyOf(target, of)} as statement_id, * from (${lines}))
    ${of.spread ? sql`join ${of.spread.rows} on ${identifier(of.spread.keyNo)} = key_no` : rawSql("")}`;

const once = (repeated: readonly Lines[]): Sql => grouped(union(repeated.map(rankedLines)));

/** Each value of an entity's property once, under the most telling schema that it is said with. */
const grouped = (lines: Sql): Sql => sql`
  select entity_id, min(ranked_schema) as ranked_schema, prop, min(prop_type) as prop_type, value,
    min(original_value) as original_value, lang
  from (${lines}) group by entity_id, prop, value, lang`;

const rankedLines = ({ lines, of }: Lines): Sql => sql`
  select entity_id,
    ${rawSql(`${literal(rankedSchema(of.schema))} as ranked_schema, ${literal(of.prop)} as prop, ${literal(of.propType)} as prop_type`)},
    value, original_value, ${langOf(of)} as lang
  from (${lines})`;

/** A schema behind its rank as two digits, so that the least is the most telling one. */
const rankedSchema = (schema: string): string => `${99 + schemaRank(schema)}${schema}`;

/** More ancestors, smaller rank: where one statement is made under two schemata, the more telling one stays. */
export const schemaRank = (schema: string): number => -(isSchemaName(schema) ? schemata[schema].lineage.length : 0);

const repeatedLines = ({ dataset }: IntakeTarget, told: Sql): Sql => sql`
  select unhex(sha1(concat(${rawSql(literal(`${dataset}.`))}, entity_id, '.', prop, '.', value, '@' || lang))) as statement_id,
    entity_id, substr(ranked_schema, 3) as schema, prop, prop_type, value, original_value, lang
  from (${told})`;
