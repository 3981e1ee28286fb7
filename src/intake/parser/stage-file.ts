import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { siblingModule } from "../../base/index.ts";
import type { ChildJob, SkippedMember } from "./child-job.ts";
import { ordinaryLimits, type ParserLimits } from "./limits.ts";
import type { StagedFile, StagedMember } from "./staged.ts";
import { textOf, withUnfinished } from "./unfinished-member.ts";
import { type ChildStory, watchChild } from "./watch-child.ts";

/** A file to be staged: where it lies, the name to show (its base name if left out), a folder of its own for the tables. */
export interface StageRequest {
  readonly path: string;
  readonly name?: string;
  readonly outDir: string;
  readonly limits?: Partial<ParserLimits>;
  /** Told what each child used, for benches. */
  readonly onChildEnd?: (story: { readonly peakMb: number; readonly end: string }) => void;
}

const attemptsMax = 8;
const heapMb = 320;
const retryMs = 2_000;

/**
 * Reads a file of any kind in a parser child that can be stopped, and stages its tables as Parquet in `outDir`, which is
 * emptied first; the manifest is returned and written there as `staged.json`. Bad material never throws: everything that
 * could not be read is a fault. If a member of an archive ends the child, another child reads the rest.
 */
export async function stageFile(request: StageRequest): Promise<StagedFile> {
  const limits = { ...ordinaryLimits, ...request.limits };
  const name = request.name ?? basename(request.path);
  const skip: SkippedMember[] = [];
  const endMs = performance.now() + totalTimeMs(request.path, limits);
  for (let attempt = 1; ; attempt++) {
    clearFolder(request.outDir);
    const job = { path: request.path, name, outDir: request.outDir, limits, skip };
    const story = await runChild(job, endMs - performance.now());
    request.onChildEnd?.({ peakMb: story.peakMb, end: story.end.kind });
    if (story.end.kind === "done") return save(request.outDir, story.members);
    const [inHand] = story.unfinished;
    const isLast = attempt === attemptsMax || performance.now() > endMs - retryMs;
    // The rest of an archive is worth another child; a file that is no archive has no rest.
    if (isLast || !inHand || inHand.ordinal === 0) return save(request.outDir, withUnfinished(story, job));
    const { ordinal, form, mediaType, rows } = inHand;
    const text = textOf(story.end, rows);
    skip.push({ ordinal, form, mediaType, kind: story.end.kind, text, rowsLost: Math.max(1, rows) });
  }
}

function totalTimeMs(path: string, limits: ParserLimits): number {
  return Math.max(limits.totalMs, (statSync(path).size / 1024 / 1024) * limits.millisecondsPerMb);
}

function clearFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

function runChild(job: ChildJob, totalMs: number): Promise<ChildStory> {
  const child = startChild();
  const story = watchChild(child, job.limits, totalMs);
  // A child that falls before it listens closes the pipe; how it ended is told by its end, not by this message.
  child.send(job, () => undefined);
  return story;
}

function startChild(): ChildProcess {
  const { url, execArgv } = siblingModule("./parser.child", import.meta.url);
  const guards = [
    `--max-old-space-size=${heapMb}`,
    "--disallow-code-generation-from-strings",
    "--disable-proto=delete",
  ];
  return spawn(process.execPath, [...execArgv, ...guards, fileURLToPath(url)], {
    env: {},
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    windowsHide: true,
  });
}

function save(outDir: string, members: StagedMember[]): StagedFile {
  const staged = { files: members.toSorted((left, right) => left.ordinal - right.ordinal) };
  writeFileSync(join(outDir, "staged.json"), `${JSON.stringify(staged, null, 1)}\n`, { mode: 0o600 });
  return staged;
}
