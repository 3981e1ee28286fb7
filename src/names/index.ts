export { compareNames } from "./compare-names.ts";
export { describeComparison } from "./describe-comparison.ts";
export { nameFrequency } from "./name-frequency.ts";
export { isCompanyName, isPersonalName } from "./name-hints.ts";
export { nameKeys } from "./name-keys.ts";
export { scoreOf, tierOf, type NameTier } from "./name-tier.ts";
export { parseName, type NameKind, type ParsedName } from "./parse-name.ts";
export { scoreNames } from "./score-names.ts";
export { spellings } from "./spellings.ts";
