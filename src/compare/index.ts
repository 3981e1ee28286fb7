export { compareAmounts } from "./amount.ts";
export { compareValues, contradicts, differs, missing, type Comparison, type ComparisonLevel } from "./comparison.ts";
export { comparisons } from "./registry.ts";
