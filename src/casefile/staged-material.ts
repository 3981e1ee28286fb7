import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Material } from "../intake/index.ts";
import { sealName } from "../protect/index.ts";
import type { CaseFolder } from "./case-folder.ts";
import { materialPath, readManifest, type ManifestEntry } from "./manifest.ts";

/** A file in custody, as much of it as reading it takes. */
export type ReadMaterial = Pick<Material, "dataset" | "name" | "path" | "contentSha256" | "stagedDir" | "keepNames">;

/**
 * A file in custody as it is to be read. Of a sealed source the staged form has a folder of its own, because it does not
 * show the names in archives: these are kept with the other sealed names, as `dataset/pseudonym/m3`.
 */
export function materialToRead(folder: CaseFolder, entry: ManifestEntry, actor: string): ReadMaterial {
  const { dataset, name, sha256 } = entry;
  const read = { dataset, name, path: materialPath(folder.paths, entry), contentSha256: sha256 };
  if (!isOfSealed(folder, entry)) return { ...read, stagedDir: join(folder.paths.cache, sha256) };
  const keepNames = (names: ReadonlyMap<string, string>): void =>
    folder.sealedNames.keepAll(
      new Map([...names].map(([pseudonym, member]) => [`${dataset}/${name}/${pseudonym}`, sealName(member)])),
      actor,
    );
  return { ...read, stagedDir: join(folder.paths.cache, `${sha256}-sealed`), keepNames };
}

/** Removes what an earlier program staged of sealed sources, which shows the names in their archives. */
export function dropOpenStaging(folder: CaseFolder): void {
  const entries = readManifest(folder.paths);
  const open = new Set(entries.filter((entry) => !isOfSealed(folder, entry)).map(({ sha256 }) => sha256));
  for (const entry of entries)
    if (isOfSealed(folder, entry) && !open.has(entry.sha256))
      rmSync(join(folder.paths.cache, entry.sha256), { recursive: true, force: true });
}

/** Whether the source of a file is sealed; one whose hand-over is not in case.yaml might be. */
function isOfSealed({ config }: CaseFolder, { dataset }: Pick<ManifestEntry, "dataset">): boolean {
  const handOver = [...config.datasets, ...config.lists].find(({ name }) => name === dataset);
  return config.sources.find(({ id }) => id === handOver?.source)?.sealed ?? true;
}
