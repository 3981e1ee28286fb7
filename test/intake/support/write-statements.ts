import type { EntityMapping, FileMapping, PropertyMapping, TableMapping } from "../../../src/intake/mapping.ts";
import type { StagedMember } from "../../../src/intake/parser/index.ts";
import { prepareMapped, writeFileRows, writeMapped } from "../../../src/intake/statements/index.ts";
import { columnToLetters, defaultSettings, type Settings } from "../../../src/model/index.ts";
import { integer, nullable, text } from "../../../src/store/index.ts";
import { openTestCase, type TestCase } from "../../support/case.ts";
import { stageBytes } from "./staged-rows.ts";

const open: TestCase[] = [];

/** Closes the cases that `write` opened. */
export function closeCases(): void {
  for (const each of open.splice(0)) each.close();
}

/** Values from a column. */
export const col = (
  column: number,
  options: Extract<PropertyMapping, { kind: "column" }>["options"] = {},
): PropertyMapping[] => [{ kind: "column", column, options }];
/** A reference to another entity of the row. */
export const ent = (entity: string): PropertyMapping[] => [{ kind: "entity", entity }];
/** A fixed value. */
export const lit = (value: string): PropertyMapping[] => [{ kind: "literal", value }];

/** An entity of a table. */
export function entity(schema: EntityMapping["schema"], of: Partial<Omit<EntityMapping, "schema">>): EntityMapping {
  return { schema, keys: [], requires: [], properties: {}, ...of };
}

/** A table from the second row on, its header in the first. */
export function table(
  headers: readonly string[],
  entities: TableMapping["entities"],
  of: Partial<TableMapping> = {},
): TableMapping {
  return {
    part: 0,
    partName: "",
    headerRows: [1],
    firstRow: 2,
    lastRow: null,
    firstColumn: 0,
    lastColumn: headers.length - 1,
    skippedRows: [],
    entities,
    readings: headers.map((header, column) => ({
      column,
      header,
      entity: null,
      schema: null,
      prop: null,
      confidencePpm: 0,
      evidence: "by hand",
    })),
    ...of,
  };
}

/** What was written. */
export interface Written {
  readonly testCase: TestCase;
  readonly member: StagedMember;
  /** `cell schema.prop = value (original)` of each statement at each of its places, in the order of the file; entities as their ids. */
  readonly said: readonly string[];
  readonly faults: readonly string[];
}

/** Stages a CSV file and writes it by a mapping into a case of its own. */
export async function write(
  csv: string | Uint8Array,
  tables: readonly TableMapping[],
  of: { name?: string; settings?: Partial<Settings>; threads?: number } = {},
): Promise<Written> {
  const { staged, outDir } = await stageBytes(of.name ?? "ledger.csv", csv);
  const member = staged.files[0];
  if (!member) throw new Error("nothing staged");
  const testCase = await openTestCase(of.threads);
  open.push(testCase);
  await testCase.dataset("h1");
  const mapping: FileMapping = { file: "ledger.csv", tables };
  const source = {
    database: testCase.file.database,
    settings: { ...defaultSettings, ...of.settings },
    datasetNo: 1,
    dataset: "h1",
    name: "ledger.csv",
    mappingName: "h1__ledger.csv.yaml",
    member,
    stagedDir: outDir,
    isBystanders: null,
    isSealedName: () => false,
  };
  const prepared = await prepareMapped(source, mapping);
  await testCase.file.commitBatch({ kind: "intake", content: "x", actor: "tester" }, async (batchNo) => {
    const target = { ...source, batchNo, fileNo: 1 };
    await writeFileRows(target, null, Buffer.alloc(32));
    await writeMapped(target, prepared);
    return 0;
  });
  const rows = await testCase.rows(
    `select o.row_no as "row", o.col_no as col, s.schema, s.prop, s.prop_type as "type", s.value, s.original_value as original, o.is_hidden::integer as hidden
     from held.occurrence o join held.statement s using (statement_id) order by o.row_no, o.col_no nulls last, s.schema, s.prop, s.value`,
    {
      row: integer,
      col: nullable(integer),
      schema: text,
      prop: text,
      type: text,
      value: text,
      original: nullable(text),
      hidden: integer,
    },
  );
  const faults = await testCase.rows(
    `select row_no as "row", col_no as col, kind, text from held.fault order by row_no, col_no, kind, text`,
    { row: nullable(integer), col: nullable(integer), kind: text, text },
  );
  return {
    testCase,
    member,
    said: rows.map((row) => {
      const place = row.col === null ? `row ${row.row}` : `${columnToLetters(row.col)}${row.row}`;
      const value = row.type === "entity" ? "(entity)" : row.value;
      return `${place} ${row.schema}.${row.prop} = ${value}${row.original === null ? "" : ` (${row.original})`}${row.hidden ? " hidden" : ""}`;
    }),
    faults: faults.map(
      (fault) =>
        `${fault.col === null ? "" : columnToLetters(fault.col)}${fault.row ?? ""} ${fault.kind}: ${fault.text}`,
    ),
  };
}
