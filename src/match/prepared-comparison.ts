import { assert, at } from "../base/index.ts";
import { comparisons, type Comparison } from "../compare/index.ts";
import { facets } from "./facets.ts";
import { parsedName } from "./parsed-names.ts";

/**
 * Readies values of a facet for comparison: each is read once, when it is first needed. The result gives the level of
 * two values by their positions. A name is read by its scope: of a person, of an organisation, or of either.
 */
export function preparedComparison(
  facetName: string,
  texts: readonly string[],
  scopes: readonly string[],
): (left: number, right: number) => number {
  const comparison = comparisonOf(facetName);
  const prepare = (index: number): unknown =>
    facetName === "name" ? parsedName(at(texts, index), at(scopes, index)) : comparison.prepare(at(texts, index));
  const ready: unknown[] = Array.from({ length: texts.length });
  const isReady = new Uint8Array(texts.length);
  const readied = (index: number): unknown => {
    if (isReady[index] === 0) {
      ready[index] = prepare(index);
      isReady[index] = 1;
    }
    return ready[index];
  };
  return (left, right) => comparison.compare(readied(left), readied(right));
}

/** Whoever belongs to the same, and whose account is the same's: the values are the numbers of what was joined before. */
const sameNumber: Pick<Comparison, "prepare" | "compare"> = {
  prepare: (value) => value,
  compare: (left, right) => (left === right ? 3 : 2),
};

function comparisonOf(facetName: string): Pick<Comparison, "prepare" | "compare"> {
  const facet = facets.find(({ name }) => name === facetName);
  assert(facet !== undefined, `"${facetName}" is a facet`);
  return comparisons.get(facet.comparison) ?? sameNumber;
}
