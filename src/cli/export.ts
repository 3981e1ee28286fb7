import { resolve } from "node:path";
import { exportCase, folderToWrite } from "../casefile/index.ts";
import { counted } from "./show.ts";
import { textOption, type Verb } from "./verb.ts";

export const exportVerb: Verb = {
  usage: "export",
  summary: "write FollowTheMoney entities, statements.csv and resolver lines",
  example: "windfall export --to out/export --case harbour",
  options: [["--to <dir>", "the folder to write into (default: out/export in the case)"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const folder = folderToWrite(resolve(textOption(input, "to") ?? `${open.folder.paths.out}/export`));
      const report = await exportCase(open, folder);
      return {
        exit: 0,
        lines: [
          `${report.folder}: ${counted(report.statements, "statement")}, ${counted(report.entities, "entity", "entities")}, ${counted(report.joins, "join or decision", "joins and decisions")}`,
          `${counted(report.bystandersLeftOut, "contact")} of phones and mailboxes left out: nobody opened them with a reason`,
          ...(report.sealedNotesLeftOut > 0
            ? [
                `${counted(report.sealedNotesLeftOut, "note")} of files left out: the name of a sealed source stands there`,
              ]
            : []),
          ...(report.guardedTold > 0
            ? [`${counted(report.guardedTold, "value")} about people in flight written in countries and months`]
            : []),
          ...(report.guardedLeftOut > 0
            ? [
                `${counted(report.guardedLeftOut, "address", "addresses")} of pages left out: they tell of people in flight`,
              ]
            : []),
          "INTERNAL - NOT CHECKED FOR RELEASE",
        ],
        data: report,
      };
    }),
};
