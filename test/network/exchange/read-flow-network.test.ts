import { afterEach, beforeEach, expect, it } from "vitest";
import { patternsOfCase, readFlowNetwork, type FlowNetwork } from "../../../src/network/index.ts";
import { rawSql, tableOfWorld } from "../../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../../support/case.ts";
import { holdPayments, paid } from "../../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("one");
});
afterEach(() => made.close());

const table = tableOfWorld("open");
const read = (): Promise<FlowNetwork> =>
  readFlowNetwork(
    made.file.database,
    {
      statement: table("statement"),
      cluster: table("cluster"),
      payment: table("payment"),
      flow: table("flow"),
      bystander: table("bystander"),
    },
    "USD",
  );
const parties = ["a", "b", "c"].map((id): Literal => [id, "Company", "name", `Name of ${id}`]);

it("one channel for each payer, payee and currency, with its days, roots and statements", async () => {
  await holdPayments(made, [
    ...parties,
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "10.50", date: "2016-03-01" }),
    ...paid("p2", { payer: "a", beneficiary: "b", amount: "2", date: "2016-04" }),
    ...paid("p3", { payer: "a", beneficiary: "b", amount: "3000", currency: "KRW" }),
  ]);
  const { nodes, edges, channelsLeftOut } = await read();
  expect(nodes).toEqual([
    { id: "a", schema: "Company" },
    { id: "b", schema: "Company" },
  ]);
  expect(edges.map(({ statements, ...edge }) => ({ ...edge, statements: statements.length }))).toEqual([
    {
      payer: "a",
      payee: "b",
      currency: "KRW",
      amount: "3000",
      caseAmount: null,
      payments: 1,
      undated: 1,
      firstDay: null,
      lastDay: null,
      rootsLeast: 0,
      rootsMost: 0,
      statements: 1,
    },
    {
      payer: "a",
      payee: "b",
      currency: "USD",
      amount: "12.50",
      caseAmount: "12.50",
      payments: 2,
      undated: 0,
      firstDay: "2016-03-01",
      lastDay: "2016-04-30",
      rootsLeast: 0,
      rootsMost: 0,
      statements: 2,
    },
  ]);
  expect(channelsLeftOut).toBe(0);
});

it("a closed contact of a phone is in no channel, and the channels left out are counted", async () => {
  await made.file.database.run(rawSql("insert into held.bystander values (1, 'c', 1)"));
  await holdPayments(made, [
    ...parties,
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "1" }),
    ...paid("p2", { payer: "a", beneficiary: "c", amount: "2" }),
    ...paid("p3", { payer: "c", beneficiary: "b", amount: "3" }),
  ]);
  const { nodes, edges, channelsLeftOut } = await read();
  expect(nodes.map(({ id }) => id)).toEqual(["a", "b"]);
  expect([edges.length, channelsLeftOut]).toEqual([1, 2]);
});

it("patterns of a case cite the statements of their payments and count what they could not look at", async () => {
  await holdPayments(made, [
    ...parties,
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "100", date: "2016-03-01" }),
    ...paid("p2", { payer: "b", beneficiary: "c", amount: "95", date: "2016-03-02" }),
    ...paid("p3", { payer: "c", beneficiary: "a", amount: "90", date: "2016-03-03" }),
    ...paid("p4", { payer: "c", beneficiary: "a", amount: "90", date: "2016-03" }),
    ...paid("p5", { payer: "c", beneficiary: "a", amount: "90" }),
  ]);
  const tables = { statement: table("statement"), payment: table("payment"), flow: table("flow") };
  const found = await patternsOfCase(made.file.database, tables, { kinds: ["round-trip", "layering"], limit: 5 });
  if ("refusal" in found) throw new Error(found.refusal);
  expect(found.counts).toEqual([
    { kind: "round-trip", found: 1 },
    { kind: "layering", found: 1 },
  ]);
  const [trip] = found.patterns;
  expect([trip?.canonicalId, trip?.minor, trip?.firstDay, trip?.lastDay]).toEqual([
    "a",
    9000,
    "2016-03-01",
    "2016-03-03",
  ]);
  expect(trip?.payments.map(({ paymentId, statements }) => [paymentId, statements.length])).toEqual([
    ["p1", 1],
    ["p2", 1],
    ["p3", 1],
  ]);
  expect([found.lookedAt, found.outside]).toEqual([3, { withoutDate: 1, imprecise: 1, withoutRate: 0, toOneself: 0 }]);
});
