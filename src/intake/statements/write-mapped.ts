import { Refusal } from "../../base/index.ts";
import { tableName, type TableName } from "../../store/index.ts";
import type { FileMapping } from "../mapping.ts";
import type { StagedPart } from "../parser/index.ts";
import { writeReadings } from "./file-rows.ts";
import { makeStatementWriter } from "./statement-writer.ts";
import { findPartFaults, type PartFault } from "./part-faults.ts";
import { planTable, type TablePlan } from "./table-plan.ts";
import { openChunks, type IntakeSource, type IntakeTarget } from "./target.ts";
import { prepareBlanks, writeBlanks } from "./write-blanks.ts";
import { prepareOutside, writeOutside, type Outside } from "./write-outside.ts";
import { prepareTable, writeTable, type PreparedTable } from "./write-table.ts";

/** A tabular file whose tables are ready to be written. */
export interface PreparedFile {
  readonly mapping: FileMapping;
  readonly parts: readonly PreparedPart[];
}

interface PreparedPart {
  readonly part: StagedPart;
  readonly tables: readonly PreparedTable[];
  readonly outside: Outside | undefined;
  readonly blanks: TableName | undefined;
  readonly faults: readonly PartFault[];
}

/**
 * Makes the temporary tables of a staged file as its mapping says, before the transaction of its batch: the engine reads
 * with one thread what was made in its own transaction.
 */
export async function prepareMapped(source: IntakeSource, mapping: FileMapping): Promise<PreparedFile> {
  const plans = planFile(source, mapping);
  const parts: PreparedPart[] = [];
  for (const part of source.member.parts) {
    const paths = await openChunks(source, part.chunks);
    const tables: PreparedTable[] = [];
    for (const plan of plans.filter((each) => each.part === part)) {
      if (paths.length > 0) tables.push(await prepareTable(source, plan, paths));
    }
    const outside = await prepareOutside(source, part, { paths, tables });
    const faults = await findPartFaults(source, { tables, cells: outside?.cells });
    parts.push({ part, tables, outside, blanks: await prepareBlanks(source, part, paths), faults });
  }
  return { mapping, parts };
}

/** Writes the statements of a prepared file; every cell that is not blank becomes an occurrence or a fault. */
export async function writeMapped(target: IntakeTarget, { mapping, parts }: PreparedFile): Promise<void> {
  const writer = makeStatementWriter(target);
  await writeReadings(target, mapping);
  for (const { part, tables, outside, blanks, faults } of parts) {
    for (const table of tables) await writeTable(target, writer, table);
    if (outside) await writeOutside(target, writer, part, outside);
    if (blanks) await writeBlanks(target, writer, part, blanks);
    await writePartFaults(target, part, faults);
  }
  await writer.finish();
}

async function writePartFaults(
  { database, fileNo, batchNo }: IntakeTarget,
  { part }: StagedPart,
  faults: readonly PartFault[],
): Promise<void> {
  if (faults.length === 0) return;
  const same = <Value>(value: Value): Value[] => faults.map(() => value);
  await database.append(tableName("held", "fault"), {
    file_no: same(fileNo),
    part: same(part),
    row_no: faults.map(({ rowNo }) => BigInt(rowNo)),
    col_no: same(null),
    byte_from: same(null),
    kind: faults.map(({ kind }) => kind),
    text: faults.map(({ text }) => text),
    rows_lost: same(0n),
    batch_no: same(batchNo),
  });
}

/** Checks the whole mapping before anything is written. */
export function planFile(
  target: Pick<IntakeTarget, "member" | "settings" | "name">,
  mapping: FileMapping,
): TablePlan[] {
  return mapping.tables.map((table, tableNo) => {
    const part = target.member.parts.find((each) => each.part === table.part);
    if (!part) {
      const known = target.member.parts.map((each) => `${each.part} ("${each.name}")`).join(", ");
      throw new Refusal(`the mapping of ${target.name} speaks of part ${table.part}; the file has ${known}`);
    }
    return planTable(table, { ordinal: target.member.ordinal, tableNo }, part, target.settings);
  });
}
