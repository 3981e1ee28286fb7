import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Answering } from "../../src/server/access/answering.ts";
import { openAccess } from "../../src/server/access/case-access.ts";
import { NetworkDesks } from "../../src/server/access/network-desks.ts";
import { networkRoutes } from "../../src/server/contract/network.ts";
import { networkHandlers } from "../../src/server/handlers/network.ts";
import { Jobs } from "../../src/server/jobs/jobs.ts";
import { FrozenViews } from "../../src/server/lists/frozen-views.ts";
import { ListTables } from "../../src/server/lists/list-tables.ts";
import { serveSmallCase, type Json, type ServedCase } from "./support/served-case.ts";

let served: ServedCase;
/** Ids of the parties of the small case, by name. */
const ids = new Map<string, string>();

const idOf = (name: string): string => ids.get(name) ?? "";
const question = { budget: 1, rhoQuarters: [4, 8] };

beforeAll(async () => {
  served = await serveSmallCase();
  const { nodes } = await served.json("POST", "/api/network/ways", { question: {}, most: 50 });
  for (const { id, name } of nodes) ids.set(name, id);
});
afterAll(() => served.end());

/** Asks a route and reads its answer by the schema that the contract declares; nothing else may stand in it. */
async function ask(key: keyof typeof networkRoutes, body?: unknown): Promise<Json> {
  const [method = "", path = ""] = key.split(" ");
  const answer: Json = await served.json(method, path, body);
  const read = networkRoutes[key].answer.safeParse(answer);
  expect(read.error?.issues).toBe(undefined);
  return answer;
}

