import { Refusal } from "../base/index.ts";
import { integer, isoTime, sql } from "../store/index.ts";
import { noteId, noteLines, type NoteAbout } from "../views/index.ts";
import { writeJudgement } from "./judge.ts";
import { refuseSealedWords } from "./refuse-sealed-words.ts";
import type { OpenCase } from "./open-case.ts";
import { commitRow, hasNames, replayRows, type WrittenKind } from "./written-rows.ts";

/** What an analyst notes, and about what; null: about the case. */
export interface NoteToWrite {
  readonly text: string;
  readonly about: NoteAbout | null;
  readonly actor: string;
}

interface WrittenNote extends NoteToWrite {
  readonly noteNo: number;
  readonly notedAt: string;
}

const notes: WrittenKind<WrittenNote> = {
  batchKind: "note",
  isWritten: (content): content is WrittenNote => hasNames(content, ["noteNo", "text", "about"]),
  insert: ({ noteNo, text, about, actor, notedAt }, batchNo) =>
    sql`insert into held.note values (${noteNo}, ${text}, ${about?.kind ?? null}, ${about?.id ?? null}, ${actor},
      ${notedAt}::timestamp, ${batchNo})`,
};

/** Writes what an analyst says on his own word; it is never changed, only taken back. Returns its number. */
export async function writeNote(open: OpenCase, note: NoteToWrite): Promise<number> {
  refuseSealedWords(open, note.text);
  const { next } = await open.database.row(sql`select coalesce(max(note_no), 0)::integer + 1 as next from held.note`, {
    next: integer,
  });
  await commitRow(open, notes, { ...note, noteNo: next, notedAt: isoTime(open.clock()) });
  return next;
}

/** Writes again the notes that the database lost. */
export const replayNotes = (open: OpenCase): Promise<void> => replayRows(open, notes);

/** Takes a note back by a judgement, which can be undone. Returns the number of the judgement. */
export async function withdrawNote(
  open: OpenCase,
  of: { readonly noteNo: number; readonly reason: string; readonly actor: string },
): Promise<number> {
  const note = (await noteLines(open)).find(({ noteNo }) => noteNo === of.noteNo);
  if (!note) throw new Refusal(`there is no note ${of.noteNo}; "windfall note" lists them`);
  if (note.withdrawnBy !== null)
    throw new Refusal(
      `note ${of.noteNo} was taken back by ${note.withdrawnBy}; "windfall note" lists those that stand`,
    );
  const id = noteId(of.noteNo);
  return writeJudgement(open, {
    subject: "note",
    leftId: id,
    rightId: id,
    decision: "different",
    reasons: [of.reason],
    actor: of.actor,
  });
}
