import { noteKind } from "../model/index.ts";
import { boolean, integer, nullable, sql, text, type StageContext, type TableName } from "../store/index.ts";
import { sourceRoots } from "./source-roots.ts";

/** A hand-over and the root that its source declares. */
export interface DatasetRoot {
  readonly datasetNo: number;
  readonly sourceId: string;
  readonly rootId: string | null;
  readonly basis: string;
}

/**
 * Writes base(dataset_no, hand_over_no, source_id, root_id, basis, is_note, is_list): each hand-over with the root that
 * the case's declarations and judgements of subject `root` (of two sources or two hand-overs) give its source.
 */
export async function makeBaseRoots({ database, table }: StageContext): Promise<{
  readonly base: TableName;
  readonly roots: readonly DatasetRoot[];
}> {
  const sources = await database.rows(
    sql`select source_id as "sourceId", kind, first_hand as "isFirstHand" from ${table("source")}
      qualify row_number() over (partition by source_id order by batch_no desc) = 1 order by source_id`,
    { sourceId: text, kind: text, isFirstHand: nullable(boolean) },
  );
  const links = await database.rows(
    sql`select distinct child_id as "childId", parent_id as "parentId" from ${table("source_link")} order by 1, 2`,
    { childId: text, parentId: nullable(text) },
  );
  const datasets = await database.rows(
    sql`select dataset_no as "datasetNo", dataset, source_id as "sourceId", hand_over_no as "handOverNo",
        series is not null as "isList"
      from ${table("dataset")} order by dataset_no`,
    { datasetNo: integer, dataset: text, sourceId: text, handOverNo: integer, isList: boolean },
  );
  const sourceOf = new Map(datasets.map(({ dataset, sourceId }) => [dataset, sourceId]));
  const same = (await decided({ database, table }, "same")).map(
    ([left, right]) => [sourceOf.get(left) ?? left, sourceOf.get(right) ?? right] as const,
  );
  const kinds = new Map(sources.map(({ sourceId, kind }) => [sourceId, kind]));
  const rootBySource = sourceRoots(sources, links, same);
  const rows = datasets.map((dataset) =>
    Object.assign(dataset, {
      ...(rootBySource.get(dataset.sourceId) ?? { rootId: null, basis: "its source is not declared" }),
      isNote: kinds.get(dataset.sourceId) === noteKind,
    }),
  );
  const base = await database.temporary(
    "crosscheck_base",
    "dataset_no integer, hand_over_no integer, source_id varchar, root_id varchar, basis varchar, is_note boolean, is_list boolean",
  );
  await database.append(base, {
    dataset_no: rows.map((row) => row.datasetNo),
    hand_over_no: rows.map((row) => row.handOverNo),
    source_id: rows.map((row) => row.sourceId),
    root_id: rows.map((row) => row.rootId),
    basis: rows.map((row) => row.basis),
    is_note: rows.map((row) => row.isNote),
    is_list: rows.map((row) => row.isList),
  });
  return { base, roots: rows };
}

/** Pairs of sources or hand-overs on which the latest judgement of subject `root` is this decision. */
export async function decided(
  { database, table }: Pick<StageContext, "database" | "table">,
  decision: "same" | "different",
): Promise<(readonly [string, string])[]> {
  const rows = await database.rows(
    sql`select left_id as "left", right_id as "right" from (
        select *, row_number() over (
          partition by least(left_id, right_id), greatest(left_id, right_id) order by judgement_no desc) as latest
        from ${table("judgement")} where subject = 'root')
      where latest = 1 and decision = ${decision} order by judgement_no`,
    { left: text, right: text },
  );
  return rows.map(({ left, right }) => [left, right] as const);
}
