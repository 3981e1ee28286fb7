import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

/** A copy of the sample case that was made and run once for all tests; what the making printed. */
export interface SampleCase {
  readonly dir: string;
  readonly stdout: string;
  remove(): void;
}

/** Copies the sample case, so that a test may change it. */
export function makeSample(): SampleCase {
  const root = mkdtempSync(join(tmpdir(), "windfall-copy-"));
  const dir = join(root, "harbour");
  cpSync(inject("sampleDir"), dir, { recursive: true, preserveTimestamps: true });
  return { dir, stdout: inject("sampleStdout"), remove: () => rmSync(root, { recursive: true, force: true }) };
}
