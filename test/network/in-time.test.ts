import { afterEach, beforeEach, expect, test } from "vitest";
import {
  answerBlockQuestion,
  explainNodes,
  networkStage,
  requestOf,
  verifyCertificate,
  type BlockRequest,
  type Explanation,
} from "../../src/network/index.ts";
import { defaultSettings } from "../../src/model/index.ts";
import { hex, tableOfWorld } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { paid, takeEachForItself } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
});
afterEach(() => made.close());

/** Payments, one line each: "payer payee amount date", or without a date. */
async function pay(lines: readonly string[]): Promise<void> {
  await made.dataset("one");
  const literals = lines.flatMap((line, index): Literal[] => {
    const [payer = "", beneficiary = "", amount = "", date] = line.split(" ");
    const named: Literal[] = [payer, beneficiary].map((id) => [id, "LegalEntity", "name", `Name of ${id}`]);
    const values = { payer, beneficiary, amount, ...(date !== undefined && { date }) };
    return [...named, ...paid(`p${index}`, values)];
  });
  await made.statements("one", literals);
  await takeEachForItself(made);
  await made.run(networkStage, { budget: 1 });
}

const source = () => ({ database: made.file.database, table: tableOfWorld("open") });
const asking = (changes: Partial<BlockRequest>): BlockRequest => ({
  ...requestOf({ ...defaultSettings, budget: 1 }),
  from: { entities: ["s", "r"], countries: [] },
  to: { entities: ["t"], countries: [] },
  rhoQuarters: [4],
  inTime: { leastStayDays: 0 },
  ...changes,
});

async function ask(changes: Partial<BlockRequest> = {}) {
  const rows = await answerBlockQuestion(source(), asking(changes), { now: () => performance.now() });
  const advice = rows.findLast(({ rhoQuarters }) => rhoQuarters === 0);
  if (!advice) throw new Error("no advice");
  const explanation: Explanation = JSON.parse(advice.explanation);
  return { ...advice, explanation };
}

/** Most money through "early" is passed on before it came; what "late" gets goes on. */
const outOfOrder = [
  "s early 90 2016-03-05",
  "early t 90 2016-03-04",
  "s late 10 2016-03-05",
  "late t 6 2016-03-05",
  "late t 3 2016-03-06",
];

test("money that was passed on before it came carries nothing: another set is best, and both figures are said", async () => {
  await pay(outOfOrder);
  const { members, baselineMinor, residualMinor, proof, explanation } = await ask();
  expect([members, baselineMinor, residualMinor, proof]).toEqual([["late"], 900, 0, "proved best"]);
  expect(explanation.inTime).toEqual({
    withoutDate: 0,
    withoutDateMinor: "0",
    imprecise: 0,
    leastStayDays: 0,
    canFlowInAnyOrder: 9900,
  });
  const order = explanation.again.find(({ about }) => about === "order");
  expect(order).toMatchObject({ label: "0", canFlow: 9900, members: ["early"] });
  expect([order?.effects, order?.ofAdvice, order?.ofMembersHere].map((effects) => effects?.[0]?.stranded)).toEqual([
    9000, 900, 0,
  ]);
});

test("money that must stay a day goes on the day after", async () => {
  await pay(outOfOrder);
  expect((await ask({ inTime: { leastStayDays: 1 } })).baselineMinor).toBe(300);
});

test("payments without a date are left out and counted; of which only the month is known, they stand at its last day", async () => {
  await pay([...outOfOrder, "s none 50", "none t 50 2016-03-09", "r month 8 2016-04", "month t 8 2016-04-29"]);
  const { baselineMinor, explanation } = await ask();
  expect(baselineMinor).toBe(900);
  expect(explanation.inTime).toMatchObject({ withoutDate: 1, withoutDateMinor: "5000", imprecise: 1 });
  expect(explanation.again.find(({ about }) => about === "order")).toMatchObject({ label: "1", canFlow: 15_700 });
});

test("the check file in time verifies, and cites the payments of the very days", async () => {
  await pay(outOfOrder);
  const { certificate } = await ask();
  expect(verifyCertificate(certificate)).toMatchObject({ ok: true, isInTime: true, before: 3600n, after: 0n });
  const { evidence } = JSON.parse(certificate);
  const amounts = await made.rows(
    "select statement_id as id from held.statement where prop = 'amount' and entity_id in ('p2', 'p3', 'p4') order by entity_id",
    { id: hex },
  );
  const cited = evidence.map(([, payments, statements]: [number, number, string[]]) => [payments, ...statements]);
  expect(cited.toSorted()).toEqual(amounts.map(({ id }) => [1, id]).toSorted());
});

test("a reroute factor lets each payment carry more, on its own day; a larger one never strands more", async () => {
  await pay(["s a 10 2016-03-01", "a t 4 2016-03-02", "s b 10 2016-03-01", "b t 3 2016-03-02", "a t 9 2016-02-01"]);
  const { members, explanation } = await ask({ rhoQuarters: [4, 6, 8] });
  expect(members).toEqual(["a"]);
  expect(explanation.effects.map(({ canFlow, residual, stranded }) => [canFlow, residual, stranded])).toEqual([
    [700, 300, 400],
    [700, 450, 250],
    [700, 600, 100],
  ]);
});

test("what one party alone does is said in the order of time too, and a question without it is as before", async () => {
  await pay(outOfOrder);
  const early = await explainNodes(source(), asking({}), ["early", "late"]);
  expect(early.map(({ id, standing, carries }) => [id, standing, carries])).toEqual([
    ["early", "no way", 0],
    ["late", "may be proposed", 900],
  ]);
  const { members, explanation } = await ask({ inTime: null });
  expect([members, explanation.inTime]).toEqual([["early"], null]);
});
