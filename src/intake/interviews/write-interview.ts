import { tableName } from "../../store/index.ts";
import { writeForm } from "../forms/write-form.ts";
import { rowsOf } from "../forms/part-cells.ts";
import { makeKeyedId } from "../statements/entity-id.ts";
import type { IntakeTarget } from "../statements/target.ts";
import { readInterview, type InterviewFault, type ReadInterview } from "./interview-rows.ts";
import type { InterviewPart } from "./interview-sheet.ts";

/**
 * Writes an interview sheet: its answers into the table `interview_answer`, its sessions as documents, each value at its
 * cell, every other cell as a note of the file, and what was not understood as faults.
 */
export async function writeInterview(target: IntakeTarget, sheets: readonly InterviewPart[]): Promise<void> {
  const idOf = (text: string): string => makeKeyedId(target.dataset, target.member.sha256, text);
  const read: ReadInterview[] = [];
  for (const sheet of sheets)
    read.push(readInterview(sheet, await rowsOf(target, sheet.part), { idOf, isSealedName: target.isSealedName }));
  await writeAnswers(
    target,
    read.flatMap(({ answers }) => answers),
  );
  await writeFaults(target, [...read.flatMap(({ faults }) => faults), ...otherParts(target, sheets)]);
  const headerRows = new Map(sheets.map(({ part, headerRow }) => [part.part, headerRow]));
  await writeForm(
    target,
    read.flatMap(({ values }) => values),
    headerRows,
  );
}

async function writeAnswers(target: IntakeTarget, answers: ReadInterview["answers"]): Promise<void> {
  const same = <Value>(value: Value): Value[] => answers.map(() => value);
  await target.database.append(tableName("held", "interview_answer"), {
    dataset_no: same(target.datasetNo),
    file_no: same(target.fileNo),
    part: answers.map((each) => each.part),
    row_no: answers.map((each) => BigInt(each.rowNo)),
    col_no: answers.map((each) => each.column),
    session: answers.map((each) => each.session),
    session_date: answers.map((each) => each.date),
    speaker: answers.map((each) => each.speaker),
    interpreter: answers.map((each) => each.interpreter),
    topic: answers.map((each) => each.topic),
    question: answers.map((each) => each.question),
    answer: answers.map((each) => each.answer),
    basis: answers.map((each) => each.basis),
    told_by: answers.map((each) => JSON.stringify(each.toldBy)),
    batch_no: same(target.batchNo),
  });
}

async function writeFaults(target: IntakeTarget, faults: readonly InterviewFault[]): Promise<void> {
  const same = <Value>(value: Value): Value[] => faults.map(() => value);
  await target.database.append(tableName("held", "fault"), {
    file_no: same(target.fileNo),
    part: faults.map((each) => each.part),
    row_no: faults.map((each) => BigInt(each.rowNo)),
    col_no: faults.map((each) => each.column),
    byte_from: same(null),
    kind: faults.map((each) => each.kind),
    text: faults.map((each) => each.text),
    rows_lost: same(0n),
    batch_no: same(target.batchNo),
  });
}

/** Sheets of another kind in the same file: their cells are notes of the file, and that is said. */
const otherParts = ({ member }: IntakeTarget, sheets: readonly InterviewPart[]): readonly InterviewFault[] =>
  member.parts
    .filter(({ part, rowsRead }) => rowsRead > 0 && !sheets.some((sheet) => sheet.part.part === part))
    .map(({ part, name }) => ({
      part,
      rowNo: 1,
      column: null,
      kind: "not-understood" as const,
      text: `The sheet "${name}" has no headers of an interview: its cells are kept as notes of the file; save it as a file of its own to have it read as a table.`,
    }));
