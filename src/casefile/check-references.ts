import { Refusal } from "../base/index.ts";
import type { CaseConfig } from "./case-config.ts";

/** Refuses a `case.yaml` whose entries name what is not there, or one name twice. */
export function checkReferences(config: CaseConfig): void {
  const sources = new Set(config.sources.map((each) => each.id));
  const refuse = (path: string, value: string, right: string): never => {
    throw new Refusal(`case.yaml: ${path} is "${value}"; ${right}`);
  };
  refuseTwice(
    config.sources.map((each) => each.id),
    "sources",
    refuse,
  );
  refuseTwice(
    [...config.datasets, ...config.lists].map((each) => each.name),
    "datasets and lists",
    refuse,
  );
  const known = [...sources].map((id) => `"${id}"`).join(", ") || "none yet";
  for (const [key, group] of [
    ["datasets", config.datasets],
    ["lists", config.lists],
  ] as const) {
    group.forEach((each, index) => {
      if (!sources.has(each.source))
        refuse(`${key}[${index}].source`, each.source, `use the id of a source (${known})`);
    });
  }
  config.sources.forEach(({ derivedFrom, id }, index) => {
    if (derivedFrom && derivedFrom !== "unknown" && (!sources.has(derivedFrom) || derivedFrom === id)) {
      refuse(`sources[${index}].derivedFrom`, derivedFrom, `use the id of another source (${known}) or "unknown"`);
    }
    if (config.sources[index]?.sealed && config.sources[index]?.label) {
      refuse(
        `sources[${index}].label`,
        "(not shown)",
        "a sealed source has no label here; take it out and give it to `windfall add --sealed`",
      );
    }
  });
}

function refuseTwice(
  names: readonly string[],
  where: string,
  refuse: (path: string, value: string, right: string) => never,
): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(`one of the ${where}`, twice, "each needs a name of its own");
}
