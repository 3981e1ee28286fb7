import { Refusal } from "../base/index.ts";
import { views, writeJudgement } from "../casefile/index.ts";
import { textOption, type Verb } from "./verb.ts";

export const undoVerb: Verb = {
  usage: "undo [number]",
  summary: "take a decision back by a later one, and again the one before; what it had answered rules again",
  example: 'windfall undo 12 --reason "another man of the same name" --case harbour',
  options: [["--reason <words>", "why"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const wanted = numberOf(input.words[0]);
      const judgement = await views.judgementToUndo(open, wanted);
      if (!judgement)
        throw new Refusal(
          `there is no decision ${wanted === undefined ? "" : `${wanted} `}in force to take back; "windfall review --decided" lists them`,
        );
      const words = textOption(input, "reason");
      const { subject, leftId, rightId, answered } = judgement;
      const number = await writeJudgement(open, {
        subject,
        leftId,
        rightId,
        decision: answered?.decision ?? "none",
        ...(answered?.edits && { edits: answered.edits }),
        reasons: [views.undoingReason(judgement.judgementNo), ...(words === undefined ? [] : [words])],
        actor: input.actor,
      });
      const again = answered
        ? `; decision ${answered.judgementNo} (${answered.decision}, by ${answered.actor}), which it had answered, rules again`
        : "";
      return {
        exit: 0,
        lines: [
          `decision ${judgement.judgementNo} (${leftId === rightId ? leftId : `${leftId} and ${rightId}`}: ${judgement.decision}) is taken back by decision ${number}${again}; "windfall run" draws the consequences`,
        ],
        data: { undone: judgement.judgementNo, by: number, answered: answered?.judgementNo ?? null },
      };
    }),
};

function numberOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (!/^\d{1,9}$/u.test(word))
    throw new Refusal(`"${word}" is no number of a decision; "windfall review --decided" lists them`);
  return Number(word);
}
