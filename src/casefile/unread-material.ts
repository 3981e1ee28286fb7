import { fileSources } from "../views/index.ts";
import { readManifest } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";

/** The files in custody that no run has read yet, as `hand-over/name`, in the order in which they were added. */
export async function unreadMaterial(open: OpenCase): Promise<string[]> {
  const read = new Set((await fileSources(open)).map((file) => `${file.dataset}/${file.file}`));
  return readManifest(open.folder.paths)
    .map((entry) => `${entry.dataset}/${entry.name}`)
    .filter((file) => !read.has(file));
}
