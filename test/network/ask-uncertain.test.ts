import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultSettings } from "../../src/model/index.ts";
import { askUncertain, requestOf, type Uncertain } from "../../src/network/index.ts";
import { rawSql, tableOfWorld } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";
import { holdBooks } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
});
afterEach(() => made.close());

/** Books of payments, each of one source of grade B, which is sound in 80 worlds of 100. */
const tell = (books: Readonly<Record<string, readonly string[]>>): Promise<void> =>
  holdBooks(made, Object.fromEntries(Object.entries(books).map(([book, pays]) => [book, { pays }])));

async function ask(advice: readonly string[], worlds = 40): Promise<Uncertain> {
  const found = await askUncertain(
    { database: made.file.database, table: tableOfWorld("open") },
    requestOf({ ...defaultSettings, budget: 1, rhoQuarters: [4] }),
    { run: { now: () => performance.now() }, advice, worlds },
  );
  if ("refusal" in found) throw new Error(found.refusal);
  return found;
}

/** Through each of two a payment, told by a book of its own. */
const apart = { first: ["e1 small 10", "small t 10"], second: ["e2 wide 12", "wide u 12"] };

test("the node whose source is sound is chosen where the other's is not, and the same case gives the same worlds", async () => {
  await tell(apart);
  const found = await ask(["wide"]);
  expect(found.sources).toEqual([
    { label: "first", percent: 80 },
    { label: "second", percent: 80 },
  ]);
  expect(found.chosen.map(({ id }) => id)).toEqual(["wide", "small"]);
  const [wide = 0, small = 0] = found.chosen.map(({ worlds }) => worlds);
  // An unsound source keeps a quarter of its two payments whole: "wide" stands in 0.85 of the worlds.
  expect(wide).toBeGreaterThan(24);
  expect(small).toBeGreaterThan(0);
  expect(wide + small).toBeLessThanOrEqual(40);
  expect(found.canFlow[2]).toBe(2200);
  expect(found.advice.mean).toBeGreaterThan(0.6 * 1200);
  expect(found.advice.mean).toBeLessThan(1200);
  expect(await ask(["wide"])).toEqual(found);
});

test("the steadiest set is another than the advice where that rests on a source alone", async () => {
  await tell({
    ...apart,
    // What "small" carries is told by two books, what "wide" carries by one.
    third: ["e3 narrow 1", "narrow t 1"],
  });
  await made.file.database.run(
    rawSql("insert into w_open.payment select payment_id, 'again', 3, 'rule' from w_open.payment where dataset_no = 1"),
  );
  await made.file.database.run(rawSql("update held.source set reliability = 'E' where source_id = 'second'"));
  const found = await ask(["wide"]);
  expect(found.steadiest.members).toEqual(["small"]);
  expect(found.steadiest.mean).toBeGreaterThan(found.advice.mean);
});

test("a source that retells another stands and falls with it", async () => {
  await tell(apart);
  await made.derivedFrom("second", "first");
  const found = await ask(["wide"], 60);
  expect(found.sources).toEqual([{ label: "first", percent: 80 }]);
  // Where the first is sound both are whole.
  expect(found.canFlow[1]).toBe(2200);
});
