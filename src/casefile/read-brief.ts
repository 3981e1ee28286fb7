import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../base/index.ts";
import type { OpenCase } from "./open-case.ts";

/** The brief as data, as the last run wrote it; refuses where none was written yet. */
export const readBrief = (open: OpenCase): unknown => JSON.parse(readBriefFile(open, "json"));

/** The text of the brief in one of its forms. */
export function readBriefFile(open: OpenCase, form: "json" | "html" | "md"): string {
  const file = join(open.folder.paths.out, `brief.${form}`);
  if (!existsSync(file)) throw new Refusal('the case has no brief yet; "windfall run" writes it');
  return readFileSync(file, "utf8");
}
