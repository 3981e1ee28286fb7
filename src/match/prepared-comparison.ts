import { assert, at } from "../base/index.ts";
import { comparisons, type Comparison } from "../compare/index.ts";
import { firmsContradict, type ParsedName } from "../names/index.ts";
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
  if (facetName === "name") {
    const name = whenNeeded(texts.length, (index) => parsedName(at(texts, index), at(scopes, index)));
    return (left, right) => levelOfNames(comparison, name(left), name(right));
  }
  const value = whenNeeded(texts.length, (index) => comparison.prepare(at(texts, index)));
  return (left, right) => comparison.compare(value(left), value(right));
}

function whenNeeded<Value>(count: number, make: (index: number) => Value): (index: number) => Value {
  const made: { readonly value: Value }[] = Array.from({ length: count });
  return (index) => (made[index] ??= { value: make(index) }).value;
}

/** The levels that every comparison has: values that cannot both be true, and values that differ and say nothing. */
const contradicts = 1;
const differs = 2;

/**
 * Firms' names are translated as often as they are spelled: where one in Han says "star eagle" and one in Latin says Star
 * Eagle, no comparison of sounds can tell that they differ. So of firms in two scripts only what tables know contradicts.
 */
function levelOfNames(comparison: Pick<Comparison, "compare">, left: ParsedName, right: ParsedName): number {
  const level = comparison.compare(left, right);
  if (level !== contradicts || !(left.looksLikeCompany || right.looksLikeCompany)) return level;
  return firmsContradict(left, right) ? level : differs;
}

function comparisonOf(facetName: string): Pick<Comparison, "prepare" | "compare"> {
  const facet = facets.find(({ name }) => name === facetName);
  const comparison = comparisons.get(facet?.comparison ?? "");
  assert(comparison !== undefined, `"${facetName}" is a facet whose values are compared`);
  return comparison;
}
