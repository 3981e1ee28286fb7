import {
  bigInteger,
  hex,
  integer,
  joinSql,
  listOf,
  nullable,
  sql,
  text,
  textList,
  type Database,
  type TableName,
} from "../../store/index.ts";
import { relations } from "./relation-table.ts";
import type { ReadRoutes, RouteTables } from "./read-routes.ts";

/** One thing that links two entities, with the statements that say so. */
export interface StepLink {
  /** `payment`, or the type of the relation. */
  readonly kind: string;
  /** From whom to whom, by canonical id. */
  readonly fromId: string;
  readonly toId: string;
  /** How it is said: "paid", "holds". */
  readonly words: string;
  /** By how many independent sources it is said; null where that was not asked. */
  readonly roots: number | null;
  /** How many payments, and what they sum to in minor units of the case currency; null of a relation. */
  readonly payments: number | null;
  readonly caseMinor: string | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly statements: readonly string[];
}

/** At most so many payments of a step are shown by their statements, largest first, as in a check file. */
const shownPayments = 5;

/** Two entities by their canonical ids. */
type Ends = readonly [left: string, right: string];

/** What links two entities, either way: payments first, then relations by type. */
export const linksBetween = async (
  database: Database,
  tables: RouteTables,
  { relation }: ReadRoutes,
  ends: Ends,
): Promise<StepLink[]> => [
  ...(await paymentLinks(database, tables, ends)),
  ...(await relationLinks(database, relation, ends)),
];

async function paymentLinks(database: Database, tables: RouteTables, [left, right]: Ends): Promise<StepLink[]> {
  const paid = await database.rows(
    sql`
    with channel as (
      select *, row_number() over (partition by payer_id, payee_id order by case_minor desc nulls last, payment_id) as place
      from ${tables.flow}
      where (payer_id = ${left} and payee_id = ${right}) or (payer_id = ${right} and payee_id = ${left})),
    cited as (
      select payer_id, payee_id, list(distinct lower(hex(statement_id)) order by lower(hex(statement_id))) as statements
      from channel join ${tables.payment} using (payment_id) join ${tables.statement} using (entity_id)
      where prop = 'amount' and place <= ${shownPayments} group by payer_id, payee_id)
    select payer_id as "fromId", payee_id as "toId", count(*) as payments, max(roots_least) as roots,
      sum(case_minor)::hugeint as minor, min(value_from)::varchar as "firstDay", max(value_to)::varchar as "lastDay",
      coalesce(min(statements), []) as statements
    from channel left join cited using (payer_id, payee_id)
    group by payer_id, payee_id order by payer_id = ${left} desc`,
    {
      fromId: text,
      toId: text,
      payments: integer,
      roots: integer,
      minor: nullable(bigInteger),
      firstDay: nullable(text),
      lastDay: nullable(text),
      statements: textList,
    },
  );
  return paid.map(({ minor, ...each }) => ({
    ...each,
    kind: "payment",
    words: "paid",
    caseMinor: minor === null ? null : String(minor),
  }));
}

async function relationLinks(database: Database, relation: TableName, [left, right]: Ends): Promise<StepLink[]> {
  const related = await database.rows(
    sql`
    select schema, source_id as "fromId", target_id as "toId", max(roots) as roots,
      list(distinct {'source': source_statement, 'target': target_statement}
        order by {'source': source_statement, 'target': target_statement}) as said
    from ${relation}
    where ${joinSql(
      [sql`(source_id = ${left} and target_id = ${right})`, sql`(source_id = ${right} and target_id = ${left})`],
      " or ",
    )}
    group by schema, source_id, target_id order by schema, source_id = ${left} desc`,
    { schema: text, fromId: text, toId: text, roots: integer, said: listOf({ source: hex, target: hex }) },
  );
  return related.map(({ schema, said, ...each }) => ({
    ...each,
    kind: schema,
    words: relations.find((known) => known.schema === schema)?.words ?? schema,
    payments: null,
    caseMinor: null,
    firstDay: null,
    lastDay: null,
    statements: [...new Set(said.flatMap(({ source, target }) => [source, target]))].slice(0, 2 * shownPayments),
  }));
}
