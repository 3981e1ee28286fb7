import { afterEach, beforeEach, expect, it } from "vitest";
import { askCase, ledgerStage } from "../../src/ledger/index.ts";
import { tableOfWorld } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";
import { holdDocument, seizure } from "./support/hold-document.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("h1");
  for (let no = 0; no < 40; no += 1) {
    const about = `The mayor of Elmstow opened bridge ${no} on Tuesday, a clerk told the Elm Gazette.`;
    await holdDocument(made, "h1", { id: `bridge-${no}`, day: "2016-03-10", paragraphs: [about] });
  }
  for (const report of seizure) await holdDocument(made, "h1", report);
  await made.run(ledgerStage);
});
afterEach(() => made.close());

const ask = async (kind: "claims" | "number", text: string) =>
  askCase({ database: made.file.database, table: tableOfWorld("open") }, { kind, text });

it("seeks an answer in the documents that hold the words of the question, and says in how many", async () => {
  const number = await ask("number", "How many crates of pumps were seized in Rotterdam?");
  expect(number.value).toEqual({ kind: "number", numbers: [{ low: 14, high: 14, unit: "crates" }] });
  expect(number.sought).toEqual({ documents: 2, of: 42 });
});

it("asks no more than it can read at once where many hold them", async () => {
  const { claimIds, sought } = await ask("claims", "What did the mayor of Elmstow open?");
  expect(claimIds.length).toBeGreaterThan(0);
  expect(sought).toEqual({ documents: 24, of: 42 });
});

it("finds nothing where no document holds a word of the question", async () => {
  const { value, claimIds, sought } = await ask("number", "How many zeppelins did Quandary launch?");
  expect([value, claimIds, sought]).toEqual([{ kind: "unknown" }, [], { documents: 0, of: 42 }]);
});
