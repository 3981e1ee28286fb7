import { ordinaryLimits } from "../../parser/limits.ts";
import { Budget } from "./budget.ts";
import { openZip } from "./zip-directory.ts";

/** The names of a zip file's entries, to tell what kind of file it is; none if its directory cannot be read. */
export async function listZipNames(path: string): Promise<ReadonlySet<string>> {
  try {
    const zip = await openZip(path, new Budget(ordinaryLimits));
    const names = new Set(zip.entries.map((entry) => entry.name.replaceAll("\\", "/").replace(/^\//u, "")));
    zip.close();
    return names;
  } catch {
    return new Set();
  }
}
