import { afterEach, beforeEach, expect, test } from "vitest";
import {
  answerBlockQuestion,
  makeSolver,
  solveBudgets,
  explainNodes,
  findHiddenChannels,
  findNamed,
  requestOf,
  type BlockRequest,
  type Explanation,
} from "../../src/network/index.ts";
import { defaultSettings } from "../../src/model/index.ts";
import { readCoverage } from "../../src/network/answer/coverage.ts";
import { putQuestion } from "../../src/network/answer/put-question.ts";
import { askAgain } from "../../src/network/doubt/ask-again.ts";
import { rawSql, tableOfWorld } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { holdBooks, type Book } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
});
afterEach(() => made.close());

const tell = (books: Readonly<Record<string, Book>>): Promise<void> => holdBooks(made, books);

const source = () => ({ database: made.file.database, table: tableOfWorld("open") });
const asking = (changes: Partial<BlockRequest>): BlockRequest => ({
  ...requestOf({ ...defaultSettings, budget: 1 }),
  ...changes,
});

async function ask(changes: Partial<BlockRequest> = {}) {
  const rows = await answerBlockQuestion(source(), asking(changes), { now: () => performance.now() });
  const last = rows.findLast(({ rhoQuarters }) => rhoQuarters === 0);
  const explanation: Explanation = JSON.parse(last?.explanation ?? "{}");
  return { budgets: [...new Set(rows.map(({ budget }) => budget))], members: last?.members, explanation };
}

/** Through "wide" goes most of the money, told by the second book; through "small" the rest, told by the first. */
const twoBooks = { first: { pays: ["e1 small 10", "small t 10"] }, second: { pays: ["e2 wide 90", "wide u 90"] } };

test("says what the advice would be without what one source alone tells, and before the latest hand-over came", async () => {
  await tell(twoBooks);
  const { members, explanation } = await ask();
  expect(members).toEqual(["wide"]);
  const told = explanation.again.map(({ about, label, canFlow, members: others, ofAdvice, notThere }) => [
    `${about} ${label}`,
    canFlow,
    others,
    ofAdvice.map(({ stranded }) => stranded),
    notThere,
  ]);
  expect(told).toEqual([
    ["hand-over second", 1000, ["small"], [0, 0, 0], ["wide"]],
    ["source first", 9000, ["wide"], [9000, 9000, 9000], []],
    ["source second", 1000, ["small"], [0, 0, 0], ["wide"]],
  ]);
  expect(explanation.notAsked).toEqual([]);
});

test("the same questions are asked whatever the clock says, in their order for as long as counted steps allow", async () => {
  await tell(twoBooks);
  const request = asking({});
  const put = await putQuestion(source(), request);
  if ("refusal" in put) throw new Error(put.refusal);
  const tables = { payment: source().table("payment"), flow: source().table("flow") };
  const coverage = await readCoverage(made.file.database, tables, request);
  const solver = makeSolver();
  const answers = await solveBudgets(put.prepared, request, { solver, now: () => 0 });
  const again = (timeLimitSeconds: number, now: () => number) =>
    askAgain(
      source(),
      { ...request, timeLimitSeconds },
      { run: { now, solver }, asked: { ...put, answers, coverage } },
    );
  let hours = 0;
  const late = await again(20, () => (hours += 1) * 3_600_000);
  expect(late).toEqual(await again(20, () => 0));
  expect(late.notAsked).toEqual([]);
  const few = await again(0.2, () => 0);
  expect(few.again).toEqual(late.again.slice(0, 2));
  expect(few.notAsked).toEqual([{ about: "source", label: "second" }]);
  await solver.close();
});

test("a payment that another source tells too stays when one is left out", async () => {
  await tell(twoBooks);
  await made.file.database.run(
    rawSql("insert into w_open.payment select payment_id, 'again', 1, 'rule' from w_open.payment where dataset_no = 2"),
  );
  const { explanation } = await ask();
  expect(explanation.again.map(({ about, canFlow }) => [about, canFlow])).toContainEqual(["source", 10_000]);
});

const listed = {
  ...twoBooks,
  list: { says: [["wide", "LegalEntity", "name", "Wide"]] as const },
};

test("who stands on a public list is not proposed, and what that leaves out is said", async () => {
  await tell(listed);
  const { members, explanation } = await ask();
  expect(members).toEqual(["small"]);
  expect(explanation.notProposed).toEqual({ listed: 1 });
  expect(explanation.again.find(({ about }) => about === "everybody")?.members).toEqual(["wide"]);
  expect((await ask({ proposesListed: true })).members).toEqual(["wide"]);
});

