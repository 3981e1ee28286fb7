import {
  boolean,
  integer,
  makeTable,
  sql,
  text,
  type Database,
  type Row,
  type StageContext,
  type TableName,
} from "../../store/index.ts";
import { decided, type DatasetRoot } from "../base-root.ts";
import { bookPairTable, rowEvidenceTable } from "./evidence-table.ts";
import { findRuns, type Run } from "./find-runs.ts";
import { joinCopyGroups } from "./join-copy-groups.ts";
import { linkTable, partyFormTable, sharedLinkTable, toldRowTable, toldTable, useTable } from "./told-tables.ts";

const evidenceShape = {
  originalNo: integer,
  copierNo: integer,
  fileNo: integer,
  part: integer,
  rowNo: integer,
  isLinked: boolean,
  accidentMb: integer,
  deniedMb: integer,
  differsMb: integer,
  accidents: integer,
  compared: integer,
};

type Evidence = Row<typeof evidenceShape>;

/** A run with the two hand-overs and the file part that it is about. */
interface PlacedRun extends Run {
  readonly originalNo: number;
  readonly copierNo: number;
  readonly fileNo: number;
  readonly part: number;
}

/**
 * Gives sources that copy among many one root, in `base` and `root`; then adds the runs of rows that one hand-over copied
 * from another to `root`, under the original's root, and those of which it cannot be told under none. A judgement
 * "different" on two sources or hand-overs says that neither copied.
 */
export async function addCopies(
  context: StageContext,
  rooted: { readonly root: TableName; readonly base: TableName; readonly roots: readonly DatasetRoot[] },
): Promise<number> {
  const { root, base } = rooted;
  if (new Set(rooted.roots.map(({ sourceId }) => sourceId)).size < 2) return 0;
  const tables = await makeTold(context, base, rooted.roots);
  if (tables === undefined) return 0;
  const roots = await joinCopyGroups(context.database, { ...rooted, ...tables });
  const evidence = await makeEvidence(context, { ...tables, base });
  const runs: PlacedRun[] = [];
  let current: Evidence[] = [];
  const close = (): void => {
    const [first] = current;
    if (first) for (const run of findRuns(current)) runs.push({ ...first, ...run });
    current = [];
  };
  const query = sql`
    select original_no as "originalNo", copier_no as "copierNo", file_no as "fileNo", part, row_no as "rowNo", is_linked as "isLinked",
      accident_mb as "accidentMb", denied_mb as "deniedMb", differs_mb as "differsMb", accidents, compared
    from ${evidence} order by original_no, copier_no, file_no, part, row_no`;
  for await (const rows of context.database.chunks(query, evidenceShape)) {
    for (const row of rows) {
      if (current[0] && !isSamePart(current[0], row)) close();
      current.push(row);
    }
  }
  close();
  return appendRuns(context.database, root, settleRuns(runs), roots);
}

const isSamePart = (left: Evidence, right: Evidence): boolean =>
  left.originalNo === right.originalNo &&
  left.copierNo === right.copierNo &&
  left.fileNo === right.fileNo &&
  left.part === right.part;

interface ToldTables {
  readonly partyForm: TableName;
  readonly link: TableName;
  readonly bookPair: TableName;
  readonly told: TableName;
}

/** What possible copiers and originals tell; undefined where no two hand-overs of different sources tell of one thing. */
async function makeTold(
  context: StageContext,
  base: TableName,
  roots: readonly DatasetRoot[],
): Promise<ToldTables | undefined> {
  const { database, table } = context;
  const statement = table("statement");
  const cluster = table("cluster");
  const partyForm = await makeTable(database, "crosscheck_party_form", partyFormTable({ statement, cluster }));
  const link = await makeTable(
    database,
    "crosscheck_link",
    linkTable({ statement, cluster, payment: table("payment"), partyForm }),
  );
  const settled = await makeSettled(context, roots);
  const bookPair = await makeTable(database, "crosscheck_book_pair", bookPairTable({ link, base, settled }));
  const { pairs } = await database.row(sql`select count(*) as pairs from ${bookPair}`, { pairs: integer });
  if (pairs === 0) return undefined;
  const shared = await makeTable(database, "crosscheck_shared_link", sharedLinkTable({ link, bookPair }));
  const told = await makeTable(database, "crosscheck_told", toldTable({ statement, shared, partyForm }));
  return { partyForm, link, bookPair, told };
}

