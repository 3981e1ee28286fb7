import fc from "fast-check";
import { makeProblem, type BlockProblem } from "../../src/network/index.ts";

/** One literal channel: payer, payee, amount in minor units. */
export type Channel = readonly [payer: string, payee: string, amountMinor: number];

/** A problem from channels; every node but the ends may be blocked unless `fixed` names it. */
export function problemOf(
  channels: readonly Channel[],
  ends: {
    from?: readonly string[];
    to?: readonly string[];
    fixed?: readonly string[];
    costs?: Record<string, number>;
  } = {},
): BlockProblem {
  const made = makeProblem({
    flows: channels.map(([payer, payee, amountMinor]) => ({ payer, payee, amountMinor })),
    sources: ends.from ?? ["s"],
    sinks: ends.to ?? ["t"],
    isBlockable: (id) => !(ends.fixed ?? []).includes(id),
    costs: new Map(Object.entries(ends.costs ?? {})),
  });
  if (!made.ok) throw new Error(made.fault);
  return made.value.problem;
}

/** Small random networks with self-loops, parallel and opposite channels, refunds and nothing-payments in them. */
export const smallNetwork: fc.Arbitrary<BlockProblem> = fc
  .record({
    channels: fc.array(
      fc.tuple(
        fc.constantFrom("s", "r", "a", "b", "c", "d", "e", "f", "t"),
        fc.constantFrom("a", "b", "c", "d", "e", "f", "t", "u"),
        fc.integer({ min: -2, max: 20 }),
      ),
      { minLength: 4, maxLength: 28 },
    ),
    fixed: fc.subarray(["a", "b", "c"]),
  })
  .map(({ channels, fixed }) => problemOf(channels, { from: ["s", "r"], to: ["t", "u"], fixed }));

/** All sets of at most `size` of the items. */
export function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  const [first, ...rest] = items;
  if (first === undefined || size === 0) return [[]];
  return [...subsets(rest, size - 1).map((set) => set.concat(first)), ...subsets(rest, size)];
}

/** The largest flow by another way than the product's (Ford-Fulkerson by depth-first search on a matrix), in quarters. */
export function slowMaxFlow(problem: BlockProblem, rhoQuarters: number, blocked: readonly number[]): number {
  const count = problem.nodeIds.length + 2;
  const left = Array.from({ length: count }, () => Array.from({ length: count }, () => 0));
  const add = (from: number, to: number, capacity: number): void => {
    const row = left[from];
    if (row && !blocked.includes(from) && !blocked.includes(to)) row[to] = (row[to] ?? 0) + capacity;
  };
  problem.payers.forEach((payer, edge) =>
    add(payer, problem.payees[edge] ?? 0, rhoQuarters * (problem.amountsMinor[edge] ?? 0)),
  );
  problem.sources.forEach((node, index) => add(count - 2, node, 4 * (problem.suppliesMinor[index] ?? 0)));
  problem.sinks.forEach((node) => add(node, count - 1, 2 ** 53));
  const visit = (node: number, amount: number, seen: Set<number>): number => {
    if (node === count - 1) return amount;
    seen.add(node);
    for (let next = 0; next < count; next += 1) {
      const capacity = left[node]?.[next] ?? 0;
      if (capacity === 0 || seen.has(next)) continue;
      const pushed = visit(next, Math.min(amount, capacity), seen);
      if (pushed > 0) {
        (left[node] ?? [])[next] = capacity - pushed;
        (left[next] ?? [])[node] = (left[next]?.[node] ?? 0) + pushed;
        return pushed;
      }
    }
    return 0;
  };
  let value = 0;
  for (let pushed = visit(count - 2, 2 ** 53, new Set()); pushed > 0; pushed = visit(count - 2, 2 ** 53, new Set()))
    value += pushed;
  return value;
}
