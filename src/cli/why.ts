import { whyJoined } from "../casefile/index.ts";
import { reasonLine } from "./reason-line.ts";
import { shown } from "./show.ts";
import type { Verb } from "./verb.ts";

export const whyVerb: Verb = {
  usage: "why <left> <right>",
  summary: "the chain of reasons that joins two entities, each with both values and their places",
  example: "windfall why 4f1c2a 9b03de --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const why = await whyJoined(open, input.words[0] ?? "", input.words[1] ?? "");
      const steps = why.steps?.flatMap((step) => [
        `${step.left} and ${step.right}: ${shown(step.joinedBy)}`,
        ...step.reasons.map((reason) => `  ${reasonLine(reason)}`),
      ]);
      return {
        exit: why.steps === null ? 1 : 0,
        lines: steps ?? [`${why.left} and ${why.right} are not joined`],
        data: why,
      };
    }),
};
