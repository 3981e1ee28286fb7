import { formatMoney, schemata, type EntityId } from "../model/index.ts";
import { bigInteger, entityId, nullable, sql, text } from "../store/index.ts";
import { closedAmong } from "./closed-contacts.ts";
import type { Reader } from "./reader.ts";

/**
 * What canonical entities are called where they are shown: the name that most hand-overs give, Latin letters first and
 * the best name in another script in brackets; accounts by their number. Ids without any name stay as they are; a closed
 * contact of a phone is called nothing else.
 */
export async function captionsOf(reader: Reader, canonicalIds: readonly string[]): Promise<Map<string, string>> {
  const captions = await namesOf(reader, canonicalIds);
  for (const id of await closedAmong(reader, canonicalIds)) captions.set(id, "a contact of a phone or mailbox, closed");
  return captions;
}

async function namesOf(reader: Reader, canonicalIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.database.rows(
    sql`
    with member as (
      select entity_id, canonical_id from ${reader.table("cluster")}
      where canonical_id in (select unnest(${[...new Set(canonicalIds)]}::varchar[]))),
    naming as (
      select canonical_id, value, regexp_matches(value, '[A-Za-z0-9]') as is_latin,
        min(case prop when 'name' then 0 when 'iban' then 1 when 'accountNumber' then 2 when 'alias' then 3 else 4 end) as priority,
        count(distinct dataset_no) as datasets
      from ${reader.table("statement")} join member using (entity_id)
      where prop in ('name', 'alias', 'weakAlias', 'iban', 'accountNumber', 'phone', 'email', 'registrationNumber', 'full')
      group by canonical_id, value),
    best as (
      select * from naming
      qualify row_number() over (partition by canonical_id, is_latin order by priority, datasets desc, length(value) desc, value) = 1)
    select canonical_id as id, string_agg(value, ' / ' order by is_latin desc, value) as caption,
    from best b
    where priority = (select min(priority) from best o where o.canonical_id = b.canonical_id)
    group by canonical_id order by canonical_id`,
    { id: text, caption: text },
  );
  const captions = new Map(rows.map((row) => [row.id, row.caption]));
  const nameless = [...new Set(canonicalIds)].filter((id) => !captions.has(id));
  for (const [id, caption] of await paymentCaptions(reader, nameless)) captions.set(id, caption);
  for (const [id, caption] of await holderCaptions(reader, nameless)) captions.set(id, caption);
  for (const [id, caption] of await edgeCaptions(reader, nameless)) captions.set(id, caption);
  return captions;
}

/** What mentions are called: by the entity that each is joined to; a closed contact is called nothing else. */
export const captionsOfMentions = (reader: Reader, entityIds: readonly string[]): Promise<Map<string, string>> =>
  ofMentions(reader, entityIds, captionsOf);

/** The same with the names of closed contacts: for whoever decides whether one is a held party. */
export const namesOfMentions = (reader: Reader, entityIds: readonly string[]): Promise<Map<string, string>> =>
  ofMentions(reader, entityIds, namesOf);

async function ofMentions(
  reader: Reader,
  entityIds: readonly string[],
  called: typeof captionsOf,
): Promise<Map<string, string>> {
  const rows = await reader.database.rows(
    sql`select entity_id as id, canonical_id as canonical from ${reader.table("cluster")}
      where entity_id in (select unnest(${[...new Set(entityIds)]}::varchar[])) order by entity_id`,
    { id: text, canonical: text },
  );
  const captions = await called(
    reader,
    rows.map((row) => row.canonical),
  );
  return new Map(rows.map((row) => [row.id, captions.get(row.canonical) ?? row.canonical]));
}

/** What mentions call themselves: their own name or number, not that of the entity they are joined to. */
export async function ownNames(reader: Reader, entityIds: readonly EntityId[]): Promise<Map<EntityId, string>> {
  const rows = await reader.database.rows(
    sql`select entity_id as id, value from ${reader.table("statement")}
      where entity_id in (select unnest(${[...new Set(entityIds)]}::varchar[])) and prop in ('name', 'iban', 'accountNumber', 'phone', 'email', 'full')
      qualify row_number() over (partition by entity_id order by prop = 'name' desc, length(value) desc, value, statement_id) = 1
      order by entity_id`,
    { id: entityId, value: text },
  );
  return new Map(rows.map((row) => [row.id, row.value]));
}

