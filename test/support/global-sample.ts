import { spawn } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { mainPath, setup as build, type Ended } from "./windfall.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder in which a sample case is made and run once for all tests: `harbour`, and `ended.json` when it is done. */
    readonly sampleRoot: string;
  }
}

/**
 * Builds the command line and begins to make and run the sample case, once, as `npm start` does. Nobody waits for it here:
 * the tests of the rooms run meanwhile.
 */
export function setup(project: TestProject): () => void {
  build();
  const root = mkdtempSync(join(tmpdir(), "windfall-sample-"));
  const child = spawn(process.execPath, [mainPath, "sample", join(root, "harbour")], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  child.on("close", (code) => writeEnd(root, { code, ...printed }));
  project.provide("sampleRoot", root);
  return () => {
    child.kill();
    rmSync(root, { recursive: true, force: true });
  };
}

/** The file appears whole or not at all. */
function writeEnd(root: string, ended: Ended): void {
  writeFileSync(join(root, "ended.part"), JSON.stringify(ended));
  renameSync(join(root, "ended.part"), join(root, "ended.json"));
}
