import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { openPromise } from "yauzl";

/** The text of one member of a zip archive; undefined where there is no archive or it has no such member. */
export async function readZipMember(path: string, name: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of archive.eachEntry())
      if (entry.fileName === name) return await text(await archive.openReadStreamPromise(entry));
    return undefined;
  } finally {
    archive.close();
  }
}
