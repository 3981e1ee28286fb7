import { afterEach, beforeEach, expect, it } from "vitest";
import { traceCase, type CaseTrace, type TraceRequest } from "../../../src/network/index.ts";
import { tableOfWorld } from "../../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../../support/case.ts";
import { holdPayments, paid } from "../../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("one");
});
afterEach(() => made.close());

/** Statements of payments, with the parties a, b and c named and d known by its account alone. */
async function hold(...literals: readonly Literal[]): Promise<void> {
  await holdPayments(made, [
    ...["a", "b", "c"].map((id): Literal => [id, "Company", "name", `Name of ${id}`]),
    ["d", "LegalEntity", "country", "kp"],
    ["acc", "BankAccount", "accountNumber", "1234567"],
    ["own", "Ownership", "owner", "a"],
    ["own", "Ownership", "asset", "acc"],
    ...literals,
  ]);
}

async function trace(asked: Partial<TraceRequest> & Pick<TraceRequest, "start">): Promise<CaseTrace> {
  const table = tableOfWorld("open");
  const traced = await traceCase(
    made.file.database,
    { statement: table("statement"), cluster: table("cluster"), payment: table("payment"), flow: table("flow") },
    { direction: "forward", rules: ["fifo"], until: null, depth: null, ...asked },
  );
  if ("refusal" in traced) throw new Error(traced.refusal);
  return traced;
}

const hopsOf = ({ trails: [trail] }: CaseTrace): string[] =>
  (trail?.hops ?? []).map((hop) => `${hop.day} ${hop.paymentId} ${hop.tracedMinor} of ${hop.amountMinor}`);

it("a party's money is followed through dated payments, each with the statements of its amounts", async () => {
  await hold(
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "10.50", date: "2016-03-01" }),
    ...paid("p2", { payer: "b", beneficiary: "d", amount: "20", date: "2016-03-02" }),
  );
  const traced = await trace({ start: { kind: "entity", canonicalId: "a" } });
  expect(hopsOf(traced)).toEqual(["2016-03-01 p1 1050 of 1050", "2016-03-02 p2 1050 of 2000"]);
  expect(traced.trails[0]?.hops.map(({ statements }) => statements.length)).toEqual([1, 1]);
  expect(traced.trails[0]?.ends).toEqual([{ id: "d", minor: 1050, why: "rests" }]);
  expect(traced.gaps.unnamed).toBe(1);
});

it("an account stands for the payments that name it, whoever holds it", async () => {
  await hold(
    ...paid("p1", { payer: "a", payerAccount: "acc", beneficiary: "b", amount: "1", date: "2016-03-01" }),
    ...paid("p2", { payer: "a", beneficiary: "c", amount: "2", date: "2016-03-02" }),
  );
  const traced = await trace({ start: { kind: "entity", canonicalId: "acc" } });
  expect([traced.startPayments, hopsOf(traced)]).toEqual([1, ["2016-03-01 p1 100 of 100"]]);
});

it("what no rule can follow is counted: no day, no rate, no known end, only a month", async () => {
  await hold(
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "1", date: "2016-03" }),
    ...paid("p2", { payer: "a", beneficiary: "b", amount: "2" }),
    ...paid("p3", { payer: "b", beneficiary: "c", amount: "3" }),
    ...paid("p4", { payer: "b", beneficiary: "c", amount: "4", currency: "XXX", date: "2016-04-01" }),
    ...paid("p5", { payer: "b", amount: "5", date: "2016-04-01" }),
  );
  const traced = await trace({ start: { kind: "entity", canonicalId: "a" } });
  expect(hopsOf(traced)).toEqual(["2016-03-31 p1 100 of 100"]);
  expect([traced.startPayments, traced.tracedPayments]).toEqual([2, 1]);
  expect(traced.gaps).toEqual({ withoutEndOrAmount: 1, withoutDate: 1, withoutRate: 1, unnamed: 0 });
  expect(traced.outside).toEqual({ withoutDate: 2, withoutRate: 1, imprecise: 1, toOneself: 0, ofNothing: 0 });
});

it("how much hangs on unknown balances is said beside each rule that needs one", async () => {
  await hold(
    ...paid("p1", { payer: "a", beneficiary: "b", amount: "10", date: "2016-03-01" }),
    ...paid("p2", { payer: "b", beneficiary: "c", amount: "6", date: "2016-03-02" }),
    ...paid("p3", { payer: "b", beneficiary: "d", amount: "10", date: "2016-03-03" }),
  );
  const traced = await trace({
    start: { kind: "payment", paymentIds: ["p1"] },
    rules: ["poison", "haircut", "fifo", "lifo"],
  });
  expect(traced.trails.map(({ rule, hangsOnOpeningMinor }) => [rule, hangsOnOpeningMinor])).toEqual([
    ["poison", 0],
    ["haircut", 225],
    ["fifo", 600],
    ["lifo", 0],
  ]);
});

it("nothing to trace is no trail", async () => {
  await hold(...paid("p1", { payer: "a", beneficiary: "b", amount: "1", date: "2016-03-01" }));
  const traced = await trace({ start: { kind: "entity", canonicalId: "c" } });
  expect([traced.startPayments, traced.tracedMinor, hopsOf(traced)]).toEqual([0, 0, []]);
});
