import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setup, windfall } from "./windfall.ts";

/** A sample case that was made and run once, in a temporary folder. */
export interface SampleCase {
  readonly dir: string;
  readonly stdout: string;
  remove(): void;
}

/** Builds the command line, then makes and runs the sample case as `npm start` does. */
export function makeSample(): SampleCase {
  setup();
  const root = mkdtempSync(join(tmpdir(), "windfall-sample-"));
  const dir = join(root, "harbour");
  const { code, stdout, stderr } = windfall("sample", dir);
  if (code !== 0) throw new Error(`windfall sample ended with ${code}: ${stderr}`);
  return { dir, stdout, remove: () => rmSync(root, { recursive: true, force: true }) };
}
