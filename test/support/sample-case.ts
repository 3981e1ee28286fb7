import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import type { Ended } from "./windfall.ts";

/** A copy of a case that was made and run once for all tests; what the making printed. */
export interface SampleCase {
  readonly dir: string;
  readonly stdout: string;
  remove(): void;
}

/** Waits until the sample case is made and copies it, so that a test may change it. */
export const makeSample = (): Promise<SampleCase> => copyOf("harbour", [0]);

/** The same of its first rows, where a run takes seconds: for tests that decide and run again. */
export const makeSmall = (): Promise<SampleCase> => copyOf("small", [0, 1]);

async function copyOf(name: string, codes: readonly number[]): Promise<SampleCase> {
  const made = join(inject("sampleRoot"), name);
  while (!existsSync(`${made}.json`)) await wait(100);
  const { code, stdout, stderr }: Ended = JSON.parse(readFileSync(`${made}.json`, "utf8"));
  if (code === null || !codes.includes(code)) throw new Error(`the making of ${name} ended with ${code}: ${stderr}`);
  const root = mkdtempSync(join(tmpdir(), "windfall-copy-"));
  const dir = join(root, name);
  cpSync(made, dir, { recursive: true, preserveTimestamps: true });
  return { dir, stdout, remove: () => rmSync(root, { recursive: true, force: true }) };
}
