import { noteKind } from "../model/index.ts";
/** A source as far as its root matters. */
export interface SourceFacts {
  readonly sourceId: string;
  readonly kind: string;
  readonly isFirstHand: boolean | null;
}

/** That a source retells another; parent null: an unknown one. */
export interface SourceLink {
  readonly childId: string;
  readonly parentId: string | null;
}

/** The independent source behind a source; null: unknown, and it never corroborates. */
export interface SourceRoot {
  readonly rootId: string | null;
  readonly basis: string;
}

/**
 * The root of each source: the deepest known end of its chain. A source that retells several roots, an unknown one, or
 * itself in a circle has none; so has one that is not declared first-hand. A parent that the case does not hold is an
 * end. `same` are pairs of sources that a person judged to be one.
 */
export function sourceRoots(
  sources: readonly SourceFacts[],
  links: readonly SourceLink[],
  same: readonly (readonly [string, string])[] = [],
): ReadonlyMap<string, SourceRoot> {
  const facts = new Map(sources.map((source) => [source.sourceId, source]));
  const parents = new Map<string, (string | null)[]>();
  for (const { childId, parentId } of links) parents.set(childId, [...(parents.get(childId) ?? []), parentId]);
  const rootOf = (id: string, path: readonly string[]): SourceRoot => {
    const source = facts.get(id);
    const above = parents.get(id);
    if (path.includes(id)) return { rootId: null, basis: `${id} retells itself in a circle` };
    if (source?.kind === noteKind) return { rootId: null, basis: "an analyst's own note" };
    if (above) return joinParents(above, (parent) => rootOf(parent, [...path, id]));
    if (!source) return { rootId: id, basis: "named as the end of a chain" };
    if (source.isFirstHand === true) return { rootId: id, basis: "declared first-hand" };
    return { rootId: null, basis: source.isFirstHand === false ? "declared second-hand" : "not declared first-hand" };
  };
  const firstOf = makeFirstOf(same);
  return new Map(
    sources.map(({ sourceId }) => {
      const { rootId, basis } = rootOf(sourceId, []);
      return [sourceId, { rootId: rootId === null ? null : firstOf(rootId), basis }];
    }),
  );
}

function joinParents(parents: readonly (string | null)[], rootOf: (parent: string) => SourceRoot): SourceRoot {
  const known = parents.filter((parent) => parent !== null);
  if (known.length < parents.length) return { rootId: null, basis: "retells an unknown source" };
  const roots = [...new Set(known.map((parent) => rootOf(parent).rootId))];
  const names = known.toSorted().join(" and ");
  if (roots.length === 1 && roots[0] !== undefined) return { rootId: roots[0], basis: `retells ${names}` };
  return { rootId: null, basis: `retells ${names}, whose roots differ` };
}

/** The first (by text) of all ids that the pairs make one. */
function makeFirstOf(same: readonly (readonly [string, string])[]): (id: string) => string {
  const next = new Map<string, string>();
  const firstOf = (id: string): string => {
    const other = next.get(id);
    return other === undefined ? id : firstOf(other);
  };
  for (const [left, right] of same) {
    const [keep = left, give = right] = [firstOf(left), firstOf(right)].toSorted();
    if (keep !== give) next.set(give, keep);
  }
  return firstOf;
}
