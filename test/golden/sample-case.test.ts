import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPlace, runCase, views, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { defaultSettings, derivedTables } from "../../src/model/index.ts";
import { integer, identifier, rawSql, sql, text } from "../../src/store/index.ts";
import { makeSample, makeSmall, type SampleCase } from "../support/sample-case.ts";

const by = { actor: "tester", clock: (): Date => new Date("2026-01-01T00:00:00Z") };
let sample: SampleCase;
beforeAll(async () => {
  sample = await makeSample();
}, 900_000);
afterAll(() => sample.remove());

const inCase = <Value>(work: (open: OpenCase) => Promise<Value>, threads = 2): Promise<Value> => withCase(sample.dir, { ...by, threads }, work);
const count = async (open: OpenCase, query: string): Promise<number> =>
  (await open.database.row(rawSql(`select count(*) as n from (${query})`), { n: integer })).n;

describe("the sample case", () => {
  it("names a dataset for every statement, a source for every dataset, and an occurrence for every statement", () =>
    inCase(async (open) => {
      expect(await count(open, "select 1 from held.statement where dataset_no not in (select dataset_no from held.dataset)")).toBe(0);
      expect(await count(open, "select 1 from held.dataset where source_id not in (select source_id from held.source)")).toBe(0);
      expect(await count(open, "select 1 from held.statement s anti join held.occurrence o using (statement_id)")).toBe(0);
    }));

  it("holds nothing twice", () =>
    inCase(async (open) => {
      expect(await count(open, "select 1 from held.statement group by dataset_no, entity_id, prop, value, lang, external, batch_no having count(*) > 1")).toBe(0);
      expect(await count(open, "select 1 from w_open.cluster group by entity_id having count(*) > 1")).toBe(0);
      expect(await count(open, "select 1 from w_open.candidate_pair where left_id >= right_id")).toBe(0);
      expect(await count(open, "select 1 from w_open.payment group by payment_id, entity_id having count(*) > 1")).toBe(0);
      expect(await count(open, "select 1 from w_open.finding group by finding_id having count(*) > 1")).toBe(0);
    }));

  it("opens every cited place", () =>
    inCase(async (open) => {
      const findings = await views.findingLines(open, { verdict: "contradicted", offset: 0, limit: 40 });
      const evidence = await views.evidenceOf(open, findings.flatMap((finding) => finding.statements.map((statement) => statement.id)));
      expect(evidence.length).toBeGreaterThan(10);
      for (const each of evidence) {
        const place = await openPlace(open, each.locator ?? "");
        expect(place.lines[place.focus]).toBeDefined();
      }
    }));

  it("never corroborates with an unknown root", () =>
    inCase(async (open) => expect(await count(open, "select 1 from w_open.finding where verdict = 'corroborated' and roots_least < 2")).toBe(0)));

  it("joins no two people by a name alone", () =>
    inCase(async (open) =>
      expect(
        await count(
          open,
          `select 1 from w_open.candidate_pair where verdict = 'join' and len(list_filter(reasons, reason -> reason.weight_mb > 0 and reason.comparison <> 'name-person')) = 0
           and left_id in (select entity_id from held.statement where schema = 'Person') and right_id in (select entity_id from held.statement where schema = 'Person')`,
        ),
      ).toBe(0),
    ));

  it("keeps the names of sealed sources and their files out of everything but sealed.json", () => {
    const names = Object.values(JSON.parse(readFileSync(join(sample.dir, "sealed.json"), "utf8")) as Record<string, string>);
    expect(names.length).toBeGreaterThan(5);
    for (const file of ["case.yaml", "manifest.jsonl", "acknowledged.jsonl", "audit.jsonl", "case.duckdb", "cache/lists.duckdb", "out/brief.html", "out/brief.md", "out/brief.json", "out/certificate.json"]) {
      const content = readFileSync(join(sample.dir, file));
      expect({ file, sealed: names.filter((name) => content.includes(name)) }).toEqual({ file, sealed: [] });
    }
  });

  // The engine packs texts, so a look at the bytes of the case file alone would miss some.
  it("keeps the names of sealed sources and their files out of every table", () =>
    inCase(async (open) => {
      const names = Object.values(JSON.parse(readFileSync(join(sample.dir, "sealed.json"), "utf8")) as Record<string, string>);
      const columns = await open.database.rows(
        sql`select table_schema as schema, table_name as "table", column_name as name from information_schema.columns
          where data_type in ('VARCHAR', 'JSON') or data_type like '%[]' order by all`,
        { schema: text, table: text, name: text },
      );
      expect(columns.length).toBeGreaterThan(50);
      for (const { schema, table, name } of columns) {
        const found = await open.database.rows(
          sql`select distinct sealed from ${identifier(schema)}.${identifier(table)}, (select unnest(${names}) as sealed)
            where contains(${identifier(name)}::varchar, sealed) order by sealed`,
          { sealed: text },
        );
        expect({ schema, table, name, found }).toEqual({ schema, table, name, found: [] });
      }
    }));

  it("has the same bytes in every derived table and in the brief with two threads as with four that have 500 MB", async () => {
    expect([defaultSettings.threads, defaultSettings.memoryMb]).toEqual([2, 1200]);
    const asMade = await inCase(printOf);
    const path = join(sample.dir, "case.yaml");
    const config = readFileSync(path, "utf8");
    expect(config).not.toContain("memoryMb");
    writeFileSync(path, config.replace(/^settings:\n/mu, "settings:\n  memoryMb: 500\n"));
    const again = inCase(async (open) => {
      expect(open.settings.memoryMb).toBe(500);
      return madeAnew(open);
    }, 4);
    expect(await again).toBe(asMade);
  }, 900_000);

  // Its derivation takes a minute on one thread; that of its first rows goes through every stage too.
  it("has the same bytes of its first rows with one thread as with two", async () => {
    const small = await makeSmall();
    const inSmall = (work: (open: OpenCase) => Promise<string>, threads: number): Promise<string> => withCase(small.dir, { ...by, threads }, work);
    const asMade = await inSmall(printOf, 2);
    expect(asMade).toContain("finding ");
    expect(await inSmall(madeAnew, 1)).toBe(asMade);
    small.remove();
  }, 900_000);
});

/** The same after every stage has run again. */
async function madeAnew(open: OpenCase): Promise<string> {
  await open.database.run(rawSql("delete from w_open.stage_run"));
  const { stages } = await runCase(open, () => undefined);
  expect(stages.filter(({ isNew }) => !isNew)).toEqual([]);
  return printOf(open);
}

/** The derived tables and the brief of the case: after the making of the sample those of two threads. */
async function printOf(open: OpenCase): Promise<string> {
  const tables = [];
  for (const table of Object.keys(derivedTables)) tables.push(`${table} ${await fingerprint(open, table)}`);
  const brief = ["brief.html", "brief.md", "brief.json"].map((file) => readFileSync(join(open.folder.paths.out, file), "utf8"));
  return [...tables, ...brief].join("\n");
}

async function fingerprint(open: OpenCase, table: string): Promise<string> {
  const { print } = await open.database.row(
    sql`select md5(coalesce(string_agg(line, chr(10) order by line), '')) || ' ' || count(*) as print
      from (select to_json(t)::varchar as line from w_open.${identifier(table)} t)`,
    { print: text },
  );
  return print;
}
