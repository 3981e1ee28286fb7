import { runCase, views } from "../casefile/index.ts";
import { summaryLines } from "./summary-lines.ts";
import type { Verb } from "./verb.ts";

export const runVerb: Verb = {
  usage: "run",
  summary: "bring the case up to date: read what is new, cross-check, find the chokepoints, write the brief",
  example: "windfall run --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const report = await runCase(open, input.progress);
      const summary = await views.summaryOf(open);
      const blockSets = await views.blockSets(open);
      return {
        exit: summary.faults > 0 || summary.toReview > 0 ? 1 : 0,
        lines: summaryLines(open, { summary, blockSets, brief: report.brief }),
        data: { summary, stages: report.stages, brief: report.brief },
      };
    }),
};
