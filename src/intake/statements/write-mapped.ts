import { Refusal } from "../../base/index.ts";
import { sql } from "../../store/index.ts";
import type { FileMapping } from "../mapping.ts";
import { writeReadings } from "./file-rows.ts";
import { makeStatementWriter } from "./statement-writer.ts";
import { planTable, type TablePlan } from "./table-plan.ts";
import { openChunks, type IntakeTarget } from "./target.ts";
import { writeBlanks } from "./write-blanks.ts";
import { writeOutside, type WrittenTable } from "./write-outside.ts";
import { writeTable } from "./write-table.ts";

/** Turns a staged tabular file into statements as its mapping says; every cell that is not blank becomes an occurrence or a fault. */
export async function writeMapped(target: IntakeTarget, mapping: FileMapping): Promise<void> {
  const plans = planFile(target, mapping);
  const writer = await makeStatementWriter(target);
  await writeReadings(target, mapping);
  for (const part of target.member.parts) {
    const paths = await openChunks(target, part.chunks);
    const tables: WrittenTable[] = [];
    for (const plan of plans.filter((each) => each.part === part)) {
      if (paths.length > 0) tables.push({ plan, ...(await writeTable(target, writer, plan, paths)) });
    }
    await writeOutside(target, writer, part, { paths, tables });
    await writeBlanks(target, writer, part, paths);
    for (const { rows, keys } of tables) {
      for (const table of [rows, ...keys.map((each) => each.table)])
        await target.database.run(sql`drop table ${table}`);
    }
  }
  await writer.finish();
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
    return planTable(table, tableNo, part, target.settings);
  });
}
