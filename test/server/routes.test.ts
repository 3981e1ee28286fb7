import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type Contract, type RouteSchema } from "../../src/server/contract/index.ts";
import { canary, serveSmallCase, type Json, type ServedCase } from "./support/served-case.ts";

let served: ServedCase;
/** Ids of the small case that routes are asked about. */
const known = { view: "", finding: "", entity: "", pair: ["", ""] as readonly string[], place: "" };
const answers: string[] = [];

beforeAll(async () => {
  served = await serveSmallCase();
  const findings = await served.json("POST", "/api/views", { list: "findings" });
  const entities = await served.json("POST", "/api/views", { list: "entities", filter: "azure" });
  known.view = findings.view.id;
  known.finding = findings.view.first.rows[0].id;
  known.entity = entities.view.first.rows[0].id;
  const { pairs } = await served.json("GET", "/api/review/pairs");
  known.pair = [pairs[0]?.leftId ?? known.entity, pairs[0]?.rightId ?? known.entity];
  const evidence = await served.json("GET", `/api/findings/${known.finding}`);
  known.place = evidence.statements[0].place;
}, 120_000);
afterAll(() => served.end());

type Call = readonly [path: string, body?: unknown];
const id = (): string => encodeURIComponent(known.entity);

/** One call of each route that answers with JSON; those that a small case can only refuse are called below. */
const calls: Readonly<Record<string, () => Call | readonly Call[]>> = {
  "GET /api/case": () => ["/api/case"],
  "GET /api/overview": () => ["/api/overview"],
  "GET /api/files": () => ["/api/files"],
  "GET /api/faults": () => ["/api/faults"],
  "POST /api/views": () =>
    [
      { list: "findings", filter: "kind:contradicted money:>1k", sort: "-money" },
      { list: "findings", filter: "nothing-that-stands-anywhere" },
      { list: "findings", filter: "kidn:new" },
      { list: "entities", filter: "schema:Company" },
      { list: "payments", sort: "-day" },
      { list: "faults" },
      { list: "statements", of: known.entity },
    ].map((body): Call => ["/api/views", body]),
  "GET /api/views/:id/rows": () => [`/api/views/${known.view}/rows?from=0&to=5`],
  "GET /api/views/:id/ids": () => [`/api/views/${known.view}/ids?from=0&to=5`],
  "GET /api/views/:id/position": () => [`/api/views/${known.view}/position?of=${known.finding}`],
  "GET /api/filter-keys": () => ["/api/filter-keys"],
  "GET /api/findings/:id": () => [`/api/findings/${known.finding}`],
  "GET /api/places": () => [`/api/places?at=${encodeURIComponent(known.place)}`],
  "GET /api/place": () => [`/api/place?at=${encodeURIComponent(known.place)}`],
  "GET /api/search": () => ["/api/search?q=az"],
  "GET /api/entities/:id": () => [`/api/entities/${id()}`],
  "GET /api/entities/:id/payments": () => [`/api/entities/${id()}/payments`],
  "GET /api/joins": () => [`/api/joins?left=${id()}&right=${id()}`],
  "GET /api/review/pairs": () => ["/api/review/pairs"],
  "GET /api/review/joins": () => ["/api/review/joins"],
  "GET /api/decisions": () => ["/api/decisions"],
  "GET /api/brief": () => ["/api/brief"],
  "GET /api/ledger": () => ["/api/ledger"],
  "GET /api/ledger/claims": () => ["/api/ledger/claims"],
  "GET /api/network": () => ["/api/network"],
  "POST /api/network/ways": () => ["/api/network/ways", { question: {}, most: 50 }],
  "GET /api/network/search": () => ["/api/network/search"],
  "GET /api/jobs": () => ["/api/jobs"],
};

/** Lists, evidence and search hold nothing that the contract does not name. */
const exact = /^\/api\/(?:views|findings|places|search|filter-keys|jobs)/u;

/** What of an answer its schema did not read, since it does not name it. */
function leftOut(answer: Json, read: Json, path = ""): string[] {
  if (answer === null || typeof answer !== "object") return [];
  return Object.keys(answer).flatMap((key) =>
    read?.[key] === undefined ? [`${path}.${key}`] : leftOut(answer[key], read[key], `${path}.${key}`),
  );
}

