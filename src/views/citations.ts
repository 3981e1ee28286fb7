import { sql, text } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** What a document cites, by kind: hex ids, `dataset/name` of files, texts of faults. */
export interface CitedIds {
  readonly statements: readonly string[];
  readonly findings: readonly string[];
  readonly blockSets: readonly string[];
  /** Claims that a person confirmed. */
  readonly claims: readonly string[];
  readonly files: readonly string[];
  readonly faults: readonly string[];
}

/** The cited things that the case does not hold. */
export async function missingCitations(reader: Reader, cited: CitedIds): Promise<string[]> {
  const rows = await reader.database.rows(
    sql`
    select 'statement ' || id as missing from unnest(${cited.statements}::varchar[]) as item(id)
      where not exists (select 1 from ${reader.table("statement")} where statement_id = unhex(id))
    union all select 'finding ' || id from unnest(${cited.findings}::varchar[]) as item(id)
      where not exists (select 1 from ${reader.table("finding")} where finding_id = unhex(id))
    union all select 'block set ' || id from unnest(${cited.blockSets}::varchar[]) as item(id)
      where not exists (select 1 from ${reader.table("block_set")} where block_set_id = unhex(id))
    union all select 'claim ' || id from unnest(${cited.claims}::varchar[]) as item(id)
      where not exists (select 1 from ${reader.table("claim")} where claim_id = unhex(id) and status = 'confirmed')
    union all select 'file ' || id from unnest(${cited.files}::varchar[]) as item(id)
      where not exists (select 1 from ${reader.table("file")} join ${reader.table("dataset")} using (dataset_no) where dataset || '/' || name = id)
    union all select 'fault ' || id from unnest(${cited.faults}::varchar[]) as item(id)
      where not exists (select 1 from ${reader.table("fault")} where text = id)
    order by 1`,
    { missing: text },
  );
  return rows.map((row) => row.missing);
}
