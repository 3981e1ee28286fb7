import { Refusal } from "../base/index.ts";
import { judgementToUndo, undoingReason, type JudgementLine } from "../views/index.ts";
import { writeJudgement } from "./judge.ts";
import type { OpenCase } from "./open-case.ts";
import { wordsTelling } from "./told-words.ts";

/** What was taken back, by which later decision, and the earlier one that rules again. */
export interface Undone {
  readonly undone: JudgementLine;
  readonly judgementNo: number;
  readonly answered: JudgementLine | undefined;
}

/** Takes a decision back by a later one: the last that rules, or that of a number; refuses where there is none. */
export async function undoDecision(
  open: OpenCase,
  wanted: { readonly judgementNo?: number | undefined; readonly reason?: string | undefined; readonly actor: string },
): Promise<Undone> {
  const { judgementNo, reason, actor } = wanted;
  const judgement = await judgementToUndo(open, judgementNo);
  if (!judgement)
    throw new Refusal(
      `there is no decision ${judgementNo === undefined ? "" : `${judgementNo} `}in force to take back; "windfall review --decided" lists them`,
    );
  const { answered, ...undone } = judgement;
  const number = await writeJudgement(open, {
    subject: undone.subject,
    leftId: undone.leftId,
    rightId: undone.rightId,
    decision: answered?.decision ?? "none",
    ...(answered?.edits && { edits: answered.edits }),
    reasons: [undoingReason(undone.judgementNo), ...(reason === undefined ? [] : [reason])],
    actor,
  });
  const { told } = await wordsTelling(open);
  return { undone: { ...undone, reasons: undone.reasons.map(told) }, judgementNo: number, answered };
}