/** The first of the names that a caption holds, where one is enough. */
export const shortCaption = (caption: string): string => caption.split(" / ")[0] ?? caption;

/** Parties without a name are called by the account that they hold. */
async function holderCaptions(reader: Reader, ids: readonly string[]): Promise<[string, string][]> {
  if (ids.length === 0) return [];
  const rows = await reader.database.rows(
    sql`
    with held as (
      select c.canonical_id, asset.value as account_id
      from ${reader.table("cluster")} c
      join ${reader.table("statement")} owner on owner.prop = 'owner' and owner.value = c.entity_id
      join ${reader.table("statement")} asset on asset.prop = 'asset' and asset.entity_id = owner.entity_id
      where c.canonical_id in (select unnest(${ids}::varchar[])))
    select canonical_id as id, min(s.value) as number
    from held join ${reader.table("statement")} s on s.entity_id = account_id and s.prop in ('iban', 'accountNumber')
    group by canonical_id order by canonical_id`,
    { id: text, number: text },
  );
  return rows.map((row) => [row.id, `the holder of account ${row.number}`]);
}

/** Edges between two parties are called by both: "ownership of A by B" where one is held, else "directorship, A and B". */
async function edgeCaptions(reader: Reader, ids: readonly string[]): Promise<[string, string][]> {
  const edges = ids.filter((id) => id.startsWith("edge-"));
  if (edges.length === 0) return [];
  const rows = await reader.database.rows(
    sql`
    with said as (
      select canonical_id, min(s.entity_id) as entity_id
      from ${reader.table("finding")} join ${reader.table("finding_statement")} fs using (finding_id)
      join ${reader.table("statement")} s on s.statement_id = fs.statement_id
      where canonical_id in (select unnest(${edges}::varchar[])) and fs.stance = 'supports' group by canonical_id),
    end_of as (
      select unnest(${edgeSchemata.map(({ schema }) => schema)}) as schema,
        unnest(${edgeSchemata.map(({ source }) => source)}) as source, unnest(${edgeSchemata.map(({ target }) => target)}) as target)
    select said.canonical_id as id, min(e.schema) as schema,
      coalesce(min(e.value) filter (where prop = source), '') as source, coalesce(min(e.value) filter (where prop = target), '') as target
    from said join ${reader.table("statement")} e using (entity_id) join end_of using (schema)
    group by said.canonical_id order by said.canonical_id`,
    { id: text, schema: text, source: text, target: text },
  );
  const parties = await captionsOfMentions(
    reader,
    rows.flatMap((row) => [row.source, row.target]),
  );
  return rows.map((row) => {
    const [source, target] = [row.source, row.target].map((end) =>
      shortCaption(parties.get(end) ?? "an unnamed party"),
    );
    const kind = row.schema.toLowerCase();
    return [
      row.id,
      row.schema === "Ownership" ? `${kind} of ${target} by ${source}` : `${kind}, ${source} and ${target}`,
    ];
  });
}

const edgeSchemata = Object.entries(schemata).flatMap(([schema, { edge }]) => (edge ? [{ schema, ...edge }] : []));

/** Payments are called by their amount, day and ends. */
async function paymentCaptions(reader: Reader, ids: readonly string[]): Promise<[string, string][]> {
  if (ids.length === 0) return [];
  const flows = await reader.database.rows(
    sql`select payment_id as id, payer_id as payer, payee_id as payee, amount_minor as minor, currency, value_from as day
      from ${reader.table("flow")} where payment_id in (select unnest(${ids}::varchar[])) order by payment_id, payer_id, payee_id`,
    { id: text, payer: text, payee: text, minor: bigInteger, currency: text, day: nullable(text) },
  );
  if (flows.length === 0) return [];
  const parties = await captionsOf(
    reader,
    flows.flatMap((flow) => [flow.payer, flow.payee]),
  );
  return flows.map((flow) => {
    const [payer, payee] = [flow.payer, flow.payee].map((id) => shortCaption(parties.get(id) ?? "an unnamed party"));
    return [
      flow.id,
      `payment of ${formatMoney(flow.minor, flow.currency)}${flow.day === null ? "" : ` on ${flow.day}`} from ${payer} to ${payee}`,
    ];
  });
}
