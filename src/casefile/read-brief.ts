import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../base/index.ts";
import type { OpenCase } from "./open-case.ts";

/** The brief as data, as the last run wrote it; refuses where none was written yet. */
export function readBrief(open: OpenCase): unknown {
  const file = join(open.folder.paths.out, "brief.json");
  if (!existsSync(file)) throw new Refusal('the case has no brief yet; "windfall run" writes it');
  return JSON.parse(readFileSync(file, "utf8"));
}
