import { examineCase } from "../casefile/index.ts";
import { counted, shown } from "./show.ts";
import type { Verb } from "./verb.ts";

export const doctorVerb: Verb = {
  usage: "doctor",
  summary: "check that material, custody, ledger and secrets are as they were left; hashes every byte",
  example: "windfall doctor --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const lines = await examineCase(open);
      const ill = lines.filter((line) => line.problem !== null);
      return {
        exit: ill.length > 0 ? 2 : 0,
        lines: [
          ...ill.map((line) => `${shown(line.what)}: ${shown(line.problem ?? "")}`),
          `${counted(lines.length, "thing")} examined, ${ill.length} wrong`,
        ],
        data: lines,
      };
    }),
};
