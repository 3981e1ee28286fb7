import { Refusal } from "../base/index.ts";
import { views } from "../casefile/index.ts";
import { counted, shown } from "./show.ts";
import type { Verb } from "./verb.ts";

export const sinceVerb: Verb = {
  usage: "since <dataset>",
  summary: "what a hand-over changed: values confirmed, contradicted, new; joins; chokepoints seen only since",
  example: "windfall since h3-phone --case harbour",
  options: [["--limit <n>", "how many findings to show", "20"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const name = input.words[0] ?? "";
      const changes = await views.changesOf(open, name, Number(input.options["limit"]));
      if (!changes) throw new Refusal(`there is no hand-over "${name}"; "windfall status" lists them`);
      const captions = await views.captionsOf(open, [
        ...changes.findings.map((finding) => finding.canonicalId),
        ...changes.newChokepoints,
      ]);
      const named = (id: string): string => shown(captions.get(id) ?? id);
      return {
        exit: changes.contradicted > 0 ? 1 : 0,
        lines: [
          `${counted(changes.confirmed, "value")} confirmed, ${counted(changes.contradicted, "contradiction")} taken part in, ${counted(changes.notHeldBefore, "value")} not held before, ${counted(changes.joined, "entity", "entities")} joined to others'`,
          changes.newChokepoints.length === 0
            ? "no chokepoint is seen through it alone"
            : `chokepoints seen through it alone: ${changes.newChokepoints.map(named).join("; ")}`,
          ...changes.findings.map(
            (finding) =>
              `${finding.verdict}: ${named(finding.canonicalId)}  ${finding.prop} ${shown(finding.valueKey)}  ${shown(finding.explanation)}`,
          ),
        ],
        data: changes,
      };
    }),
};
