import { writeBrief } from "../casefile/index.ts";
import type { Verb } from "./verb.ts";

export const briefVerb: Verb = {
  usage: "brief",
  summary: "write the brief again from what the case holds; refuses changed material",
  example: "windfall brief --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const files = await writeBrief(open);
      return { exit: 0, lines: [files.html, files.markdown, "INTERNAL - NOT CHECKED FOR RELEASE"], data: files };
    }),
};
