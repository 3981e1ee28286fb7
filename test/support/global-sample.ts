import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { setup as build, windfall } from "./windfall.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of a sample case that was made and run once, and what that printed. */
    readonly sampleDir: string;
    readonly sampleStdout: string;
  }
}

/** Builds the command line, makes and runs the sample case once as `npm start` does, and hands its folder to the tests. */
export function setup(project: TestProject): () => void {
  build();
  const root = mkdtempSync(join(tmpdir(), "windfall-sample-"));
  const dir = join(root, "harbour");
  const { code, stdout, stderr } = windfall("sample", dir);
  if (code !== 0) throw new Error(`windfall sample ended with ${code}: ${stderr}`);
  project.provide("sampleDir", dir);
  project.provide("sampleStdout", stdout);
  return () => rmSync(root, { recursive: true, force: true });
}
