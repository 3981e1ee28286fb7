import { parseName, type ParsedName } from "../names/index.ts";
import type { Comparison } from "./comparison.ts";
import { nameLevel, personNameLevels } from "./name-levels.ts";

/** Names of people, in any script and spelling. */
export const namePerson: Comparison<ParsedName> = {
  name: "name-person",
  types: ["name"],
  levels: personNameLevels,
  prepare: (value) => parseName(value, "person"),
  compare: nameLevel,
};
