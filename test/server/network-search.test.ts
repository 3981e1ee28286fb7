import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askBlock, NetworkDesk } from "../../src/casefile/index.ts";
import { networkRoutes } from "../../src/server/contract/network.ts";
import { serveSmallCase, type Json, type ServedCase } from "./support/served-case.ts";

let served: ServedCase;
/** How often the channels of a question were made, which each search does. */
let timesMade = 0;

const parties = 70;
/** Names without digits, each of its own letters. */
const partyNames = Array.from(
  { length: parties },
  (_, party) =>
    `${String.fromCodePoint(65 + (party % 26))}${"bcdf"[Math.floor(party / 26)] ?? ""}orn${"aeiou"[party % 5] ?? ""}l Ltd`,
);

/** Payments all over a net so dense that its best sets take long; the numbers of a generator with a fixed start. */
function densePayments(): string {
  let state = 7;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const rows = Array.from({ length: 1000 }, () => {
    const payer = next(parties);
    const payee = (payer + 1 + next(parties - 1)) % parties;
    return `${partyNames[payer]},${partyNames[payee]},${100 + next(900)},USD,2016-05-${10 + next(20)}`;
  });
  return ["payer,payee,amount,currency,date", ...rows, ""].join("\n");
}

/** From some parties to others, as many of each. */
const ends = (from: number, to: number, count: number) => ({
  from: { entities: partyNames.slice(from, from + count), countries: [] },
  to: { entities: partyNames.slice(to, to + count), countries: [] },
});
/** As many sets as may be asked for: no machine has them before it is stopped. */
const slow = { ...ends(0, 50, 15), budget: 50, rhoQuarters: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] };
const slowTotal = slow.budget * slow.rhoQuarters.length;
const idle = { isSearching: false, progress: null };

/** Asks a route and reads its answer by the schema that the contract declares. */
async function ask(key: keyof typeof networkRoutes, body?: unknown): Promise<Json> {
  const [method = "", path = ""] = key.split(" ");
  const answer: Json = await served.json(method, path, body);
  return networkRoutes[key].answer.parse(answer);
}

/** Waits until a search says how far it is. */
async function isSearching(): Promise<Json> {
  for (;;) {
    const searching = await ask("GET /api/network/search");
    if (searching.progress !== null) return searching;
    await later(20);
  }
}

async function run(): Promise<void> {
  const { id } = await served.json("POST", "/api/jobs", { kind: "run" });
  for (;;) {
    const { last } = await served.json("GET", `/api/jobs/${id}`);
    if (last.state === "done") return;
    expect(["waiting", "running"].includes(last.state) ? "" : last.words).toBe("");
    await later(20);
  }
}

const isMade = /create or replace temporary table "?network_channel/u;

beforeAll(async () => {
  served = await serveSmallCase({
    files: { "h5/dense.csv": densePayments() },
    onQuery: (text) => (timesMade += isMade.test(text) ? 1 : 0),
  });
});
afterAll(() => served.end());

