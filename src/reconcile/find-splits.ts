import { at } from "../base/index.ts";
import {
  boolean,
  integer,
  integerList,
  makeTable,
  sql,
  type Database,
  type Sql,
  type TableName,
} from "../store/index.ts";
import type { MentionGroups } from "./group-mentions.ts";
import { restTable } from "./rest-table.ts";
import type { Split } from "./settle-splits.ts";
import { looseTable, splitTable } from "./split-table.ts";

/** What splits are found among. */
interface SplitInputs {
  readonly weighed: TableName;
  readonly grouped: TableName;
  readonly part: TableName;
  readonly pool: TableName;
  readonly candidates: readonly TableName[];
}

/** Makes grouped(no, first_no): the mentions whose payment has more than one, and the first of it. */
export async function makeGrouped(database: Database, { first }: MentionGroups): Promise<TableName> {
  const many = new Set(Array.from(first.keys()).flatMap((no) => (first[no] === no ? [] : [at(first, no)])));
  const nos = Array.from(first.keys()).filter((no) => many.has(at(first, no)));
  const grouped = await database.temporary("reconcile_grouped", "no integer, first_no integer");
  await database.append(grouped, { no: nos, first_no: nos.map((no) => at(first, no)) });
  return grouped;
}

/** Splits and joins among the payments that not every book shows, by the first mentions of the payments; sums of whole rows first. */
export async function findSplits(database: Database, inputs: SplitInputs, { first }: MentionGroups): Promise<Split[]> {
  const loose = await makeTable(database, "reconcile_loose", looseTable(inputs));
  const units = await readUnits(database, inputs.part);
  const isWhole = ({ partNos }: Split): boolean =>
    partNos.every((no) => (units.get(no) ?? []).every((each) => partNos.includes(each)));
  const sums = (await readSplits(database, splitTable(loose))).filter(isWhole);
  return [...sums, ...(await readSplits(database, restTable(inputs)))].map(({ wholeNo, partNos, isJoin }) => ({
    wholeNo: at(first, wholeNo),
    partNos: partNos.map((no) => at(first, no)),
    isJoin,
  }));
}

/** The parts that a book tells as one payment's, by each of them: a sum takes all of them or none. */
async function readUnits(database: Database, part: TableName): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await database.rows(
    sql`select one.no as no, list(other.no order by other.no) as parts from ${part} as one join ${part} as other using (unit_no)
      group by one.no order by one.no`,
    { no: integer, parts: integerList },
  );
  return new Map(rows.map(({ no, parts }) => [no, parts]));
}

const readSplits = (database: Database, splits: Sql): Promise<Split[]> =>
  database.rows(
    sql`select whole_no as "wholeNo", part_nos as "partNos", is_join as "isJoin" from (${splits}) order by misfit_ppm, len(part_nos), days, whole_no, part_nos`,
    { wholeNo: integer, partNos: integerList, isJoin: boolean },
  );
