import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Truth } from "../../examples/harbour/truth.ts";
import type { OpenCase } from "../../src/casefile/index.ts";
import { hashFile, readManifest } from "../../src/casefile/manifest.ts";
import { integer, nullable, rawSql, text } from "../../src/store/index.ts";
import type { TruePath } from "./case-answer.ts";

/** Leads the pseudonyms of sealed files back to the paths of the generated material, by content. */
export async function truePaths(open: OpenCase, truth: Truth, materialDir: string): Promise<TruePath> {
  const pathBySha = new Map<string, string>();
  for (const entry of readdirSync(materialDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    pathBySha.set(await hashFile(path), path.slice(materialDir.length + 1).replaceAll("\\", "/"));
  }
  const shaByName = new Map(
    readManifest(open.folder.paths).map((entry) => [`${entry.dataset}/${entry.name}`, entry.sha256]),
  );
  const files = await open.database.rows(
    rawSql(`select f.file_no as "fileNo", f.parent_no as parent, d.dataset || '/' || f.name as name
      from held.current_file f join held.current_dataset d using (dataset_no) order by f.file_no`),
    { fileNo: integer, parent: nullable(integer), name: text },
  );
  const paths = new Map<number, string>();
  for (const file of files) {
    const path =
      file.parent === null
        ? pathBySha.get(shaByName.get(file.name) ?? "")
        : memberPath(truth, paths.get(file.parent), file.fileNo - file.parent);
    if (path !== undefined) paths.set(file.fileNo, path);
  }
  return (fileNo) => paths.get(fileNo);
}

/** Members of an archive follow it in number, in the archive's own order. */
const memberPath = (truth: Truth, archive: string | undefined, ordinal: number): string | undefined =>
  [...new Set(truth.tables.map((table) => table.file))].filter(
    (file) => archive !== undefined && file.startsWith(`${archive}!`),
  )[ordinal - 1];
