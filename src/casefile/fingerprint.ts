import { sha256, stableJson } from "../base/index.ts";
import { heldTables, type SharedTable } from "../model/index.ts";
import { hex, sql, text, type Stage } from "../store/index.ts";
import type { OpenCase } from "./open-case.ts";

/** Which kind of batch writes a held table. */
const batchKinds: Readonly<Record<keyof typeof heldTables, string>> = {
  batch: "intake",
  source: "source",
  source_link: "source",
  dataset: "dataset",
  file: "intake",
  part: "intake",
  column_reading: "intake",
  statement: "intake",
  occurrence: "intake",
  passage: "intake",
  interview_answer: "intake",
  fault: "intake",
  bystander: "intake",
  judgement: "judgement",
  note: "note",
  hypothesis: "hypothesis",
  hypothesis_mark: "hypothesis",
  model_proposal: "model_proposal",
  match_model: "match_model",
  rate: "rate",
};

/** As much of a stage as says what its rows follow from. */
export type FingerprintedStage = Pick<Stage, "name" | "codeVersion" | "reads">;

/**
 * A hash of everything that a stage's rows follow from: its code, the settings, the batches behind the held tables that
 * it reads, and the fingerprints of the stages that wrote the others.
 */
export async function fingerprintOf(
  open: OpenCase,
  stage: FingerprintedStage,
  earlier: ReadonlyMap<SharedTable, string>,
): Promise<string> {
  const { threads: _threads, memoryMb: _memory, ...settings } = open.settings;
  const inputs: Record<string, string> = {};
  for (const table of stage.reads) inputs[table] = earlier.get(table) ?? (await heldFingerprint(open, table));
  return sha256(stableJson({ stage: stage.name, code: stage.codeVersion, settings, inputs }));
}

/** The fingerprint under which a stage last filled its tables; undefined if it never did with this code. */
export async function lastFingerprint(open: OpenCase, stage: FingerprintedStage): Promise<string | undefined> {
  const [last] = await open.file.database.rows(
    sql`select input_hash as hash from w_open.stage_run where stage = ${stage.name} and code_version = ${stage.codeVersion}`,
    { hash: hex },
  );
  return last?.hash;
}

async function heldFingerprint(open: OpenCase, table: SharedTable): Promise<string> {
  const kind = table in heldTables ? batchKinds[table as keyof typeof heldTables] : undefined;
  const { macs } = await open.file.database.row(
    sql`select coalesce(string_agg(hex(input_mac), ' ' order by batch_no), '') as macs from held.batch
      where kind = ${kind ?? "none"} and batch_no not in (select supersedes from held.batch where supersedes is not null)`,
    { macs: text },
  );
  return sha256(`${table}\n${macs}`);
}
