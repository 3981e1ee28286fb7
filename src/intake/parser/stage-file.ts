import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { Refusal } from "../../base/index.ts";
import type { SkippedMember } from "./child-job.ts";
import { diskRefusal } from "./disk-refusal.ts";
import { ordinaryLimits, type ParserLimits } from "./limits.ts";
import { stagingVersion, type StagedFile, type StagedMember } from "./staged.ts";
import { textOf, withUnfinished } from "./unfinished-member.ts";
import { runInChild } from "./run-in-child.ts";

/** A file to be staged: where it lies, the name to show (its base name if left out), a folder of its own for the tables. */
export interface StageRequest {
  readonly path: string;
  readonly name?: string;
  readonly outDir: string;
  readonly limits?: Partial<ParserLimits>;
  /**
   * Given for a sealed source alone: keeps the names in its archives, by pseudonym, before anything is staged under these.
   * No other name of a member leaves the child then.
   */
  readonly keepNames?: KeepNames | undefined;
  /** Told what each child used, for benches. */
  readonly onChildEnd?: (story: { readonly peakMb: number; readonly end: string }) => void;
}

/** Keeps names where only a cleared person finds them. */
export type KeepNames = (names: ReadonlyMap<string, string>) => void;

const attemptsMax = 8;
const retryMs = 2_000;

/**
 * Reads a file of any kind in a parser child that can be stopped, and stages its tables as Parquet in `outDir`; the
 * manifest is returned and written there as `staged.json`. The folder appears whole or not at all, in place of an older
 * one. Bad material never throws: everything that could not be read is a fault. If a member of an archive ends the
 * child, another child reads the rest. A disk that cannot be written throws a Refusal.
 */
export async function stageFile(request: StageRequest): Promise<StagedFile> {
  const outDir = resolve(request.outDir);
  const workDir = makeWorkDir(outDir);
  try {
    const staged = await stageInto(workDir, request);
    rmSync(outDir, { recursive: true, force: true });
    renameSync(workDir, outDir);
    return staged;
  } catch (error) {
    rmSync(workDir, { recursive: true, force: true });
    throw diskRefusal(error) ?? error;
  }
}

// A child that outlives a killed parent must not write among the files of the next run, so each run has a folder of its own.
function makeWorkDir(outDir: string): string {
  const folder = dirname(outDir);
  const prefix = `${basename(outDir)}.part-`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(folder, prefix));
}

async function stageInto(workDir: string, request: StageRequest): Promise<StagedFile> {
  const limits = { ...ordinaryLimits, ...request.limits };
  const name = request.name ?? basename(request.path);
  const skip: SkippedMember[] = [];
  const endMs = performance.now() + totalTimeMs(request.path, limits);
  for (let attempt = 1; ; attempt++) {
    const isSealed = request.keepNames !== undefined;
    const job = { path: request.path, name, isSealed, outDir: workDir, limits, skip };
    const story = await runInChild(job, endMs - performance.now());
    request.keepNames?.(story.names);
    request.onChildEnd?.({ peakMb: story.peakMb, end: story.end.kind });
    if (story.end.kind === "done") return save(workDir, story.members);
    if (story.end.kind === "refused") throw new Refusal(story.end.text);
    const [inHand] = story.unfinished;
    const isLast = attempt === attemptsMax || performance.now() > endMs - retryMs;
    // The rest of an archive is worth another child; a file that is no archive has no rest.
    if (isLast || !inHand || inHand.ordinal === 0) return save(workDir, withUnfinished(story, job));
    const { ordinal, form, mediaType, rows } = inHand;
    const text = textOf(story.end, rows);
    skip.push({ ordinal, form, mediaType, kind: story.end.kind, text, rowsLost: Math.max(1, rows) });
    clearFolder(workDir);
  }
}

function totalTimeMs(path: string, limits: ParserLimits): number {
  return Math.max(limits.totalMs, (statSync(path).size / 1024 / 1024) * limits.millisecondsPerMb);
}

function clearFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

function save(outDir: string, members: StagedMember[]): StagedFile {
  const staged = { files: members.toSorted((left, right) => left.ordinal - right.ordinal) };
  writeFileSync(join(outDir, "staged.json"), `${JSON.stringify({ version: stagingVersion, ...staged }, null, 1)}\n`, {
    mode: 0o600,
  });
  return staged;
}
