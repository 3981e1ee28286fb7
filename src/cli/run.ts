import { keepLists, runCase, takeInAll, views, type OpenCase } from "../casefile/index.ts";
import { Refusal } from "../base/index.ts";
import { counted } from "./show.ts";
import { summaryLines } from "./summary-lines.ts";
import { textOption, type Verb, type VerbInput, type VerbResult } from "./verb.ts";

export const runVerb: Verb = {
  usage: "run",
  summary: "bring the case up to date: read what is new, cross-check, find the chokepoints, write the brief",
  example: "windfall run --case harbour",
  options: [["--only <part>", 'do only this: "intake"']],
  run: async (input) =>
    input.inCase(async (open) => {
      if (textOption(input, "only") !== undefined) return intakeAlone(open, input);
      const report = await runCase(open, input.progress);
      await keepLists(open, input.progress);
      const summary = await views.summaryOf(open);
      const blockSets = await views.blockSets(open);
      return {
        exit: summary.faults > 0 || summary.toReview > 0 || report.unknownNames.length > 0 ? 1 : 0,
        lines: summaryLines(open, { summary, blockSets, report }),
        data: { summary, stages: report.stages, unknownNames: report.unknownNames, brief: report.brief },
      };
    }),
};

async function intakeAlone(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const only = textOption(input, "only");
  if (only !== "intake") throw new Refusal(`--only is "${only}"; use --only intake`);
  await takeInAll(open, input.progress);
  const summary = await views.intakeFigures(open);
  return {
    exit: summary.faults > 0 ? 1 : 0,
    lines: [
      `${counted(summary.values, "value")}; ${counted(summary.faults, "place")} could not be read (windfall faults)`,
    ],
    data: { summary },
  };
}
