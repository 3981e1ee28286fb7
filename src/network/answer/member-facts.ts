import {
  boolean,
  integer,
  listOf,
  sql,
  text,
  textList,
  type Database,
  type Row,
  type TableName,
} from "../../store/index.ts";

const shape = {
  id: text,
  isUnnamed: boolean,
  lists: textList,
  joinCount: integer,
  joins: listOf({ left: text, right: text, by: text }),
};

/** What is known of a node beside its money. */
export type MemberFacts = Row<typeof shape>;

/** Looks up nodes by canonical id: whether any book names them, the lists on which they stand, the joins they are made of. */
export async function readMemberFacts(
  database: Database,
  tables: { readonly statement: TableName; readonly cluster: TableName; readonly dataset: TableName },
  ids: readonly string[],
): Promise<ReadonlyMap<string, MemberFacts>> {
  const rows = await database.rows(
    sql`
    with wanted as (select unnest(${ids}::varchar[]) as id),
    member as (select canonical_id as id, entity_id, joined_to, joined_by from ${tables.cluster} where canonical_id in (select id from wanted)),
    said as (
      select id, prop, dataset_no from (select distinct entity_id, prop, dataset_no from ${tables.statement}
        where entity_id in (select entity_id from member)) join member using (entity_id)),
    joined as (
      select id, entity_id as "left", joined_to as "right", coalesce(joined_by, '') as "by",
        row_number() over (partition by id order by entity_id, joined_to) as place
      from member where joined_to is not null)
    select id,
      not exists (select 1 from said where said.id = wanted.id and prop in ('name', 'firstName', 'lastName')) as "isUnnamed",
      coalesce((select list(distinct dataset order by dataset) from ${tables.dataset} as dataset
        where series is not null and dataset_no in (select dataset_no from said where said.id = wanted.id)), []) as lists,
      (select count(*) from joined where joined.id = wanted.id) as "joinCount",
      coalesce((select list(struct_pack("left" := "left", "right" := "right", "by" := "by") order by place) from joined
        where joined.id = wanted.id and place <= 50), []) as joins
    from wanted order by id`,
    shape,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
