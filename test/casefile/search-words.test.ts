import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { initCase } from "../../src/casefile/case-folder.ts";
import { withCase } from "../../src/casefile/index.ts";
import { keptWords, openKeptLists } from "../../src/casefile/kept-lists.ts";
import { nullable, sql, text } from "../../src/store/index.ts";
import { by } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-search-words-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const told = ["김정은", "Восток Торг", "朝阳贸易"];

/** The words by which entities of these names, and of so many made ones, are looked for: those of the names told. */
async function wordsOf(dir: string, made: number) {
  initCase(dir, "Names");
  return withCase(dir, by, async (open) => {
    const { database } = open;
    const names = sql`(select unnest(${told}::varchar[]) as name union all select '새별' || i || ' 무역' from range(${made}) t(i))`;
    await database.run(sql`insert into held.statement
      select unhex(sha1(name)), 1, name, 'Company', 'name', 'name', name, null, null, false, null, null, 1 from ${names}`);
    await database.run(sql`insert into w_open.cluster select name, name, null, null from ${names}`);
    const { table, reach } = await keptWords(open, await openKeptLists(open));
    const words = await database.rows(
      sql`select value, spelling, system from ${table} where value in (select unnest(${told}::varchar[]))
        order by value, spelling nulls first, system`,
      { value: text, spelling: nullable(text), system: nullable(text) },
    );
    return { words, entities: reach.entities };
  });
}

it("the words of a search are the same of few names and of many, which a thread of their own spells", async () => {
  const few = await wordsOf(join(root, "few"), 0);
  const many = await wordsOf(join(root, "many"), 3000);
  expect([few.entities, many.entities]).toEqual([3, 3003]);
  expect(few.words.map(({ spelling }) => spelling)).toContain("Vostok Torg");
  expect(many.words).toEqual(few.words);
});
