import { afterEach, beforeEach, expect, it } from "vitest";
import { routesOfCase, type CaseRoutes, type RouteRequest } from "../../../src/network/index.ts";
import { rawSql, tableOfWorld } from "../../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../../support/case.ts";
import { holdPayments, paid } from "../../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("one");
});
afterEach(() => made.close());

const named = (...ids: readonly string[]): Literal[] => ids.map((id) => [id, "Person", "name", `Name of ${id}`]);

async function ask(fromId: string, toId: string, more: Partial<RouteRequest> = {}): Promise<CaseRoutes> {
  const table = tableOfWorld("open");
  const found = await routesOfCase(
    made.file.database,
    {
      statement: table("statement"),
      cluster: table("cluster"),
      payment: table("payment"),
      flow: table("flow"),
      finding: table("finding"),
      findingStatement: table("finding_statement"),
      bystander: table("bystander"),
    },
    { fromId, toId, measure: "shortest", most: 3, via: { payments: true, relations: true }, ...more },
  );
  if ("refusal" in found) throw new Error(found.refusal);
  return found;
}

const told = ({ routes }: CaseRoutes): string[][] =>
  routes.map(({ steps }) =>
    steps.map(({ links }) =>
      links.map((link) => `${link.fromId} ${link.words} ${link.toId} [${link.statements.length}]`).join("; "),
    ),
  );

it("payments and relations are steps either way, each with its statements", async () => {
  await holdPayments(made, [
    ...named("a", "b", "c"),
    ...paid("p1", { payer: "b", beneficiary: "a", amount: "5", date: "2016-03-01" }),
    ["o1", "Ownership", "owner", "c"],
    ["o1", "Ownership", "asset", "b"],
  ]);
  expect(told(await ask("a", "c"))).toEqual([["b paid a [1]", "c holds b [2]"]]);
  expect(told(await ask("a", "c", { via: { payments: true, relations: false } }))).toEqual([]);
  expect((await ask("a", "c", { measure: "earliest" })).knows).toEqual({ from: true, to: false });
});

it("what tells of a place, a telephone, a message or a paper links nobody", async () => {
  await holdPayments(made, [
    ...named("a", "b"),
    ...["a", "b"].flatMap((id): Literal[] => [
      [id, "Person", "address", "1 Same Street"],
      [id, "Person", "addressEntity", "home"],
      [id, "Person", "phone", "+85212345678"],
    ]),
    ["home", "Address", "full", "1 Same Street"],
    ["m1", "Message", "sender", "a"],
    ["m1", "Message", "recipients", "b"],
    ["i1", "Identification", "holder", "a"],
    ["i1", "Identification", "number", "X1"],
  ]);
  const found = await ask("a", "b");
  expect([found.routes, found.searched.links, found.knows]).toEqual([[], 0, { from: false, to: false }]);
});

it("a closed contact of a phone is on no path, over relations and in time", async () => {
  await made.file.database.run(rawSql("insert into held.bystander values (1, 'b', 1)"));
  await holdPayments(made, [
    ...named("a", "b", "c"),
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "5", date: "2016-03-01" }),
    ...paid("p2", { payer: "b", beneficiary: "c", amount: "5", date: "2016-03-02" }),
    ["f1", "Family", "person", "a"],
    ["f1", "Family", "relative", "b"],
  ]);
  for (const measure of ["shortest", "hubs-damped", "cheapest", "earliest"] as const)
    expect(told(await ask("a", "c", { measure }))).toEqual([]);
  expect((await ask("a", "b")).knows.to).toBe(false);
});

it("in time each payment is told with its day", async () => {
  await holdPayments(made, [
    ...named("a", "b", "c"),
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "5", date: "2016-03-01" }),
    ...paid("p2", { payer: "b", beneficiary: "c", amount: "5", date: "2016-03-02" }),
  ]);
  const found = await ask("a", "c", { measure: "earliest" });
  expect(told(found)).toEqual([["a paid b [1]", "b paid c [1]"]]);
  expect(found.routes[0]?.steps.map(({ links }) => links[0]?.firstDay)).toEqual(["2016-03-01", "2016-03-02"]);
  expect(told(await ask("c", "a", { measure: "earliest" }))).toEqual([]);
});
