import fc from "fast-check";
import { expect, it } from "vitest";
import { sql, tableOfWorld } from "../../src/store/index.ts";
import { judgementToUndo, undoingReason, type Reader } from "../../src/views/index.ts";
import { openTestCase } from "../support/case.ts";
import { draws } from "../support/draws.ts";

const decisions = ["same", "different", "unsure"] as const;
const pairs = [
  ["a", "b"],
  ["c", "d"],
] as const;

it("undo goes back decision by decision, whatever they were about, until none is left", async () => {
  const testCase = await openTestCase();
  const { database } = testCase.file;
  const reader: Reader = { database, viewer: { world: "open", actor: "tester" }, table: tableOfWorld("open") };
  let number = 0;
  const write = async (pair: readonly string[], decision: string, reasons: readonly string[]): Promise<number> => {
    number += 1;
    await database.run(sql`insert into held.judgement values (${number}, 'entity', ${pair[0] ?? ""}, ${pair[1] ?? ""}, ${decision},
      ${JSON.stringify(reasons)}::json, null, 'lee', timestamp '2020-01-02', 1, null)`);
    return number;
  };
  const made = fc.array(fc.tuple(fc.constantFrom(...pairs), fc.constantFrom(...decisions)), {
    minLength: 1,
    maxLength: 7,
  });
  const ran = fc.asyncProperty(made, async (all) => {
    await database.run(sql`delete from held.judgement`);
    const standing: { no: number; pair: string; decision: string }[] = [];
    for (const [pair, decision] of all) {
      const before = standing.findLastIndex((each) => each.pair === pair.join(" "));
      if (before >= 0 && standing[before]?.decision === decision) standing.splice(before, 1);
      standing.push({ no: await write(pair, decision, ["a reason"]), pair: pair.join(" "), decision });
    }
    for (const wanted of standing.toReversed()) {
      const found = await judgementToUndo(reader);
      const others = standing.filter(({ no, pair }) => pair === wanted.pair && no < wanted.no);
      expect([found?.judgementNo, found?.decision, found?.answered?.judgementNo]).toEqual([
        wanted.no,
        wanted.decision,
        others.at(-1)?.no,
      ]);
      expect((await judgementToUndo(reader, wanted.no))?.judgementNo).toBe(wanted.no);
      for (const { no } of others) expect(await judgementToUndo(reader, no)).toBeUndefined();
      await write(wanted.pair.split(" "), found?.answered?.decision ?? "none", [
        undoingReason(wanted.no),
        "more words",
      ]);
    }
    expect(await judgementToUndo(reader)).toBeUndefined();
  });
  await fc.assert(ran, { numRuns: draws(8) });
  testCase.close();
});