test("who stands in countries alone whose authorities cannot act is not proposed; an unknown country keeps nobody out", async () => {
  await tell({ ...twoBooks, third: { says: [["wide", "LegalEntity", "country", "kp"]] } });
  expect((await ask({ reach: ["us"] })).members).toEqual(["small"]);
  expect((await ask({ reach: ["us", "kp"] })).members).toEqual(["wide"]);
});

test("who cannot be blocked is not proposed, and each one's standing is said", async () => {
  await tell(listed);
  const request = asking({ unblockable: ["country:xx", "small"], protect: ["Name of wide"] });
  const standing = async (ids: string[]) =>
    (await explainNodes(source(), request, ids)).map(({ id, standing: own }) => `${id}: ${own}`);
  expect(await standing(["small", "wide", "e1", "t", "elsewhere"])).toEqual([
    "small: unblockable",
    "wide: protected",
    "e1: start",
    "t: end",
    "elsewhere: no way",
  ]);
});

test("what blocking one alone does is said of any node on a way", async () => {
  await tell(twoBooks);
  expect(await explainNodes(source(), asking({ rhoQuarters: [4] }), ["small"])).toEqual([
    {
      id: "small",
      standing: "may be proposed",
      carries: 1000,
      alone: [{ rhoQuarters: 4, canFlow: 10_000, residual: 9000, stranded: 1000 }],
      takenOverBy: [],
      collateral: 0,
    },
  ]);
});

test("the search for the fewest ends at the first budget that stops enough", async () => {
  await tell(twoBooks);
  expect((await ask({ budget: 5, enoughPercent: 90 })).budgets).toEqual([1]);
  expect((await ask({ budget: 5, enoughPercent: 91 })).budgets).toEqual([1, 2]);
});

test("words name entities by country and by public list", async () => {
  await tell({ ...listed, third: { says: [["small", "LegalEntity", "jurisdiction", "cn"]] } });
  const { table, database } = source();
  const tables = {
    statement: table("statement"),
    cluster: table("cluster"),
    dataset: table("dataset"),
    bystander: table("bystander"),
  };
  const named = await findNamed(database, tables, {
    entities: ["country:CN", "list:watch", "list:none"],
    countries: [],
  });
  expect(named).toEqual({ ids: ["small", "wide"], unknown: ["list:none"] });
});

test("says up to which size of hidden channels between those who share an owner the advice holds", async () => {
  const owns = (owner: string, asset: string): Literal[] => [
    [owner, "Person", "name", `Name of ${owner}`],
    [`${owner} of ${asset}`, "Ownership", "owner", owner],
    [`${owner} of ${asset}`, "Ownership", "asset", asset],
  ];
  await tell({
    first: {
      pays: ["e1 a 10", "a t 10", "e2 b 9", "b t 9", "z t 50"],
      says: [...owns("o", "e1"), ...owns("o", "z")],
    },
  });
  const request = asking({
    from: { entities: ["e1", "e2"], countries: [] },
    to: { entities: ["t"], countries: [] },
    rhoQuarters: [4],
  });
  const asked = { run: { now: () => performance.now() }, advice: ["a"] };
  const found = await findHiddenChannels(source(), request, asked);
  // Of 1,000 from e1 the hidden way over z lets through what it carries: from 190 on a block of b stops more.
  expect(found).toMatchObject({ pairs: { owner: 1 }, skipped: 0, canFlow: 1900, holdsUpTo: 57 });
  expect("steps" in found ? found.steps.map(({ each, ofAdvice, best }) => [each, ofAdvice, best.join()]) : []).toEqual([
    [1, 999, "a"],
    [1, 999, "a"],
    [1, 999, "a"],
    [5, 995, "a"],
    [19, 981, "a"],
    [57, 943, "a"],
    [190, 810, "b"],
    [570, 430, "b"],
  ]);
});

test("a run that is stopped answers for the budget that it is at, and is not asked again; on the way it says best and bound", async () => {
  await tell({ first: { pays: ["e1 small 10", "small t 10"] }, second: { pays: ["e2 wide 90", "wide u 90"] } });
  const stop = new AbortController();
  const said: string[] = [];
  const rows = await answerBlockQuestion(source(), asking({ budget: 2, rhoQuarters: [4, 8] }), {
    now: () => performance.now(),
    stop: stop.signal,
    progress: (_done, _total, what) => {
      said.push(what);
      if (what.includes("reroute 2")) stop.abort();
    },
  });
  expect(said).toContain("budget 1, reroute 1: 90.00 USD of at most 90.00 USD, proved best");
  expect([...new Set(rows.map(({ budget }) => budget))]).toEqual([1]);
  const explanation: Explanation = JSON.parse(rows[0]?.explanation ?? "{}");
  expect(explanation.again).toEqual([]);
});
