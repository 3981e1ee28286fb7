import { makeTable, sql, type Sql, type Stage, type StageContext } from "../store/index.ts";
import { apartTable, flipTable, movedTable, settledTable } from "./change-tables.ts";
import { decisionTable } from "./decision-table.ts";
import { strongTable } from "./member-tables.ts";

/**
 * Fills `review`: for any two clusters that a pair would join and that nobody decided on, the heaviest pair between them,
 * for one decision settles all of them, and what it would change. `money_minor` is the money (case currency, minor units)
 * of the side that moved less: what a join would count to the other side. `corroborated`, `contradicted` and `settled`
 * count the findings whose verdict it would flip. `apart` names the properties with one true value in which the two
 * contradict each other: who says that they are one says that one of those is wrong.
 */
export const prioritiseStage: Stage = {
  name: "prioritise",
  codeVersion: "2",
  reads: ["statement", "candidate_pair", "cluster", "judgement", "finding", "finding_statement", "flow"],
  writes: ["review"],
  run: async (context) => {
    const { database, table, write } = context;
    const pair = await makeTable(database, "review_pair", undecidedPairTable(context));
    const inputs = { pair, finding: table("finding"), findingStatement: table("finding_statement") };
    const flip = await makeTable(database, "review_flip", flipTable(inputs));
    const settled = await makeTable(database, "review_settled", settledTable(inputs));
    const moved = await makeTable(database, "review_moved", movedTable(pair, table("flow")));
    const apart = await makeTable(database, "review_apart", await apartOf(context, pair));
    const review = sql`
      select left_id, right_id, least(coalesce(one.money_minor, 0), coalesce(other.money_minor, 0))::hugeint,
        coalesce(flip.corroborated, 0), coalesce(flip.contradicted, 0), coalesce(settled.settled, 0), coalesce(apart.apart, [])
      from ${pair}
      left join ${moved} as one on one.canonical_id = left_canonical
      left join ${moved} as other on other.canonical_id = right_canonical
      left join ${flip} as flip using (left_id, right_id)
      left join ${settled} as settled using (left_id, right_id)
      left join ${apart} as apart using (left_id, right_id)
      order by left_id, right_id`;
    await write(() => database.run(sql`insert into ${table("review")} ${review}`));
  },
};

/** pair(left_id, right_id, left_canonical, right_canonical) */
const undecidedPairTable = ({ table }: StageContext): Sql => sql`
  with decided as (
    select distinct least(l.canonical_id, r.canonical_id) as one, greatest(l.canonical_id, r.canonical_id) as other
    from (${decisionTable(table("judgement"))}) as decision
    join ${table("cluster")} l on l.entity_id = decision.left_id
    join ${table("cluster")} r on r.entity_id = decision.right_id)
  select p.left_id, p.right_id, l.canonical_id as left_canonical, r.canonical_id as right_canonical
  from ${table("candidate_pair")} p
  join ${table("cluster")} l on l.entity_id = p.left_id
  join ${table("cluster")} r on r.entity_id = p.right_id
  where l.canonical_id <> r.canonical_id
    and (least(l.canonical_id, r.canonical_id), greatest(l.canonical_id, r.canonical_id)) not in (
      select (one, other) from decided)
  qualify row_number() over (
    partition by least(l.canonical_id, r.canonical_id), greatest(l.canonical_id, r.canonical_id)
    order by p.weight_mb desc, p.left_id, p.right_id) = 1`;

async function apartOf({ database, table }: StageContext, pair: Parameters<typeof movedTable>[0]): Promise<Sql> {
  const numbered = await makeTable(
    database,
    "review_numbered",
    sql`select (row_number() over (order by canonical_id) - 1)::integer as member_no, canonical_id
      from (select left_canonical as canonical_id from ${pair} union select right_canonical from ${pair})`,
  );
  const member = await makeTable(
    database,
    "review_member",
    sql`select member_no, entity_id from ${table("cluster")} join ${numbered} using (canonical_id)`,
  );
  const strong = await makeTable(database, "review_strong", strongTable({ member, statement: table("statement") }));
  return apartTable(pair, strong, numbered);
}
