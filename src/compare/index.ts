export { compareAmounts } from "./amount.ts";
export { compareValues, differs, missing, type Comparison, type ComparisonLevel } from "./comparison.ts";
export { comparisons } from "./registry.ts";
