import { at } from "../../base/index.ts";

/** One way: its steps in their order, each a number that the search knows, and what it costs in all. */
export interface Way {
  readonly steps: readonly number[];
  readonly cost: number;
}

/** Finds the best way that begins with given steps and goes on by none of the barred ones; null where there is none. */
export type FindWay = (prefix: readonly number[], barred: ReadonlySet<number>) => Way | null;

/**
 * The best ways one after another (Yen 1971, Management Science 17(11)): each leaves an earlier one somewhere. At most
 * `most`; of equal cost the one with the lower steps first. `keyOf` says which steps count as the same.
 */
export function findAlternatives(find: FindWay, most: number, keyOf: (step: number) => number): Way[] {
  const best = find([], new Set());
  if (!best) return [];
  const found = [best];
  const waiting = new Map<string, Way>();
  const nameOf = ({ steps }: Way): string => steps.map(keyOf).join(" ");
  const known = new Set([nameOf(best)]);
  while (found.length < most) {
    const last = at(found, found.length - 1);
    for (let spur = 0; spur < last.steps.length; spur += 1) {
      const prefix = last.steps.slice(0, spur);
      const begin = prefix.map(keyOf).join(" ");
      const barred = new Set(
        found
          .filter(({ steps }) => steps.slice(0, spur).map(keyOf).join(" ") === begin)
          .flatMap(({ steps }) => steps.slice(spur, spur + 1).map(keyOf)),
      );
      const way = find(prefix, barred);
      if (!way || known.has(nameOf(way))) continue;
      known.add(nameOf(way));
      waiting.set(nameOf(way), way);
    }
    const [name, next] = [...waiting].toSorted(([, left], [, right]) => compareWays(left, right))[0] ?? [];
    if (name === undefined || !next) return found;
    waiting.delete(name);
    found.push(next);
  }
  return found;
}

function compareWays(left: Way, right: Way): number {
  const differing = left.steps.findIndex((step, index) => step !== right.steps[index]);
  return left.cost - right.cost || (left.steps[differing] ?? 0) - (right.steps[differing] ?? 0);
}
