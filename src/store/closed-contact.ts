import { sql, type Sql, type TableName } from "./sql.ts";

/**
 * closed_contact(entity_id, canonical_id): the contacts of a phone that nobody opened and nothing joined to a held party;
 * the canonical id is null until the contact is resolved. The one rule, for whoever judges, shows or exports.
 */
export const closedContactTable = (tables: { readonly bystander: TableName; readonly cluster: TableName }): Sql => sql`
  select distinct bystander.entity_id, cluster.canonical_id
  from ${tables.bystander} as bystander left join ${tables.cluster} as cluster using (entity_id)
  where cluster.canonical_id is null or cluster.canonical_id not in (
    select canonical_id from ${tables.cluster} where entity_id not in (select entity_id from ${tables.bystander}))`;
