import { sha256 } from "../base/index.ts";
import { nullable, sql, text } from "../store/index.ts";
import type { OpenCase } from "./open-case.ts";

/** Which run the derived tables are of: twelve hex digits that any other material, decision or program changes; empty before the first run. */
export async function runOfCase(open: OpenCase): Promise<string> {
  const { stages } = await open.database.row(
    sql`select string_agg(concat_ws(' ', stage, code_version, hex(input_hash)), ' ' order by stage) as stages from w_open.stage_run`,
    { stages: nullable(text) },
  );
  return stages === null ? "" : sha256(stages).slice(0, 12);
}
