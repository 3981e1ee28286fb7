import type { NoteLine, HypothesisLine, JudgementLine } from "../views/index.ts";
import * as views from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";
import { wordsTelling, type WordsTelling } from "./told-words.ts";

/** Every note in its order, those that were taken back too; of people in flight in countries and months. */
export const noteLines = async (open: OpenCase): Promise<NoteLine[]> =>
  (await views.noteLines(open)).map(toldNote(await wordsTelling(open)));

/** The notes that stand about entities or places, so told. */
export const notesAbout = async (open: OpenCase, wanted: Parameters<typeof views.notesAbout>[1]): Promise<NoteLine[]> =>
  (await views.notesAbout(open, wanted)).map(toldNote(await wordsTelling(open)));

/** The notes that stand about events, by the events' ids, so told. */
export async function notesOfEvents(
  open: OpenCase,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NoteLine[]>> {
  const notes = await views.notesOfEvents(open, eventIds);
  const told = toldNote(await wordsTelling(open));
  return new Map([...notes].map(([id, own]) => [id, own.map(told)]));
}

const toldNote =
  ({ told }: WordsTelling) =>
  (note: NoteLine): NoteLine => ({ ...note, text: told(note.text) });

/** The hypotheses that nobody dropped, in their order; of people in flight in countries and months. */
export async function hypothesisLines(open: OpenCase): Promise<HypothesisLine[]> {
  const { told } = await wordsTelling(open);
  return (await views.hypothesisLines(open)).map((line) => ({
    ...line,
    question: told(line.question),
    text: told(line.text),
  }));
}

/** The decisions of people with their reasons, so told. */
export async function judgementLines(open: OpenCase): Promise<JudgementLine[]> {
  const { told } = await wordsTelling(open);
  return (await views.judgementLines(open)).map((line) => ({ ...line, reasons: line.reasons.map(told) }));
}
