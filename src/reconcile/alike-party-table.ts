import { sql, type Sql, type TableName } from "../store/index.ts";

/** The level from which on two names of people are spellings of one name. */
const spellingLevel = 6;

/**
 * alike_party(one, other): people who bear one name in two spellings and were not joined, as hashes, both ways round. A
 * name alone joins no two people; of two payments on one day from one account it tells that they went to one payee.
 */
export const alikePartyTable = (tables: { readonly candidatePair: TableName; readonly cluster: TableName }): Sql => sql`
  with pair as (
    select distinct hash(l.canonical_id) as one, hash(r.canonical_id) as other
    from ${tables.candidatePair} as pair
    join ${tables.cluster} as l on l.entity_id = left_id join ${tables.cluster} as r on r.entity_id = right_id
    where verdict = 'review' and l.canonical_id <> r.canonical_id
      and len(list_filter(reasons, lambda reason: reason.comparison = 'name-person' and reason.level >= ${spellingLevel})) > 0)
  select one, other from pair union select other, one from pair`;
