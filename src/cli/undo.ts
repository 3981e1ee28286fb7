import { Refusal } from "../base/index.ts";
import { undoDecision } from "../casefile/index.ts";
import { textOption, type Verb } from "./verb.ts";

export const undoVerb: Verb = {
  usage: "undo [number]",
  summary: "take a decision back by a later one, and again the one before; what it had answered rules again",
  example: 'windfall undo 12 --reason "another man of the same name" --case harbour',
  options: [["--reason <words>", "why"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const { undone, judgementNo, answered } = await undoDecision(open, {
        judgementNo: numberOf(input.words[0]),
        reason: textOption(input, "reason"),
        actor: input.actor,
      });
      const { leftId, rightId } = undone;
      const again = answered
        ? `; decision ${answered.judgementNo} (${answered.decision}, by ${answered.actor}), which it had answered, rules again`
        : "";
      return {
        exit: 0,
        lines: [
          `decision ${undone.judgementNo} (${leftId === rightId ? leftId : `${leftId} and ${rightId}`}: ${undone.decision}) is taken back by decision ${judgementNo}${again}; "windfall run" draws the consequences`,
        ],
        data: { undone: undone.judgementNo, by: judgementNo, answered: answered?.judgementNo ?? null },
      };
    }),
};

function numberOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (!/^\d{1,9}$/u.test(word))
    throw new Refusal(`"${word}" is no number of a decision; "windfall review --decided" lists them`);
  return Number(word);
}
