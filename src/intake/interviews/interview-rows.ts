import { cleanValue, type InterviewBasis } from "../../model/index.ts";
import { valuesAt } from "../forms/form-value.ts";
import type { PartValue } from "../forms/database-row.ts";
import type { InterviewField } from "./interview-columns.ts";
import type { InterviewPart } from "./interview-sheet.ts";
import { readBasis } from "./read-basis.ts";

/** One answer of an interview as the table `interview_answer` keeps it. */
export interface InterviewAnswer {
  readonly part: number;
  readonly rowNo: number;
  readonly column: number;
  readonly session: string;
  readonly date: string | null;
  readonly speaker: string;
  readonly interpreter: string | null;
  readonly topic: string | null;
  readonly question: string | null;
  readonly answer: string;
  readonly basis: InterviewBasis;
  readonly toldBy: readonly string[];
}

/** Something of a sheet that was not understood, or must not be kept. */
export interface InterviewFault {
  readonly part: number;
  readonly rowNo: number;
  readonly column: number | null;
  readonly kind: "not-understood" | "sealed-name";
  readonly text: string;
}

export interface ReadInterview {
  readonly answers: readonly InterviewAnswer[];
  readonly values: readonly PartValue[];
  readonly faults: readonly InterviewFault[];
}

interface SheetRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
}

/** What reading a sheet needs to know besides its rows. */
export interface InterviewContext {
  /** The id of an entity from a text that is its own within the file. */
  readonly idOf: (text: string) => string;
  /** Whether the name of a protected source stands in a text. */
  readonly isSealedName: (text: string) => boolean;
}

/** How somebody is called whose name must not be kept. */
export const protectedSpeaker = "a protected source";
const withheld = "(the name of a protected source)";

/**
 * The answers of a sheet, row by row; its sessions as documents with title, day and the answers, each value at its cell. A
 * row without an answer says nothing. A cell about people in which the name of a protected source stands is not kept.
 */
export function readInterview(
  { part, columns, headerRow }: InterviewPart,
  rows: readonly SheetRow[],
  context: InterviewContext,
): ReadInterview {
  const read = rows
    .filter(({ rowNo }) => rowNo > headerRow)
    .map((row) => readRow({ rowNo: row.rowNo, part: part.part, columns, cells: row.cells }, context));
  return {
    answers: read.flatMap(({ answers }) => answers),
    values: read.flatMap(({ values }) => values),
    faults: read.flatMap(({ faults }) => faults),
  };
}

interface OwnRow extends SheetRow {
  readonly part: number;
  readonly columns: InterviewPart["columns"];
}

/** Cells that say who somebody is; what else stands in a sheet is kept as in any other material. */
const aboutPeople = ["speaker", "interpreter", "basis", "toldBy"] as const;

function readRow(row: OwnRow, { idOf, isSealedName }: InterviewContext): ReadInterview {
  const textOf = (field: InterviewField): string => (row.cells[row.columns[field] ?? -1] ?? "").trim();
  const sealed = new Set(aboutPeople.filter((field) => textOf(field) !== "" && isSealedName(textOf(field))));
  const said = (field: InterviewField): string =>
    sealed.has(field as (typeof aboutPeople)[number]) ? protectedSpeaker : textOf(field);
  const at = (prop: Parameters<ReturnType<typeof valuesAt>>[0], field: InterviewField, raw: string): PartValue => ({
    ...valuesAt(idOf(`interview ${textOf("session")}`), "PlainText", row.rowNo)(prop, raw, row.columns[field] ?? null),
    part: row.part,
  });
  const withheldCells = [...sealed].map((field) => at("notes", field, withheld));
  const sealedFaults = [...sealed].map((field) => faultAt(row, field, "sealed-name", sealedText(field)));
  if (textOf("answer") === "") return { answers: [], values: withheldCells, faults: sealedFaults };
  const basis = sealed.has("basis") ? readBasis("told", protectedSpeaker) : readBasis(textOf("basis"), said("toldBy"));
  const speaker = said("speaker");
  return {
    answers: [
      {
        part: row.part,
        rowNo: row.rowNo,
        column: row.columns.answer,
        session: textOf("session"),
        date: dayOf(textOf("date")),
        speaker,
        interpreter: orNull(said("interpreter")),
        topic: orNull(textOf("topic")),
        question: orNull(textOf("question")),
        answer: textOf("answer"),
        basis: basis.basis,
        toldBy: basis.toldBy,
      },
    ],
    values: [
      ...(textOf("session") === "" ? [] : [at("title", "session", textOf("session"))]),
      ...(textOf("date") === "" ? [] : [at("date", "date", textOf("date"))]),
      at("bodyText", "answer", textOf("answer")),
      ...withheldCells,
    ],
    faults: [
      ...sealedFaults,
      ...(speaker === "" ? [faultAt(row, "speaker", "not-understood", noSpeaker)] : []),
      ...(basis.doubt === undefined ? [] : [faultAt(row, "basis", "not-understood", doubtText(basis.doubt))]),
    ],
  };
}

const orNull = (text: string): string | null => (text === "" || text === "-" ? null : text);

function dayOf(text: string): string | null {
  const cleaned = text === "" ? undefined : cleanValue("date", text, {});
  return cleaned?.ok ? (cleaned.value.values[0] ?? null) : null;
}

const faultAt = (row: OwnRow, field: InterviewField, kind: InterviewFault["kind"], text: string): InterviewFault => ({
  part: row.part,
  rowNo: row.rowNo,
  column: row.columns[field] ?? null,
  kind,
  text,
});

const noSpeaker = "Nobody is named as the speaker: the answer supports nothing; write who speaks in each row.";

const doubtText = (doubt: string): string =>
  `How the speaker knows this is not understood (${doubt}): the answer supports nothing; write "saw it", "told by" and a name, "read in" and what, or "guesses", and two rows for two ways of knowing.`;

const sealedText = (field: string): string =>
  `The name of a protected source stands in the ${field} column and is not kept; write a pseudonym, such as "speaker 1".`;
