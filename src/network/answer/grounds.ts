import { integer, makeTable, nullable, sql, text, textList, type Sql, type TableName } from "../../store/index.ts";
import { relations, relationTable } from "../routes/relation-table.ts";
import type { BlockSource } from "./write-rows.ts";

/** By whom a node could be acted on, and on what ground it could be proposed: what is recorded, not what the law says. */
export interface NodeGrounds {
  readonly id: string;
  /** Countries in which it is recorded to stand, ISO 3166 in small letters. */
  readonly levers: readonly Lever[];
  /** Relations first, best supported first; then payments, most money first. */
  readonly grounds: readonly Ground[];
}

/** One country; its authorities are in reach where the question names none or names it. */
export interface Lever {
  readonly country: string;
  readonly isInReach: boolean;
  readonly statements: readonly string[];
}

/** What ties a node to somebody on a public list. */
export interface Ground {
  readonly kind: "relation" | "payments";
  readonly fromId: string;
  readonly toId: string;
  /** From the one to the other: "is a director of", "paid". */
  readonly words: string;
  /** The one of the two who is listed, and on which lists. */
  readonly listedId: string;
  readonly lists: readonly string[];
  /** How many independent sources say a relation; null for payments, and where evidence is withheld. */
  readonly roots: number | null;
  readonly payments: number | null;
  /** Of payments that have a rate, minor units of the case currency. */
  readonly caseMinor: string | null;
  readonly statements: readonly string[];
}

/** Looks up the levers and grounds of nodes, by canonical id, in the evidence that a question rests on. */
export async function readGrounds(
  source: BlockSource,
  { reach, withhold }: { readonly reach: readonly string[]; readonly withhold: readonly string[] },
  ids: readonly string[],
): Promise<NodeGrounds[]> {
  const listed = await makeTable(source.database, "ground_listed", listedTable(source));
  const levers = await source.database.rows(leverQuery(source, ids), {
    id: text,
    country: text,
    statements: textList,
  });
  const related = await readRelations(source, { listed, ids, countsRoots: withhold.length === 0 });
  const paid = await readPaid(source, listed, ids);
  return ids.map((id) => ({
    id,
    levers: levers
      .filter((each) => each.id === id)
      .map(({ country, statements }) => ({
        country,
        isInReach: reach.length === 0 || reach.includes(country),
        statements,
      })),
    grounds: [...related, ...paid].filter((each) => each.fromId === id || each.toId === id),
  }));
}

/** listed(id, lists): everybody who stands on a public list, and on which. */
const listedTable = ({ table }: BlockSource): Sql => sql`
  select canonical_id as id, list(distinct listed.dataset order by listed.dataset) as lists
  from ${table("statement")} join ${table("dataset")} as listed using (dataset_no) join ${table("cluster")} using (entity_id)
  where series is not null group by canonical_id`;

const leverQuery = ({ table }: BlockSource, ids: readonly string[]): Sql => sql`
  select canonical_id as id, lower(value) as country,
    list(distinct lower(hex(statement_id)) order by lower(hex(statement_id))) as statements
  from ${table("cluster")} join ${table("statement")} using (entity_id)
  where canonical_id in (select unnest(${ids}::varchar[])) and prop in ('country', 'mainCountry', 'jurisdiction')
  group by canonical_id, lower(value) order by canonical_id, country`;

async function readRelations(
  { database, table }: BlockSource,
  asked: { readonly listed: TableName; readonly ids: readonly string[]; readonly countsRoots: boolean },
): Promise<Ground[]> {
  const [statement, cluster] = [table("statement"), table("cluster")];
  const tables = { statement, cluster, finding: table("finding"), findingStatement: table("finding_statement") };
  const relation = await makeTable(database, "ground_relation", relationTable(tables));
  const rows = await database.rows(
    sql`
    with wanted as (select unnest(${asked.ids}::varchar[]) as id),
    tied as (
      select r.*, listed.id as listed_id, lists from ${relation} r join ${asked.listed} as listed
        on (source_id = listed.id and target_id in (select id from wanted)) or (target_id = listed.id and source_id in (select id from wanted))),
    said as (select schema, source_id, target_id, listed_id, unnest([source_statement, target_statement]) as statement_id from tied)
    select tied.schema, tied.source_id as "from", tied.target_id as "to", tied.listed_id as "listedId",
      min(tied.lists) as lists, max(roots) as roots,
      (select list(distinct lower(hex(statement_id)) order by lower(hex(statement_id))) from said
        where said.schema = tied.schema and said.source_id = tied.source_id and said.target_id = tied.target_id) as statements
    from tied group by tied.schema, tied.source_id, tied.target_id, tied.listed_id
    order by roots desc, "from", "to", tied.schema, "listedId"`,
    {
      schema: text,
      from: text,
      to: text,
      listedId: text,
      lists: textList,
      roots: integer,
      statements: textList,
    },
  );
  return rows.map(({ schema, from, to, roots, ...row }) => ({
    kind: "relation",
    fromId: from,
    toId: to,
    words: relations.find((each) => each.schema === schema)?.words ?? schema,
    roots: asked.countsRoots ? roots : null,
    payments: null,
    caseMinor: null,
    ...row,
  }));
}

async function readPaid(
  { database, table }: BlockSource,
  listed: TableName,
  ids: readonly string[],
): Promise<Ground[]> {
  const rows = await database.rows(
    sql`
    with wanted as (select unnest(${ids}::varchar[]) as id),
    tied as (
      select f.*, listed.id as listed_id, lists from ${table("flow")} f join ${listed} as listed
        on (payer_id = listed.id and payee_id in (select id from wanted)) or (payee_id = listed.id and payer_id in (select id from wanted))),
    cited as (
      select payer_id, payee_id, listed_id, list(distinct lower(hex(statement_id)) order by lower(hex(statement_id))) as statements
      from tied join ${table("payment")} using (payment_id) join ${table("statement")} using (entity_id)
      where prop = 'amount' group by payer_id, payee_id, listed_id)
    select payer_id as "from", payee_id as "to", listed_id as "listedId", min(lists) as lists, count(*) as payments,
      sum(case_minor)::hugeint::varchar as "caseMinor", coalesce(min(cited.statements), []) as statements
    from tied left join cited using (payer_id, payee_id, listed_id)
    group by payer_id, payee_id, listed_id
    order by coalesce(sum(case_minor), 0) desc, "from", "to", "listedId"`,
    {
      from: text,
      to: text,
      listedId: text,
      lists: textList,
      payments: integer,
      caseMinor: nullable(text),
      statements: textList,
    },
  );
  return rows.map(({ from, to, ...row }) => ({
    kind: "payments",
    fromId: from,
    toId: to,
    words: "paid",
    roots: null,
    ...row,
  }));
}
