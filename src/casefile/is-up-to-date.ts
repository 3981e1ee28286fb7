import type { SharedTable } from "../model/index.ts";
import { integer, sql } from "../store/index.ts";
import { fingerprintOf, lastFingerprint } from "./fingerprint.ts";
import type { OpenCase } from "./open-case.ts";

/** Whether every derived table follows from what the case holds, by the program as it is; true where no file was read. */
export async function isUpToDate(open: OpenCase): Promise<boolean> {
  const { files } = await open.database.row(sql`select count(*)::integer as files from held.current_file`, {
    files: integer,
  });
  if (files === 0) return true;
  const { stages } = await import("./stages.ts");
  const fingerprints = new Map<SharedTable, string>();
  for (const stage of stages) {
    const fingerprint = await fingerprintOf(open, stage, fingerprints);
    if ((await lastFingerprint(open, stage)) !== fingerprint) return false;
    for (const table of stage.writes) fingerprints.set(table, fingerprint);
  }
  return true;
}
