import { boolean, integer, nullable, sql, text } from "../../store/index.ts";
import { sourceWords } from "../evidence.ts";
import type { Choice } from "../filter/index.ts";
import type { Reader } from "../reader.ts";

/** Every hand-over and list as a filter chooses it: by its name, with its source in words; columns hold its number. */
export async function sourceChoices(reader: Reader): Promise<Choice[]> {
  const rows = await reader.database.rows(
    sql`select d.dataset_no as no, d.dataset, o.label, o.kind, o.is_sealed as sealed
      from ${reader.table("dataset")} d join ${reader.table("source")} o using (source_id) order by d.hand_over_no, d.dataset`,
    { no: integer, dataset: text, label: nullable(text), kind: text, sealed: boolean },
  );
  return rows.map(({ no, dataset, ...source }) => ({
    value: dataset,
    words: `${sourceWords(source)} (${dataset})`,
    stored: String(no),
  }));
}
