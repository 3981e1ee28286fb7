import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeProblem, prepareProblem } from "../../../src/network/index.ts";
import { changeOfSet } from "../../../src/network/picture/change-of-set.ts";

type Flow = readonly [payer: string, payee: string, amountMinor: number];

const prepare = (flows: readonly Flow[], sources: readonly string[], sinks: readonly string[]) => {
  const made = makeProblem({
    flows: flows.map(([payer, payee, amountMinor]) => ({ payer, payee, amountMinor })),
    sources: [...sources],
    sinks: [...sinks],
    isBlockable: () => true,
  });
  if (!made.ok) throw new Error(made.fault);
  return prepareProblem(made.value.problem);
};

/** What changes, as "a>b 12>5": quarters before and after. */
function changes(flows: readonly Flow[], blocked: readonly string[], rhoQuarters: number): string[] {
  const prepared = prepare(flows, ["s"], ["t"]);
  const { nodeIds, payers, payees } = prepared.problem;
  const members = blocked.map((id) => nodeIds.indexOf(id));
  const { before, after } = changeOfSet(prepared, rhoQuarters, members);
  return Array.from(payers, (payer, edge) => ({ payer, payee: payees[edge] ?? 0, edge }))
    .filter(({ edge }) => before[edge] !== after[edge])
    .map(({ payer, payee, edge }) => `${nodeIds[payer]}>${nodeIds[payee]} ${before[edge]}>${after[edge]}`);
}

const twoWays: readonly Flow[] = [
  ["s", "a", 10],
  ["a", "t", 10],
  ["s", "b", 6],
  ["b", "t", 6],
];

describe("what a block changes on the channels", () => {
  it("stops what has no other way, and leaves the rest as it was", () =>
    expect(changes(twoWays, ["a"], 4)).toEqual(["a>t 40>0", "s>a 40>0"]));
  it("sends what another way can carry there, no more than flowed before", () =>
    expect(changes(twoWays, ["a"], 8)).toEqual(["a>t 40>0", "b>t 24>48", "s>a 40>0", "s>b 24>48"]));
  it("adds nothing where nobody is blocked, though channels could carry more", () =>
    expect(changes(twoWays, [], 12)).toEqual([]));
  it("takes the shortest of the other ways", () =>
    expect(
      changes(
        [
          ["s", "x", 10],
          ["x", "t", 10],
          ["s", "a", 10],
          ["a", "b", 10],
          ["b", "t", 10],
          ["s", "c", 10],
          ["c", "d", 10],
          ["d", "e", 10],
          ["e", "t", 10],
        ].map(([payer, payee]) => [String(payer), String(payee), payer === "a" || payee === "d" ? 20 : 10] as const),
        ["x"],
        8,
      ).filter((change) => !change.includes("x")),
    ).toEqual(["a>b 40>80", "b>t 40>80", "s>a 40>80"]));
});

/** Channels between few parties, with a start and an end that are never blocked. */
const networks = fc.record({
  flows: fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }))
      .filter(([payer, payee]) => payer !== payee),
    { minLength: 1, maxLength: 40 },
  ),
  blocked: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
  rhoQuarters: fc.constantFrom(4, 5, 6, 8, 12),
});

const nameOf = (node: number): string => (node === 0 ? "s" : node === 9 ? "t" : `n${node}`);

describe("for any network", () => {
  it("the flow after keeps to its channels and carries the exact largest flow, in = out at everybody between", () =>
    fc.assert(
      fc.property(networks, ({ flows, blocked, rhoQuarters }) => {
        const prepared = prepare(
          flows.map(([payer, payee, amount]) => [nameOf(payer), nameOf(payee), amount] as const),
          ["s"],
          ["t"],
        );
        const { nodeIds, payers, payees, amountsMinor } = prepared.problem;
        const members = blocked.map((node) => nodeIds.indexOf(nameOf(node))).filter((node) => node >= 0);
        const { before, after } = changeOfSet(prepared, rhoQuarters, members);
        const isBlocked = (edge: number): boolean =>
          members.includes(payers[edge] ?? -1) || members.includes(payees[edge] ?? -1);
        const value = Math.min(prepared.left(rhoQuarters, members), prepared.baseline.value);
        const capacityOf = (edge: number): number => (isBlocked(edge) ? 0 : rhoQuarters * (amountsMinor[edge] ?? 0));
        expect(after.findIndex((carried, edge) => carried < 0 || carried > capacityOf(edge))).toBe(-1);
        const over = nodeIds.map((_, node) =>
          after.reduce(
            (sum, carried, edge) => sum + (payees[edge] === node ? carried : payers[edge] === node ? -carried : 0),
            0,
          ),
        );
        const wanted = nodeIds.map((id) => (id === "t" ? value : id === "s" ? -value : 0));
        expect(over.map((each) => each + 0)).toEqual(wanted.map((each) => each + 0));
        // Extra money shows only where another way is taken: with all of it stopped or nothing blocked there is none.
        const extra = after.some((carried, edge) => carried > (before[edge] ?? 0));
        expect(extra && (members.length === 0 || value === 0)).toBe(false);
      }),
      { numRuns: 400 },
    ));
});
