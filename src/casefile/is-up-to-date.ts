import type { SharedTable } from "../model/index.ts";
import { integer, sql } from "../store/index.ts";
import { fingerprintOf, lastFingerprint } from "./fingerprint.ts";
import type { OpenCase } from "./open-case.ts";

/** Whether every stage has drawn the consequences of the decisions that were made; true where there is none. */
export async function isUpToDate(open: OpenCase): Promise<boolean> {
  const { decisions } = await open.database.row(sql`select count(*)::integer as decisions from held.judgement`, {
    decisions: integer,
  });
  if (decisions === 0) return true;
  const { stages } = await import("./stages.ts");
  const fingerprints = new Map<SharedTable, string>();
  for (const stage of stages) {
    const fingerprint = await fingerprintOf(open, stage, fingerprints);
    if ((await lastFingerprint(open, stage)) !== fingerprint) return false;
    for (const table of stage.writes) fingerprints.set(table, fingerprint);
  }
  return true;
}
