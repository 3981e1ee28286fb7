import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import initSqlJs from "sql.js";
import { sha256 } from "../../../src/base/index.ts";
import { heldFiles, takeIn, type IntakeReport } from "../../../src/intake/index.ts";
import { columnToLetters, defaultSettings, type Settings } from "../../../src/model/index.ts";
import { integer, nullable, text } from "../../../src/store/index.ts";
import { openTestCase, type TestCase } from "../../support/case.ts";
import { makeFolder } from "./staged-rows.ts";

/** A case into which files are taken as `run` does. */
export interface TakeInCase {
  readonly testCase: TestCase;
  readonly mappingDir: string;
  readonly cacheDir: string;
  /** The names in archives of sealed sources that were kept aside, by pseudonym. */
  readonly kept: ReadonlyMap<string, string>;
  /** Takes bytes in as a file of a hand-over. */
  take(name: string, bytes: string | Uint8Array, of?: Taking): Promise<IntakeReport>;
  /** `entity schema.prop = value @ place` of the current statements of a hand-over, sorted. */
  said(where?: string): Promise<string[]>;
  faults(): Promise<string[]>;
}

interface Taking {
  readonly dataset?: string;
  readonly isSealed?: boolean;
  readonly isBystanders?: boolean;
  readonly settings?: Partial<Settings>;
  readonly sealedNames?: readonly string[];
}

/** Opens a case with the hand-overs of these names, numbered from 1. */
export async function openTakeIn(datasets: readonly string[] = ["h1"]): Promise<TakeInCase> {
  const testCase = await openTestCase();
  for (const name of datasets) await testCase.dataset(name);
  const root = makeFolder();
  const mappingDir = join(root, "mappings");
  const cacheDir = join(root, "cache");
  const kept = new Map<string, string>();
  return {
    testCase,
    mappingDir,
    cacheDir,
    kept,
    take: async (name, bytes, of = {}) => {
      const contentSha256 = sha256(bytes);
      const folder = join(root, "material", contentSha256);
      mkdirSync(folder, { recursive: true });
      const path = join(folder, "material");
      writeFileSync(path, bytes);
      const dataset = of.dataset ?? datasets[0] ?? "h1";
      const { database, commitBatch } = testCase.file;
      return takeIn(
        {
          database,
          commitBatch,
          settings: { ...defaultSettings, ...of.settings },
          clock: () => new Date("2020-01-02T03:04:05Z"),
          actor: "tester",
          key: Buffer.alloc(32, 7),
          held: await heldFiles(database),
          progress: () => undefined,
          isSealedName: (text) => (of.sealedNames ?? []).some((each) => text.includes(each)),
        },
        {
          datasetNo: datasets.indexOf(dataset) + 1,
          dataset,
          isSealed: of.isSealed ?? false,
          isBystanders: of.isBystanders ?? false,
          name,
          path,
          contentSha256,
          mappingDir,
          stagedDir: join(cacheDir, `${contentSha256}${of.isSealed ? "-sealed" : ""}`),
          ...(of.isSealed && { keepNames: (names) => names.forEach((each, pseudonym) => kept.set(pseudonym, each)) }),
        },
      );
    },
    said: async (where = "true") => {
      const rows = await testCase.rows(
        `select s.entity_id as entity, s.schema, s.prop, s.prop_type as "type", s.value, o.row_no as "row", o.col_no as col
         from held.current_statement s join held.current_occurrence o using (statement_id) where ${where}
         order by o.file_no, o.part, o.row_no, o.col_no nulls last, s.schema, s.prop, s.value`,
        { entity: text, schema: text, prop: text, type: text, value: text, row: integer, col: nullable(integer) },
      );
      return rows.map(
        (each) =>
          `${each.schema}.${each.prop} = ${each.type === "entity" ? "(entity)" : each.value} @ ${each.col === null ? "row " : columnToLetters(each.col)}${each.row}`,
      );
    },
    faults: async () => {
      const rows = await testCase.rows(
        `select kind, text from held.current_fault order by file_no, part, row_no, col_no, kind, text`,
        { kind: text, text },
      );
      return rows.map((row) => `${row.kind}: ${row.text}`);
    },
  };
}

/** The bytes of an SQLite database made by statements. */
export async function sqliteBytes(statements: string): Promise<Uint8Array> {
  const wasm = createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm");
  const engine = await initSqlJs({ locateFile: () => wasm });
  const database = new engine.Database();
  database.run(statements);
  return database.export();
}
