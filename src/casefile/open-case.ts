import type { Clock } from "../base/index.ts";
import type { Settings } from "../model/index.ts";
import { openCaseFile, tableOfWorld, type CaseFile, type OnQuery } from "../store/index.ts";
import type { Reader } from "../views/index.ts";
import { openCaseFolder, type CaseFolder } from "./case-folder.ts";
import { orDiskFull } from "./disk-full.ts";
import { replayJudgements } from "./judge.ts";
import { replayModelProposals } from "./model-proposals.ts";
import { replayNotes } from "./notes.ts";
import { replayModels } from "./train-case.ts";
import { replayHypotheses } from "./write-hypotheses.ts";

/** Who opens a case and how. */
export interface OpenOptions {
  readonly actor: string;
  readonly clock: Clock;
  /** Overrides the case's own number of threads; the result is the same for any. */
  readonly threads?: number;
  /** Hears each query (debug runs). */
  readonly onQuery?: OnQuery;
}

/** An open case: its folder, its database, and who looks at it. This process owns it until it is closed. */
export interface OpenCase extends Reader {
  readonly folder: CaseFolder;
  readonly file: CaseFile;
  readonly settings: Settings;
  readonly clock: Clock;
  close(): void;
}

/** Opens the case in a folder, takes its lock, and writes again the decisions that the database lost, if any. */
export async function openCase(dir: string, options: OpenOptions): Promise<OpenCase> {
  const folder = openCaseFolder(dir, options.clock);
  const settings = { ...folder.config.settings, ...(options.threads !== undefined && { threads: options.threads }) };
  const file = await openCaseFile(dir, {
    threads: settings.threads,
    memoryMb: settings.memoryMb,
    clock: options.clock,
    key: folder.key,
    ...(options.onQuery && { onQuery: options.onQuery }),
  });
  const open: OpenCase = {
    folder,
    file,
    database: file.database,
    settings,
    viewer: { world: "open", actor: options.actor },
    clock: options.clock,
    table: tableOfWorld("open"),
    close: () => file.close(),
  };
  try {
    await replayJudgements(open);
    await replayModels(open);
    await replayNotes(open);
    await replayHypotheses(open);
    await replayModelProposals(open);
    return open;
  } catch (cause) {
    file.close();
    throw cause;
  }
}

/** The same case with its folder as it lies there now: what was added or edited since it was opened. */
export function rereadFolder(open: OpenCase): OpenCase {
  const folder = openCaseFolder(open.folder.paths.dir, open.clock);
  const { threads, memoryMb } = open.settings;
  return { ...open, folder, settings: { ...folder.config.settings, threads, memoryMb } };
}

/** Runs work on an open case and closes it whatever happens. */
export async function withCase<Value>(
  dir: string,
  options: OpenOptions,
  work: (open: OpenCase) => Promise<Value>,
): Promise<Value> {
  const open = await openCase(dir, options).catch((cause: unknown) => {
    throw orDiskFull(cause, dir);
  });
  try {
    return await work(open);
  } catch (cause) {
    throw orDiskFull(cause, dir);
  } finally {
    open.close();
  }
}
