import { sql, type Sql, type TableName } from "../store/index.ts";
import { nodeSchemata, organizationSchemata, personSchemata } from "./node-schemata.ts";

/** node(entity_id, hand_over_no, is_person, is_organization): every current node entity and its earliest hand-over. */
export const nodeTable = (tables: { readonly statement: TableName; readonly dataset: TableName }): Sql => sql`
  select statement.entity_id, min(coalesce(dataset.hand_over_no, 2147483647)) as hand_over_no,
    bool_or(statement.schema in (select unnest(${personSchemata}))) as is_person,
    bool_or(statement.schema in (select unnest(${organizationSchemata}))) as is_organization
  from (select distinct entity_id, schema, dataset_no from ${tables.statement}
    where schema in (select unnest(${nodeSchemata}))) as statement
  left join ${tables.dataset} as dataset using (dataset_no)
  group by statement.entity_id`;
