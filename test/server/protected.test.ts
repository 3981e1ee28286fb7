import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { integer, sql, text } from "../../src/store/index.ts";
import { canary, serveSmallCase, type ServedCase } from "./support/served-case.ts";

let served: ServedCase;
let contact = "";
let party = "";

beforeAll(async () => {
  served = await serveSmallCase();
  const { id } = await served.open.database.row(
    sql`select min(entity_id) as id, count(*) as n from ${served.open.table("bystander")}`,
    { id: text, n: integer },
  );
  contact = id;
  const { view } = await served.json("POST", "/api/views", { list: "entities", filter: "azure" });
  party = view.first.rows[0].id;
});
afterAll(() => served.end());

describe("a closed contact", () => {
  it.each([
    (id: string) => `/api/entities/${id}`,
    (id: string) => `/api/entities/${id}/payments`,
    (id: string) => `/api/joins?left=${id}&right=${id}`,
    (id: string) => `/api/review/pair?left=${id}&right=${id}`,
  ])("is not opened by its id alone (%#)", async (path) => {
    const { status, text: said } = await served.ask("GET", path(contact));
    expect(status).toBe(403);
    expect(said).toContain("closed");
    expect(said).not.toContain("Kestrel");
  });
});

describe("the name of a protected source", () => {
  it.each([
    [
      "/api/decisions",
      () => ({ leftId: party, rightId: contact, decision: "unsure", reason: `as ${canary.label} said` }),
    ],
    ["/api/decisions/undo", () => ({ reason: `as ${canary.label} said` })],
  ] as const)("is not kept as a reason by %s", async (path, body) => {
    await served.json("POST", "/api/decisions", { leftId: party, rightId: contact, decision: "unsure" });
    const before = await served.json("GET", "/api/decisions");
    const { status, text: said } = await served.ask("POST", path, body());
    expect(status).toBe(400);
    expect(said).not.toContain("Velasquez");
    expect((await served.json("GET", "/api/decisions")).count).toBe(before.count);
  });
});

const refused = async (method: string, path: string, body?: unknown): Promise<string> => {
  const { status, text: said } = await served.ask(method, path, body);
  expect(status).toBe(400);
  return JSON.parse(said).error;
};

describe("what is asked beyond reason", () => {
  it.each([
    ["/api/files/-1/parts/0/rows?from=1&to=2", 'address fileNo is "-1"; use a number from 0'],
    ["/api/files/99999999999/parts/0/rows?from=1&to=2", "use a number up to 2,147,483,647"],
    ["/api/files/1/parts/0/rows?from=0&to=2", 'query from is "0"; use a number from 1'],
    [`/api/place?at=${"a".repeat(1001)}`, "use 1,000 characters at most"],
    [`/api/joins?left=${"a".repeat(301)}&right=b`, "use 300 characters at most"],
    ["/api/views/x/rows?from=one&to=2", 'query from is "one"; use a whole number'],
    ["/api/decisions?offset=-5", 'query offset is "-5"; use a number from 0'],
    ["/api/decisions?limit=1000", 'query limit is "1000"; use a whole number from 1 to 500'],
    ["/api/decisions?limt=10", 'query limt is "10"; there is no such part'],
  ])("is refused with the value and what would be right (%#)", async (path, right) =>
    expect(await refused("GET", path)).toContain(right),
  );

  it.each([
    [
      { between: ["2016-07-31", "2014-01-01"] },
      'between is ["2016-07-31","2014-01-01"]; use two dates, the earlier first',
    ],
    [{ between: ["2014-01-01", "2014-02-30"] }, 'between.1 is "2014-02-30"; use a date such as "2014-01-31"'],
    [{ between: ["2014-01-01"] }, 'between is ["2014-01-01"]; use two dates'],
    [{ reach: ["Korea"] }, 'reach.0 is "Korea"; use two letters, such as "kp"'],
    [{ protect: Array.from({ length: 201 }, () => "a") }, "protect is"],
    [{ budgt: 3 }, "budgt is 3; there is no such part"],
    [{ from: { entities: [], countries: [], contry: "kp" } }, 'from.contry is "kp"; there is no such part'],
  ])("of a block question is refused as a job, and by the network (%#)", async (question, right) => {
    expect(await refused("POST", "/api/jobs", { kind: "block", ...question })).toContain(`body ${right}`);
    expect(await refused("POST", "/api/network/block", question)).toContain(`body ${right}`);
    expect(await refused("POST", "/api/network/ways", { question, most: 2 })).toContain(`body question.${right}`);
  });
});
