import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import {
  certifiedNetwork,
  makeCertificate,
  makeSolver,
  prepareProblem,
  releaseCertificate,
  solveBlockSet,
  verifyCertificate,
  type BlockProblem,
} from "../../src/network/index.ts";
import { changed, leaves, resealed } from "./forgery.ts";
import { problemOf, slowMaxFlow, smallNetwork, type Channel } from "./networks.ts";

const solver = makeSolver();
afterAll(async () => solver.close());

const channels: Channel[] = [
  ["s", "a", 9],
  ["s", "b", 6],
  ["a", "c", 5],
  ["a", "d", 4],
  ["b", "d", 3],
  ["b", "e", 3],
  ["c", "t", 7],
  ["d", "t", 6],
  ["e", "t", 2],
];

async function certify(problem: BlockProblem, budget: number, rhoQuarters: number): Promise<string> {
  const question = { budget, rhoQuarters, collateralMaxMinor: null };
  const answer = await solveBlockSet(prepareProblem(problem), question, { solver, timeLimitSeconds: 30, now: () => 0 });
  const context = {
    currency: "USD",
    words: "from s to t",
    evidenceOf: (edge: number) => ({ payments: 1, statements: [`${edge}`] }),
  };
  return JSON.stringify(makeCertificate(certifiedNetwork(problem), answer, context));
}

test("a check file verifies, with the amounts of another algorithm", async () => {
  await fc.assert(
    fc.asyncProperty(
      smallNetwork,
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(4, 6, 8),
      async (problem, budget, rho) => {
        const text = await certify(problem, budget, rho);
        const members: string[] = JSON.parse(text).members;
        const blocked = members.map((id) => problem.nodeIds.indexOf(id));
        const verdict = verifyCertificate(text);
        expect(verdict).toMatchObject({
          ok: true,
          before: BigInt(slowMaxFlow(problem, 4, [])),
          after: BigInt(slowMaxFlow(problem, rho, blocked)),
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("every change of a value is refused", async () => {
  const text = await certify(problemOf(channels), 1, 6);
  const spots = leaves(JSON.parse(text));
  expect(spots.length).toBeGreaterThan(80);
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.integer({ min: 1, max: 9 }), (spot, by) => {
      expect(verifyCertificate(JSON.stringify(changed(JSON.parse(text), spot, by))).ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test("a changed flow, cut or set is refused by arithmetic, even under a new seal", async () => {
  const text = await certify(problemOf(channels), 1, 6);
  const parts = [
    "before.valueQuarters",
    "before.paths",
    "before.startSide",
    "after.valueQuarters",
    "after.paths",
    "after.startSide",
    "members",
  ];
  const spots = leaves(JSON.parse(text)).filter((spot) => parts.some((part) => spot.join(".").startsWith(part)));
  expect(spots.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.integer({ min: 1, max: 3 }), (spot, by) => {
      expect(verifyCertificate(resealed(changed(JSON.parse(text), spot, by))).ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test("a changed network has another input hash, even under a new seal", async () => {
  const text = await certify(problemOf(channels), 1, 6);
  const { inputHash } = JSON.parse(text);
  const spots = leaves(JSON.parse(text)).filter((spot) => spot[0] === "input" || spot[0] === "currency");
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.integer({ min: 1, max: 3 }), (spot, by) => {
      expect(verifyCertificate(resealed(changed(JSON.parse(text), spot, by)), inputHash).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

function refuses(name: string, change: (file: Record<string, unknown>) => unknown, reason: RegExp): void {
  test(`refused: ${name}`, async () => {
    const file: Record<string, unknown> = JSON.parse(await certify(problemOf(channels), 1, 6));
    expect(verifyCertificate(resealed({ ...file, ...Object(change(file)) }))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });
}

refuses("a better sounding set", () => ({ members: ["a", "b"] }), /costs 2, more than the budget/u);
refuses("a start node as a member", () => ({ members: ["s"] }), /may not be blocked/u);
refuses("a member twice", ({ members }) => ({ members: [members, members].flat() }), /named twice/u);
refuses("another set", () => ({ members: ["e"] }), /blocked node|worth/u);
refuses("no set", () => ({ members: [] }), /worth/u);
refuses("another format", () => ({ format: "windfall-block-set-2" }), /format is/u);
refuses("paths left out", ({ after }) => ({ after: { ...Object(after), paths: [] } }), /paths carry 0/u);
refuses(
  "a bound that cannot be",
  ({ optimality }) => ({ optimality: { ...Object(optimality), boundQuarters: 1000 } }),
  /the bound is above/u,
);

test.each(["", "[]", "{}", "null", '{"format":"windfall-block-set-1"}'])("refused: %j", (text) => {
  expect(verifyCertificate(text).ok).toBe(false);
});

test("the same problem gives the same bytes", async () => {
  const texts = [await certify(problemOf(channels), 2, 8), await certify(problemOf(channels.toReversed()), 2, 8)];
  expect(texts[0]).toBe(texts[1]);
});

test("the form for a release verifies to the same amounts and names neither party nor statement; two releases differ", async () => {
  await fc.assert(
    fc.asyncProperty(smallNetwork, fc.constantFrom(4, 8), async (problem, rho) => {
      const text = await certify(problem, 2, rho);
      const internal = JSON.parse(text);
      const verdict = verifyCertificate(text);
      const [one, other] = [1, 2].map((byte) => releaseCertificate(internal, Buffer.alloc(32, byte)));
      const released = JSON.stringify(one?.certificate);
      expect(verifyCertificate(released)).toMatchObject({
        ok: true,
        before: verdict.ok ? verdict.before : -1n,
        after: verdict.ok ? verdict.after : -1n,
      });
      expect(released).not.toContain("from s to t");
      expect(one?.certificate.input.nodes.every((name) => /^party \d+$/u.test(name))).toBe(true);
      expect(one?.certificate.members.map((name) => one.names[name]).toSorted()).toEqual(internal.members.toSorted());
      const statements = one?.certificate.evidence.flatMap(([, , ids]) => ids) ?? [];
      expect(statements.every((id) => /^[0-9a-f]{64}$/u.test(id))).toBe(true);
      const others = JSON.stringify(other?.certificate);
      expect(statements.filter((id) => others.includes(id))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
