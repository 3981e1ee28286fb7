import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { type StagedFile, stageFile } from "../src/intake/parser/index.ts";

/** What reading one file came to. `died`: the process that asked for it met an exception; `stopped`: why the parser child was ended, if so. */
export interface FileFigures {
  readonly file: string;
  readonly read: number;
  readonly lost: number;
  readonly present: number;
  readonly seconds: number;
  readonly childMbMax: number;
  readonly died: boolean;
  readonly stopped: string | null;
  readonly form: string;
  readonly members: number;
  readonly faults: number;
  /** The first reason for which something was not read. */
  readonly reason: string | null;
}

/** Stages every file under a folder, one after the other, into a temporary folder that is removed. */
export async function filesBench(dir: string): Promise<FileFigures[]> {
  const files = statSync(dir).isDirectory() ? filesUnder(dir) : [dir];
  const outDir = mkdtempSync(join(tmpdir(), "windfall-files-"));
  const figures: FileFigures[] = [];
  try {
    for (const path of files) figures.push(await measure(path, relative(dir, path) || path, join(outDir, "staged")));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
  return figures;
}

function filesUnder(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true }).toSorted((left, right) =>
    left.name < right.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
  });
}

async function measure(path: string, file: string, outDir: string): Promise<FileFigures> {
  const startedMs = performance.now();
  let childMbMax = 0;
  let stopped: string | null = null;
  let staged: StagedFile = { files: [] };
  let died: string | null = null;
  try {
    staged = await stageFile({
      path,
      outDir,
      onChildEnd: ({ peakMb, end }) => {
        childMbMax = Math.max(childMbMax, peakMb);
        if (end !== "done") stopped ??= end;
      },
    });
  } catch (error) {
    died = error instanceof Error ? error.message : String(error);
  }
  const seconds = Math.round(performance.now() - startedMs) / 1000;
  const sum = (count: "rowsRead" | "rowsLost" | "rowsPresent"): number =>
    staged.files.reduce((total, member) => total + member[count], 0);
  const faults = staged.files.flatMap((member) => member.faults);
  const [first] = staged.files;
  const counts = { read: sum("rowsRead"), lost: sum("rowsLost"), present: sum("rowsPresent") };
  const what = { form: first?.form ?? "none", members: staged.files.length, faults: faults.length };
  const reason = died ?? faults.find((fault) => fault.rowsLost > 0)?.text ?? faults[0]?.text ?? null;
  return { file, ...counts, seconds, childMbMax, died: died !== null, stopped, ...what, reason };
}
