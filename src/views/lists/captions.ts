import { makeUnpackedTable, sql, type Sql, type TableName } from "../../store/index.ts";
import { closedBystanders } from "../closed-contacts.ts";
import type { Reader } from "../reader.ts";

/** Makes caption(id, caption, lang, entity_schema, is_closed): what every canonical entity is called in lists, by the rule of `captionsOf`. */
export async function makeCaptions(reader: Reader, into: TableName): Promise<void> {
  const query = sql`
    with naming as (
      select canonical_id, value, regexp_matches(value, '[A-Za-z0-9]') as is_latin,
        min(case prop when 'name' then 0 when 'iban' then 1 when 'accountNumber' then 2 when 'alias' then 3 else 4 end) as priority,
        count(distinct dataset_no) as datasets, min(lang) as lang, min(schema) as schema
      from ${reader.table("statement")} join ${reader.table("cluster")} using (entity_id)
      where prop in ('name', 'alias', 'weakAlias', 'iban', 'accountNumber', 'phone', 'email', 'registrationNumber', 'full')
      group by canonical_id, value),
    best as (
      select *, min(priority) over (partition by canonical_id) as least from naming
      qualify row_number() over (partition by canonical_id, is_latin order by priority, datasets desc, length(value) desc, value) = 1),
    named as (
      select canonical_id, string_agg(value, ' / ' order by is_latin desc, value) as caption,
        case when count(*) = 1 then min(lang) end as lang, min(schema) as schema
      from best where priority = least group by canonical_id),
    closed as (
      select distinct canonical_id from ${reader.table("cluster")} where entity_id in (${closedBystanders(reader)}))
    select c.canonical_id as id,
      case when closed.canonical_id is not null then 'a contact of a phone or mailbox, closed'
        else coalesce(named.caption, 'the holder of account ' || holder.number, c.canonical_id) end as caption,
      case when closed.canonical_id is null then named.lang end as lang, named.schema as entity_schema,
      closed.canonical_id is not null as is_closed
    from (select distinct canonical_id from ${reader.table("cluster")}) c
    left join named using (canonical_id) left join closed using (canonical_id) left join (${holders(reader)}) holder using (canonical_id)`;
  await makeUnpackedTable(reader.database, into, query);
}

/** holder(canonical_id, number): an account that each party holds. */
const holders = (reader: Reader): Sql => sql`
  select c.canonical_id, min(number.value) as number
  from ${reader.table("statement")} owner
  join ${reader.table("cluster")} c on c.entity_id = owner.value
  join ${reader.table("statement")} asset on asset.prop = 'asset' and asset.entity_id = owner.entity_id
  join ${reader.table("statement")} number on number.entity_id = asset.value and number.prop in ('iban', 'accountNumber')
  where owner.prop = 'owner' group by c.canonical_id`;

/** A caption's first name, where two stand side by side. */
export const shortOf = (caption: Sql): Sql => sql`split_part(coalesce(${caption}, 'an unnamed party'), ' / ', 1)`;
