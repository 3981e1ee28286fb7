import { at } from "../../base/index.ts";
import { hex, integer, sql, type Database, type TableName } from "../../store/index.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { inWindow, type Window } from "./channel-table.ts";

/** How many payments an edge sums, and the statements of the amounts of its largest ones. */
export interface EdgeEvidence {
  readonly payments: number;
  readonly statements: readonly string[];
}

/** At most so many payments of an edge are shown by their statements. */
const shownPayments = 5;

/** Looks up what stands behind edges of a problem; gives an answer for each of the asked edges. */
export async function readEvidence(
  database: Database,
  tables: { readonly statement: TableName; readonly payment: TableName; readonly flow: TableName },
  asked: {
    readonly problem: BlockProblem;
    readonly edges: readonly number[];
    readonly request: Window;
  },
): Promise<(edge: number) => EdgeEvidence> {
  const { problem, edges } = asked;
  const pair = await database.temporary("network_pair", "edge integer, payer_id varchar, payee_id varchar");
  await database.append(pair, {
    edge: edges,
    payer_id: edges.map((edge) => at(problem.nodeIds, at(problem.payers, edge))),
    payee_id: edges.map((edge) => at(problem.nodeIds, at(problem.payees, edge))),
  });
  const rows = await database.rows(
    sql`
    with ranked as (
      select edge, payment_id, count(*) over (partition by edge) as payments,
        row_number() over (partition by edge order by case_minor desc, payment_id) as place
      from ${pair} join ${tables.flow} using (payer_id, payee_id)
      where case_minor > 0 and ${inWindow(asked.request)}),
    shown as (select * from ranked where place <= ${shownPayments}),
    amounts as (
      select entity_id, statement_id from ${tables.statement}
      where prop = 'amount' and entity_id in (
        select entity_id from ${tables.payment} where payment_id in (select payment_id from shown)))
    select distinct edge, payments, statement_id as statement
    from shown left join ${tables.payment} using (payment_id) left join amounts using (entity_id)
    where statement_id is not null
    order by edge, statement_id`,
    { edge: integer, payments: integer, statement: hex },
  );
  const found = new Map<number, { payments: number; statements: string[] }>();
  for (const row of rows) {
    const known = found.get(row.edge) ?? { payments: row.payments, statements: [] };
    known.statements.push(row.statement);
    found.set(row.edge, known);
  }
  return (edge) => found.get(edge) ?? { payments: 0, statements: [] };
}
