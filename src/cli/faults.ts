import { views } from "../casefile/index.ts";
import { counted, grouped, shown } from "./show.ts";
import { refuseUnknownHandOver } from "./hand-over.ts";
import { textOption, windowOf, type Verb } from "./verb.ts";

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
      if (dataset !== undefined) await refuseUnknownHandOver(open, dataset);
      const faults = await views.faultLines(open, { ...windowOf(input), ...(dataset !== undefined && { dataset }) });
      const kinds = await views.faultKinds(open, dataset);
      const total = kinds.reduce((sum, kind) => sum + kind.faults, 0);
      return {
        exit: total > 0 ? 1 : 0,
        lines: [
          ...faults.map(
            (fault) =>
              `${shown(fault.place)}  ${shown(fault.text)}${fault.rowsLost > 0 ? `  (${counted(fault.rowsLost, "row")} lost)` : ""}`,
          ),
          `${counted(faults.length, "place")} shown of ${grouped(total)} that could not be read${total === 0 ? "" : `: ${kinds.map((kind) => `${grouped(kind.faults)} ${kind.kind.replaceAll("-", " ")}`).join(", ")}`}`,
        ],
        data: { faults, kinds },
      };
    }),
};
