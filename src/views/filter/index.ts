export type { Choice, FilterKey } from "./key.ts";
export { folded, operatorOf } from "./operators.ts";
export {
  conditionOf,
  readFilter,
  type FaultyTerm,
  type Filterable,
  type FilterChip,
  type ReadFilter,
} from "./read-filter.ts";
export { writeValue } from "./terms.ts";
