import { Refusal } from "../base/index.ts";
import type { CaseConfig } from "./case-config.ts";

/** Where a value stands in `case.yaml`: keys and positions from the top. */
type Steps = readonly [key: "sources" | "datasets" | "lists", index: number, property: string];

/** Refuses a `case.yaml` whose entries name what is not there, or one name twice; `lineOf` begins the message with the line. */
export function checkReferences(config: CaseConfig, lineOf: (steps: Steps) => string): void {
  const sources = new Set(config.sources.map(({ id }) => id));
  const known = [...sources].map((id) => `"${id}"`).join(", ") || "none yet";
  const refuse = (steps: Steps, value: string, right: string): never => {
    throw new Refusal(`case.yaml: ${lineOf(steps)}${pathText(steps)} is "${value}"; ${right}`);
  };
  const refuseTwice = (named: readonly (readonly [string, Steps])[]): void => {
    const first = new Map<string, Steps>();
    for (const [name, steps] of named) {
      const before = first.get(name);
      if (before) refuse(steps, name, `so is ${pathText(before)}: each needs a name of its own`);
      first.set(name, steps);
    }
  };
  refuseTwice(config.sources.map(({ id }, index) => [id, ["sources", index, "id"]]));
  refuseTwice([
    ...config.datasets.map(({ name }, index) => [name, ["datasets", index, "name"]] as const),
    ...config.lists.map(({ name }, index) => [name, ["lists", index, "name"]] as const),
  ]);
  for (const key of ["datasets", "lists"] as const)
    for (const [index, { source }] of config[key].entries())
      if (!sources.has(source)) refuse([key, index, "source"], source, `use the id of a source (${known})`);
  const handOvers = new Set(config.datasets.map(({ name }) => name));
  const unknown = config.settings.withhold.find((name) => !handOvers.has(name));
  if (unknown !== undefined)
    throw new Refusal(
      `case.yaml: settings.withhold names "${unknown}"; use the names of hand-overs (${[...handOvers].map((name) => `"${name}"`).join(", ") || "none yet"})`,
    );
  for (const [index, { id, derivedFrom, sealed, label }] of config.sources.entries()) {
    if (derivedFrom && derivedFrom !== "unknown" && (!sources.has(derivedFrom) || derivedFrom === id))
      refuse(["sources", index, "derivedFrom"], derivedFrom, `use the id of another source (${known}) or "unknown"`);
    if (sealed && label)
      refuse(
        ["sources", index, "label"],
        "(not shown)",
        "a sealed source has no label here; take it out and give it to `windfall add --sealed`",
      );
  }
}

const pathText = ([key, index, property]: Steps): string => `${key}[${index}].${property}`;
