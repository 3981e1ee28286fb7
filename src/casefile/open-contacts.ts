import type { EntityId } from "../model/index.ts";
import { entityId, sql } from "../store/index.ts";
import { writeJudgement } from "./judge.ts";
import type { OpenCase } from "./open-case.ts";
import { refuseSealedWords } from "./refuse-sealed-words.ts";
import { findPlace, type Opening } from "./open-place.ts";

/** A contact that was opened, and the number of the decision that did it. */
export interface OpenedContact {
  readonly entityId: EntityId;
  readonly judgementNo: number;
}

/** Opens the contacts that stand at a place, none if none is closed there: from the next run on they are cross-checked, named and exported. */
export async function openContacts(open: OpenCase, locatorText: string, by: Opening): Promise<OpenedContact[]> {
  refuseSealedWords(open, by.reason);
  const { fileNo, part, rowNo } = await findPlace(open, locatorText);
  const contacts = await open.database.rows(
    sql`select distinct s.entity_id as "entityId"
      from ${open.table("bystander")} join ${open.table("statement")} s using (entity_id)
      join ${open.table("occurrence")} o using (statement_id)
      where o.file_no = ${fileNo} and o.part = ${part} and o.row_no = ${rowNo} order by s.entity_id`,
    { entityId },
  );
  const opened: OpenedContact[] = [];
  for (const { entityId: id } of contacts) {
    const judgementNo = await writeJudgement(open, {
      subject: "bystander",
      leftId: id,
      rightId: id,
      decision: "same",
      reasons: [by.reason],
      actor: by.actor,
    });
    opened.push({ entityId: id, judgementNo });
  }
  return opened;
}
