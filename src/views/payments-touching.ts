import type { CanonicalId } from "../model/index.ts";
import { bigInteger, integer, sql, statementId } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/**
 * The money through one canonical entity, and some of the statements that say so: the amounts of its largest payments.
 * What only the hand-overs named in `withheld` tell is left out.
 */
export async function paymentsTouching(
  reader: Reader,
  canonicalId: CanonicalId,
  { limit, withheld }: { readonly limit: number; readonly withheld: readonly string[] },
) {
  const hidden = sql`select dataset_no from ${reader.table("dataset")} where dataset in (select unnest(${withheld}::varchar[]))`;
  const touching = sql`
    select * from ${reader.table("flow")}
    where (payer_id = ${canonicalId} or payee_id = ${canonicalId})
      and payment_id in (select payment_id from ${reader.table("payment")} where dataset_no not in (${hidden}))`;
  const totals = await reader.database.row(
    sql`
    select count(*) as payments,
      coalesce(sum(case_minor) filter (where payee_id = ${canonicalId}), 0)::hugeint as "inMinor",
      coalesce(sum(case_minor) filter (where payer_id = ${canonicalId}), 0)::hugeint as "outMinor",
      count(*) filter (where roots_least = 0) as "sourceUnknown",
      count(*) filter (where roots_least >= 2) as "saidByMore",
      coalesce(sum(case_minor) filter (where roots_least >= 2), 0)::hugeint as "saidByMoreMinor"
    from (${touching})`,
    {
      payments: integer,
      inMinor: bigInteger,
      outMinor: bigInteger,
      sourceUnknown: integer,
      saidByMore: integer,
      saidByMoreMinor: bigInteger,
    },
  );
  const statements = await reader.database.rows(
    sql`
    with largest as (
      select payment_id, case_minor from (${touching})
      order by case_minor desc nulls last, payment_id limit ${limit})
    select s.statement_id as id
    from largest l join ${reader.table("payment")} p using (payment_id)
    join ${reader.table("statement")} s on s.entity_id = p.entity_id and s.prop = 'amount'
    where s.dataset_no not in (${hidden})
    qualify row_number() over (partition by l.payment_id order by s.dataset_no, s.entity_id, s.value, s.statement_id) = 1
    order by l.case_minor desc nulls last, l.payment_id, s.statement_id`,
    { id: statementId },
  );
  return { ...totals, statements: statements.map((row) => row.id) };
}