describe("the routes of the network", () => {
  it("say what the case asks by itself, and the money of each month", async () => {
    const own = await ask("GET /api/network");
    expect(own).toMatchObject({ from: null, to: null, between: null, mark: "INTERNAL - NOT CHECKED FOR RELEASE" });
    expect(own.run).toMatch(/^[0-9a-f]{12}$/u);
    expect(own.months.map(({ month }: Json) => month)).toEqual(["2014-03", "2014-04", "2015-01"]);
  });

  it("answer the ways of money from the starts to the ends", async () => {
    const picture = await ask("POST /api/network/ways", { question: {}, most: 50 });
    expect(picture.nodes.map(({ name, side }: Json) => `${name}: ${side}`).toSorted()).toEqual([
      "Azure Harbor Ltd: between",
      "East Bridge Bank: end",
      "Taebong Trading Co: start",
    ]);
    expect(picture.drawn).toEqual(picture.whole);
  });

  it("keep to the days of a question", async () => {
    const between = ["2015-01-01", "2015-12-31"];
    const picture = await ask("POST /api/network/ways", { question: { between }, most: 50 });
    expect(picture.whole).toMatchObject({ nodes: 2, channels: 1 });
  });

  it("answer who else is beside a node, and its payments with their places", async () => {
    const beside = await ask("POST /api/network/neighbours", {
      id: idOf("Azure Harbor Ltd"),
      drawn: [],
      days: null,
      leastMinor: null,
    });
    expect(beside.nodes.map(({ name }: Json) => name).toSorted()).toEqual(["East Bridge Bank", "Taebong Trading Co"]);
    const payments = await ask("POST /api/network/payments", {
      payer: idOf("Taebong Trading Co"),
      payee: idOf("Azure Harbor Ltd"),
      days: null,
      most: 10,
    });
    expect(payments).toHaveLength(1);
    expect(payments[0].told[0].place).toMatch(/#.*E2$/u);
  });

  it("answer paths between two", async () => {
    const found = await ask("POST /api/network/paths", {
      from: idOf("Taebong Trading Co"),
      to: idOf("East Bridge Bank"),
      measure: "shortest",
      most: 2,
      days: null,
    });
    expect(found.paths.map((steps: Json) => steps.length)).toEqual([1, 2]);
  });

  it("answer whom to block, what hangs on a doubt, and the check file", async () => {
    const block = await ask("POST /api/network/block", question);
    const advice = block.sets.find(({ rhoQuarters }: Json) => rhoQuarters === 0);
    expect(advice.members).toEqual([idOf("Azure Harbor Ltd")]);
    expect(advice.proof).toBe("proved best");
    expect(block.grounds).toHaveLength(1);
    expect(await ask("POST /api/network/doubts", question)).toMatchObject({ unasked: 0 });
    const { text } = await ask("POST /api/network/check-file", { question, budget: 1, rhoQuarters: 0 });
    expect(JSON.parse(text).members).toEqual(advice.members);
  });

  it("answer it in the order of time, beside what could flow in any order, with a check file that says so", async () => {
    const answered = async (leastStayDays: number): Promise<Json> =>
      (await ask("POST /api/network/block", { ...question, inTime: { leastStayDays } })).sets.at(-1);
    // What came to Azure Harbor on 4 March 2014 left it on 1 April.
    const [left, stayed] = [await answered(28), await answered(29)];
    expect(left).toMatchObject({
      members: [idOf("Azure Harbor Ltd")],
      explanation: { inTime: { leastStayDays: 28, withoutDate: 0 } },
    });
    expect(stayed.explanation.effects[0].canFlow).toBeLessThan(left.explanation.effects[0].canFlow);
    const asked = { question: { ...question, inTime: { leastStayDays: 28 } }, budget: 1, rhoQuarters: 0 };
    const { text } = await ask("POST /api/network/check-file", asked);
    expect(JSON.parse(text).format).toBe("windfall-block-set-in-time-1");
  });

  it("weigh any set at once: per node as much goes out as comes in, before and after", async () => {
    const { effects, picture } = await ask("POST /api/network/weigh", {
      question,
      members: [idOf("Azure Harbor Ltd")],
      drawnRhoQuarters: 8,
      most: 50,
    });
    expect(effects.map(({ stranded, canFlow }: Json) => stranded < canFlow && stranded > 0)).toEqual([true, true]);
    for (const side of ["before", "after"] as const)
      for (const [place, node] of picture.nodes.entries()) {
        const sum = (end: string): number =>
          picture.channels
            .filter((channel: Json) => channel[end] === place)
            .reduce((total: number, channel: Json) => total + channel[side], 0);
        expect(node.side !== "between" || sum("payer") === sum("payee")).toBe(true);
      }
  });

  it("keep where nodes were left", async () => {
    const places = { [idOf("Azure Harbor Ltd")]: { x: 3, y: 4, isPinned: true } };
    expect(await ask("POST /api/network/layout", { name: "ways", places })).toEqual({ places });
    expect(await ask("POST /api/network/layout", { name: "ways" })).toEqual({ places });
  });

  it("keep ten thousand places of a drawing, and refuse more", async () => {
    const spots = Array.from({ length: 10_001 }, (_, index) => [`n${index}`, { x: index, y: 0, isPinned: false }]);
    const most = Object.fromEntries(spots.slice(1));
    expect(await ask("POST /api/network/layout", { name: "most", places: most })).toEqual({ places: most });
    const places = Object.fromEntries(spots);
    const answer = await served.ask("POST", "/api/network/layout", { name: "most", places });
    expect([answer.status, JSON.parse(answer.text).error]).toEqual([
      400,
      expect.stringMatching(/^body places is .*; use at most 10000 places$/u),
    ]);
    expect(await ask("POST /api/network/layout", { name: "most" })).toEqual({ places: most });
  });

  it("write where nodes were left when whoever else writes has ended", async () => {
    const access = await openAccess(served.open);
    const jobs = new Jobs(served.open.clock, String);
    const context = Object.assign(access, {
      frozen: new FrozenViews(await ListTables.of(access), served.open.clock),
      answering: new Answering(),
      jobs,
      desks: await NetworkDesks.of(access, jobs),
    });
    let end = (): void => undefined;
    const other = access.write(() => new Promise<void>((resolve) => (end = resolve)));
    const places = { [idOf("Azure Harbor Ltd")]: { x: 5, y: 6, isPinned: false } };
    const body = { name: "in turn", places };
    const asked = networkHandlers["POST /api/network/layout"](context, {
      params: undefined,
      query: undefined,
      headers: undefined,
      body,
    });
    await later(20);
    expect(await ask("POST /api/network/layout", { name: "in turn" })).toEqual({ places: {} });
    end();
    await other;
    expect(await asked).toEqual({ places });
    expect(await ask("POST /api/network/layout", { name: "in turn" })).toEqual({ places });
  });

  it("refuse words that name nobody, with the words and what would be right", async () => {
    const from = { entities: ["Nobody Ltd"], countries: [] };
    const answer = await served.ask("POST", "/api/network/ways", { question: { from }, most: 50 });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Nobody Ltd");
    const wrong = await served.ask("POST", "/api/network/ways", { question: { between: ["soon", "later"] }, most: 50 });
    expect(wrong.status).toBe(400);
  });
});
