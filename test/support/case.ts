import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lazy } from "../../src/base/index.ts";
import {
  defaultSettings,
  heldTables,
  isSchemaName,
  makeStatementId,
  propertyOf,
  type Settings,
} from "../../src/model/index.ts";
import {
  openCaseFile,
  rawSql,
  runStage,
  sql,
  tableName,
  tableOfWorld,
  type CaseFile,
  type Shape,
  type Row,
  type Stage,
} from "../../src/store/index.ts";
import { keepFolder, layDown, type KeptFolder } from "./kept-folder.ts";

/** One literal statement: entity, schema, property, value; and, if it matters, the row (else the next) and the column. */
export type Literal = readonly [
  entity: string,
  schema: string,
  prop: string,
  value: string,
  row?: number,
  column?: number,
];

/** A real case file in a temporary folder that tests fill with literal statements. */
export interface TestCase {
  readonly dir: string;
  readonly file: CaseFile;
  /** The texts of the queries so far. */
  readonly queries: readonly string[];
  /** Declares a hand-over by its source; `firstHand` null: not declared. Returns the dataset's number. */
  dataset(
    name: string,
    options?: { source?: string; firstHand?: boolean | null; sealed?: boolean; series?: string },
  ): Promise<number>;
  /** Declares that a source retells another; parent null: retells an unknown one. */
  derivedFrom(child: string, parent: string | null): Promise<void>;
  /** Adds statements to a hand-over, each with an occurrence in its file (one file for each call, part 0). */
  statements(dataset: string, literals: readonly Literal[]): Promise<void>;
  judge(subject: string, left: string, right: string, decision: string): Promise<void>;
  /** Runs a stage as a run does: its tables emptied, its work in one transaction. */
  run(stage: Stage, settings?: Partial<Settings>): Promise<void>;
  /** Rows of a query, for comparison. */
  rows<Columns extends Shape>(query: string, shape: Columns): Promise<Row<Columns>[]>;
  close(): void;
}

const clock = (): Date => new Date("2020-01-02T03:04:05Z");

const key = Buffer.alloc(32, 7);

/** The files of an empty case, made once for all cases of a worker: to make its tables is most of what an opening takes. */
const emptyCase = lazy(async (): Promise<KeptFolder> => {
  const dir = mkdtempSync(join(tmpdir(), "windfall-empty-"));
  const file = await openCaseFile(dir, { threads: 1, memoryMb: 512, clock, key });
  await file.database.run(sql`checkpoint`);
  file.close();
  return keepFolder(dir);
});

/** Opens an empty case; close it when done. A few rows are soonest done by one thread: tests of several say so. */
export async function openTestCase(threads = 1, memoryMb = 512): Promise<TestCase> {
  const dir = mkdtempSync(join(tmpdir(), "windfall-case-"));
  layDown(await emptyCase(), dir);
  const queries: string[] = [];
  const onQuery = (query: string): void => void queries.push(query);
  const file = await openCaseFile(dir, { threads, memoryMb, clock, key, onQuery });
  const { database } = file;
  const datasets = new Map<string, number>();
  let files = 0;
  let batches = 0;
  let judgements = 0;
  const nextBatch = async (): Promise<number> => {
    batches += 1;
    await file.commitBatch({ kind: "test", content: String(batches), actor: "tester" }, async () => 0);
    return batches;
  };
  return {
    dir,
    file,
    queries,
    dataset: async (name, options = {}) => {
      const batch = await nextBatch();
      const source = options.source ?? `${name}-source`;
      const number = datasets.size + 1;
      datasets.set(name, number);
      await database.run(sql`insert into held.source values (${source}, ${source}, 'informant', 'B', 2,
        ${options.firstHand ?? null}::boolean, ${options.sealed ?? false}, ${batch})`);
      await database.run(sql`insert into held.dataset values (${number}, ${name}, ${source}, ${number},
        date '2020-01-01' + ${number}::integer, 'handed over', ${options.series ?? null}, null, null, ${batch})`);
      return number;
    },
    derivedFrom: async (child, parent) => {
      const batch = await nextBatch();
      await database.run(sql`insert into held.source_link values (${child}, ${parent}, 'declared', ${batch})`);
    },
    statements: async (dataset, literals) => {
      const batch = await nextBatch();
      const number = datasets.get(dataset) ?? 0;
      files += 1;
      await database.run(sql`insert into held.file values (${files}, ${number}, null, ${`f${files}.csv`},
        unhex(sha256(${`f${files}`})), 1, 'text/csv', 'csv', null, ${literals.length}, ${literals.length}, 0, ${batch})`);
      await database.run(
        sql`insert into held.part values (${files}, 0, '', 'visible', 9, ${literals.length}, ${literals.length}, 0, ${batch})`,
      );
      await appendStatements(file, { dataset, number, fileNo: files, batch }, literals);
    },
    judge: async (subject, left, right, decision) => {
      const batch = await nextBatch();
      judgements += 1;
      await database.run(sql`insert into held.judgement values (${judgements}, ${subject}, ${left}, ${right},
        ${decision}, '[]', null, 'tester', timestamp '2020-01-02', ${batch}, null)`);
    },
    run: async (stage, settings = {}) => {
      const table = tableOfWorld("open");
      await runStage(
        stage,
        {
          database,
          clock,
          table,
          settings: { ...defaultSettings, threads, ...settings },
          progress: () => undefined,
        },
        async () => undefined,
      );
    },
    rows: async (query, shape) => database.rows(rawSql(query), shape),
    close: () => {
      file.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function appendStatements(
  file: CaseFile,
  into: { dataset: string; number: number; fileNo: number; batch: number },
  literals: readonly Literal[],
): Promise<void> {
  const ids = literals.map(([entityId, , prop, value]) =>
    Buffer.from(makeStatementId({ dataset: into.dataset, entityId, prop, value }), "hex"),
  );
  const same = <Value>(value: Value): Value[] => literals.map(() => value);
  await file.database.append(tableName("held", "occurrence"), {
    statement_id: ids,
    file_no: same(into.fileNo),
    part: same(0),
    row_no: literals.map((literal, index) => BigInt(literal[4] ?? index + 2)),
    col_no: literals.map((literal) => literal[5] ?? 0),
    byte_from: same(null),
    byte_to: same(null),
    credibility: same(null),
    is_hidden: same(false),
    batch_no: same(into.batch),
  });
  const said = await file.database.temporary(
    "test_statement",
    heldTables.statement.replaceAll(/enum\([^)]*\)/gu, "varchar"),
  );
  await file.database.append(said, {
    statement_id: ids,
    dataset_no: same(into.number),
    entity_id: literals.map(([entity]) => entity),
    schema: literals.map(([, schema]) => schema),
    prop: literals.map(([, , prop]) => prop),
    prop_type: literals.map(([, schema, prop]) => typeOf(schema, prop)),
    value: literals.map(([, , , value]) => value),
    original_value: same(null),
    lang: same(null),
    external: same(false),
    first_seen: same(null),
    last_seen: same(null),
    batch_no: same(into.batch),
  });
  await file.database.run(sql`insert into held.statement select * from ${said}`);
}

function typeOf(schema: string, prop: string): string {
  const property = isSchemaName(schema) ? propertyOf(schema, prop) : undefined;
  if (!property) throw new Error(`${schema} has no property ${prop}`);
  return property.type;
}
