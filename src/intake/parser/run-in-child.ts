import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import { fileURLToPath } from "node:url";

import { siblingModule } from "../../base/index.ts";
import type { ChildJob } from "./child-job.ts";
import { type ChildStory, watchChild } from "./watch-child.ts";

const heapMb = 320;
// A child that has grown would be taken for one whose next file takes too much memory.
const restingMbMax = 160;
const jobsMax = 500;

interface Resting {
  readonly child: ChildProcess;
  readonly jobs: number;
}

/** The child that did the last job and waits for the next: to start one takes longer than to read a small file. */
let resting: Resting | undefined;

/**
 * Has a parser child do a job within `totalMs`. A child that did its job well and is small does the next one too; where
 * such a one falls or takes too much memory, the job is done again in a child of its own, so that no file suffers from the one before.
 */
export async function runInChild(job: ChildJob, totalMs: number): Promise<ChildStory> {
  const used = takeResting();
  if (used) {
    const story = await runWith(used, job, totalMs);
    if (story.end.kind !== "memory" && story.end.kind !== "crashed") return story;
  }
  return runWith({ child: startChild(), jobs: 0 }, job, totalMs);
}

function takeResting(): Resting | undefined {
  const taken = resting;
  resting = undefined;
  if (!taken?.child.connected || taken.child.exitCode !== null) return undefined;
  taken.child.ref();
  taken.child.channel?.ref();
  pipeOf(taken.child)?.ref();
  return taken;
}

async function runWith({ child, jobs }: Resting, job: ChildJob, totalMs: number): Promise<ChildStory> {
  const watched = watchChild(child, job.limits, totalMs);
  // A child that falls before it listens closes the pipe; how it ended is told by its end, not by this message.
  child.send(job, () => undefined);
  const story = await watched;
  if (story.end.kind === "done") {
    const mayRest = !resting && story.peakMb <= restingMbMax && jobs + 1 < jobsMax;
    if (mayRest) rest({ child, jobs: jobs + 1 });
    else if (child.connected) child.disconnect();
  }
  return story;
}

/** Lets a child wait without keeping this process from its end; the child ends with it. */
function rest(waiting: Resting): void {
  waiting.child.unref();
  waiting.child.channel?.unref();
  pipeOf(waiting.child)?.unref();
  resting = waiting;
}

/** The pipe of what a child says before it falls, which is a socket. */
const pipeOf = ({ stderr }: ChildProcess): Socket | undefined => (stderr instanceof Socket ? stderr : undefined);

function startChild(): ChildProcess {
  const { url, execArgv } = siblingModule("./parser.child", import.meta.url);
  const guards = [
    `--max-old-space-size=${heapMb}`,
    "--disallow-code-generation-from-strings",
    "--disable-proto=delete",
  ];
  return spawn(process.execPath, [...execArgv, ...guards, fileURLToPath(url)], {
    env: windowsRoot(),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    windowsHide: true,
  });
}

// Nothing of the environment reaches the child; Windows alone cannot start a program without its own folder's name.
function windowsRoot(): Record<string, string> {
  const root = process.env["SystemRoot"];
  return process.platform === "win32" && root !== undefined ? { SystemRoot: root } : {};
}
