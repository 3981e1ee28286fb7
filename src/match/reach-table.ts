import { sql, type Sql, type TableName } from "../store/index.ts";
import { groups } from "./match-model.ts";

/**
 * blocking_reach(among, joined, by_one, by_two): of the pairs of people that were joined, how many one kind of key alone
 * had brought together, and how many two. Organizations are joined by a name alone, so that most could have but one kind.
 */
export const reachTable = (tables: {
  readonly verdict: TableName;
  readonly ranked: TableName;
  readonly demoted: TableName;
}): Sql => sql`
  select 'people' as among, count(*) as joined,
    count(*) filter (where bit_count(ways) = 1) as by_one, count(*) filter (where bit_count(ways) = 2) as by_two
  from ${tables.verdict} join ${tables.ranked} using (left_no, right_no)
    anti join ${tables.demoted} using (left_no, right_no)
  where verdict = 'join' and among = ${groups.people} having count(*) > 0`;
