import { bigInteger, integer, sql, text, type Row } from "../store/index.ts";
import type { Reader } from "./reader.ts";

const shape = { rule: integer, sentence: text, blocks: integer, largest: integer, pairs: bigInteger };

/** What brings mentions together by one rule and is shared by too many: how many such values, by how many, and the pairs that were not compared for it. */
export type SkippedBlocks = Row<typeof shape>;

/** By blocking rule, what too many share; a pair left out by one rule may have been compared by another. */
export const skippedBlocks = (reader: Reader): Promise<SkippedBlocks[]> =>
  reader.database.rows(
    sql`select rule, sentence, blocks, largest, pairs from ${reader.table("skipped_block")} order by pairs desc, rule`,
    shape,
  );
