import { sql, type Sql, type TableName } from "../store/index.ts";
import { groups, type MatchModel } from "./match-model.ts";

/**
 * verdict(left_no, right_no, rule, weight_mb, verdict, ...): the pairs that are worth keeping, and whether rules join
 * them.
 *
 * A name alone never joins people: a second fact of another kind is needed (a birth date to the day, a paper, a
 * telephone, an account, a mailbox, an organisation that few belong to). Where names agree only in part, or one has none,
 * it must be a paper or an account, or two such facts; where names differ, as after a marriage, a paper or an account
 * and another fact. The name alone joins organisations where it is written alike or is another spelling, and nothing
 * contradicts. Whatever else there is joins by its number, or by a damaged number and its holder. Two that one hand-over
 * names alike and of which it says nothing else are not worth a person's time: nothing there could decide it.
 */
export const verdictTable = (score: TableName, pair: TableName, model: MatchModel): Sql => sql`
  select left_no, right_no, rule, weight_mb, is_contradicted, is_apart, has_names, case
      when is_joined then 'join'
      when weight_mb >= ${model.reviewMb} and (has_more or not is_one_hand_over) then 'review'
      else 'none' end as verdict
  from (
    select *, case
        when among = ${groups.people} then weight_mb >= ${model.joinPeopleMb} and ${hasFacts}
        when among = ${groups.organizations} then weight_mb >= ${model.joinOrganizationsMb} and ${hasFacts}
          or name_mb > 0 and weight_mb >= ${model.joinByNameMb} and not is_contradicted
        else weight_mb >= ${model.joinOthersMb} and (proofs > 0 or account_supports > 1) and not is_contradicted
      end as is_joined
    from ${score} join ${pair} using (left_no, right_no))
  where is_joined or weight_mb >= ${model.reviewMb} or is_contradicted or is_apart`;

/** A second fact of another kind beside the name: the less the names agree, the more it must be. */
const hasFacts = sql`(name_mb > 0 and proofs > 0 or is_near and proofs > 1 or papers > 0 and (not is_apart or proofs > 1))`;

/**
 * demoted(left_no, right_no): joins that are open to doubt because a third entity, which contradicts one end (or, where
 * the other end has no name, bears another name), fits the other end as well or nearly so.
 */
export const demotedTable = (verdict: TableName, model: MatchModel): Sql => sql`
  with bad as (
    select unnest([left_no, right_no]) as one_no, unnest([right_no, left_no]) as other_no, is_contradicted
    from ${verdict} where verdict <> 'join' and (is_contradicted or is_apart)),
  joined as (
    select unnest([left_no, right_no]) as end_no, unnest([right_no, left_no]) as third_no, weight_mb, has_names
    from ${verdict} where verdict = 'join')
  select distinct least(one.end_no, one.third_no) as left_no, greatest(one.end_no, one.third_no) as right_no
  from bad
  join joined as one on one.end_no = one_no
  join joined as other on other.end_no = other_no and other.third_no = one.third_no
  where other.weight_mb > one.weight_mb - ${model.rivalMb} and (is_contradicted or not one.has_names)`;
