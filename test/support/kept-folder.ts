import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files of a folder with their bytes, by their paths in it. */
export type KeptFolder = ReadonlyMap<string, Buffer>;

/** Takes a folder into memory and removes it: what was made once is laid down again for each who wants it. */
export function keepFolder(dir: string): KeptFolder {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  const files = new Map(paths.map((path) => [path.slice(dir.length + 1), readFileSync(path)]));
  rmSync(dir, { recursive: true, force: true });
  return files;
}

/** Lays the files of a kept folder down in another. */
export function layDown(files: KeptFolder, dir: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), bytes, { mode: 0o600 });
  }
}
