import { spawn } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeSmallCase } from "../../bench/small-case.ts";
import { by } from "./run-verb.ts";
import { mainPath, setup as build, type Ended } from "./windfall.ts";

declare module "vitest" {
  interface ProvidedContext {
    /**
     * The folder in which the cases that tests copy are made and run once for all: `harbour`, the sample case, and `small`,
     * of its first rows; beside each, when it is done, how the making ended, as `harbour.json` and `small.json`.
     */
    readonly sampleRoot: string;
  }
}

/**
 * Builds the command line and begins to make and run the cases, once, the sample case as `npm start` does. Nobody waits for
 * them here: the tests of the rooms run meanwhile.
 */
export function setup(project: TestProject): () => Promise<void> {
  const { root, stop } = (shared.windfallSample ??= begin());
  project.provide("sampleRoot", root);
  return stop;
}

/** Two projects of tests want the cases: they are made once. */
const shared = globalThis as typeof globalThis & {
  windfallSample?: { readonly root: string; stop(): Promise<void> };
};

function begin(): { readonly root: string; stop(): Promise<void> } {
  build();
  const root = mkdtempSync(join(tmpdir(), "windfall-sample-"));
  const stop = new AbortController();
  const making = makeCases(root, stop.signal);
  return {
    root,
    stop: async () => {
      stop.abort();
      await making;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function makeCases(root: string, signal: AbortSignal): Promise<void> {
  const [harbour, small] = [join(root, "harbour"), join(root, "small")];
  writeEnd(harbour, await run(["sample", harbour], signal));
  if (signal.aborted) return;
  try {
    await makeSmallCase(small, join(root, "cut"), by);
    writeEnd(small, await run(["run", "--case", small], signal));
  } catch (cause) {
    writeEnd(small, { code: null, stdout: "", stderr: String(cause) });
  }
}

async function run(args: readonly string[], signal: AbortSignal): Promise<Ended> {
  const child = spawn(process.execPath, [mainPath, ...args], { stdio: ["ignore", "pipe", "pipe"], signal });
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  child.on("error", (cause) => (printed.stderr += String(cause)));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, ...printed };
}

/** The file appears whole or not at all. */
function writeEnd(dir: string, ended: Ended): void {
  writeFileSync(`${dir}.part`, JSON.stringify(ended));
  renameSync(`${dir}.part`, `${dir}.json`);
}
