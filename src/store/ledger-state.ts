import type { Acknowledgements } from "./acknowledgements.ts";
import { holdsHead, keepChainHead, readChainHead } from "./chain-head.ts";
import type { Database } from "./database.ts";
import { hex, integer, nullable, text } from "./shape.ts";
import { sql } from "./sql.ts";

/** A batch of the database that the ledger does not name. */
export interface Unacknowledged {
  readonly batchNo: number;
  readonly kind: string;
  readonly inputMac: string;
  readonly rowCount: number;
  /** What its line keeps so that the batch could be written again. */
  readonly content?: unknown;
}

/** How the ledger stands to what the database knows of it. */
export interface LedgerState {
  /** Lines that are missing from its end: how many there were; null where none is missing. */
  readonly hadLines: number | null;
  readonly unacknowledged: readonly Unacknowledged[];
}

/**
 * Compares the ledger with its head and with the batches of the database. A kill between a commit and its line leaves
 * one batch without a line and the head in its place: that line is written now. An older case has no head: it gets one.
 */
export async function settleLedger(database: Database, acknowledgements: Acknowledgements): Promise<LedgerState> {
  const head = await readChainHead(database, "acknowledged.jsonl");
  if (!holdsHead(head, acknowledgements.chainAt))
    return {
      hadLines: head?.lines ?? null,
      unacknowledged: await unacknowledgedBatches(database, acknowledgements),
    };
  const unacknowledged = await unacknowledgedBatches(database, acknowledgements);
  const isOfKill = head === undefined || (unacknowledged.length === 1 && head.lines === acknowledgements.all.length);
  if (isOfKill) for (const batch of unacknowledged) acknowledgements.add(batch);
  if (acknowledgements.all.length > (head?.lines ?? 0))
    await keepChainHead(database, "acknowledged.jsonl", acknowledgements.head());
  return { hadLines: null, unacknowledged: isOfKill ? [] : unacknowledged };
}

async function unacknowledgedBatches(
  database: Database,
  acknowledgements: Acknowledgements,
): Promise<Unacknowledged[]> {
  const named = new Set(acknowledgements.all.map((entry) => entry.inputMac));
  const held = await database.rows(
    sql`select batch_no as "batchNo", kind, input_mac as "inputMac", row_count as "rowCount", replay
      from held.batch order by batch_no`,
    { batchNo: integer, kind: text, inputMac: hex, rowCount: integer, replay: nullable(text) },
  );
  return held
    .filter((batch) => !named.has(batch.inputMac))
    .map(({ replay, ...batch }) => ({ ...batch, ...(replay !== null && { content: JSON.parse(replay) as unknown }) }));
}
