import { views } from "../casefile/index.ts";
import { counted, grouped, shown } from "./show.ts";
import { textOption, type Verb } from "./verb.ts";

export const faultsVerb: Verb = {
  usage: "faults",
  summary: "what could not be read, understood or cleaned, and where",
  example: "windfall faults --case harbour --dataset h1-workbook --limit 50",
  options: [
    ["--dataset <name>", "only of this hand-over"],
    ["--limit <n>", "how many at most", "100"],
    ["--skip <n>", "how many to pass over", "0"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const dataset = textOption(input, "dataset");
      const window = { offset: Number(textOption(input, "skip")), limit: Number(textOption(input, "limit")) };
      const faults = await views.faultLines(open, { ...window, ...(dataset !== undefined && { dataset }) });
      const kinds = await views.faultKinds(open);
      const total = kinds.reduce((sum, kind) => sum + kind.faults, 0);
      return {
        exit: total > 0 ? 1 : 0,
        lines: [
          ...faults.map(
            (fault) =>
              `${shown(fault.place)}  ${shown(fault.text)}${fault.rowsLost > 0 ? `  (${counted(fault.rowsLost, "row")} lost)` : ""}`,
          ),
          `${counted(total, "fault")} in all: ${kinds.map((kind) => `${grouped(kind.faults)} ${kind.kind}`).join(", ") || "none"}`,
        ],
        data: { faults, kinds },
      };
    }),
};
