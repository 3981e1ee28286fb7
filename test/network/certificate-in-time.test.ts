import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { slowTimedFlow } from "../../bench/temporal/slow-timed-flow.ts";
import {
  certifiedInTime,
  makeCertificate,
  makeSolver,
  prepareTimed,
  pruneTimed,
  releaseCertificate,
  solveBlockSet,
  verifyCertificate,
  type Certificate,
  type TimedProblem,
} from "../../src/network/index.ts";
import { changed, leaves, resealed, type Spot } from "./forgery.ts";
import { slowMaxFlow } from "./networks.ts";
import { smallTimed, timedOf, type Paid } from "./timed.ts";

const solver = makeSolver();
afterAll(async () => solver.close());

async function certify(whole: TimedProblem, budget: number, rhoQuarters: number): Promise<Certificate> {
  const timed = pruneTimed(whole);
  const question = { budget, rhoQuarters, collateralMaxMinor: null };
  const answer = await solveBlockSet(prepareTimed(timed), question, { solver, timeLimitSeconds: 30, now: () => 0 });
  return makeCertificate(certifiedInTime(timed), answer, {
    currency: "USD",
    words: "from s to t",
    evidenceOf: (edge) => ({ payments: 1, statements: [`${edge}`] }),
  });
}

test("a check file in time verifies, with the amounts of brute force, never above those without time", async () => {
  let flowing = 0;
  await fc.assert(
    fc.asyncProperty(smallTimed, fc.nat({ max: 2 }), fc.constantFrom(4, 6, 8), async (timed, budget, rho) => {
      const file = await certify(timed, budget, rho);
      const blocked = file.members.map((id) => timed.problem.nodeIds.indexOf(id));
      const [before, after] = [slowTimedFlow(timed, 4), slowTimedFlow(timed, rho, blocked)];
      expect(verifyCertificate(JSON.stringify(file))).toMatchObject({
        ok: true,
        isInTime: true,
        before: BigInt(before),
        after: BigInt(after),
      });
      expect(before).toBeLessThanOrEqual(slowMaxFlow(timed.problem, 4, []));
      expect(after).toBeLessThanOrEqual(slowMaxFlow(timed.problem, rho, blocked));
      flowing += after > 0 ? 1 : 0;
    }),
    { numRuns: 100 },
  );
  // About a quarter of the draws: the bound is far below what chance leaves.
  expect(flowing).toBeGreaterThan(5);
});

const paid: Paid[] = [
  ["s", "a", 9, 1],
  ["s", "b", 6, 2],
  ["a", "c", 5, 2],
  ["a", "d", 4, 3],
  ["b", "d", 3, 1],
  ["b", "d", 3, 4],
  ["b", "e", 3, 5],
  ["c", "t", 3, 3],
  ["c", "t", 4, 1],
  ["d", "t", 6, 4],
  ["e", "t", 2, 6],
];

test("every change of a value is refused", async () => {
  const file = await certify(timedOf(paid), 1, 6);
  const spots = leaves(file);
  expect(spots.length).toBeGreaterThan(80);
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.integer({ min: 1, max: 9 }), (spot, by) => {
      expect(verifyCertificate(JSON.stringify(changed(file, spot, by))).ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});

const ofFlows = (spot: Spot): boolean =>
  spot[0] === "members" || ["valueQuarters", "paths"].some((part) => spot[1] === part);

test("a changed flow or set is refused by arithmetic, even under a new seal", async () => {
  const file = await certify(timedOf(paid), 1, 6);
  const spots = leaves(file).filter(ofFlows);
  expect(spots.length).toBeGreaterThan(15);
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.integer({ min: 1, max: 3 }), (spot, by) => {
      expect(verifyCertificate(resealed(changed(file, spot, by))).ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test("another cut is refused, or is a proof of the same amounts: a day on which nothing is paid changes none", async () => {
  const file = await certify(timedOf(paid), 1, 6);
  const accepted = { ...verifyCertificate(JSON.stringify(file)), inputHash: "" };
  const spots = leaves(file).filter((spot) => spot[1] === "startSide");
  expect(spots.length).toBeGreaterThan(5);
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.integer({ min: 1, max: 3 }), (spot, by) => {
      const other = verifyCertificate(resealed(changed(file, spot, by)));
      refused += other.ok ? 0 : 1;
      expect(other.ok ? { ...other, inputHash: "" } : accepted).toEqual(accepted);
    }),
    { numRuns: 200 },
  );
  expect(refused).toBeGreaterThan(100);
});

test("a changed amount, day, stay or end has another input hash, even under a new seal", async () => {
  const file = await certify(timedOf(paid), 1, 6);
  const spots = leaves(file).filter(([part]) => part === "input" || part === "currency");
  expect(spots.some(([, part]) => part === "leastStayDays")).toBe(true);
  expect(spots.some(([, part, , cell]) => part === "edges" && cell === 3)).toBe(true);
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.integer({ min: 1, max: 3 }), (spot, by) => {
      expect(verifyCertificate(resealed(changed(file, spot, by)), file.inputHash).ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});

/** The file with the day of the payments from one to another moved. */
function movedDay(file: Certificate, payer: string, payee: string, day: number): Certificate {
  const { nodes, edges } = file.input;
  const isMoved = ([from, to]: (typeof edges)[number]): boolean => nodes[from] === payer && nodes[to] === payee;
  const input = {
    ...file.input,
    edges: edges.map((edge) => (isMoved(edge) ? ([edge[0], edge[1], edge[2], day] as const) : edge)),
  };
  return { ...file, input };
}

test("money that goes on before it came is refused, and so is one that does not stay", async () => {
  const file = await certify(timedOf(paid), 0, 4);
  const late = verifyCertificate(resealed(movedDay(file, "s", "a", 4)));
  expect(late).toMatchObject({ ok: false, reason: "money goes on before it came" });
  const staying = { ...file, input: { ...file.input, leastStayDays: 2 } };
  expect(verifyCertificate(resealed(staying))).toMatchObject({ ok: false, reason: "money goes on before it came" });
});

test("a file in time is none without time, nor the other way round", async () => {
  const file = await certify(timedOf(paid), 1, 4);
  const other = resealed({ ...file, format: "windfall-block-set-1" });
  expect(verifyCertificate(other)).toMatchObject({ ok: false });
  const undated = { ...file, input: { ...file.input, edges: file.input.edges.map((edge) => edge.slice(0, 3)) } };
  expect(verifyCertificate(resealed(undated))).toMatchObject({ ok: false, reason: expect.stringContaining("no edge") });
});

test("the form for a release verifies to the same amounts, and tells of days their order alone", async () => {
  await fc.assert(
    fc.asyncProperty(smallTimed, fc.constantFrom(4, 8), async (timed, rho) => {
      const later = { ...timed, times: timed.times.map((time) => time * 3 + 17_000) };
      const internal = await certify({ ...later, leastStay: timed.leastStay * 3 }, 2, rho);
      const { certificate } = releaseCertificate(internal, Buffer.alloc(32, 5));
      const [own, released] = [internal, certificate].map((each) => verifyCertificate(JSON.stringify(each)));
      expect(own?.ok).toBe(true);
      expect(released).toEqual({ ...own, inputHash: certificate.inputHash });
      expect(certificate.input.edges.every(([, , , day]) => day !== undefined && day < 10)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
