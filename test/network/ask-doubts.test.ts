import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultSettings } from "../../src/model/index.ts";
import { askDoubts, networkStage, requestOf, type Doubt } from "../../src/network/index.ts";
import { rawSql, tableOfWorld } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";
import { payments, takeEachForItself } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("book");
});
afterEach(() => made.close());

/** Payments, among mentions of which some are joined ("mention canonical joined-to"). */
async function tell(pays: readonly string[], joins: readonly string[]): Promise<void> {
  await made.statements("book", payments(pays));
  await takeEachForItself(made);
  for (const join of joins) {
    const [mention = "", canonical = "", to = ""] = join.split(" ");
    await made.file.database.run(
      rawSql(`update w_open.cluster set canonical_id = '${canonical}', joined_to = '${to}', joined_by = 'rule: name'
        where entity_id = '${mention}'`),
    );
  }
  await made.run(networkStage, { budget: 1 });
}

async function ask(advice: readonly string[], doubts: readonly Doubt[]) {
  const settings = { ...defaultSettings, budget: 1, rhoQuarters: [4] };
  const source = { database: made.file.database, table: tableOfWorld("open") };
  const answers = await askDoubts({ ...source, settings, progress: () => undefined, source }, requestOf(settings), {
    run: { now: () => performance.now() },
    advice,
    doubts,
  });
  return answers.map(({ members, effect, ofAdvice, changesAdvice }) => [
    members.join(),
    effect.stranded,
    ofAdvice.stranded,
    changesAdvice,
  ]);
}

test("a join undone takes all that hangs on its far side away from the advice", async () => {
  // m, m2 and m3 are taken for one, which carries 15; "other" carries 9.
  await tell(
    ["e1 m 5", "m t 5", "e2 m2 6", "m2 t 6", "e3 m3 4", "m3 t 4", "e4 other 9", "other u 9"],
    ["m2 m m", "m3 m m2"],
  );
  expect(
    await ask(
      ["m"],
      [
        { kind: "join", leftId: "m", rightId: "m2" },
        { kind: "join", leftId: "m3", rightId: "m2" },
      ],
    ),
  ).toEqual([
    ["m2", 1000, 500, true],
    ["m", 1100, 1100, false],
  ]);
});

test("two taken for one carry the money of both, and an advice that named one names them", async () => {
  await tell(["e1 a 5", "a t 5", "e2 b 6", "b t 6", "e3 c 9", "c u 9"], []);
  expect(
    await ask(
      ["c"],
      [
        { kind: "pair", leftId: "a", rightId: "b" },
        { kind: "pair", leftId: "a", rightId: "c" },
      ],
    ),
  ).toEqual([
    ["a", 1100, 900, true],
    ["a", 1400, 1400, false],
  ]);
});
