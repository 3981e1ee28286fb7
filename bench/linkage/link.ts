import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initCase, takeInAll, trainCase, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { matchStage } from "../../src/match/index.ts";
import { columnToLetters, isSchemaName, propertyOf } from "../../src/model/index.ts";
import { resolveStage } from "../../src/resolve/index.ts";
import { runStage, sql, text, integer } from "../../src/store/index.ts";
import { benchActor, handOverTable, type HandedTable, type MappedColumn } from "./hand-over-table.ts";

/** Tables of people or firms to be linked: which columns say which property, and which row is which. */
export interface LinkageInput {
  /** One file to be searched for doubles, or several to be held against each other. */
  readonly files: readonly string[];
  /** One schema of FollowTheMoney for all rows, or one for each value of a column. */
  readonly schema: string | { readonly column: string; readonly schemata: Readonly<Record<string, string>> };
  /** By property the values of a row; one of several columns is their texts with a space between. */
  readonly columns: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly id: string;
  /** By property the options of its columns, as in a mapping; dates are read as "ymd" where none is given. */
  readonly options?: Readonly<Record<string, MappedColumn>>;
}

/** How long each part took; `train` is 0 where the weights that ship were used. */
export interface LinkageSeconds {
  readonly intake: number;
  readonly train: number;
  readonly match: number;
  readonly resolve: number;
}

/** A key of this rule or a higher one brings two together only beside another such key. */
const firstTrait = 21;

/** What became of the rows. */
export interface LinkedRows {
  /** By the row's id (with the number of its file before it where there are two): its cluster. */
  readonly clusters: ReadonlyMap<string, string>;
  /** Of pairs of ids, how many shared a blocking key, or two traits. */
  readonly reached: (pairs: readonly (readonly [string, string])[]) => Promise<number>;
  readonly seconds: LinkageSeconds;
  /** The case, until the scoring ends. */
  readonly open: OpenCase;
}

/**
 * Links the rows of tables as the product does with its defaults: taken in as hand-overs, a model learnt, matched,
 * clustered; with the weights that ship where `isTrained` is false.
 */
export async function linkRows<Value>(
  input: LinkageInput,
  isTrained: boolean,
  score: (linked: LinkedRows) => Promise<Value>,
): Promise<Value> {
  return prepareRows(input, async (open) => score(await linkCase(open, isTrained)));
}

/** A case with the tables in custody, not yet taken in. */
export async function prepareRows<Value>(
  input: LinkageInput,
  work: (open: OpenCase) => Promise<Value>,
): Promise<Value> {
  const dir = mkdtempSync(join(tmpdir(), "windfall-linkage-"));
  try {
    const caseDir = join(dir, "case");
    initCase(caseDir, "Linkage");
    for (const [index, file] of input.files.entries())
      await handOverTable(toHandOver(input, file), { dir, caseDir, no: index + 1 });
    return await withCase(caseDir, benchActor, work);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The table as a hand-over: its id in column A, each property's values behind. */
function toHandOver(input: LinkageInput, file: string): HandedTable {
  const values = Object.entries(input.columns).flatMap(([property, groups]) =>
    groups.map((columns) => ({ property, columns })),
  );
  const types = typeof input.schema === "string" ? undefined : input.schema;
  const properties: Record<string, MappedColumn[]> = { description: [{ column: "A" }] };
  for (const [place, { property }] of values.entries())
    (properties[property] ??= []).push({ column: columnToLetters(place + 1), ...optionsOf(input, property) });
  const columns = [[input.id], ...values.map((value) => value.columns), ...(types ? [[types.column]] : [])];
  const entity = { keys: ["A"], properties };
  if (typeof input.schema === "string")
    return { file, columns, entities: { row: { schema: input.schema, ...entity } } };
  const typeColumn = columnToLetters(columns.length - 1);
  return {
    file,
    columns,
    entities: Object.fromEntries(
      Object.entries(input.schema.schemata).map(([type, schema]) => [
        type.toLowerCase(),
        {
          schema,
          keys: ["A"],
          properties: propertiesOf(schema, properties),
          filter: { column: typeColumn, only: [type] },
        },
      ]),
    ),
  };
}

/** An organisation has no birth date: of the properties those that the schema has. */
const propertiesOf = (schema: string, properties: Readonly<Record<string, readonly MappedColumn[]>>) =>
  Object.fromEntries(
    Object.entries(properties).filter(([name]) => isSchemaName(schema) && propertyOf(schema, name) !== undefined),
  );

const optionsOf = ({ options = {} }: LinkageInput, property: string): MappedColumn =>
  options[property] ?? (property.endsWith("Date") ? { dateOrder: "ymd" } : {});

async function linkCase(open: OpenCase, isTrained: boolean): Promise<LinkedRows> {
  const { database, settings, clock, table } = open;
  const context = { database, settings, clock, table, progress: () => undefined };
  const seconds = {
    intake: await secondsOf(() => takeInAll(open, () => undefined)),
    train: isTrained ? await secondsOf(() => trainCase(open, { actor: "bench", isShipped: false })) : 0,
    match: await secondsOf(() => runStage(matchStage, context, async () => undefined)),
    resolve: await secondsOf(() => runStage(resolveStage, context, async () => undefined)),
  };
  const rows = await database.rows(
    sql`select value as id, dataset_no as side, canonical_id as cluster
      from ${open.table("statement")} left join ${open.table("cluster")} using (entity_id)
      where prop = 'description' order by dataset_no, value`,
    { id: text, side: integer, cluster: text },
  );
  const sides = new Set(rows.map(({ side }) => side)).size;
  const nameOf = (id: string, side: number): string => (sides > 1 ? `${side} ${id}` : id);
  return {
    open,
    seconds,
    clusters: new Map(rows.map(({ id, side, cluster }) => [nameOf(id, side), cluster])),
    reached: async (pairs) => {
      const pair = await database.temporary("bench_pair", "left_id varchar, right_id varchar");
      await database.append(pair, { left_id: pairs.map(([one]) => one), right_id: pairs.map(([, other]) => other) });
      const named = sides > 1 ? sql`dataset_no || ' ' || value` : sql`value`;
      const { reached } = await database.row(
        sql`with own as (
            select ${named} as id, rule, blocking_key from ${open.table("statement")}
            join ${open.table("blocking_key")} using (entity_id) where prop = 'description')
          select count(*) as reached from (
            select left_id, right_id from ${pair}
            join own as one on one.id = left_id
            join own as other on other.id = right_id and other.rule = one.rule and other.blocking_key = one.blocking_key
            group by left_id, right_id
            having bool_or(one.rule < ${firstTrait}) or count(distinct one.rule || ' ' || one.blocking_key) > 1)`,
        { reached: integer },
      );
      return reached;
    },
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
