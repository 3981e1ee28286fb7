import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../base/index.ts";
import type { CasePaths } from "./paths.ts";

/** Custody of one file of material, written before it is parsed. `name` is a pseudonym if its source is sealed. */
export interface ManifestEntry {
  readonly dataset: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly addedBy: string;
  readonly addedAt: string;
  readonly howObtained: string;
}

/** What is wrong with one file of material. */
export interface MaterialProblem {
  readonly file: string;
  readonly text: string;
}

/** Reads the manifest of a case, in the order in which material was added. */
export function readManifest(paths: CasePaths): ManifestEntry[] {
  if (!existsSync(paths.manifest)) return [];
  const lines = readFileSync(paths.manifest, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, index) => {
    try {
      const entry: ManifestEntry = JSON.parse(line);
      return entry;
    } catch {
      throw new Refusal(`${paths.manifest}: line ${index + 1} is no manifest entry; restore the file from a copy`);
    }
  });
}

/** Adds an entry durably. */
export function addToManifest(paths: CasePaths, entry: ManifestEntry): void {
  const descriptor = openSync(paths.manifest, "a");
  try {
    writeSync(descriptor, `${JSON.stringify(entry)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Where a file of material lies. */
export const materialPath = (paths: CasePaths, entry: Pick<ManifestEntry, "dataset" | "name">): string =>
  join(paths.material, entry.dataset, entry.name);

/** SHA-256 of a file's bytes, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/**
 * Compares the material with the manifest. Thorough: every byte is hashed again; otherwise size and time of change
 * decide which files are hashed.
 */
export async function findMaterialProblems(paths: CasePaths, isThorough: boolean): Promise<MaterialProblem[]> {
  const problems: MaterialProblem[] = [];
  for (const entry of readManifest(paths)) {
    const text = await problemOf(materialPath(paths, entry), entry, isThorough);
    if (text) problems.push({ file: `${entry.dataset}/${entry.name}`, text });
  }
  return problems;
}

/** Refuses to go on while material is missing or differs from what was added. */
export async function refuseChangedMaterial(paths: CasePaths, isThorough: boolean): Promise<void> {
  const problems = await findMaterialProblems(paths, isThorough);
  if (problems.length === 0) return;
  throw new Refusal(problems.map(({ file, text }) => `material/${file}: ${text}`).join("\n"));
}

async function problemOf(path: string, entry: ManifestEntry, isThorough: boolean): Promise<string | undefined> {
  const restore = `restore the file whose SHA-256 is ${entry.sha256}`;
  if (!existsSync(path)) return `it is missing; ${restore}`;
  const { size, mtimeMs } = statSync(path);
  if (size !== entry.bytes) return `it has ${size} bytes and had ${entry.bytes} when it was added; ${restore}`;
  if (!isThorough && mtimeMs === entry.modifiedMs) return undefined;
  const found = await hashFile(path);
  return found === entry.sha256 ? undefined : `its content changed since it was added; ${restore}`;
}
