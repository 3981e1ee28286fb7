import { afterEach, expect, it } from "vitest";
import { makeRoundUp } from "../../bench/round-ups/make-round-up.ts";
import { ledgerStage } from "../../src/ledger/index.ts";
import { defaultSettings } from "../../src/model/index.ts";
import { integer, runStage, tableOfWorld, text } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";
import { holdDocument, others, seizure, type Report } from "./support/hold-document.ts";

const open: TestCase[] = [];
afterEach(() => {
  for (const made of open.splice(0)) made.close();
});

const openCase = async (): Promise<TestCase> => {
  const made = await openTestCase();
  open.push(made);
  await made.dataset("h1");
  return made;
};

/** A made round-up as a report; its first paragraphs are enough. */
function roundUp(no: number): Report {
  const { name, html } = makeRoundUp(no, 1);
  const paragraphs = [...html.matchAll(/<p>(?<words>[^<]+)<\/p>/gu)].map(({ groups }) => groups?.["words"] ?? "");
  return { id: name, outlet: "Quay Review", day: "2012-01-12", paragraphs: paragraphs.slice(0, 6) };
}

const reports: readonly Report[] = [...seizure, others, ...[0, 1, 2, 3, 4].map(roundUp)];

/** Every row of every table of the ledger, as text. */
const rowsOf = async (made: TestCase): Promise<Readonly<Record<string, string>>> => {
  const all: Record<string, string> = {};
  for (const table of [...ledgerStage.writes, ...(ledgerStage.keeps ?? [])]) {
    const [rows] = await made.rows(
      `select coalesce(string_agg(t::varchar, chr(10) order by t::varchar), '') as told from w_open.${table} as t`,
      { told: text },
    );
    all[table] = rows?.told ?? "";
  }
  return all;
};

const hold = async (made: TestCase, some: readonly Report[]): Promise<void> => {
  for (const report of some) await holdDocument(made, "h1", report);
};

const ledgerOf = async (threads: number): Promise<Readonly<Record<string, string>>> => {
  const made = await openCase();
  await hold(made, reports);
  await made.run(ledgerStage, { threads });
  return rowsOf(made);
};

it("is the same to the byte for one, two and four threads, and when a hand-over comes later", async () => {
  const one = await ledgerOf(1);
  expect(one["event"]?.split("\n").length).toBeGreaterThan(20);
  expect(await ledgerOf(2)).toEqual(one);
  expect(await ledgerOf(4)).toEqual(one);
  const later = await openCase();
  await hold(later, reports.slice(0, 5));
  await later.run(ledgerStage);
  await hold(later, reports.slice(5));
  await later.run(ledgerStage, { threads: 2 });
  expect(await rowsOf(later)).toEqual(one);
});

it("keeps what was read when it is stopped, and is the same when it goes on", async () => {
  const made = await openCase();
  await hold(made, reports);
  const stopped = runStage(
    ledgerStage,
    {
      database: made.file.database,
      clock: () => new Date(0),
      table: tableOfWorld("open"),
      settings: { ...defaultSettings, threads: 1 },
      progress: (_done, _total, what) => {
        if (what === "claims") throw new Error("stopped");
      },
    },
    async () => undefined,
  );
  await expect(stopped).rejects.toThrow("stopped");
  const readings = async () => made.rows(`select count(*) as kept from w_open.claim_reading`, { kept: integer });
  expect(await readings()).toEqual([{ kept: reports.length }]);
  expect(await made.rows(`select count(*) as kept from w_open.event`, { kept: integer })).toEqual([{ kept: 0 }]);
  await made.run(ledgerStage);
  expect(await rowsOf(made)).toEqual(await ledgerOf(1));
});

it("drops the reading of a text that is no longer held", async () => {
  const made = await openCase();
  await hold(made, seizure);
  await made.run(ledgerStage);
  await made.rows(`update held.passage set text = text || ' No more is known.' where row_no = 3`, {});
  await made.run(ledgerStage);
  expect(await made.rows(`select count(*) as kept from w_open.claim_reading`, { kept: integer })).toEqual([
    { kept: 2 },
  ]);
});
