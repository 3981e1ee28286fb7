import { sql, type Sql, type Stage, type StageContext } from "../store/index.ts";
import { decisionTable } from "./decision-table.ts";

/**
 * Fills `review`: for any two clusters that a pair would join and that nobody decided on, the heaviest pair between them,
 * for one decision settles all of them, and what it would change. `money_minor`
 * is the money (case currency, minor units) of the side that moved less: what a join would count to the other side.
 * `findings_flipped` counts the values that both sides have a finding on: said alike they gain a source, said
 * differently they may contradict.
 */
export const prioritiseStage: Stage = {
  name: "prioritise",
  codeVersion: "1",
  reads: ["candidate_pair", "cluster", "judgement", "finding", "flow"],
  writes: ["review"],
  run: async (context) => {
    await context.write(() => context.database.run(review(context)));
  },
};

const review = ({ table }: StageContext): Sql => sql`
  insert into ${table("review")}
  with decided as (
    select distinct least(l.canonical_id, r.canonical_id) as one, greatest(l.canonical_id, r.canonical_id) as other
    from (${decisionTable(table("judgement"))}) as decision
    join ${table("cluster")} l on l.entity_id = decision.left_id
    join ${table("cluster")} r on r.entity_id = decision.right_id),
  pair as (
    select p.left_id, p.right_id, l.canonical_id as left_canonical, r.canonical_id as right_canonical
    from ${table("candidate_pair")} p
    join ${table("cluster")} l on l.entity_id = p.left_id
    join ${table("cluster")} r on r.entity_id = p.right_id
    where l.canonical_id <> r.canonical_id
      and (least(l.canonical_id, r.canonical_id), greatest(l.canonical_id, r.canonical_id)) not in (
        select (one, other) from decided)
    qualify row_number() over (
      partition by least(l.canonical_id, r.canonical_id), greatest(l.canonical_id, r.canonical_id)
      order by p.weight_mb desc, p.left_id, p.right_id) = 1),
  side as (select left_canonical as canonical_id from pair union select right_canonical from pair),
  moved as (
    select canonical_id, sum(case_minor)::hugeint as money_minor from (
      select payer_id as canonical_id, case_minor from ${table("flow")} where payer_id in (select canonical_id from side)
      union all
      select payee_id, case_minor from ${table("flow")} where payee_id in (select canonical_id from side))
    group by canonical_id),
  said as (
    select distinct canonical_id, prop from ${table("finding")} where canonical_id in (select canonical_id from side)),
  alike as (
    select p.left_canonical, p.right_canonical, count(*) as findings
    from (select distinct left_canonical, right_canonical from pair) p
    join said a on a.canonical_id = p.left_canonical
    join said b on b.canonical_id = p.right_canonical and b.prop = a.prop
    group by p.left_canonical, p.right_canonical)
  select p.left_id, p.right_id,
    least(coalesce(a.money_minor, 0), coalesce(b.money_minor, 0))::hugeint, coalesce(alike.findings, 0)::integer
  from pair p
  left join moved a on a.canonical_id = p.left_canonical
  left join moved b on b.canonical_id = p.right_canonical
  left join alike using (left_canonical, right_canonical)`;
