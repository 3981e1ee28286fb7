import { views } from "../casefile/index.ts";
import { ledgerReachLines } from "./ledger-lines.ts";
import { counted, grouped, shown, table } from "./show.ts";
import { notYetLines } from "./not-yet-lines.ts";
import type { Verb } from "./verb.ts";

export const statusVerb: Verb = {
  usage: "status",
  summary: "what came in, file by file: rows read and lost, values, faults",
  example: "windfall status --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const files = await views.fileLines(open);
      const isWhole = files.every((file) => file.rowsLost === 0 && file.faults === 0);
      const notYet = await notYetLines(open);
      const skipped = await views.skippedBlocks(open);
      const reach = await views.blockingReach(open);
      const ledger = await views.ledgerReach(open);
      const header = ["hand-over", "file", "form", "rows", "read", "lost", "values", "faults", "from"];
      const rows = files.map((file) => [
        file.dataset,
        shown(file.file),
        file.form,
        grouped(file.rowsPresent),
        grouped(file.rowsRead),
        grouped(file.rowsLost),
        grouped(file.values),
        grouped(file.faults),
        `${shown(file.source)} (${file.grade})`,
      ]);
      return {
        exit: isWhole && notYet.length === 0 ? 0 : 1,
        lines: [
          ...(files.length > 0 ? table([header, ...rows]) : []),
          `${counted(files.length, "file")} read`,
          ...notYet,
          ...(ledger.documents > 0 ? ledgerReachLines(ledger) : []),
          ...skippedLines(skipped),
          ...reach.flatMap(reachLines),
        ],
        data: files,
      };
    }),
};

/** What too many mentions share to be compared each with each. */
const skippedLines = (skipped: readonly views.SkippedBlocks[]): string[] =>
  skipped.length === 0
    ? []
    : [
        "not every two mentions were compared; of what too many share only the nearest were:",
        ...table([
          ["what two would share", "values", "most have it", "pairs left out"],
          ...skipped.map(({ sentence, blocks, largest, pairs }) => [
            sentence,
            grouped(blocks),
            grouped(largest),
            grouped(pairs),
          ]),
        ]),
      ];

const reachLines = ({ among, percentMost, joined, byOne, byTwo }: views.BlockingReach): string[] =>
  percentMost === null
    ? []
    : [
        `of the pairs of ${among} that are one at most about ${percentMost} % were compared: of ${grouped(joined)} joined, ${grouped(byOne)} share one kind of key alone, ${grouped(byTwo)} two`,
      ];
