import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { addMaterial } from "../../src/casefile/index.ts";
import { columnToLetters } from "../../src/model/index.ts";
import { copyColumns } from "../read-table.ts";

/** A column of a mapping, with its options; see docs/reference.md. */
export type MappedColumn = Readonly<Record<string, string>>;

/** An entity of a mapping, over the columns A, B, ... of a handed-over table. */
export interface MappedEntity {
  readonly schema: string;
  readonly keys: readonly string[];
  readonly filter?: { readonly column: string; readonly only: readonly string[] };
  readonly properties: Readonly<Record<string, readonly MappedColumn[]>>;
}

/** A table to be put into a case as one hand-over. */
export interface HandedTable {
  /** CSV or Parquet. */
  readonly file: string;
  /** The columns to hand over, each made of one of the file's or of several, a space between; those that it lacks are empty. */
  readonly columns: readonly (readonly string[])[];
  readonly entities: Readonly<Record<string, MappedEntity>>;
}

/** Who works on a bench's case, at a time that never changes. */
export const benchActor = { actor: "bench", clock: (): Date => new Date("2026-01-01T00:00:00Z") };

/** Copies a table into `dir` as a CSV, takes it into a case's custody as hand-over `side1`, `side2`, ... and writes its mapping. */
export async function handOverTable(
  table: HandedTable,
  { dir, caseDir, no }: { readonly dir: string; readonly caseDir: string; readonly no: number },
): Promise<void> {
  const csv = join(dir, `side${no}.csv`);
  await copyColumns(table.file, csv, table.columns);
  await addMaterial(
    caseDir,
    {
      files: [csv],
      dataset: `side${no}`,
      source: { id: `s${no}`, label: `Side ${no}`, kind: "register", grade: "B2", firstHand: true },
      received: "2026-01-01",
      howObtained: "bench",
    },
    benchActor,
  );
  const mapped = {
    part: 0,
    name: "",
    header: [1],
    rows: "2-end",
    columns: `A-${columnToLetters(table.columns.length - 1)}`,
    skip: [],
    entities: table.entities,
    readings: [],
  };
  const mapping = { file: `side${no}.csv`, tables: [mapped] };
  writeFileSync(join(caseDir, "mappings", `side${no}__side${no}.csv.yaml`), stringify(mapping));
}
