import { assert, stableJson } from "../base/index.ts";
import type { Judgement } from "../model/index.ts";
import { integer, isoTime, nullable, sql } from "../store/index.ts";
import type { OpenCase } from "./open-case.ts";
import { refuseSealedWords } from "./refuse-sealed-words.ts";

/** A judgement as it was written: its number, and when. */
interface Written extends Judgement {
  readonly judgementNo: number;
  readonly judgedAt: string;
}

/**
 * Writes a person's decision; it is never changed, only answered by a later one. Returns its number. Refuses reasons and
 * put-right fields in which the name of a protected source stands.
 */
export async function writeJudgement(open: OpenCase, judgement: Judgement): Promise<number> {
  refuseSealedWords(open, [...judgement.reasons, ...Object.values(judgement.edits ?? {}).map(String)].join("\n"));
  const { next } = await open.file.database.row(
    sql`select coalesce(max(judgement_no), 0)::integer + 1 as next from held.judgement`,
    { next: integer },
  );
  await commitJudgement(open, { ...judgement, judgementNo: next, judgedAt: isoTime(open.clock()) });
  return next;
}

/** Writes again, from the ledger outside the database, the decisions that the database lost. */
export async function replayJudgements(open: OpenCase): Promise<void> {
  for (const entry of open.file.lost) {
    if (entry.kind === "judgement" && isWritten(entry.content)) await commitJudgement(open, entry.content);
  }
}

/** The batches of decisions that the database lost and the ledger does not tell: an earlier program wrote their lines after a kill. */
export const lostJudgements = (open: OpenCase): number[] =>
  open.file.lost
    .filter((entry) => entry.kind === "judgement" && !isWritten(entry.content))
    .map((entry) => entry.batchNo);

async function commitJudgement(open: OpenCase, written: Written): Promise<void> {
  const [left, right] = [written.leftId, written.rightId].toSorted();
  assert(left !== undefined && right !== undefined, "a judgement is about two things");
  await open.file.commitBatch(
    { kind: "judgement", content: stableJson(written), actor: written.actor, replay: written },
    async (batch) => {
      const { model } = await open.file.database.row(
        sql`select max(model_no)::integer as model from held.current_match_model`,
        { model: nullable(integer) },
      );
      return open.file.database.run(sql`insert into held.judgement values (${written.judgementNo}, ${written.subject},
        ${left}, ${right}, ${written.decision}, ${JSON.stringify(written.reasons)}::json, ${model}::integer,
        ${written.actor}, ${written.judgedAt}::timestamp, ${batch},
        ${written.edits ? JSON.stringify(written.edits) : null}::json)`);
    },
  );
}

const isWritten = (content: unknown): content is Written =>
  typeof content === "object" && content !== null && "judgementNo" in content && "decision" in content;
