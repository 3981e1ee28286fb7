import { assert } from "../base/index.ts";
import { isInterviewBasis, type InterviewBasis } from "../model/index.ts";
import { integer, nullable, sql, text, type Row } from "../store/index.ts";
import { placeText } from "./evidence.ts";
import { guardedTexts } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

const shape = {
  dataset: text,
  file: text,
  form: text,
  partName: nullable(text),
  row: integer,
  column: integer,
  sealedSource: nullable(text),
  session: text,
  day: nullable(text),
  speaker: text,
  interpreter: nullable(text),
  topic: nullable(text),
  question: nullable(text),
  answer: text,
  basis: text,
  toldBy: text,
};

/** An answer of an interview sheet with its place, as `windfall open` takes it; `file` is `dataset/name`. Of people in flight it tells countries and months. */
export interface InterviewLine extends Omit<
  Row<typeof shape>,
  "dataset" | "form" | "partName" | "column" | "basis" | "toldBy"
> {
  readonly place: string;
  readonly isGuarded: boolean;
  readonly basis: InterviewBasis;
  readonly toldBy: readonly string[];
}

/** The answers of the interviews that the case holds, in the order of hand-overs, files and rows; of one file, if it is named. */
export async function interviewLines(reader: Reader, file?: string): Promise<InterviewLine[]> {
  const rows = await reader.database.rows(
    sql`select d.dataset, f.name as file, f.form, p.name as "partName", a.row_no as row, a.col_no as "column",
        case when o.is_sealed then o.source_id end as "sealedSource", a.session, a.session_date as day, a.speaker,
        a.interpreter, a.topic, a.question, a.answer, a.basis, a.told_by as "toldBy"
      from ${reader.table("interview_answer")} a
      join ${reader.table("file")} f using (file_no) join ${reader.table("dataset")} d on d.dataset_no = f.dataset_no
      join ${reader.table("source")} o using (source_id)
      left join ${reader.table("part")} p on p.file_no = a.file_no and p.part = a.part
      where d.dataset || '/' || f.name = coalesce(${file ?? null}::varchar, d.dataset || '/' || f.name)
      order by d.hand_over_no, a.file_no, a.part, a.row_no`,
    shape,
  );
  const guarded = await guardedTexts(
    reader,
    rows.flatMap(({ topic, question, answer }) => [topic, question, answer]),
  );
  const told = <Words extends string | null>(words: Words): Words | string =>
    words === null ? words : (guarded.get(words)?.words ?? words);
  return rows.map(({ dataset, form, partName, column, basis, toldBy, ...row }) => {
    assert(isInterviewBasis(basis), `the basis of an answer is one of those that intake writes, not ${basis}`);
    const at = { dataset, file: row.file, form, part: partName, row: row.row, column };
    return {
      ...row,
      topic: told(row.topic),
      question: told(row.question),
      answer: told(row.answer),
      isGuarded: guarded.has(row.answer),
      file: `${dataset}/${row.file}`,
      basis,
      toldBy: JSON.parse(toldBy),
      place: placeText(at),
    };
  });
}
