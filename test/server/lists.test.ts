import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionOfLists, keepLists, writeJudgement } from "../../src/casefile/index.ts";
import { parseEntityId } from "../../src/model/index.ts";
import { entityId, sql } from "../../src/store/index.ts";
import { send, serveSmallCase, type Json, type ServedCase } from "./support/served-case.ts";

let served: ServedCase;
const asked: string[] = [];
beforeAll(async () => {
  served = await serveSmallCase({ onQuery: (text) => asked.push(text) });
});
afterAll(() => served.end());

const views = (body: Json) => served.json("POST", "/api/views", body);
const ids = (rows: readonly Json[]): string[] => rows.map(({ id }) => id);

async function ended(id: string): Promise<Json> {
  for (;;) {
    const job = await served.json("GET", `/api/jobs/${id}`);
    if (["done", "failed", "cancelled"].includes(job.last.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("a filter", () => {
  it("narrows, counts and says what it asks", async () => {
    const { view, sentence, chips } = await views({ list: "findings", filter: "kind:contradicted property:amount" });
    expect(sentence).toBe("contradicted, amount");
    expect(view.count).toBe(view.first.rows.length);
    expect(chips.map(({ text }: Json) => text)).toEqual(["kind:contradicted", "property:amount"]);
    const kinds = view.facets.find(({ key }: Json) => key === "kind");
    const chosen = kinds.values.find(({ value }: Json) => value === "contradicted");
    expect(chosen).toMatchObject({ isChosen: true, count: view.count });
    for (const { term, count } of kinds.values) {
      const other = await views({ list: "findings", filter: `${term} property:amount` });
      expect([term, other.view.count]).toEqual([term, count]);
    }
  });

  it("that finds nothing says what each term costs", async () => {
    const { view, chips } = await views({ list: "findings", filter: "kind:contradicted zzzz" });
    expect(view.count).toBe(0);
    const [contradicted, word] = chips;
    expect(contradicted.countWithout).toBe(0);
    expect(word.countWithout).toBe((await views({ list: "findings", filter: "kind:contradicted" })).view.count);
  });

  it("that is not understood makes no list", async () => {
    const { view, faultyTerms } = await views({ list: "findings", filter: "kind:contradictd" });
    expect(view).toBeNull();
    expect(faultyTerms[0]).toMatchObject({ text: "kind:contradictd", nearest: "kind:contradicted" });
  });
});

describe("a view", () => {
  it("gives any window of its order, and finds a row in it", async () => {
    for (const sort of [undefined, "-money", "value", "-entity"]) {
      const { view } = await views({ list: "findings", sort });
      const { window } = await served.json("GET", `/api/views/${view.id}/rows?from=3&to=9`);
      expect(ids(window.rows)).toEqual(ids(view.first.rows.slice(3, 9)));
      const all = await served.json("GET", `/api/views/${view.id}/ids?from=0&to=1000`);
      expect(all.ids).toHaveLength(view.count);
      expect(new Set(all.ids).size).toBe(view.count);
      const { position } = await served.json("GET", `/api/views/${view.id}/position?of=${all.ids[7]}`);
      expect(position).toBe(7);
    }
    expect(await served.ask("POST", "/api/views", { list: "findings", sort: "mony" })).toMatchObject({ status: 400 });
  });

  it("stays as it was while a run changes the case, and says how much is new", async () => {
    const before = await views({ list: "payments" });
    const { view } = before;
    expect((await served.json("GET", `/api/views/${view.id}/rows?from=0&to=1`)).newer).toBeNull();
    await served.add(
      "h5",
      "more.csv",
      "payer,payer account,payee,payee account,amount,currency,date\nQuiet Pine Ltd,7001-222-33344,Azure Harbor Ltd,2003-111-22233,990000,USD,2016-02-03\n",
    );
    const { id } = await served.json("POST", "/api/jobs", { kind: "run" });
    expect(await ended(id)).toMatchObject({ last: { state: "done", words: null } });
    const read = async () => served.json("GET", `/api/views/${view.id}/rows?from=0&to=200`);
    let { window, newer } = await read();
    expect(ids(window.rows)).toEqual(ids(view.first.rows));
    while (newer === null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      ({ window, newer } = await read());
    }
    expect(newer.rows).toBe(1);
    expect(newer.words).toBe("1 new since 03:04 UTC");
    expect((await views({ list: "payments" })).view.count).toBe(view.count + 1);
    expect(ids((await read()).window.rows)).toEqual(ids(view.first.rows));
  });
});

describe("a job", () => {
  const events = async (id: string, after?: number): Promise<Json[]> => {
    const headers = { cookie: served.cookie, ...(after !== undefined && { "last-event-id": String(after) }) };
    const { text, status } = await send(served.origin, "GET", `/api/jobs/${id}/events`, { headers });
    if (status === 204) return [];
    return [...text.matchAll(/^data: (.*)$/gmu)].map((match) => JSON.parse(match[1] ?? ""));
  };

  it("tells how far it is, and goes on after the last event that was heard", async () => {
    const { id } = await served.json("POST", "/api/jobs", { kind: "block", budget: 1, rhoQuarters: [4] });
    const told = await events(id);
    expect(told.map(({ no }) => no)).toEqual(told.map((_, index) => index + 1));
    expect(told[0]?.state).toBe("waiting");
    expect(told.at(-1)?.state).toBe("done");
    expect(await events(id, 1)).toEqual(told.slice(1));
    expect(await events(id, told.length)).toEqual([]);
    const job = await ended(id);
    expect(job.result.sets.length).toBeGreaterThan(0);
    expect((await served.json("GET", "/api/jobs"))[0]).toMatchObject({ id, result: null });
  });

  it("is told on after a number alone", async () => {
    const { id } = await served.json("POST", "/api/jobs", { kind: "block", budget: 1, rhoQuarters: [4] });
    const headers = { cookie: served.cookie, "last-event-id": "the third" };
    const { status, text } = await send(served.origin, "GET", `/api/jobs/${id}/events`, { headers });
    expect([status, JSON.parse(text).error]).toEqual([
      400,
      'header last-event-id is "the third"; use the number of the last event that was heard, or leave it out',
    ]);
    await ended(id);
  });

  it("a question that cannot be put fails with its refusal", async () => {
    const from = { entities: ["Nobody of this name"], countries: [] };
    const { id } = await served.json("POST", "/api/jobs", { kind: "block", from });
    const job = await ended(id);
    expect(job.last.state).toBe("failed");
    expect(job.last.words).toContain("Nobody of this name");
  });

  it("one run at a time; called off it ends, and what was committed is kept", async () => {
    await served.add("h6", "again.csv", "name,birthDate,country\nHan Song,1955-01-02,kp\n");
    const { id } = await served.json("POST", "/api/jobs", { kind: "run" });
    expect(await served.ask("POST", "/api/jobs", { kind: "run" })).toMatchObject({ status: 409 });
    expect((await views({ list: "findings" })).view.count).toBeGreaterThan(0);
    const answered = await served.json("DELETE", `/api/jobs/${id}`);
    expect(["cancelled", "stopping", "done"]).toContain(answered.last.state);
    const job = await ended(id);
    expect(["cancelled", "done"]).toContain(job.last.state);
    const next = await served.json("POST", "/api/jobs", { kind: "run" });
    expect((await ended(next.id)).last.state).toBe("done");
    expect((await views({ list: "entities", filter: "han song" })).view.count).toBe(1);
  });
});

describe("the lists of a case", () => {
  const made = (): string[] => asked.filter((text) => text.startsWith('insert into "kept"'));

  it("are made once and kept, until a contact is opened", async () => {
    const { open } = served;
    await keepLists(open, () => undefined);
    asked.length = 0;
    await keepLists(open, () => undefined);
    expect(made()).toEqual([]);
    const edition = await editionOfLists(open);
    const [contact] = await open.database.rows(sql`select min(entity_id) as id from ${open.table("bystander")}`, {
      id: entityId,
    });
    const id = contact?.id ?? parseEntityId("none");
    await writeJudgement(open, {
      subject: "bystander",
      leftId: id,
      rightId: id,
      decision: "same",
      reasons: ["asked"],
      actor: "lee",
    });
    expect(await editionOfLists(open)).not.toBe(edition);
    await keepLists(open, () => undefined);
    expect(made().length).toBeGreaterThan(0);
  });
});