/** The evidence of every row of every possible copier. */
async function makeEvidence(
  { database, table }: StageContext,
  tables: ToldTables & { readonly base: TableName },
): Promise<TableName> {
  const statement = table("statement");
  const occurrence = table("occurrence");
  const toldRow = await makeTable(database, "crosscheck_told_row", toldRowTable({ ...tables, statement, occurrence }));
  const use = await makeTable(database, "crosscheck_use", useTable({ ...tables, statement }));
  return makeTable(database, "crosscheck_row_evidence", rowEvidenceTable({ ...tables, toldRow, use }));
}

/** settled(first_no, second_no): pairs of hand-overs that a person judged to be independent of each other. */
async function makeSettled(context: StageContext, roots: readonly DatasetRoot[]): Promise<TableName> {
  const names = await context.database.rows(
    sql`select dataset_no as no, dataset from ${context.table("dataset")} order by dataset_no`,
    { no: integer, dataset: text },
  );
  const nosOf = (id: string): number[] => [
    ...names.filter(({ dataset }) => dataset === id).map(({ no }) => no),
    ...roots.filter(({ sourceId }) => sourceId === id).map(({ datasetNo }) => datasetNo),
  ];
  const pairs = (await decided(context, "different")).flatMap(([left, right]) =>
    nosOf(left).flatMap((first) => nosOf(right).map((second) => [first, second] as const)),
  );
  const settled = await context.database.temporary("crosscheck_settled", "first_no integer, second_no integer");
  await context.database.append(settled, {
    first_no: pairs.map(([first]) => first),
    second_no: pairs.map(([, second]) => second),
  });
  return settled;
}

/** Of runs that overlap the one with more evidence stays: a row is copied from one place. */
function settleRuns(runs: readonly PlacedRun[]): PlacedRun[] {
  const kept: PlacedRun[] = [];
  const ordered = runs.toSorted(
    (left, right) =>
      right.weightMb - left.weightMb ||
      left.originalNo - right.originalNo ||
      left.copierNo - right.copierNo ||
      left.fileNo - right.fileNo ||
      left.part - right.part ||
      left.rowFrom - right.rowFrom,
  );
  for (const run of ordered) if (!kept.some((other) => overlaps(run, other))) kept.push(run);
  return kept;
}

const overlaps = (left: PlacedRun, right: PlacedRun): boolean =>
  left.fileNo === right.fileNo &&
  left.part === right.part &&
  left.rowFrom <= right.rowTo &&
  right.rowFrom <= left.rowTo;

async function appendRuns(
  database: Database,
  root: TableName,
  runs: readonly PlacedRun[],
  roots: readonly DatasetRoot[],
): Promise<number> {
  const rootOf = new Map(roots.map(({ datasetNo, rootId }) => [datasetNo, rootId]));
  const names = new Map(roots.map(({ datasetNo, sourceId }) => [datasetNo, sourceId]));
  return database.append(root, {
    dataset_no: runs.map((run) => run.copierNo),
    file_no: runs.map((run) => run.fileNo),
    part: runs.map((run) => run.part),
    row_from: runs.map((run) => BigInt(run.rowFrom)),
    row_to: runs.map((run) => BigInt(run.rowTo)),
    root_id: runs.map((run) => (run.answer === "copy" ? (rootOf.get(run.originalNo) ?? null) : null)),
    basis: runs.map((run) => basisOf(run, names.get(run.originalNo) ?? "")),
  });
}

function basisOf(run: PlacedRun, source: string): string {
  const shared = `${run.accidents} shared accident${run.accidents === 1 ? "" : "s"} in ${run.rows} rows`;
  if (run.answer === "copy") return `copied from ${source}: ${shared}`;
  if (run.accidents === 0) return `cannot tell whether copied from ${source}: ${run.rows} rows alike in everything`;
  return `cannot tell whether copied from ${source}: ${shared} are too few`;
}
