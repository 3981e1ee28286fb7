import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerStage } from "../../src/ledger/index.ts";
import { boolean, integer, sql, text } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";
import { holdDocument, type Report } from "./support/hold-document.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("h1");
});
afterEach(() => made.close());

/** The texts that are guarded once these reports are read, with what is shown for each. */
async function guarded(...reports: readonly Report[]): Promise<Readonly<Record<string, string>>> {
  for (const report of reports) await holdDocument(made, "h1", report);
  await made.run(ledgerStage);
  const rows = await made.rows(`select text, words from w_open.guarded_text order by text`, { text, words: text });
  return Object.fromEntries(rows.map((row) => [row.text, row.words]));
}

const report = (id: string, ...paragraphs: Report["paragraphs"]): Report => ({ id, day: "2016-05-20", paragraphs });
const fled = "Colonel Orlo Vintar, 51, defected in Lisbon on 12 May 2016, a diplomat said.";
const fire = "A fire at Hamburg destroyed 30 cars on 4 May 2016, the fire brigade said.";
const flood = "A flood at Bremen closed two roads on 5 May 2016, the police said.";

describe("passages about people in flight", () => {
  const check = (what: string, paragraph: string, words: string, ...before: Report["paragraphs"]): void =>
    it(what, async () =>
      expect((await guarded(report("r", fire, flood, ...before, paragraph, flood, fire)))[paragraph]).toBe(words),
    );

  check(
    "are those that tell of it",
    fled,
    "Colonel Orlo Vintar, […] defected in [Portugal] [May 2016], a diplomat said.",
  );
  check("name one of them", "Mr Vintar dined at the Sol.", "Mr Vintar […] at the [a place].", fled);
  check(
    "say “he” of them",
    "He is staying there with the consul in a flat near the harbour.",
    "He is staying there with the consul in a […] near the […].",
    fled,
  );
  check(
    "say “the family” of them",
    "The family was last seen at Hotel Sol.",
    "The family was last seen at [a place].",
    fled,
  );
  check(
    "name one of two letters",
    "Mr An dined in Faro.",
    "Mr An […] in [a place].",
    "The clerk An and his wife fled to Spain.",
  );
  check("give no claim", "Orlo Vintar, last seen near Sol", "Orlo Vintar, last seen near [a place]", fled);
  check("are tables and remarks too", "Vintar, room 12, Hotel Sol", "Vintar, […]", fled);
  check("are in Korean", "리철 대령은 5월 12일 리스본에서 망명했다.", "[words in Korean]");
  check("are in Chinese", "李哲民在里斯本申请庇护，他住在一所小房子里。", "[words in Chinese]");
  check("are in Russian", "Он скрывается в Лиссабоне у соседа.", "[words in Russian]");
  check(
    "are in Ukrainian, which is not read",
    "Дипломати залишили посольство вночі.",
    "[words in Ukrainian]",
    "Он попросил убежища в Испании.",
  );

  it("are those before them that name who is meant", async () => {
    const seen = "Ri Chol was seen at the gate of Sol.";
    const told = await guarded(report("r", fire, flood, seen, "He defected at Narva on 3 March 2016.", flood, fire));
    expect(told[seen]).toBeDefined();
    expect(told[fire]).toBeUndefined();
  });

  it("are not what is told of others", async () =>
    expect(Object.keys(await guarded(report("r", fire, flood, fled, flood, fire)))).toEqual([fled]));

  it("are all of a section under a heading about them", async () => {
    const train = "A train was taken from Porto at night, a guard said.";
    const told = await guarded(
      report("r", fire, "1. THE FLIGHT OF COLONEL VINTAR", train, "2. THE FLOODS", flood, fire),
    );
    expect([told[train], told[flood]]).toEqual(["A […] was taken from [Portugal] at […], a guard said.", undefined]);
  });

  it("are hidden ones too, and what the document says of itself", async () => {
    await holdDocument(made, "h1", { ...report("r", fire, flood, fled, "Vintar in Faro"), title: "A week in Lisbon" });
    await made.file.database.run(sql`update held.passage set is_hidden = true where row_no = 4`);
    const told = await guarded();
    expect(told["A week in Lisbon"]).toBe("A […] in [Portugal]");
    expect(told["Vintar in Faro"]).toBe("Vintar in [a place]");
  });

  it("are counted, and those of which no word is told", async () => {
    await guarded(report("r", fled, "리철 대령은 리스본에서 망명했다."));
    expect(
      await made.rows(`select guarded, withheld from w_open.ledger_document`, { guarded: integer, withheld: integer }),
    ).toEqual([{ guarded: 2, withheld: 1 }]);
  });

  it("leave other claims of the document as they are", async () => {
    await guarded(report("r", fire, flood, fled, fire));
    const claims = await made.rows(`select distinct quote, is_guarded as guarded from w_open.claim order by quote`, {
      quote: text,
      guarded: boolean,
    });
    expect(claims.filter(({ guarded: is }) => !is).map(({ quote }) => quote)).toContain(
      "A fire at Hamburg destroyed 30 cars on 4 May 2016",
    );
  });
});
