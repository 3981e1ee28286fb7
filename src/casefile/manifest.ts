import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Refusal, sha256, stableJson } from "../base/index.ts";
import { appendLine, readLines } from "../store/index.ts";
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
export const readManifest = (paths: CasePaths): ManifestEntry[] => readEntries(paths).map((line) => line.entry);

/** The chain at each line of the manifest, and in words which lines were changed, removed or added by hand. */
export interface ManifestChain {
  readonly chains: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Follows the chain of the manifest: each line holds a hash of its entry and of the chain before it. Lines of an older
 * case have none until the first that is added since, which seals them all.
 */
export function followManifest(paths: CasePaths): ManifestChain {
  const chains: string[] = [];
  const problems: string[] = [];
  let isChained = false;
  for (const [index, { entry, chain }] of readEntries(paths).entries()) {
    const expected = link(chains.at(-1) ?? "", entry);
    const file = `${entry.dataset}/${entry.name}`;
    if (chain !== undefined && chain !== expected)
      problems.push(
        `line ${index + 1} (${file}) ${index === 0 ? "" : "or the one before it "}was changed, removed or added by hand`,
      );
    if (chain === undefined && isChained) problems.push(`line ${index + 1} (${file}) was added by hand`);
    isChained ||= chain !== undefined;
    chains.push(chain ?? expected);
  }
  return { chains, problems };
}

/** The manifest of a case to which files are being added. */
export interface ManifestInHand {
  /** What it held when it was opened. */
  readonly entries: readonly ManifestEntry[];
  /** Adds an entry durably. */
  add(entry: ManifestEntry): void;
}

/** Opens the manifest to add to it: its chain is followed once, and again only where another process added to it since. */
export function openManifest(paths: CasePaths): ManifestInHand {
  const follow = (): string => followManifest(paths).chains.at(-1) ?? "";
  let bytes = lengthOf(paths.manifest);
  let last = follow();
  return {
    entries: readManifest(paths),
    add: (entry) => {
      if (lengthOf(paths.manifest) !== bytes) last = follow();
      const chain = link(last, entry);
      bytes = appendLine(paths.manifest, JSON.stringify({ ...entry, chain }));
      last = chain;
    },
  };
}

const lengthOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const link = (before: string, entry: ManifestEntry): string => sha256(`${before}\n${stableJson(entry)}`);

function readEntries(paths: CasePaths): { readonly entry: ManifestEntry; readonly chain?: string }[] {
  return readLines(paths.manifest).flatMap((line, index) => {
    if (line === "") return [];
    try {
      const { chain, ...entry }: ManifestEntry & { readonly chain?: string } = JSON.parse(line);
      return [{ entry, ...(chain !== undefined && { chain }) }];
    } catch {
      throw new Refusal(`${paths.manifest}: line ${index + 1} is no manifest entry; restore the file from a copy`);
    }
  });
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

/** The same for one file, by size and time of change. */
export async function refuseChangedFile(paths: CasePaths, entry: ManifestEntry): Promise<void> {
  const text = await problemOf(materialPath(paths, entry), entry, false);
  if (text) throw new Refusal(`material/${entry.dataset}/${entry.name}: ${text}`);
}

const wholeFiles = new Map<string, Promise<string | undefined>>();

/** What is wrong with the content of one file of material, every byte hashed: once for as long as its size and time of change stay. */
export async function contentProblem(paths: CasePaths, entry: ManifestEntry): Promise<string | undefined> {
  const path = materialPath(paths, entry);
  const { size = -1, mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  const key = `${path} ${size} ${mtimeMs} ${entry.sha256}`;
  const known = wholeFiles.get(key) ?? problemOf(path, entry, true);
  wholeFiles.set(key, known);
  return known;
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
