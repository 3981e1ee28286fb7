import { at, atKey } from "../../base/index.ts";
import { integer, makeTable, sql, type Database, type Sql, type TableName } from "../../store/index.ts";
import type { DatasetRoot } from "../base-root.ts";
import { findCopyGroups, type CopyGroup } from "./copy-groups.ts";
import { manySources } from "./rare-agreement-table.ts";

interface Tables {
  readonly told: TableName;
  readonly bookPair: TableName;
  readonly base: TableName;
  readonly root: TableName;
}

/**
 * Gives the sources of each group that copies among many the root of the one whose hand-over came first, in `base` and
 * `root`, and leaves their pairs out of `bookPair`. Returns the roots as they then are.
 */
export async function joinCopyGroups(
  database: Database,
  { roots, ...tables }: Tables & { readonly roots: readonly DatasetRoot[] },
): Promise<readonly DatasetRoot[]> {
  if (new Set(roots.map(({ sourceId }) => sourceId)).size < manySources) return roots;
  const sourceNo = await makeTable(database, "crosscheck_source_no", sourceNoTable(tables.base));
  const said = await makeTable(database, "crosscheck_said_by_source", saidBySourceTable({ ...tables, sourceNo }));
  const possible = await possiblePairs(database, tables.bookPair, sourceNo);
  const groups = await findCopyGroups(database, said, (left, right) => possible.has(`${left} ${right}`));
  if (groups.length === 0) return roots;
  await database.run(withoutPairsOf(groups, tables.bookPair, sourceNo));
  const joined = rootsOf(groups, roots);
  for (const { datasetNo, rootId, basis } of joined.filter((each) => !roots.includes(each)))
    for (const table of [tables.base, tables.root])
      await database.run(
        sql`update ${table} set root_id = ${rootId}, basis = ${basis} where dataset_no = ${datasetNo}`,
      );
  return joined;
}

/** source_no(dataset_no, source_no): each hand-over with the first hand-over of its source; notes are no source. */
const sourceNoTable = (base: TableName): Sql => sql`
  select dataset_no, min(dataset_no) over (partition by source_id) as source_no from ${base} where not is_note`;

/**
 * said_by_source(item, source_no, form): each value of each shared mention. How a party is written is left out: that is
 * a habit of its writer, not an accident.
 */
const saidBySourceTable = (tables: { readonly told: TableName; readonly sourceNo: TableName }): Sql => sql`
  select link_id || ' ' || kind as item, source_no, form
  from ${tables.told} join ${tables.sourceNo} using (dataset_no) where thing is null`;

/** Pairs of sources of which one may copy the other, the lower number first. */
async function possiblePairs(database: Database, bookPair: TableName, sourceNo: TableName): Promise<Set<string>> {
  const pairs = await database.rows(
    sql`select distinct least(one.source_no, other.source_no) as "left", greatest(one.source_no, other.source_no) as "right"
      from ${bookPair}
      join ${sourceNo} as one on one.dataset_no = original_no
      join ${sourceNo} as other on other.dataset_no = copier_no order by 1, 2`,
    { left: integer, right: integer },
  );
  return new Set(pairs.map(({ left, right }) => `${left} ${right}`));
}

const withoutPairsOf = (groups: readonly CopyGroup[], bookPair: TableName, sourceNo: TableName): Sql => sql`
  with member as (
    select dataset_no, group_no
    from ${sourceNo}
    join (select unnest(${groups.flatMap(({ members }) => members)}) as source_no,
      unnest(${groups.flatMap(({ members }, group) => members.map(() => group))}) as group_no) using (source_no))
  delete from ${bookPair} where exists (
    select 1 from member as one join member as other using (group_no)
    where one.dataset_no = original_no and other.dataset_no = copier_no)`;

/** The roots with those of each group replaced by that of its first member. */
function rootsOf(groups: readonly CopyGroup[], roots: readonly DatasetRoot[]): DatasetRoot[] {
  const byNo = new Map(roots.map((root) => [root.datasetNo, root]));
  const replaced = new Map<string, Pick<DatasetRoot, "rootId" | "basis">>();
  for (const group of groups)
    for (const member of group.members.slice(1))
      replaced.set(atKey(byNo, member).sourceId, {
        rootId: atKey(byNo, at(group.members, 0)).rootId,
        basis: basisOf(group, member, (no) => atKey(byNo, no).sourceId),
      });
  return roots.map((root) => {
    const own = replaced.get(root.sourceId);
    return own === undefined ? root : { ...root, ...own };
  });
}

/** Names the source with which a member shares most, the first if several. */
function basisOf({ links }: CopyGroup, member: number, nameOf: (no: number) => string): string {
  const [best] = links
    .filter(({ leftNo, rightNo }) => leftNo === member || rightNo === member)
    .toSorted((left, right) => right.agreed - left.agreed);
  const other = best?.leftNo === member ? best.rightNo : (best?.leftNo ?? member);
  return `copies with ${nameOf(other)}: ${best?.agreed ?? 0} of ${best?.compared ?? 0} values that few others give are the same`;
}
