import { hmacSha256, sha256, type Clock } from "../base/index.ts";
import type { Acknowledgements } from "./acknowledgements.ts";
import { keepChainHead } from "./chain-head.ts";
import type { Database } from "./database.ts";
import { integer } from "./shape.ts";
import { sql } from "./sql.ts";

/** What a batch is made from; equal content makes an equal batch, which is committed once. */
export interface BatchInput {
  readonly kind: string;
  /** Text that names the input completely (hashes of files, the mapping, versions of code). */
  readonly content: string;
  readonly actor: string;
  /** The batch that this one takes the place of. */
  readonly supersedes?: number | null;
  /** What ledger and batch row keep so that the batch could be written again (judgements); small. */
  readonly replay?: unknown;
}

/** Writes the rows of a batch under its number and says how many. */
export type BatchWriter = (batchNo: number) => Promise<number>;

/** A batch as it was committed, now or earlier. */
export interface CommittedBatch {
  readonly batchNo: number;
  readonly isNew: boolean;
}

interface Committed {
  readonly batchNo: number;
  readonly rowCount: number;
}

/** Commits batches: rows and batch row in one transaction, then a line in the ledger outside the database, then its head. */
export function makeBatchCommitter(
  database: Database,
  acknowledgements: Acknowledgements,
  options: { readonly clock: Clock; readonly key: Uint8Array; readonly isLedgerWhole: boolean },
) {
  const acknowledge = async (input: BatchInput, inputMac: string, committed: Committed): Promise<void> => {
    if (acknowledgements.all.some((entry) => entry.inputMac === inputMac)) return;
    acknowledgements.add({
      batchNo: committed.batchNo,
      kind: input.kind,
      inputMac,
      rowCount: committed.rowCount,
      ...(input.replay !== undefined && { content: input.replay }),
    });
    // The head of a ledger that was cut stays, or nobody would miss the lines any more.
    if (options.isLedgerWhole) await keepChainHead(database, "acknowledged.jsonl", acknowledgements.head());
  };
  return async (input: BatchInput, write: BatchWriter): Promise<CommittedBatch> => {
    const inputMac = batchMac(options.key, input.kind, input.content);
    const found = await findBatch(database, inputMac);
    if (found !== undefined) {
      await acknowledge(input, inputMac, found);
      return { batchNo: found.batchNo, isNew: false };
    }
    const committed = await database.transaction(async () => {
      const { batchNo } = await database.row(
        sql`select coalesce(max(batch_no), 0)::integer + 1 as "batchNo" from held.batch`,
        { batchNo: integer },
      );
      const rowCount = await write(batchNo);
      await database.run(sql`insert into held.batch values (${batchNo}, ${input.kind}, unhex(${inputMac}),
        ${input.supersedes ?? null}, ${rowCount}, ${input.actor}, ${isoTime(options.clock())}::timestamp,
        ${input.replay === undefined ? null : JSON.stringify(input.replay)})`);
      return { batchNo, rowCount };
    });
    await acknowledge(input, inputMac, committed);
    return { batchNo: committed.batchNo, isNew: true };
  };
}

/** The keyed hash by which a batch is known: equal kind and content, equal hash. */
export const batchMac = (key: Uint8Array, kind: string, content: string): string =>
  hmacSha256(key, `${kind}\n${sha256(content)}`);

/** Commits a batch unless the same content was committed before. */
export type BatchCommitter = ReturnType<typeof makeBatchCommitter>;

/** A time as the engine reads it: ISO, UTC, without the zone letter. */
export const isoTime = (time: Date): string => time.toISOString().slice(0, 23).replace("T", " ");

async function findBatch(database: Database, inputMac: string) {
  const rows = await database.rows(
    sql`select batch_no as "batchNo", row_count as "rowCount" from held.batch where input_mac = unhex(${inputMac})`,
    { batchNo: integer, rowCount: integer },
  );
  return rows[0];
}
