import { groupBy } from "../../src/base/index.ts";
import { type OpenCase } from "../../src/casefile/index.ts";
import { sentenceOf } from "../../src/match/index.ts";
import { integer, listOf, sql, text } from "../../src/store/index.ts";
import { round } from "../figures.ts";
import type { ScoredRow } from "./score-clusters.ts";

/** A row with its id (the number of its file before it where there are several). */
export interface NamedRow extends ScoredRow {
  readonly id: string;
}

/** What the product says of the heaviest pair of rows between two groups that it should have joined, or kept apart. */
export interface WrongGroup {
  readonly wrong: "kept apart" | "joined";
  readonly rows: readonly string[];
  readonly others: readonly string[];
  /** Verdict, bits and reasons of that pair; "never met" where no blocking key or too little brought any two together. */
  readonly says: string;
}

interface Pair {
  readonly left: string;
  readonly right: string;
  readonly says: string;
  readonly weight: number;
}

/** Every true cluster that was kept apart and every cluster that joins several, with what the product says of it. */
export async function explainWrong(open: OpenCase, rows: readonly NamedRow[]): Promise<WrongGroup[]> {
  const pairs = await readPairs(open);
  const names = await readNames(open);
  const nameOf = (id: string): string => `${id} ${names.get(id) ?? ""}`.trim();
  const between = (left: readonly NamedRow[], right: readonly NamedRow[], wrong: WrongGroup["wrong"]): WrongGroup => {
    const [ones, others] = [new Set(left.map(({ id }) => id)), new Set(right.map(({ id }) => id))];
    const best = pairs.find(
      (pair) => (ones.has(pair.left) && others.has(pair.right)) || (ones.has(pair.right) && others.has(pair.left)),
    );
    const says = best ? `${best.left} / ${best.right}: ${best.says}` : "never met";
    return { wrong, rows: [...ones].map(nameOf), others: [...others].map(nameOf), says };
  };
  const apart = piecesOf(rows, "truth", "said").map(([left, right]) => between(left, right, "kept apart"));
  const joined = piecesOf(rows, "said", "truth").map(([left, right]) => between(left, right, "joined"));
  return [...joined, ...apart];
}

/** Of each group by one name that falls into several by the other: its largest piece with each other piece. */
function piecesOf(
  rows: readonly NamedRow[],
  whole: "truth" | "said",
  part: "truth" | "said",
): (readonly [NamedRow[], NamedRow[]])[] {
  return [...groupBy(rows, (row) => row[whole]).values()].flatMap((members) => {
    const pieces = [...groupBy(members, (row) => row[part]).values()];
    const [largest = [], ...others] = pieces.toSorted((left, right) => right.length - left.length);
    return others.map((other) => [largest, other] as const);
  });
}

/** By entity: the id of its row, as `clusters` of a linked table names it. */
const rowIds = ({ table }: OpenCase) => sql`
  select entity_id, case when sides > 1 then dataset_no || ' ' || value else value end as id
  from ${table("statement")}, (select count(distinct dataset_no) as sides from ${table("statement")} where prop = 'description')
  where prop = 'description'`;

/** Every pair that was weighed and not dropped, the heaviest first. */
async function readPairs(open: OpenCase): Promise<Pair[]> {
  const rows = await open.database.rows(
    sql`with row_id as (${rowIds(open)})
      select one.id as "left", other.id as "right", weight_mb as weight, verdict, reasons
      from ${open.table("candidate_pair")} join row_id as one on one.entity_id = left_id
      join row_id as other on other.entity_id = right_id
      order by weight_mb desc, left_id, right_id`,
    {
      left: text,
      right: text,
      weight: integer,
      verdict: text,
      reasons: listOf({ comparison: text, level: integer, weight_mb: integer }),
    },
  );
  return rows.map(({ left, right, weight, verdict, reasons }) => {
    const said = reasons
      .filter((reason) => reason.weight_mb !== 0)
      .map(
        (reason) =>
          `${round(reason.weight_mb / 1000)} ${sentenceOf(reason.comparison, reason.level) ?? reason.comparison}`,
      );
    return { left, right, weight, says: `${verdict}, ${round(weight / 1000)} bits: ${said.join(" ")}` };
  });
}

async function readNames(open: OpenCase): Promise<ReadonlyMap<string, string>> {
  const rows = await open.database.rows(
    sql`with row_id as (${rowIds(open)})
      select id, min(statement.value) as name from row_id join ${open.table("statement")} as statement using (entity_id)
      where prop = 'name' group by id order by id`,
    { id: text, name: text },
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
