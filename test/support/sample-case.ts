import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import type { Ended } from "./windfall.ts";

/** A copy of the sample case that was made and run once for all tests; what the making printed. */
export interface SampleCase {
  readonly dir: string;
  readonly stdout: string;
  remove(): void;
}

/** Waits until the sample case is made and copies it, so that a test may change it. */
export async function makeSample(): Promise<SampleCase> {
  const made = inject("sampleRoot");
  const path = join(made, "ended.json");
  while (!existsSync(path)) await wait(100);
  const { code, stdout, stderr }: Ended = JSON.parse(readFileSync(path, "utf8"));
  if (code !== 0) throw new Error(`windfall sample ended with ${code}: ${stderr}`);
  const root = mkdtempSync(join(tmpdir(), "windfall-copy-"));
  const dir = join(root, "harbour");
  cpSync(join(made, "harbour"), dir, { recursive: true, preserveTimestamps: true });
  return { dir, stdout, remove: () => rmSync(root, { recursive: true, force: true }) };
}