describe("each route on a small case", () => {
  for (const [key, callsOf] of Object.entries(calls))
    it(`${key} answers what the contract says`, async () => {
      const [method = ""] = key.split(" ");
      const given = callsOf();
      for (const [path, body] of (Array.isArray(given[0]) ? given : [given]) as readonly Call[]) {
        const answer = await served.ask(method, path, body);
        answers.push(answer.text);
        expect([answer.status, path, answer.text.slice(0, answer.status === 200 ? 0 : 300)]).toEqual([200, path, ""]);
        const schema: RouteSchema = contract[key as keyof Contract];
        const read = schema.answer.safeParse(JSON.parse(answer.text));
        expect(read.success ? [] : read.error.issues.slice(0, 3)).toEqual([]);
        expect(exact.test(path) ? leftOut(JSON.parse(answer.text), read.data) : []).toEqual([]);
      }
    });
});

describe("evidence", () => {
  it("shows the cell with its row and header, and that the place was read again", async () => {
    const { view } = await served.json("POST", "/api/views", {
      list: "findings",
      filter: "kind:contradicted property:amount",
    });
    const { statements, tree, finding } = await served.json("GET", `/api/findings/${view.first.rows[0].id}`);
    expect(finding.state).toBe("contradicted");
    expect(statements.map(({ stance }: Json) => stance).toSorted()).toContain("contradicts");
    expect(tree.sentence).toBe("One telling, one source; against it one telling, one source");
    const shown = await served.json(
      "GET",
      `/api/places?at=${encodeURIComponent(statements[0].place)}&statement=${statements[0].id}`,
    );
    expect(shown.check).toEqual({ agrees: true, words: "read again: the file and the quoted text agree" });
    expect(shown.excerpt.columns.map(({ name }: Json) => name)).toContain("amount");
    expect(shown.excerpt.rows.some(({ row }: Json) => row === shown.excerpt.focus.row)).toBe(true);
  });

  it("counts two tellings of two sources as two", async () => {
    const { view } = await served.json("POST", "/api/views", { list: "findings", filter: "kind:corroborated" });
    const { tree } = await served.json("GET", `/api/findings/${view.first.rows[0].id}`);
    expect(tree.sentence).toBe("Two tellings, two sources");
    expect(tree.roots.map(({ counts, isKnown }: Json) => [counts, isKnown])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it("a quote that stands elsewhere is moved or changed", async () => {
    const { view } = await served.json("POST", "/api/views", {
      list: "statements",
      of: known.entity,
      filter: "property:name",
    });
    const [{ id: statement }] = view.first.rows;
    const { check } = await served.json(
      "GET",
      `/api/places?at=${encodeURIComponent("h1/ledger.csv#E2")}&statement=${statement}`,
    );
    expect(check.agrees).toBe(false);
    expect(check.words).toMatch(/^moved or changed: the place does not hold the quoted text/u);
  });
});

describe("a search", () => {
  it("finds a name by the spellings of its script, and says by which", async () => {
    const { groups } = await served.json("GET", "/api/search?q=ri%20chol");
    const [entities] = groups;
    expect(entities.kind).toBe("entities");
    expect(entities.hits.length).toBeGreaterThan(0);
    const { groups: korean } = await served.json("GET", `/api/search?q=${encodeURIComponent("리철")}`);
    expect(korean[0].hits.map(({ id }: Json) => id)).toContain(entities.hits[0].id);
  });
  it("says how far it looked where nothing was found", async () => {
    const { groups, searched } = await served.json("GET", "/api/search?q=zzzzqq");
    expect(groups).toEqual([]);
    expect(searched).toMatch(/names, spellings and numbers of \d+ entities, 4 files, \d+ findings$/u);
  });
});

describe("what is protected", () => {
  it("a sealed source's name and file stand in no answer", () => {
    expect(answers.length).toBeGreaterThan(25);
    for (const text of answers) expect(text).not.toMatch(new RegExp(`Nightjar|${canary.label}|velasquez`, "iu"));
  });
  it("a closed contact of a phone stands in no list and no search", async () => {
    for (const list of ["findings", "entities", "payments"]) {
      const { view } = await served.json("POST", "/api/views", { list, filter: "kestrel" });
      expect(view.count).toBe(0);
    }
    expect((await served.json("GET", "/api/search?q=kestrel")).groups).toEqual([]);
    for (const text of answers) expect(text).not.toContain("Kestrel Contact");
  });
});
