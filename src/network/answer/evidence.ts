import { at } from "../../base/index.ts";
import { hex, integer, sql, type Database, type TableName } from "../../store/index.ts";
import type { CertificateInput } from "../certificate/certificate.ts";
import { inWindow, type Window } from "./channel-table.ts";

/** How many payments an edge sums, and the statements of the amounts of its largest ones. */
export interface EdgeEvidence {
  readonly payments: number;
  readonly statements: readonly string[];
}

/** At most so many payments of an edge are shown by their statements. */
const shownPayments = 5;

/** Looks up what stands behind edges of a check file; gives an answer for each of the asked edges. */
export async function readEvidence(
  database: Database,
  tables: { readonly statement: TableName; readonly payment: TableName; readonly flow: TableName },
  asked: {
    readonly input: CertificateInput;
    readonly edges: readonly number[];
    readonly request: Window;
  },
): Promise<(edge: number) => EdgeEvidence> {
  const { input, edges } = asked;
  const pair = await database.temporary(
    "network_pair",
    "edge integer, payer_id varchar, payee_id varchar, day integer",
  );
  const rows = edges.map((edge) => at(input.edges, edge));
  await database.append(pair, {
    edge: edges,
    payer_id: rows.map(([payer]) => at(input.nodes, payer)),
    payee_id: rows.map(([, payee]) => at(input.nodes, payee)),
    day: rows.map(([, , , day]) => day ?? null),
  });
  const found = await database.rows(
    sql`
    with ranked as (
      select edge, payment_id, count(*) over (partition by edge) as payments,
        row_number() over (partition by edge order by case_minor desc, payment_id) as place
      from ${pair} join ${tables.flow} using (payer_id, payee_id)
      where case_minor > 0 and ${inWindow(asked.request)}
        and (day is null or value_to = date '1970-01-01' + day)),
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
  const evidence = new Map<number, { payments: number; statements: string[] }>();
  for (const row of found) {
    const known = evidence.get(row.edge) ?? { payments: row.payments, statements: [] };
    known.statements.push(row.statement);
    evidence.set(row.edge, known);
  }
  return (edge) => evidence.get(edge) ?? { payments: 0, statements: [] };
}
