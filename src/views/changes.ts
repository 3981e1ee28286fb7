import { findingId, integer, sql, text, type Sql } from "../store/index.ts";
import { advisedMembers } from "./chokepoints.ts";
import type { FindingLine } from "./findings.ts";
import { findingLinesByIds } from "./findings.ts";
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

/** latest(dataset): the latest hand-over that is no list. */
export const latestHandOverName = (reader: Reader): Sql => sql`
  select dataset from ${reader.table("dataset")} where series is null order by hand_over_no desc, dataset limit 1`;

/** The latest hand-over that is no list; undefined in a case without one. */
export async function latestHandOver(reader: Reader): Promise<string | undefined> {
  const [latest] = await reader.database.rows(latestHandOverName(reader), { dataset: text });
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
    newChokepoints: await newChokepoints(reader, found.no, found.handOverNo),
    findings: await changedFindings(reader, { datasetNo: found.no, handOverNo: found.handOverNo }, limit),
  };
}

/** The findings to which this hand-over adds a root that no earlier one had, where an earlier one had another. */
const confirmedBy = (reader: Reader, datasetNo: number, handOverNo: number): Sql => sql`
  select finding_id from (
    select fs.finding_id, fs.root_id, bool_or(dataset_no = ${datasetNo}) as is_own, bool_or(d.hand_over_no < ${handOverNo}) as is_earlier
    from ${reader.table("finding_statement")} fs join ${reader.table("dataset")} d using (dataset_no)
    where fs.stance = 'supports' and fs.root_id is not null group by fs.finding_id, fs.root_id)
  join ${reader.table("finding")} using (finding_id)
  where verdict = 'corroborated'
  group by finding_id having bool_or(is_own and not is_earlier) and bool_or(is_earlier)`;

const countChanges = (reader: Reader, datasetNo: number, handOverNo: number) =>
  reader.database.row(
    sql`
    with own as (
      select distinct finding_id from ${reader.table("finding_statement")} where dataset_no = ${datasetNo})
    select
      (select count(*) from (${confirmedBy(reader, datasetNo, handOverNo)})) as confirmed,
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

/** Members of the advised set that this hand-over's payments show and no earlier hand-over's do. */
async function newChokepoints(reader: Reader, datasetNo: number, handOverNo: number): Promise<string[]> {
  const rows = await reader.database.rows(
    sql`
    with advised as (select unnest(members) as id from (${advisedMembers(reader)})),
    shown as (
      select distinct a.id, d.dataset_no, d.hand_over_no
      from advised a join ${reader.table("flow")} f on f.payer_id = a.id or f.payee_id = a.id
      join ${reader.table("payment")} p using (payment_id) join ${reader.table("dataset")} d using (dataset_no))
    select id from shown group by id
    having bool_or(dataset_no = ${datasetNo}) and min(hand_over_no) = ${handOverNo} order by id`,
    { id: text },
  );
  return rows.map((row) => row.id);
}

/** Findings that rest on this hand-over: contradicted first, people and firms before payments, large payments first. */
async function changedFindings(
  reader: Reader,
  handOver: { readonly datasetNo: number; readonly handOverNo: number },
  limit: number,
): Promise<FindingLine[]> {
  const rows = await reader.database.rows(
    sql`
    select finding_id as id from ${reader.table("finding")}
    left join (select payment_id, max(case_minor) as minor from ${reader.table("flow")} group by payment_id) on payment_id = canonical_id
    where finding_id in (
      select finding_id from ${reader.table("finding_statement")} where dataset_no = ${handOver.datasetNo})
      and (verdict = 'contradicted' or finding_id in (${confirmedBy(reader, handOver.datasetNo, handOver.handOverNo)}))
    order by verdict = 'contradicted' desc, schema = 'Payment', minor desc nulls last, schema, prop, canonical_id, finding_id
    limit ${limit}`,
    { id: findingId },
  );
  const lines = new Map(
    (
      await findingLinesByIds(
        reader,
        rows.map((row) => row.id),
      )
    ).map((line) => [line.findingId, line]),
  );
  return rows.flatMap((row) => lines.get(row.id) ?? []);
}
