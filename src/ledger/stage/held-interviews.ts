import { assert, groupBy } from "../../base/index.ts";
import { isInterviewBasis } from "../../model/index.ts";
import { integer, nullable, sql, text, type Row, type StageContext } from "../../store/index.ts";
import type { InterviewRow } from "../interviews/interview-claims.ts";
import type { HeldDocument } from "./held-documents.ts";

/** A session of an interview sheet as a document whose paragraphs are its answers. */
export interface HeldInterview {
  readonly held: HeldDocument;
  readonly rows: readonly InterviewRow[];
}

const shape = {
  entityId: text,
  datasetNo: integer,
  fileNo: integer,
  part: integer,
  row: integer,
  dataset: text,
  file: text,
  sealedSource: nullable(text),
  session: text,
  day: nullable(text),
  speaker: text,
  interpreter: nullable(text),
  asked: text,
  answer: text,
  basis: text,
  toldBy: text,
};

type AnswerRow = Row<typeof shape>;

/** The sessions of the case in the order in which they came; an answer's text is a value of its session's document at its cell. */
export async function heldInterviews({
  database,
  table,
}: Pick<StageContext, "database" | "table">): Promise<readonly HeldInterview[]> {
  const rows = await database.rows(
    sql`
    select min(s.entity_id) as "entityId", a.dataset_no as "datasetNo", a.file_no as "fileNo", a.part, a.row_no as "row", d.dataset,
      f.name as file, case when p.is_sealed then p.source_id end as "sealedSource", a.session, a.session_date as day,
      a.speaker, a.interpreter, concat_ws(': ', a.topic, a.question) as asked, a.answer, a.basis, a.told_by as "toldBy"
    from ${table("interview_answer")} a
    join ${table("file")} f on f.file_no = a.file_no
    join ${table("dataset")} d on d.dataset_no = a.dataset_no
    join ${table("source")} p on p.source_id = d.source_id
    join ${table("occurrence")} o on o.file_no = a.file_no and o.part = a.part and o.row_no = a.row_no and o.col_no = a.col_no
    join ${table("statement")} s on s.statement_id = o.statement_id and s.prop = 'bodyText'
    group by all
    order by a.file_no, a.part, a.row_no`,
    shape,
  );
  return [...groupBy(rows, ({ entityId }) => entityId).values()].map(toInterview);
}

function toInterview(rows: readonly AnswerRow[], index: number): HeldInterview {
  const [first] = rows as readonly [AnswerRow, ...AnswerRow[]];
  return {
    held: {
      entityId: first.entityId,
      dataset: first.dataset,
      datasetNo: first.datasetNo,
      fileNo: first.fileNo,
      documentNo: index + 1,
      title: first.session === "" ? null : first.session,
      outlet: undefined,
      place: `${first.dataset}/${first.file}`,
      header: first.day ?? undefined,
      // Entries of a list: unlike lines of a page they are never put together.
      passages: rows.map(({ fileNo, part, row, asked, answer }) => ({
        fileNo,
        part,
        row,
        kind: "list" as const,
        text: answer,
        lang: null,
        about: asked,
      })),
    },
    rows: rows.map(toRow),
  };
}

function toRow({ dataset, file, basis, toldBy, ...row }: AnswerRow): InterviewRow {
  assert(isInterviewBasis(basis), `the basis of an answer is one of those that intake writes, not ${basis}`);
  const { row: rowNo, day, sealedSource, speaker, interpreter, answer } = row;
  return {
    file: `${dataset}/${file}`,
    row: rowNo,
    day,
    sealedSource,
    speaker,
    interpreter,
    answer,
    basis,
    toldBy: JSON.parse(toldBy),
  };
}
