import { rows as words } from "../generated/interview-words.ts";

/** What a column of an interview sheet holds. */
export const interviewFields = [
  "session",
  "date",
  "speaker",
  "interpreter",
  "topic",
  "question",
  "answer",
  "basis",
  "toldBy",
] as const;

export type InterviewField = (typeof interviewFields)[number];

/** Which column holds what; columns count from 0. */
export type InterviewColumns = Readonly<Partial<Record<InterviewField, number>>> &
  Readonly<Record<"speaker" | "answer" | "basis", number>>;

/**
 * The columns of a row of headers, if it heads an interview: speaker, answer and basis each stand there once, and so does
 * each other field that stands there at all. Undefined for any other row.
 */
export function interviewColumns(cells: readonly string[]): InterviewColumns | undefined {
  const columns: Partial<Record<InterviewField, number>> = {};
  for (const [column, cell] of cells.entries()) {
    const field = fieldByHeader.get(folded(cell));
    if (field === undefined) continue;
    if (columns[field] !== undefined) return undefined;
    columns[field] = column;
  }
  const { speaker, answer, basis } = columns;
  if (speaker === undefined || answer === undefined || basis === undefined) return undefined;
  return { ...columns, speaker, answer, basis };
}

/** What a header or a key of a sheet names. */
export const interviewField = (header: string): InterviewField | undefined => fieldByHeader.get(folded(header));

/** Letters and digits alone, so that "Told by:" and "told_by" are one. */
const folded = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "");

const fieldByHeader: ReadonlyMap<string, InterviewField> = new Map(
  interviewFields.flatMap((field) =>
    [field, ...words.filter(([kind]) => kind === field).flatMap(([, list = ""]) => list.split("|"))].map(
      (header) => [folded(header), field] as const,
    ),
  ),
);
