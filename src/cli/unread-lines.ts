import { unreadMaterial, type OpenCase } from "../casefile/index.ts";
import { counted, shown } from "./show.ts";

/** Says which files are in custody and were never read; nothing if there are none. */
export async function unreadLines(open: OpenCase): Promise<string[]> {
  const files = await unreadMaterial(open);
  if (files.length === 0) return [];
  const more = files.length > 5 ? ` and ${files.length - 5} more` : "";
  return [
    `${counted(files.length, "file")} in custody and not read yet: ${files.slice(0, 5).map(shown).join(", ")}${more}; "windfall run" reads ${files.length === 1 ? "it" : "them"}`,
  ];
}