describe("a search", () => {
  it("says how far it is, lets pictures be drawn, and ends with the best so far when it is stopped", async () => {
    expect(await ask("GET /api/network/search")).toEqual(idle);
    const asked = ask("POST /api/network/block", slow);
    expect(await isSearching()).toMatchObject({ isSearching: true, progress: { total: slowTotal } });
    const { nodes } = await ask("POST /api/network/ways", { question: ends(0, 50, 15), most: 40 });
    expect(nodes.length).toBeGreaterThan(20);
    expect(await ask("GET /api/network/search")).toMatchObject({ isSearching: true });
    await ask("DELETE /api/network/search");
    const { sets } = await asked;
    expect(sets.length).toBeGreaterThan(0);
    expect(Math.max(...sets.map(({ budget }: Json) => budget))).toBeLessThan(slow.budget);
    expect(await ask("GET /api/network/search")).toEqual(idle);
  });

  it("is a job that is seen and stopped as others", async () => {
    const asked = ask("POST /api/network/block", slow);
    await isSearching();
    const [job] = await served.json("GET", "/api/jobs");
    expect(job).toMatchObject({
      kind: "block",
      title: "Which 50 to block",
      last: { state: "running", total: slowTotal },
    });
    await served.json("POST", `/api/jobs/${job.id}/stop`);
    const { sets } = await asked;
    expect(Math.max(...sets.map(({ budget }: Json) => budget))).toBeLessThan(slow.budget);
    const ended = await served.json("GET", `/api/jobs/${job.id}`);
    expect(ended).toMatchObject({ last: { state: "done", words: expect.stringContaining("stopped") } });
  });

  it("that is asked as a job is the same search: of an answered question it has the answer, and it is called off with the best so far", async () => {
    const question = { budget: 1, rhoQuarters: [4] };
    const told = await ask("POST /api/network/block", question);
    const made = timesMade;
    const job = async (id: string): Promise<Json> => {
      for (;;) {
        const job = await served.json("GET", `/api/jobs/${id}`);
        if (["done", "failed", "cancelled"].includes(job.last.state)) return job;
        await later(20);
      }
    };
    const known = await served.json("POST", "/api/jobs", { kind: "block", ...question });
    expect((await job(known.id)).result).toEqual(told);
    expect(timesMade).toBe(made);
    const { id } = await served.json("POST", "/api/jobs", { kind: "block", ...slow });
    await isSearching();
    // Two jobs of one desk: the second waits for its turn, and is called off before it has it.
    const second = await served.json("POST", "/api/jobs", { kind: "block", ...slow, budget: 49 });
    await served.json("DELETE", `/api/jobs/${second.id}`);
    expect(await job(second.id)).toMatchObject({ last: { state: "cancelled" }, result: null });
    await served.json("DELETE", `/api/jobs/${id}`);
    const ended = await job(id);
    expect(ended.last).toMatchObject({ state: "done", words: expect.stringContaining("stopped") });
    expect(ended.result.sets.length).toBeGreaterThan(0);
    expect(await ask("GET /api/network/search")).toEqual(idle);
  });

  it("is not made again for a question that was answered since the last run", async () => {
    const question = { ...ends(3, 60, 2), budget: 1, rhoQuarters: [4] };
    const before = timesMade;
    const first = await ask("POST /api/network/block", question);
    const after = timesMade;
    expect(after).toBeGreaterThan(before);
    const jobs = await served.json("GET", "/api/jobs");
    expect(await ask("POST /api/network/block", question)).toEqual(first);
    expect(await served.json("GET", "/api/jobs")).toEqual(jobs);
    await ask("POST /api/network/check-file", { question, budget: 1, rhoQuarters: 0 });
    expect(timesMade).toBe(after);
  });

  it("of another question at the same time takes nothing from it", async () => {
    const questions = [10, 14, 18, 22].map((day) => ({
      ...ends(0, 50, 5),
      between: [`2016-05-${day}`, `2016-05-${day + 7}`] as const,
      budget: 1,
      rhoQuarters: [4],
    }));
    const at = { stop: new AbortController().signal, onProgress: () => undefined };
    const desk = new NetworkDesk(served.open);
    const right = [];
    for (const question of questions)
      right.push({
        sets: (await askBlock(served.open, question, at)).map(({ members }) => members),
        ways: (await desk.draw(question, { most: 50 })).whole,
      });
    const told = await Promise.all(
      questions.map(async (question) => {
        const { budget: _budget, rhoQuarters: _rho, ...of } = question;
        const [block, ways] = await Promise.all([
          ask("POST /api/network/block", question),
          ask("POST /api/network/ways", { question: of, most: 50 }),
        ]);
        return { sets: block.sets.map(({ members }: Json) => members), ways: ways.whole };
      }),
    );
    expect(told).toEqual(right);
    expect(new Set(right.map((answer) => JSON.stringify(answer))).size).toBe(questions.length);
  });

  it("asks by the case's settings as the last run read them", async () => {
    const budgets = async (): Promise<number> => {
      const { sets } = await ask("POST /api/network/block", { ...ends(3, 60, 2), rhoQuarters: [4] });
      return Math.max(...sets.map(({ budget }: Json) => budget));
    };
    const was = await budgets();
    const config = join(served.dir, "case.yaml");
    writeFileSync(config, `${readFileSync(config, "utf8")}settings:\n  budget: ${was - 1}\n`);
    await run();
    expect(await budgets()).toBe(was - 1);
  });

  it("ends with the best so far when the case is closed, and none begins", async () => {
    const asked = ask("POST /api/network/block", slow);
    await isSearching();
    const waiting = served.ask("POST", "/api/network/block", { ...slow, budget: 29 });
    await later(20);
    await served.serving.close();
    const { sets } = await asked;
    expect(Math.max(...sets.map(({ budget }: Json) => budget))).toBeLessThan(slow.budget);
    expect((await waiting).text).toContain("the case is being closed");
  });
});
