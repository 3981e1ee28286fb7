import { resolve } from "node:path";
import { exportNetwork, folderToWrite } from "../casefile/index.ts";
import { counted } from "./show.ts";
import { textOption, type Verb } from "./verb.ts";

export const exportNetworkVerb: Verb = {
  usage: "export-network",
  summary: "write the network of payments as GraphML, GEXF and CSV, and the model of the advised block set as MPS",
  example: "windfall export-network --to out/network --case harbour",
  options: [["--to <dir>", "the folder to write into (default: out/network in the case)"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const folder = folderToWrite(resolve(textOption(input, "to") ?? `${open.folder.paths.out}/network`));
      const report = await exportNetwork(open, folder);
      return {
        exit: 0,
        lines: [
          `${report.folder}: ${counted(report.nodes, "party", "parties")} and ${counted(report.edges, "channel")} in ${report.files.join(", ")}`,
          ...(report.withoutModel === null ? [] : [`no model was written: ${report.withoutModel}`]),
          ...(report.channelsLeftOut > 0
            ? [
                `${counted(report.channelsLeftOut, "channel")} left out: at a contact of a phone or mailbox that nobody opened with a reason`,
              ]
            : []),
          "INTERNAL - NOT CHECKED FOR RELEASE",
        ],
        data: report,
      };
    }),
};
