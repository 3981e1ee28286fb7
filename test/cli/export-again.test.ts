import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withCase } from "../../src/casefile/index.ts";
import { sql, text } from "../../src/store/index.ts";
import { makeSample } from "../support/sample-case.ts";
import { dataHere, windfallHere } from "../support/windfall-here.ts";

const mark = "INTERNAL - NOT CHECKED FOR RELEASE";
const scratch = mkdtempSync(join(tmpdir(), "windfall-again-"));
const out = join(scratch, "export");
const second = join(scratch, "second");
let exported: { readonly statements: number };
beforeAll(async () => {
  const sample = await makeSample();
  exported = await dataHere("export", "--to", out, "--case", sample.dir);
  sample.remove();
  await windfallHere("init", second);
  const by = ["--dataset", "imported", "--source", "s1", "--kind", "informant", "--grade", "B2"];
  await windfallHere("add", join(out, "statements.csv"), "--case", second, ...by);
  await windfallHere("run", "--case", second, "--only", "intake");
}, 900_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("an export", () => {
  it("is marked", () => {
    expect(exported.statements).toBeGreaterThan(1000);
    expect(existsSync(join(out, "entities.ftm.json"))).toBe(true);
    expect(readFileSync(join(out, "READ-ME-FIRST.txt"), "utf8")).toContain(mark);
  });
  it("is read back by a second case without loss, each hand-over's word of its own", async () => {
    const told = readFileSync(join(out, "statements.csv"), "utf8").split("\n").slice(1, -1).map(tellingOf);
    const again = await toldAgain(second);
    expect(told.length).toBeGreaterThan(1000);
    expect(missing(told, again)).toEqual([]);
    expect(missing(again, told)).toEqual([]);
    expect(again.length).toBe(told.length);
  });
  it("brings its joins to a second case by a rule, as nobody's decisions", async () => {
    const importing = ["review", "--import", join(out, "resolver.ijson"), "--case", second];
    const brought = await dataHere<{ read: number; joinsByRule: number }>(...importing);
    expect(brought.read).toBeLessThan(10);
    expect(brought.joinsByRule).toBeGreaterThan(1000);
  });
});

/** The first of the texts that are not among the others. */
function missing(texts: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return texts.filter((each) => !known.has(each)).slice(0, 10);
}

/** What a row of `statements.csv` tells: all but the canonical id, which decisions carry, and the row's own id. */
function tellingOf(line: string): string {
  const cells = line
    .slice(1, -1)
    .split('","')
    .map((cell) => cell.replaceAll('""', '"'));
  const [, entity, prop, propType, schema, value, dataset, , lang, original, external, first, last] = cells;
  return [entity, prop, propType, schema, value, dataset, lang, original, external, first, last].join("|");
}

/** What each row of an imported `statements.csv` tells by what the case holds: its statement, and the notes of its row. */
const toldAgain = (dir: string): Promise<string[]> =>
  withCase(dir, { actor: "tester", clock: (): Date => new Date("2026-01-01T00:00:00Z") }, async ({ database }) => {
    const rows = await database.rows(
      sql`
      with place as (
        select row_no, col_no, s.* from held.current_occurrence o join held.current_statement s using (statement_id)),
      note as (select row_no, col_no, regexp_replace(value, '^[a-z_]+: ', '') as said from place where prop = 'notes' and schema = 'Table')
      select concat_ws('|', p.entity_id, p.prop, p.prop_type, coalesce(e.said, p.schema), p.value, coalesce(g.said, ''),
        coalesce(p.lang, ''), coalesce(j.said, p.original_value, ''), case when p.external then 't' else 'f' end,
        coalesce(l.said, p.first_seen::varchar, ''), coalesce(m.said, p.last_seen::varchar, '')) as line
      from place p
      left join note e on e.row_no = p.row_no and e.col_no = 4 left join note g on g.row_no = p.row_no and g.col_no = 6
      left join note j on j.row_no = p.row_no and j.col_no = 9 left join note l on l.row_no = p.row_no and l.col_no = 11
      left join note m on m.row_no = p.row_no and m.col_no = 12
      where p.col_no = 5 order by 1`,
      { line: text },
    );
    return rows.map(({ line }) => line);
  });
