import { views } from "../casefile/index.ts";
import { parseEntityId } from "../model/index.ts";
import { counted, shown } from "./show.ts";
import { isOn, textOption, type Verb } from "./verb.ts";

const verdictWords: Readonly<Record<string, string>> = {
  contradicted: "contradicted",
  corroborated: "said by independent sources",
  single: "one source",
  unknown: "source unknown",
};

export const findingsVerb: Verb = {
  usage: "findings",
  summary: "what is said by independent sources, contradicted, from one source, or of unknown source",
  example: "windfall findings --verdict contradicted --case harbour",
  options: [
    ["--verdict <verdict>", "contradicted, corroborated, single or unknown"],
    ["--schema <schema>", "only of this type, such as Person"],
    ["--prop <property>", "only of this property, such as birthDate"],
    ["--entity <id>", "only of this entity"],
    ["--new", "only what was not held before"],
    ["--limit <n>", "how many at most", "50"],
    ["--skip <n>", "how many to pass over", "0"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const [verdict, schema, prop, entity] = ["verdict", "schema", "prop", "entity"].map((name) =>
        textOption(input, name),
      );
      const findings = await views.findingLines(open, {
        ...(verdict && { verdict }),
        ...(schema && { schema }),
        ...(prop && { prop }),
        ...(entity && { entity: parseEntityId(entity) }),
        ...(isOn(input, "new") && { isNew: true }),
        offset: Number(textOption(input, "skip")),
        limit: Number(textOption(input, "limit")),
      });
      const captions = await views.captionsOf(
        open,
        findings.map((finding) => finding.canonicalId),
      );
      const counts = await views.findingCounts(open);
      const total = (name: string): number =>
        counts.filter((count) => count.verdict === name).reduce((sum, count) => sum + count.findings, 0);
      return {
        exit: findings.some((finding) => finding.verdict === "contradicted") ? 1 : 0,
        lines: [
          ...findings.map(
            (finding) =>
              `${verdictWords[finding.verdict] ?? finding.verdict}: ${shown(captions.get(finding.canonicalId) ?? finding.canonicalId)}  ${finding.prop} ${shown(finding.valueKey)}${finding.isNew ? "  [not held before]" : ""}  ${shown(finding.explanation)}`,
          ),
          `${counted(findings.length, "finding")} shown; in all ${Object.keys(verdictWords)
            .map((name) => `${total(name)} ${verdictWords[name]}`)
            .join(", ")}`,
        ],
        data: { findings, counts },
      };
    }),
};
