import { stableJson } from "../base/index.ts";
import type { Sql } from "../store/index.ts";
import type { OpenCase } from "./open-case.ts";

/** A kind of row that people write and nobody changes: its batch, and how the ledger's text of it becomes a row again. */
export interface WrittenKind<Written> {
  readonly batchKind: string;
  isWritten(content: unknown): content is Written;
  insert(written: Written, batchNo: number): Sql;
}

/** Commits a row; the ledger outside the database keeps its text. */
export async function commitRow<Written extends { readonly actor: string }>(
  open: OpenCase,
  kind: WrittenKind<Written>,
  written: Written,
): Promise<void> {
  await open.file.commitBatch(
    { kind: kind.batchKind, content: stableJson(written), actor: written.actor, replay: written },
    (batchNo) => open.database.run(kind.insert(written, batchNo)),
  );
}

/** Writes again, from the ledger outside the database, the rows of a kind that the database lost. */
export async function replayRows<Written extends { readonly actor: string }>(
  open: OpenCase,
  kind: WrittenKind<Written>,
): Promise<void> {
  for (const entry of open.file.lost)
    if (entry.kind === kind.batchKind && kind.isWritten(entry.content)) await commitRow(open, kind, entry.content);
}

/** Whether something is an object with all of these names. */
export const hasNames = (content: unknown, names: readonly string[]): boolean =>
  typeof content === "object" && content !== null && names.every((name) => name in content);
