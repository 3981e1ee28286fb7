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
 * contradicts; in spite of another founding date where a telephone and an address agree beside it, of which either alone
 * is shared by many. Whatever else there is joins by its number, or by a damaged number and its holder. Two that one hand-over
 * names alike and of which it says nothing else are not worth a person's time: nothing there could decide it.
 */
export const verdictTable = (score: TableName, pair: TableName, model: MatchModel): Sql => sql`
  select left_no, right_no, rule, weight_mb, is_contradicted, proofs = 0 as is_by_name, case
      when is_joined then 'join'
      when weight_mb >= ${model.reviewMb} and (has_more or not is_one_hand_over) then 'review'
      else 'none' end as verdict
  from (
    select *, case
        when among = ${groups.people} then weight_mb >= ${model.joinPeopleMb} and ${hasFacts} or ${factsAddUp(model)} or ${isByPaper(model)}
        when among = ${groups.organizations} then weight_mb >= ${model.joinOrganizationsMb} and ${hasFacts}
          or name_mb > 0 and seat_supports > 1 and weight_mb >= ${model.joinOrganizationsMb}
          or name_mb > 0 and weight_mb >= ${model.joinByNameMb} and not is_contradicted or ${isByPaper(model)}
        else weight_mb >= ${model.joinOthersMb} and (proofs > 0 or account_supports > 1) and not is_contradicted
      end as is_joined
    from ${score} join ${pair} using (left_no, right_no))
  where is_joined or weight_mb >= ${model.reviewMb} or is_contradicted`;

/** A second fact of another kind beside the name: the less the names agree, the more it must be. */
const hasFacts = sql`(name_mb > 0 and proofs > 0 or is_near and proofs > 1 or papers > 0 and (not is_apart or proofs > 1))`;

/**
 * Facts of other kinds that together weigh as much as one that proves, beside names that are at least near; beside initials
 * and short forms, which fit many, what both belong to or deal with is none; or, beside names
 * that differ, so much that twins and spouses are not meant.
 */
const factsAddUp = (model: MatchModel): Sql => sql`(weight_mb >= ${model.joinByFactsMb} and (is_named and not is_apart
  and case when is_near or name_mb > 0 then facts_mb else own_facts_mb end >= ${model.factsMb}
  or is_apart and (proofs > 1 or papers > 0) and facts_mb >= ${model.factsOfOtherNamesMb}))`;

/**
 * A paper or an account that both carry, where no name says otherwise: one has none, or firms' names are in two scripts.
 * What contradicts it, as a wrong birth date, must weigh less, and the names must fit as far as both go.
 */
const isByPaper = (model: MatchModel): Sql => sql`(papers > 0 and not is_apart
  and (not is_contradicted or is_named and among = ${groups.people}) and weight_mb >= ${model.joinByPaperMb})`;
