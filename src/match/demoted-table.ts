import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";
import { groups, type MatchModel } from "./match-model.ts";

/** The tables from which doubtful joins are told. */
export interface DoubtInputs {
  readonly verdict: TableName;
  /** ranked_pair: among whom each pair stands. */
  readonly ranked: TableName;
  readonly counted: TableName;
}

/** The levels of birth dates of which one may be the other miswritten: one digit, day and month in each other's place. */
const slips = "3, 4";

/** People joined by so much bear a date that somebody miswrote, whatever contradicts them: two papers beside the name. */
const beyondDoubtMb = 26_000;

/** The level of names that are written alike: spaces, signs, capitals and one firm's form for another tell nobody apart. */
const writtenAlike = 7;

/**
 * demoted(left_no, right_no): joins that are open to doubt because of a third entity that contradicts one end, such as
 * a twin with another register number, and fits the other end as well or nearly so. Whose name fits two that contradict
 * each other has a name that tells nobody apart: by that name alone it is joined only to those that write it alike.
 * People who were joined although their birth dates contradict each other or differ by a slip of the pen are not doubted:
 * what a third says was weighed between them. Nor are people who were joined by more than any two who are kin share.
 */
export const demotedTable = ({ verdict, ranked, counted }: DoubtInputs, model: MatchModel): Sql => sql`
  with bad as (
    select unnest([left_no, right_no]) as one_no, unnest([right_no, left_no]) as other_no
    from ${verdict} where verdict <> 'join' and is_contradicted),
  slip as (
    select left_no, right_no from ${counted} where facet = 'birthDate' and level in (${rawSql(slips)})),
  joined as (
    select unnest([left_no, right_no]) as end_no, unnest([right_no, left_no]) as third_no, weight_mb,
      among = ${groups.people} and (is_contradicted or (left_no, right_no) in (select (left_no, right_no) from slip)
        or weight_mb >= ${beyondDoubtMb}) as is_weighed
    from ${verdict} join ${ranked} using (left_no, right_no) where verdict = 'join'),
  rival as (
    select one.end_no, one.third_no, abs(other.weight_mb - one.weight_mb) < ${model.rivalMb} as is_even
    from bad
    join joined as one on one.end_no = one_no
    join joined as other on other.end_no = other_no and other.third_no = one.third_no
    where other.weight_mb > one.weight_mb - ${model.rivalMb} and not one.is_weighed),
  ambiguous as (select distinct third_no as node_no from rival where is_even),
  written_alike as (
    select left_no, right_no from ${counted} where facet = 'name' and level = ${writtenAlike})
  select least(end_no, third_no) as left_no, greatest(end_no, third_no) as right_no from rival
  union
  select left_no, right_no
  from ${verdict} as verdict
  where verdict = 'join' and is_by_name
    and (left_no in (select node_no from ambiguous) or right_no in (select node_no from ambiguous))
    and (left_no, right_no) not in (select (left_no, right_no) from written_alike)`;
