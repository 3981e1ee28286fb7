import { isUpToDate, unknownNames, unreadMaterial, type OpenCase } from "../casefile/index.ts";
import { counted, shown } from "./show.ts";

/**
 * Says what the case does not show yet: files that no run has read, and consequences that no run has drawn. Once all is
 * drawn, what the settings name and nobody answers to.
 */
export async function notYetLines(open: OpenCase): Promise<string[]> {
  const notYet = [...(await unreadLines(open)), ...((await isUpToDate(open)) ? [] : [undrawn])];
  return notYet.length > 0 ? notYet : (await unknownNames(open)).map(shown);
}

const undrawn =
  'the last full run is older than what the case holds now or than this program, and joins, findings and chokepoints do not follow yet; "windfall run" draws the consequences';

/** Says which files are in custody and were never read; nothing if there are none. */
export async function unreadLines(open: OpenCase): Promise<string[]> {
  const files = await unreadMaterial(open);
  if (files.length === 0) return [];
  const more = files.length > 5 ? ` and ${files.length - 5} more` : "";
  return [
    `${counted(files.length, "file")} in custody and not read yet: ${files.slice(0, 5).map(shown).join(", ")}${more}; "windfall run" reads ${files.length === 1 ? "it" : "them"}`,
  ];
}
