import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Refusal } from "../../base/index.ts";
import type { Settings } from "../../model/index.ts";
import type { Database } from "../../store/index.ts";
import type { StagedChunk, StagedMember } from "../parser/index.ts";

/** The file whose statements are being written, inside the transaction of its batch. */
export interface IntakeTarget {
  readonly database: Database;
  readonly settings: Settings;
  readonly batchNo: number;
  readonly datasetNo: number;
  readonly dataset: string;
  readonly fileNo: number;
  /** The name to show: a pseudonym if the source is sealed. */
  readonly name: string;
  /** The name of the file that says what its columns are; of a form that says it itself there is none. */
  readonly mappingName: string;
  readonly member: StagedMember;
  /** The folder with the member's Parquet files. */
  readonly stagedDir: string;
  /** Whether the people of this file are bystanders until opened; null: as the form of the file says. */
  readonly isBystanders: boolean | null;
  /** Whether the name of a protected source stands in a text. */
  readonly isSealedName: (text: string) => boolean;
}

/** The file as it was staged, before its batch gives it a number. */
export type IntakeSource = Omit<IntakeTarget, "batchNo" | "fileNo">;

/** Paths of Parquet files after their bytes were compared with the hashes of the manifest. */
export async function openChunks(target: IntakeSource, chunks: readonly StagedChunk[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const chunk of chunks) {
    const path = join(target.stagedDir, chunk.file);
    const hash = createHash("sha256");
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
    if (hash.digest("hex") !== chunk.sha256) {
      throw new Refusal(`${path} was changed since it was staged; delete its folder and run again`);
    }
    paths.push(path);
  }
  return paths;
}
