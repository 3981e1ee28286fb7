import { Refusal } from "../base/index.ts";
import { sayFindings, views } from "../casefile/index.ts";
import { findingLine } from "./finding-line.ts";
import { counted, grouped, shown } from "./show.ts";
import { countOption, type Verb } from "./verb.ts";

export const sinceVerb: Verb = {
  usage: "since <dataset>",
  summary: "what a hand-over changed: values confirmed, contradicted, new; joins; chokepoints seen only since",
  example: "windfall since h3-phone --case harbour",
  options: [["--limit <n>", "how many findings to show", "20"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const name = input.words[0] ?? "";
      const changes = await views.changesOf(open, name, countOption(input, "limit") ?? 20);
      if (!changes) throw new Refusal(`there is no hand-over "${name}"; "windfall status" lists them`);
      const said = await sayFindings(open, changes.findings);
      const captions = await views.captionsOf(open, changes.newChokepoints);
      const named = (id: string): string => shown(captions.get(id) ?? id);
      return {
        exit: changes.contradicted > 0 ? 1 : 0,
        lines: [
          `${counted(changes.confirmed, "value")} confirmed, ${grouped(changes.contradicted)} in a contradiction, ${grouped(changes.notHeldBefore)} not held before, ${counted(changes.joined, "entity", "entities")} joined to others'`,
          changes.newChokepoints.length === 0
            ? "no advised chokepoint is seen only since then"
            : `chokepoints seen only since then: ${changes.newChokepoints.map(named).join("; ")}`,
          ...said.map((each) =>
            findingLine(each, each.finding.verdict === "contradicted" ? "contradicted" : "confirmed"),
          ),
        ],
        data: changes,
      };
    }),
};
