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
}, 120_000);
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

describe("numbers and ids beyond reason", () => {
  it.each([
    ["/api/files/-1/parts/0/rows?from=1&to=2", "use a number from 0"],
    ["/api/files/99999999999/parts/0/rows?from=1&to=2", "2,147,483,647"],
    [`/api/place?at=${"a".repeat(1001)}`, "1,000 characters"],
    [`/api/joins?left=${"a".repeat(301)}&right=b`, "300 characters"],
  ])("are refused with what would be right (%#)", async (path, right) => {
    const { status, text: said } = await served.ask("GET", path);
    expect(status).toBe(400);
    expect(said).toContain(right);
  });
});
