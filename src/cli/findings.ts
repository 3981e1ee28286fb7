import { Refusal } from "../base/index.ts";
import { sayFindings, views, type OpenCase } from "../casefile/index.ts";
import { isPropertyName, isSchemaName, parseEntityId, type EntityId } from "../model/index.ts";
import { findingLine } from "./finding-line.ts";
import { counted, grouped } from "./show.ts";
import { isOn, textOption, windowOf, type Verb, type VerbInput } from "./verb.ts";

const verdictWords: Readonly<Record<string, string>> = {
  contradicted: "contradicted",
  corroborated: "said by independent sources",
  single: "one source",
  unknown: "source unknown",
};

/** So many digits of an id tell findings apart. */
const idDigits = 12;

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
    ["--ids", "print the id of each before it, as windfall hypothesis cite takes it"],
    ["--limit <n>", "how many at most", "50"],
    ["--skip <n>", "how many to pass over", "0"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const filter = filterOf(input);
      const findings = await views.findingLines(open, { ...filter, ...windowOf(input) });
      if (findings.length === 0) {
        refuseUnknownProperty(filter.prop);
        await refuseUnknownEntity(open, filter.entity);
      }
      const counts = await views.findingCounts(open);
      const total = (name: string): number =>
        counts.filter((count) => count.verdict === name).reduce((sum, count) => sum + count.findings, 0);
      return {
        exit: findings.some((finding) => finding.verdict === "contradicted") ? 1 : 0,
        lines: [
          ...(await sayFindings(open, findings)).map((said) => {
            const line = findingLine(said, verdictWords[said.finding.verdict] ?? said.finding.verdict);
            return isOn(input, "ids") ? `${said.finding.findingId.slice(0, idDigits)}  ${line}` : line;
          }),
          `${counted(findings.length, "finding")} shown; in all ${Object.keys(verdictWords)
            .map((name) => `${grouped(total(name))} ${verdictWords[name]}`)
            .join(", ")}`,
        ],
        data: { findings, counts },
      };
    }),
};

function filterOf(input: VerbInput): Omit<views.FindingFilter, "offset" | "limit"> {
  const [verdict, schema, prop, entity] = ["verdict", "schema", "prop", "entity"].map((name) =>
    textOption(input, name),
  );
  if (verdict !== undefined && !(verdict in verdictWords))
    throw new Refusal(`--verdict is "${verdict}"; use one of ${Object.keys(verdictWords).join(", ")}`);
  if (schema !== undefined && !isSchemaName(schema))
    throw new Refusal(`--schema is "${schema}"; use a type of FollowTheMoney such as Person, Company or Payment`);
  return {
    ...(verdict && { verdict }),
    ...(schema && { schema }),
    ...(prop && { prop }),
    ...(entity && { entity: parseEntityId(entity) }),
    ...(isOn(input, "new") && { isNew: true }),
  };
}

function refuseUnknownProperty(prop: string | undefined): void {
  if (prop !== undefined && !isPropertyName(prop))
    throw new Refusal(`--prop is "${prop}"; use a property of FollowTheMoney such as name, birthDate or amount`);
}

async function refuseUnknownEntity(open: OpenCase, entity: EntityId | undefined): Promise<void> {
  if (entity === undefined || (await views.unknownEntities(open, [entity])).length === 0) return;
  throw new Refusal(`--entity is "${entity}", and there is no such entity; "windfall who" shows ids`);
}
