import { writeBrief } from "../casefile/index.ts";
import { unreadLines } from "./unread-lines.ts";
import type { Verb } from "./verb.ts";

export const briefVerb: Verb = {
  usage: "brief",
  summary: "write the brief again from what the case holds; refuses changed material",
  example: "windfall brief --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const files = await writeBrief(open);
      const unread = await unreadLines(open);
      return {
        exit: unread.length === 0 ? 0 : 1,
        lines: [files.html, files.markdown, ...unread, "INTERNAL - NOT CHECKED FOR RELEASE"],
        data: files,
      };
    }),
};
