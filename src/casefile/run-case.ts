import type { IntakeContext, IntakeReport, Material } from "../intake/index.ts";
import type { SharedTable } from "../model/index.ts";
import { cancellable, dropTemporaryTables, runStage, sql, type Stage } from "../store/index.ts";
import { refuseBrokenCustody } from "./custody-problems.ts";
import { fingerprintOf, lastFingerprint } from "./fingerprint.ts";
import { readManifest, refuseChangedMaterial } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";
import { registerCase } from "./register.ts";
import { dropOpenStaging, materialToRead, type ReadMaterial } from "./staged-material.ts";
import { unknownNames } from "./unknown-names.ts";
import type { BriefFiles } from "./write-brief.ts";

/** How far a run is: `done` of `total` of `what`, in one stage. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

/** What a run did. */
export interface RunReport {
  readonly intake: readonly IntakeReport[];
  readonly stages: readonly { readonly stage: string; readonly isNew: boolean; readonly ms: number }[];
  /** What the settings name and no entity answers to, a sentence each. */
  readonly unknownNames: readonly string[];
  readonly brief: BriefFiles;
}

/** How a run is ended before its time, and who may write between two of its steps. */
export interface RunControl {
  /** Ends the run after the file or stage that it is in: it throws the signal's reason. */
  readonly stop?: AbortSignal;
  /** Ends it as soon as the engine lets go: what was not committed is made again by the next run. It throws the signal's reason. */
  readonly cancel?: AbortSignal;
  /** Called between two files and two stages. */
  readonly between?: () => Promise<void>;
}

/**
 * Brings a case up to date: takes in what is new, then runs each stage whose input changed. Each file and each stage is
 * committed when it is done, so a run that is stopped goes on where it was.
 */
export async function runCase(
  owner: OpenCase,
  onProgress: (progress: Progress) => void,
  control: RunControl = {},
): Promise<RunReport> {
  const { cancel } = control;
  if (!cancel) return runSteps(owner, onProgress, control);
  const { database, end } = cancellable(owner.file.database, cancel);
  try {
    return await runSteps({ ...owner, database, file: { ...owner.file, database } }, onProgress, control);
  } catch (cause) {
    cancel.throwIfAborted();
    throw cause;
  } finally {
    end();
    await dropTemporaryTables(owner.file.database);
  }
}

async function runSteps(
  open: OpenCase,
  onProgress: (progress: Progress) => void,
  control: RunControl,
): Promise<RunReport> {
  const intake = await takeInAll(open, onProgress, control);
  const { stages } = await import("./stages.ts");
  const reports: RunReport["stages"][number][] = [];
  const fingerprints = new Map<SharedTable, string>();
  for (const stage of stages) {
    await step(control);
    const started = performance.now();
    const fingerprint = await fingerprintOf(open, stage, fingerprints);
    const isNew = (await lastFingerprint(open, stage)) !== fingerprint;
    if (isNew) await bringUpToDate(open, stage, { fingerprint, onProgress });
    for (const table of stage.writes) fingerprints.set(table, fingerprint);
    reports.push({ stage: stage.name, isNew, ms: performance.now() - started });
  }
  onProgress({ stage: "brief", done: 0, total: 1, what: "" });
  const unknown = await unknownNames(open);
  const { bringBriefUpToDate } = await import("./brief-up-to-date.ts");
  const brief = await bringBriefUpToDate(open, { fingerprints, unknown });
  onProgress({ stage: "brief", done: 1, total: 1, what: "" });
  return { intake, stages: reports, unknownNames: unknown, brief };
}

/** Between two steps: ends the run if that was asked, and lets others write. */
async function step({ stop, cancel, between }: RunControl): Promise<void> {
  stop?.throwIfAborted();
  cancel?.throwIfAborted();
  await between?.();
}

/**
 * Registers what `case.yaml` says and takes in the material that is new; refuses while material is missing or changed.
 * The parser child reads the first new file while the case is registered, and each next one while a file is stated.
 */
export async function takeInAll(
  open: OpenCase,
  onProgress: (progress: Progress) => void,
  control: RunControl = {},
): Promise<IntakeReport[]> {
  const { heldFiles, heldName, readAhead, takeIn } = await import("../intake/index.ts");
  await refuseBrokenCustody(open);
  await refuseChangedMaterial(open.folder.paths, false);
  const held = await heldFiles(open.file.database);
  const reports: IntakeReport[] = [];
  let ahead: Promise<void> = Promise.resolve();
  const readNext = (next: ReadMaterial | undefined): void => {
    if (next === undefined || held.has(heldName(next))) return;
    // What cannot be read ahead is asked for again, and told, when its turn comes.
    ahead = readAhead(next).catch(() => undefined);
  };
  try {
    dropOpenStaging(open.folder);
    readNext(custodyOf(open).find((each) => !held.has(heldName(each))));
    const materials = await materialOf(open);
    for (const [index, material] of materials.entries()) {
      await step(control);
      const context = intakeContext(open, { material, index, total: materials.length }, onProgress);
      const onRead = (): void => readNext(materials[index + 1]);
      reports.push(await takeIn({ ...context, held, ahead, onRead }, material));
    }
  } finally {
    await ahead;
  }
  return reports;
}

/** The files in custody, in the order in which they came. */
const custodyOf = ({ folder, viewer }: OpenCase): ReadMaterial[] =>
  readManifest(folder.paths).map((entry) => materialToRead(folder, entry, viewer.actor));

/** The files in custody whose hand-over `case.yaml` names. */
async function materialOf(open: OpenCase): Promise<Material[]> {
  const registered = await registerCase(open.file, open.folder, open.viewer.actor);
  const { paths } = open.folder;
  return custodyOf(open).flatMap((each) => {
    const dataset = registered.find(({ dataset: name }) => name === each.dataset);
    return dataset ? [{ ...dataset, ...each, mappingDir: paths.mappings }] : [];
  });
}

function intakeContext(
  open: OpenCase,
  at: { readonly material: Material; readonly index: number; readonly total: number },
  onProgress: (progress: Progress) => void,
): Omit<IntakeContext, "held"> {
  const name = `${at.material.dataset}/${at.material.name}`;
  const progress = (done: number, total: number, what: string): void =>
    onProgress({
      stage: "intake",
      done: at.index + done / Math.max(total, 1),
      total: at.total,
      what: `${name} ${what}`.trim(),
    });
  progress(0, 1, "");
  return {
    database: open.file.database,
    commitBatch: open.file.commitBatch,
    settings: open.settings,
    clock: open.clock,
    actor: open.viewer.actor,
    key: open.folder.key,
    isSealedName: (text) => open.folder.sealedNames.isIn(text),
    progress,
  };
}

async function bringUpToDate(
  open: OpenCase,
  stage: Stage,
  run: { readonly fingerprint: string; readonly onProgress: (progress: Progress) => void },
): Promise<void> {
  const { database } = open.file;
  const progress = (done: number, total: number, what: string): void =>
    run.onProgress({ stage: stage.name, done, total, what });
  progress(0, 1, "");
  const context = { database, settings: open.settings, clock: open.clock, table: open.table, progress };
  await runStage(stage, context, async () => {
    await database.run(sql`delete from w_open.stage_run where stage = ${stage.name}`);
    await database.run(
      sql`insert into w_open.stage_run values (${stage.name}, unhex(${run.fingerprint}), ${stage.codeVersion})`,
    );
  });
  progress(1, 1, "");
}
