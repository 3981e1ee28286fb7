import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { addMaterial, initCase, takeInAll, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { matchStage } from "../../src/match/index.ts";
import { columnToLetters } from "../../src/model/index.ts";
import { resolveStage } from "../../src/resolve/index.ts";
import { runStage, sql, text, integer } from "../../src/store/index.ts";
import { copyColumns } from "../read-table.ts";

/** Tables of people or firms to be linked: which columns say which property, and which row is which. */
export interface LinkageInput {
  /** One file to be searched for doubles, or two to be held against each other. */
  readonly files: readonly string[];
  readonly schema: string;
  /** Columns by property of FollowTheMoney; the values of several columns are one value, a space between. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly id: string;
}

/** What became of the rows. */
export interface LinkedRows {
  /** By the row's id (with the number of its file before it where there are two): its cluster. */
  readonly clusters: ReadonlyMap<string, string>;
  /** Of pairs of ids, which ones shared a blocking key. */
  readonly reached: (pairs: readonly (readonly [string, string])[]) => Promise<number>;
  readonly seconds: { readonly intake: number; readonly match: number; readonly resolve: number };
}

const by = { actor: "bench", clock: (): Date => new Date("2026-01-01T00:00:00Z") };

/** Links the rows of tables as the product does with its defaults: taken in as hand-overs, matched, clustered. */
export async function linkRows<Value>(
  input: LinkageInput,
  score: (linked: LinkedRows) => Promise<Value>,
): Promise<Value> {
  const dir = mkdtempSync(join(tmpdir(), "windfall-linkage-"));
  try {
    const caseDir = join(dir, "case");
    initCase(caseDir, "Linkage");
    for (const [index, file] of input.files.entries()) await addTable(input, { dir, caseDir, file, index });
    return await withCase(caseDir, by, async (open) => score(await linkCase(open)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function addTable(
  input: LinkageInput,
  { dir, caseDir, file, index }: { dir: string; caseDir: string; file: string; index: number },
): Promise<void> {
  const properties = Object.keys(input.columns);
  const csv = join(dir, `side${index + 1}.csv`);
  await copyColumns(file, csv, [[input.id], ...Object.values(input.columns)]);
  await addMaterial(
    caseDir,
    {
      files: [csv],
      dataset: `side${index + 1}`,
      source: { id: `s${index + 1}`, label: `Side ${index + 1}`, kind: "register", grade: "B2", firstHand: true },
      received: "2026-01-01",
      howObtained: "bench",
    },
    by,
  );
  const entity = {
    schema: input.schema,
    keys: ["A"],
    properties: {
      description: [{ column: "A" }],
      ...Object.fromEntries(
        properties.map((property, place) => [
          property,
          [{ column: columnToLetters(place + 1), ...optionsOf(property) }],
        ]),
      ),
    },
  };
  const table = {
    part: 0,
    name: "",
    header: [1],
    rows: "2-end",
    columns: `A-${columnToLetters(properties.length)}`,
    skip: [],
    entities: { row: entity },
    readings: [],
  };
  const mapping = { file: `side${index + 1}.csv`, tables: [table] };
  writeFileSync(join(caseDir, "mappings", `side${index + 1}__side${index + 1}.csv.yaml`), stringify(mapping));
}

const optionsOf = (property: string) => (property.endsWith("Date") ? { dateOrder: "ymd" } : {});

async function linkCase(open: OpenCase): Promise<LinkedRows> {
  const { database } = open;
  const started = performance.now();
  await takeInAll(open, () => undefined);
  const seconds = { intake: (performance.now() - started) / 1000, match: 0, resolve: 0 };
  for (const stage of [matchStage, resolveStage] as const) {
    const begun = performance.now();
    const context = {
      database,
      settings: open.settings,
      clock: open.clock,
      table: open.table,
      progress: () => undefined,
    };
    await runStage(stage, context, async () => undefined);
    seconds[stage.name === "match" ? "match" : "resolve"] = (performance.now() - begun) / 1000;
  }
  const rows = await database.rows(
    sql`select value as id, dataset_no as side, canonical_id as cluster
      from ${open.table("statement")} left join ${open.table("cluster")} using (entity_id)
      where prop = 'description' order by dataset_no, value`,
    { id: text, side: integer, cluster: text },
  );
  const sides = new Set(rows.map(({ side }) => side)).size;
  const nameOf = (id: string, side: number): string => (sides > 1 ? `${side} ${id}` : id);
  return {
    seconds,
    clusters: new Map(rows.map(({ id, side, cluster }) => [nameOf(id, side), cluster])),
    reached: async (pairs) => {
      const pair = await database.temporary("bench_pair", "left_id varchar, right_id varchar");
      await database.append(pair, { left_id: pairs.map(([one]) => one), right_id: pairs.map(([, other]) => other) });
      const named = sides > 1 ? sql`dataset_no || ' ' || value` : sql`value`;
      const { reached } = await database.row(
        sql`with own as (
            select ${named} as id, rule, blocking_key from ${open.table("statement")}
            join ${open.table("blocking_key")} using (entity_id) where prop = 'description')
          select count(*) as reached from (select distinct left_id, right_id from ${pair}
            join own as one on one.id = left_id
            join own as other on other.id = right_id and other.rule = one.rule and other.blocking_key = one.blocking_key)`,
        { reached: integer },
      );
      return reached;
    },
  };
}
