import { Refusal } from "../base/index.ts";
import { judgementToRedo, redoingReason, type JudgementLine } from "../views/index.ts";
import { writeJudgement } from "./judge.ts";
import type { OpenCase } from "./open-case.ts";
import { wordsTelling } from "./told-words.ts";

/** What was taken again, and by which later decision. */
interface Redone {
  readonly redone: JudgementLine;
  readonly judgementNo: number;
}

/** Takes a decision that was taken back again, by a later one with what it put right and why; refuses one that was not. */
export async function redoDecision(
  open: OpenCase,
  { judgementNo, actor }: { readonly judgementNo: number; readonly actor: string },
): Promise<Redone> {
  const redone = await judgementToRedo(open, judgementNo);
  if (!redone)
    throw new Refusal(
      `decision ${judgementNo} was not taken back, so that there is nothing to take again; "windfall review --decided" lists them`,
    );
  const number = await writeJudgement(open, {
    subject: redone.subject,
    leftId: redone.leftId,
    rightId: redone.rightId,
    decision: redone.decision,
    ...(redone.edits && { edits: redone.edits }),
    reasons: [redoingReason(judgementNo), ...redone.reasons],
    actor,
  });
  const { told } = await wordsTelling(open);
  return { redone: { ...redone, reasons: redone.reasons.map(told) }, judgementNo: number };
}
