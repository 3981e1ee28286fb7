import { parseName, type ParsedName } from "../names/index.ts";
import type { Comparison } from "./comparison.ts";
import { companyNameLevels, nameLevel } from "./name-levels.ts";

/** Names of companies and organisations: generic words and legal forms weigh little, numbers and places must agree. */
export const nameCompany: Comparison<ParsedName> = {
  name: "name-company",
  types: ["name"],
  levels: companyNameLevels,
  prepare: (value) => parseName(value, "company"),
  compare: nameLevel,
};
