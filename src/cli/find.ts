import { readFileSync, existsSync } from "node:fs";
import { Refusal } from "../base/index.ts";
import { views } from "../casefile/index.ts";
import { counted, grouped, shown } from "./show.ts";
import { textOption, type Verb, type VerbInput } from "./verb.ts";

export const findVerb: Verb = {
  usage: "find [term...]",
  summary: "look for text and numbers in values, original values, faults and hidden cells",
  example: 'windfall find "Kim Chol" 4072-8866-123 --case harbour',
  options: [
    ["--terms <file>", "a file with one term a line"],
    ["--limit <n>", "how many places at most for each term", "20"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const terms = termsOf(input);
      const limit = Number(textOption(input, "limit"));
      const { found, searched } = await views.findTerms(open, terms, limit);
      const missing = terms.filter((term) => !found.some((each) => each.term === term));
      return {
        exit: 0,
        lines: [
          ...found.map(
            (each) =>
              `${shown(each.place)}${each.isHidden ? "  [hidden]" : ""}  ${each.prop ?? "fault"}: ${shown(each.original ?? each.value)}`,
          ),
          ...missing.map((term) => `nothing found for "${shown(term)}"`),
          `searched: ${counted(searched.values, "value")} and ${counted(searched.faults, "fault")} in ${counted(searched.files, "file")}; not searched: ${counted(searched.rowsLost, "row")} that could not be read; at most ${grouped(limit)} places a term are shown`,
        ],
        data: { found, missing, searched },
      };
    }),
};

function termsOf(input: VerbInput): string[] {
  const file = textOption(input, "terms");
  if (file !== undefined && !existsSync(file))
    throw new Refusal(`--terms ${file}: there is no such file; give a text file with one term a line`);
  const fromFile = file === undefined ? [] : readFileSync(file, "utf8").split(/\r?\n/u);
  const terms = [...input.words, ...fromFile].map((term) => term.trim()).filter((term) => term !== "");
  if (terms.length === 0) throw new Refusal('no term was given; use "windfall find TERM" or --terms FILE');
  return [...new Set(terms)];
}
