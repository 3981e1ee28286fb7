import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { keepLists, makeSampleCase, runCase, views, withCase } from "../casefile/index.ts";
import { summaryLines } from "./summary-lines.ts";
import type { Verb } from "./verb.ts";

const inPackage = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const sampleVerb: Verb = {
  usage: "sample [dir]",
  summary: "make the sample case Harbour and run it (default folder: cases/harbour)",
  example: "windfall sample",
  options: [],
  run: async (input) => {
    const dir = resolve(input.words[0] ?? "cases/harbour");
    mkdirSync(dir, { recursive: true });
    const from = {
      sampleDir: inPackage("examples/harbour/sample"),
      ofacDir: inPackage("resources/lists/ofac-2021-07"),
    };
    await makeSampleCase(dir, from, input);
    return withCase(dir, input, async (open) => {
      const report = await runCase(open, input.progress);
      await keepLists(open, input.progress);
      const summary = await views.summaryOf(open);
      const blockSets = await views.blockSets(open);
      return {
        exit: 0,
        lines: [...summaryLines(open, { summary, blockSets, report }), `case         ${dir}`],
        data: { case: dir, summary, stages: report.stages, brief: report.brief },
      };
    });
  },
};
