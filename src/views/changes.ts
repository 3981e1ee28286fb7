import { canonicalId, integer, nullable, sql, text } from "../store/index.ts";
import type { FindingLine } from "./findings.ts";
import { findingLines } from "./findings.ts";
import type { Reader } from "./reader.ts";

/** What one hand-over changed in what the case holds. */
export interface Changes {
  readonly dataset: string;
  readonly handOverNo: number;
  /** Values said before by another, which this hand-over's source now says too, independently. */
  readonly confirmed: number;
  readonly contradicted: number;
  readonly notHeldBefore: number;
  /** Entities of this hand-over that were joined to entities of others. */
  readonly joined: number;
  /** Members of the advised block set that no earlier hand-over's payments show. */
  readonly newChokepoints: readonly string[];
  /** Some findings that it made, contradicted first. */
  readonly findings: readonly FindingLine[];
}

/** The latest hand-over that is no list; undefined in a case without one. */
export async function latestHandOver(reader: Reader): Promise<string | undefined> {
  const [latest] = await reader.database.rows(
    sql`select dataset from ${reader.table("dataset")} where series is null order by hand_over_no desc, dataset limit 1`,
    { dataset: text },
  );
  return latest?.dataset;
}

/** What a hand-over changed; undefined if the case has none of that name. */
export async function changesOf(reader: Reader, dataset: string, limit: number): Promise<Changes | undefined> {
  const [found] = await reader.database.rows(
    sql`select dataset_no as no, hand_over_no as "handOverNo" from ${reader.table("dataset")} where dataset = ${dataset}`,
    { no: integer, handOverNo: integer },
  );
  if (!found) return undefined;
  return {
    dataset,
    handOverNo: found.handOverNo,
    ...(await countChanges(reader, found.no, found.handOverNo)),
    newChokepoints: await newChokepoints(reader, found.no),
    findings: await changedFindings(reader, found.no, limit),
  };
}

const countChanges = (reader: Reader, datasetNo: number, handOverNo: number) =>
  reader.database.row(
    sql`
    with own as (
      select distinct fs.finding_id, fs.stance from ${reader.table("finding_statement")} fs
      join ${reader.table("statement")} s using (statement_id) where s.dataset_no = ${datasetNo})
    select
      count(distinct f.finding_id) filter (where f.verdict = 'corroborated' and f.first_hand_over < ${handOverNo}) as confirmed,
      count(distinct f.finding_id) filter (where f.verdict = 'contradicted') as contradicted,
      count(distinct f.finding_id) filter (where f.first_hand_over = ${handOverNo}) as "notHeldBefore",
      (select count(distinct c.entity_id) from ${reader.table("cluster")} c
        join ${reader.table("statement")} s using (entity_id)
        where s.dataset_no = ${datasetNo} and exists (
          select 1 from ${reader.table("cluster")} o join ${reader.table("statement")} os on os.entity_id = o.entity_id
          where o.canonical_id = c.canonical_id and o.entity_id <> c.entity_id and os.dataset_no <> ${datasetNo})) as joined
    from own join ${reader.table("finding")} f using (finding_id)`,
    { confirmed: integer, contradicted: integer, notHeldBefore: integer, joined: integer },
  );

/** Members of the advised set all of whose payments stand in this hand-over alone. */
async function newChokepoints(reader: Reader, datasetNo: number): Promise<string[]> {
  const rows = await reader.database.rows(
    sql`
    with advised as (
      select unnest(members) as id from (select members from ${reader.table("block_set")} order by budget desc, rho_quarters, block_set_id limit 1)),
    touching as (
      select a.id, f.payment_id from advised a join ${reader.table("flow")} f on f.payer_id = a.id or f.payee_id = a.id),
    elsewhere as (
      select distinct p.payment_id from ${reader.table("payment")} p join ${reader.table("statement")} s using (entity_id)
      where s.dataset_no <> ${datasetNo})
    select t.id, max(e.payment_id) as other from touching t left join elsewhere e using (payment_id)
    group by t.id having max(e.payment_id) is null order by t.id`,
    { id: text, other: nullable(text) },
  );
  return rows.map((row) => row.id);
}

async function changedFindings(reader: Reader, datasetNo: number, limit: number): Promise<FindingLine[]> {
  const rows = await reader.database.rows(
    sql`
    select f.canonical_id as id, f.verdict
    from ${reader.table("finding")} f
    where f.finding_id in (
      select fs.finding_id from ${reader.table("finding_statement")} fs join ${reader.table("statement")} s using (statement_id)
      where s.dataset_no = ${datasetNo})
      and f.verdict in ('contradicted', 'corroborated')
    group by f.canonical_id, f.verdict
    order by f.verdict = 'contradicted' desc, f.canonical_id, f.verdict limit ${limit}`,
    { id: canonicalId, verdict: text },
  );
  const lines: FindingLine[] = [];
  for (const row of rows)
    lines.push(...(await findingLines(reader, { entity: row.id, verdict: row.verdict, offset: 0, limit: 3 })));
  return lines.slice(0, limit);
}
