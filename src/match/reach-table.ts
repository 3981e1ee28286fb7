import { sql, type Sql, type TableName } from "../store/index.ts";
import { groups } from "./match-model.ts";

/**
 * blocking_reach(among, joined, by_one, by_two): of the pairs of people and of organizations that were joined, how many
 * one kind of key alone had brought together, and how many two.
 */
export const reachTable = (tables: {
  readonly verdict: TableName;
  readonly ranked: TableName;
  readonly demoted: TableName;
}): Sql => sql`
  select case among when ${groups.people} then 'people' else 'organizations' end as among, count(*) as joined,
    count(*) filter (where bit_count(ways) = 1) as by_one, count(*) filter (where bit_count(ways) = 2) as by_two
  from ${tables.verdict} join ${tables.ranked} using (left_no, right_no)
    anti join ${tables.demoted} using (left_no, right_no)
  where verdict = 'join' and among in (${groups.people}, ${groups.organizations})
  group by all order by among`;
