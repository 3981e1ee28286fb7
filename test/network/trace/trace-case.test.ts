import { afterEach, beforeEach, describe, expect, it } from "vitest";
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

/** The parties a, b and c are named, d is known by its account alone; a holds the account acc. */
const parties: readonly Literal[] = [
  ...["a", "b", "c"].map((id): Literal => [id, "Company", "name", `Name of ${id}`]),
  ["d", "LegalEntity", "country", "kp"],
  ["acc", "BankAccount", "accountNumber", "1234567"],
  ["own", "Ownership", "owner", "a"],
  ["own", "Ownership", "asset", "acc"],
];

const hold = (...literals: readonly Literal[]): Promise<void> => holdPayments(made, [...parties, ...literals]);
const holdApart = (...literals: readonly Literal[]): Promise<void> =>
  holdPayments(made, [...parties, ...literals], { accounts: "apart" });

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

describe("accounts that stand apart", () => {
  const books: readonly Literal[] = [
    ["two", "BankAccount", "accountNumber", "7654321"],
    ["own2", "Ownership", "owner", "a"],
    ["own2", "Ownership", "asset", "two"],
    ["three", "BankAccount", "accountNumber", "5555555"],
    ...paid("p1", { payer: "b", beneficiary: "a", beneficiaryAccount: "acc", amount: "10", date: "2016-03-01" }),
    ...paid("p2", { payer: "b", beneficiary: "a", beneficiaryAccount: "two", amount: "7", date: "2016-03-01" }),
    ...paid("p3", { payer: "a", payerAccount: "acc", beneficiary: "c", amount: "4", date: "2016-03-02" }),
    ...paid("p4", { payer: "a", payerAccount: "two", beneficiary: "c", amount: "2", date: "2016-03-03" }),
    ...paid("p5", { payer: "a", payerAccount: "three", beneficiary: "c", amount: "1", date: "2016-03-04" }),
    ...paid("p6", { payer: "c", payerAccount: "three", beneficiary: "d", amount: "1", date: "2016-03-05" }),
  ];
  const seedsOf = async (canonicalId: string): Promise<string[]> =>
    hopsOf(await trace({ start: { kind: "entity", canonicalId }, depth: 1 })).map((hop) => hop.split(" ")[1] ?? "");

  it("are followed each by itself: what came to one goes on from it alone", async () => {
    await holdApart(...books);
    const traced = await trace({ start: { kind: "payment", paymentIds: ["p1"] } });
    expect(hopsOf(traced)).toEqual(["2016-03-01 p1 1000 of 1000", "2016-03-02 p3 400 of 400"]);
    expect(traced.trails[0]?.ends).toEqual([
      { id: "acc", minor: 600, why: "rests" },
      { id: "c", minor: 400, why: "rests" },
    ]);
    expect(traced.gaps.unnamed).toBe(0);
  });

  it("stand for themselves as a start, and for their holder where he is the start", async () => {
    await holdApart(...books);
    expect(await seedsOf("acc")).toEqual(["p3"]);
    expect(await seedsOf("a")).toEqual(["p3", "p4", "p5"]);
    expect(await seedsOf("c")).toEqual(["p6"]);
  });

  it("are one pot where they are folded into their holder", async () => {
    await hold(...books);
    const traced = await trace({ start: { kind: "payment", paymentIds: ["p1"] } });
    expect(hopsOf(traced).map((hop) => hop.split(" ").slice(1, 3).join(" "))).toEqual([
      "p1 1000",
      "p3 400",
      "p4 200",
      "p5 100",
      "p6 100",
    ]);
    expect(await seedsOf("acc")).toEqual(["p3"]);
  });
});
