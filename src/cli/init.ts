import { resolve } from "node:path";
import { initCase } from "../casefile/index.ts";
import { textOption, type Verb } from "./verb.ts";

export const initVerb: Verb = {
  usage: "init <dir>",
  summary: "begin a case: a folder with case.yaml, a key, and room for material",
  example: 'windfall init harbour --title "Harbour"',
  options: [["--title <words>", "what the case is called"]],
  run: async (input) => {
    const dir = resolve(input.words[0] ?? ".");
    const paths = initCase(dir, textOption(input, "title") ?? dir.split(/[\\/]/u).at(-1) ?? "Case");
    return {
      exit: 0,
      lines: [`${paths.config} is there; give material to the case with "windfall add FILE --case ${dir}"`],
      data: { case: dir, config: paths.config },
    };
  },
};
