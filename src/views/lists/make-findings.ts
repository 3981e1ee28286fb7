import { joinSql, makeUnpackedTable, sql, type Sql } from "../../store/index.ts";
import { guardedWords } from "../guarded-texts.ts";
import { folded } from "../filter/index.ts";
import { shortOf } from "./captions.ts";
import { worth } from "./entities.ts";
import type { ListContext } from "./list.ts";
import { moneyText } from "./money-text.ts";
import { numberSets } from "./sets.ts";
import { verdictState } from "./states.ts";

/**
 * Makes the table of findings: of whom, which value as the material spells it, by whom, what money it touches. An edge is of
 * the party that is held, and its value is who holds it; a paper is its holder's; a payment is named by amount, day and ends.
 * Of people in flight a value is told in countries and months.
 */
export async function makeFindings(context: ListContext): Promise<void> {
  const { reader, table, captions } = context;
  const amount = await moneyText(reader, sql`f.amount_minor`, sql`f.currency`);
  const query = sql`
    with said as (${saidTable(context)}),
    edge as (
      select canonical_id, min(split_part(value_key, ' > ', 1)) as source_id, min(split_part(value_key, ' > ', 2)) as target_id
      from ${reader.table("finding")} where canonical_id like 'edge-%' and contains(value_key, ' > ') group by canonical_id),
    paper as (
      select canonical_id, min(value_key) as holder_id from ${reader.table("finding")}
      where canonical_id like 'paper-%' and prop = 'holder' group by canonical_id),
    paid as (
      select payment_id, min(${amount} || coalesce(' on ' || f.value_from::varchar, '') || ' from ' || ${shortOf(sql`payer.caption`)} || ' to ' || ${shortOf(sql`payee.caption`)}) as caption,
        max(case_minor) as minor, min(value_from) as seen_from, max(value_to) as seen_to
      from ${reader.table("flow")} f left join ${captions} payer on payer.id = f.payer_id left join ${captions} payee on payee.id = f.payee_id
      group by payment_id),
    worth as (${worth(reader)}),
    named as (
      select f.*, said.first, coalesce(said.datasets, []) as datasets,
        coalesce(edge.target_id, paper.holder_id, f.canonical_id) as entity_id,
        edge.source_id as edge_source, edge.canonical_id is not null and contains(f.value_key, ' > ') as is_edge,
        coalesce(paid.minor, worth.minor) as money_minor, coalesce(paid.seen_from, worth.seen_from) as seen_from,
        coalesce(paid.seen_to, worth.seen_to) as seen_to, paid.caption as paid_caption,
        paper.canonical_id is not null as is_paper
      from ${reader.table("finding")} f
      left join said using (finding_id) left join edge using (canonical_id) left join paper using (canonical_id)
      left join paid on paid.payment_id = f.canonical_id left join worth on worth.id = f.canonical_id),
    worded as (
      select lower(hex(finding_id)) as id, n.canonical_id as subject_id, n.entity_id, schema, prop, ${verdictState(sql`verdict`)} as state,
        is_new, is_listed, roots_least as least, roots_most as most, datasets, money_minor, seen_from, seen_to,
        case when paid_caption is not null then 'payment of ' || paid_caption
          when is_paper then 'identity paper of ' || coalesce(own.caption, n.entity_id)
          when n.canonical_id like 'edge-%' and not is_edge and edge_source is not null
            then lower(schema) || ' of ' || ${shortOf(sql`own.caption`)} || ' by ' || ${shortOf(sql`source.caption`)}
          else coalesce(own.caption, schema || ' ' || n.entity_id) end as entity,
        case when is_edge then coalesce(source.caption, edge_source)
          when prop = 'payment' then coalesce(paid_caption, '')
          when schema = 'Payment' or contains(lower(prop), 'date') then n.value_key
          when n.first.type = 'entity' then coalesce(mention.caption, valued.caption, n.first.value)
          when n.first.rank = 0 then coalesce(g.words, n.first.value) else coalesce(g.words, value_key) end as value,
        case when not is_edge and n.first.rank = 0 and n.first.type <> 'entity' then nullif(n.first.lang, '') end as lang,
        case when g.words is null then value_key end as value_key
      from named n left join ${guardedWords(reader)} g on g.text = n.first.value left join ${captions} own on own.id = n.entity_id left join ${captions} source on source.id = n.edge_source
      left join ${reader.table("cluster")} as member on member.entity_id = case when n.first.type = 'entity' then n.first.value end
      left join ${captions} mention on mention.id = member.canonical_id
      left join ${captions} valued on valued.id = case when n.first.type = 'entity' then n.value_key end)
    select (row_number() over (order by ${joinSql(ownOrder, ", ")}) - 1)::uinteger as row_no, * exclude (value_key), ${numberSets(sql`datasets`)} as dataset_set,
      ${folded(sql`concat_ws(' ', entity, value, value_key, prop, schema)`)} as fold
    from worded order by row_no`;
  await makeUnpackedTable(reader.database, table, query);
}

const ownOrder: readonly Sql[] = [
  sql`state = 'contradicted' desc`,
  sql`case when state = 'contradicted' then 0 else least end desc`,
  sql`money_minor desc nulls last`,
  sql`schema`,
  sql`prop`,
  sql`subject_id`,
  sql`value_key`,
  sql`id`,
];

/** said(finding_id, first, datasets): one spelling of each finding's value, its own property before others, the earliest hand-over before later ones; and who says it. */
const saidTable = ({ reader }: ListContext): Sql => sql`
  select finding_id, list_sort(list(distinct fs.dataset_no)) as datasets,
    min(struct_pack(rank := case when s.prop = f.prop then 0 else 1 end, hand_over := d.hand_over_no, id := s.statement_id,
      value := s.value, lang := coalesce(s.lang, ''), type := s.prop_type)) as first
  from ${reader.table("finding_statement")} fs
  join ${reader.table("finding")} f using (finding_id)
  join ${reader.table("dataset")} d on d.dataset_no = fs.dataset_no
  join ${reader.table("statement")} s on s.statement_id = fs.statement_id
  where fs.stance = 'supports' group by finding_id`;
