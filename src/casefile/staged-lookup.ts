import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StagedFile, StagedLookup } from "../intake/index.ts";
import { integer, nullable, sql, text } from "../store/index.ts";
import { closedPlaces, guardedTexts } from "../views/index.ts";
import { readManifest, refuseChangedFile, type ManifestEntry } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";
import { materialToRead, type ReadMaterial } from "./staged-material.ts";

/**
 * Finds where a file of the case was staged: the cache folder of the material that it is, or is a member of; and what of
 * its rows closed contacts hide. What is no longer in the cache is staged again from the material, which must be as it
 * was added.
 */
export function stagedLookup(open: OpenCase): StagedLookup {
  const manifest = readManifest(open.folder.paths);
  const staged = new Map<string, StagedFile>();
  return async (fileNo, partNo) => {
    const root = await rootOf(open, fileNo);
    const entry = root && entryOf(manifest, root);
    if (!root || !entry) return undefined;
    const material = materialToRead(open.folder, entry, open.viewer.actor);
    const dir = material.stagedDir;
    const file = staged.get(dir) ?? (await stage(open, entry, material));
    staged.set(dir, file);
    const part = file.files
      .find((member) => member.ordinal === fileNo - root.fileNo)
      ?.parts.find((each) => each.part === partNo);
    return (
      part && {
        dir,
        part,
        closedOf: (rowNos) => closedPlaces(open, { fileNo, part: partNo, rowNos }),
        toldOf: async (texts) => {
          const guarded = await guardedTexts(open, texts);
          return new Map([...guarded].map(([words, told]) => [words, told.words]));
        },
      }
    );
  };
}

/** The custody of the file that was handed over, whose own rows or whose member's a file of the case is. */
export async function custodyOfFile(open: OpenCase, fileNo: number): Promise<ManifestEntry | undefined> {
  const root = await rootOf(open, fileNo);
  return root && entryOf(readManifest(open.folder.paths), root);
}

const entryOf = (
  manifest: readonly ManifestEntry[],
  { dataset, name }: Pick<ManifestEntry, "dataset" | "name">,
): ManifestEntry | undefined => manifest.find((each) => each.dataset === dataset && each.name === name);

/** The file that was handed over: the one itself, or the archive about it. Members follow their archive in number. */
async function rootOf(open: OpenCase, fileNo: number) {
  const [root] = await open.database.rows(
    sql`
    with recursive up as (
      select file_no, parent_no, dataset_no, name from ${open.table("file")} where file_no = ${fileNo}
      union all
      select f.file_no, f.parent_no, f.dataset_no, f.name from ${open.table("file")} f join up on f.file_no = up.parent_no)
    select up.file_no as "fileNo", up.parent_no as parent, d.dataset, up.name from up join ${open.table("dataset")} d using (dataset_no)
    where up.parent_no is null order by up.file_no limit 1`,
    { fileNo: integer, parent: nullable(integer), dataset: text, name: text },
  );
  return root;
}

async function stage(
  { folder: { paths } }: OpenCase,
  entry: ManifestEntry,
  material: ReadMaterial,
): Promise<StagedFile> {
  await refuseChangedFile(paths, entry);
  const { readAhead } = await import("../intake/index.ts");
  await readAhead(material);
  const file: StagedFile = JSON.parse(readFileSync(join(material.stagedDir, "staged.json"), "utf8"));
  return file;
}
