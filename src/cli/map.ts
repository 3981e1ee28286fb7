import { relative } from "node:path";
import { Refusal } from "../base/index.ts";
import { columnToLetters } from "../model/index.ts";
import { views } from "../casefile/index.ts";
import { counted, shown, table } from "./show.ts";
import type { Verb } from "./verb.ts";

export const mapVerb: Verb = {
  usage: "map [words]",
  summary: "what each column was taken to be, and why; the mapping files to edit are named",
  example: "windfall map h1-workbook --case harbour",
  options: [["--unknown", "only columns that were not understood"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const all = await views.columnLines(open, input.words[0] ?? "");
      const without = await views.partsWithoutTable(open, input.words[0] ?? "");
      if (all.length + without.length === 0 && input.words[0] !== undefined)
        throw new Refusal(
          `no tabular file of the case is called "${input.words[0]}"; "windfall status" lists the files, "windfall run" reads new ones`,
        );
      const lines = input.options["unknown"] === true ? all.filter((line) => line.prop === null) : all;
      const unknown = all.filter((line) => line.prop === null).length;
      const mappings = relative(process.cwd(), open.folder.paths.mappings);
      return {
        exit: unknown + without.length > 0 ? 1 : 0,
        lines: [
          ...table(
            lines.map((line) => [
              shown(line.file),
              shown(line.part ?? ""),
              `table ${line.tableNo + 1}`,
              columnToLetters(line.column),
              shown(line.header ?? "(no header)"),
              line.prop === null ? "not understood: kept as notes" : `${line.entity}.${line.prop} (${line.schema})`,
              sureness(line.confidencePpm),
              shown(line.evidence),
            ]),
          ),
          ...without.map(
            ({ file, part, rows }) =>
              `${shown(file)}  ${shown(part)}  not understood: no table is recognised in ${counted(rows, "row")}, kept as notes`,
          ),
          `${counted(all.length, "column")}, ${unknown} not understood${partsText(without.length)}; edit the file's YAML in ${mappings} and "windfall run" reads that file anew`,
        ],
        data: { columns: lines, withoutTable: without },
      };
    }),
};

const sureness = (confidencePpm: number): string =>
  confidencePpm >= 900_000 ? "sure" : confidencePpm >= 600_000 ? "likely" : "doubtful";

const partsText = (parts: number): string => (parts === 0 ? "" : `, ${counted(parts, "part")} without a table`);
