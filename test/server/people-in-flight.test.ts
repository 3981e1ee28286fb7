import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCase } from "../../src/casefile/index.ts";
import { serveSmallCase, type Json, type ServedCase } from "./support/served-case.ts";

const report = `<!doctype html><title>Attache is gone from Lisbon | Strait Post</title>
<meta property="article:published_time" content="2016-05-20"><h1>Attache is gone from Lisbon</h1>
<p>Colonel Orlo Vintar, 51, defected in Lisbon on 12 May 2016, a diplomat told the Strait Post.</p>
<p>Vintar took a train from Porto at 6 a.m. on 11 May 2016, the diplomat said.</p>`;
/** What nobody may be told of the man in flight. */
const closer = /Lisbon|Porto|2016-05-1[0-9]|1[12] May|6 a\.m/iu;

let served: ServedCase;
const answers: string[] = [];

beforeAll(async () => {
  served = await serveSmallCase();
  await served.add("h3", "flight.html", report);
  await runCase(served.open, () => undefined);
}, 120_000);
afterAll(() => served.end());

const asked = async (method: string, path: string, body?: unknown): Promise<Json> => {
  const answer = await served.json(method, path, body);
  answers.push(`${path} ${JSON.stringify(answer)}`);
  return answer;
};

describe("people in flight", () => {
  it("are told of by country and month in lists, evidence, places, material, search and ledger", async () => {
    const place = await asked("GET", `/api/place?at=${encodeURIComponent("h3/flight.html")}`);
    const rows = await asked("GET", `/api/files/${place.fileNo}/parts/${place.part}/rows?from=1&to=50`);
    const told = rows.rows.map(({ cells }: { cells: string[] }) => cells[0]).join("\n");
    expect(told).toContain("Colonel Orlo Vintar, […] defected in [Portugal] [May 2016]");
    for (const { row } of rows.rows)
      await asked("GET", `/api/places?at=${encodeURIComponent(`h3/flight.html#paragraph ${row}`)}`);
    for (const list of ["findings", "entities", "faults", "payments"]) await asked("POST", "/api/views", { list });
    // What is not told is not found either; the answer repeats the asker's own words, so it is looked at alone.
    const sought = await served.json("POST", "/api/views", { list: "findings", filter: "Lisbon" });
    expect(sought.view.count).toBe(0);
    for (const filter of ["gone", "Attache"]) {
      const { view } = await asked("POST", "/api/views", { list: "findings", filter });
      for (const finding of view.first.rows) await asked("GET", `/api/findings/${finding.id}`);
    }
    for (const words of ["Attache", "Vintar"]) await asked("GET", `/api/search?q=${words}`);
    const { events } = await asked("GET", "/api/ledger");
    expect(events.length).toBeGreaterThan(0);
    for (const { eventId } of events) await asked("GET", `/api/ledger/events/${eventId}`);
    await asked("GET", "/api/ledger/claims");
    await asked("GET", "/api/brief");
    await asked("GET", "/api/brief/html");
    await asked("GET", "/api/brief/md");
    const { view: all } = await asked("POST", "/api/views", { list: "findings" });
    for (const { entity } of all.first.rows) {
      const path = `/api/entities/${encodeURIComponent(entity.id)}`;
      const { status } = await served.ask("GET", path);
      if (status !== 200) continue;
      await asked("GET", path);
      await asked("GET", `${path}/payments`);
    }
    const [one, other] = all.first.rows.map(({ entity }: { entity: { id: string } }) => entity.id);
    await served.json("POST", "/api/decisions", {
      leftId: one,
      rightId: all.first.rows.at(-1).entity.id ?? other,
      decision: "unsure",
      reason: "Vintar was in Lisbon on 12 May 2016",
    });
    await asked("GET", "/api/decisions");
    await asked("POST", "/api/decisions/undo", {});
    expect(answers.filter((answer) => closer.test(answer)).map((answer) => answer.slice(0, 400))).toEqual([]);
  });
});
