import { writeBrief } from "../casefile/index.ts";
import { notYetLines } from "./not-yet-lines.ts";
import type { Verb } from "./verb.ts";

export const briefVerb: Verb = {
  usage: "brief",
  summary: "write the brief again from what the case holds; refuses changed material",
  example: "windfall brief --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const files = await writeBrief(open);
      const notYet = await notYetLines(open);
      return {
        exit: notYet.length === 0 ? 0 : 1,
        lines: [files.html, files.markdown, ...notYet, "INTERNAL - NOT CHECKED FOR RELEASE"],
        data: files,
      };
    }),
};
