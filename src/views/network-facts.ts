import { commonDescendant, isSchemaName } from "../model/index.ts";
import { boolean, integer, nullable, sql, text, textList, type Row, type Sql } from "../store/index.ts";
import { closedBystanders } from "./closed-contacts.ts";
import type { Reader } from "./reader.ts";

/** Which payments count in a picture: those whose dates lie within; null: all, dated or not. */
export type Days = readonly [first: string, last: string] | null;

const within = (days: Days): Sql =>
  days ? sql`(value_from >= ${days[0]}::date and value_to <= ${days[1]}::date)` : sql`true`;

const nodeShape = {
  id: text,
  inMinor: integer,
  outMinor: integer,
  payers: integer,
  payees: integer,
  payments: integer,
  roots: integer,
};

/** Canonical entities as nodes of a network of money: all that they were seen to be paid and to pay within the days, minor units, with how many; `roots`: of the best supported payment. */
export const networkNodes = (reader: Reader, ids: readonly string[], days: Days): Promise<Row<typeof nodeShape>[]> =>
  reader.database.rows(
    sql`
    with wanted as (select distinct unnest(${ids}::varchar[]) as id),
    side as (
      select payer_id as id, payee_id as other, case_minor, roots_least, true as is_out from ${reader.table("flow")} where ${within(days)}
      union all
      select payee_id, payer_id, case_minor, roots_least, false from ${reader.table("flow")} where ${within(days)})
    select id, coalesce(sum(case_minor) filter (where not is_out), 0)::hugeint as "inMinor",
      coalesce(sum(case_minor) filter (where is_out), 0)::hugeint as "outMinor",
      count(distinct other) filter (where not is_out) as payers, count(distinct other) filter (where is_out) as payees,
      count(*) as payments, max(roots_least) as roots
    from side semi join wanted using (id) where id <> other group by id order by id`,
    nodeShape,
  );

/** What a canonical entity is. */
export interface NetworkKind {
  readonly schema: string;
  readonly isBank: boolean;
  readonly lists: readonly string[];
}

/** What each canonical entity is, by FollowTheMoney's type, whether it is recorded as a bank, and the public lists that name it. */
export async function networkKinds(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, NetworkKind>> {
  const rows = await reader.database.rows(
    sql`
    select canonical_id as id, list(distinct schema order by schema) as schemata,
      coalesce(list(distinct dataset order by dataset) filter (where series is not null), []) as lists,
      bool_or((prop = 'topics' and value = 'fin.bank') or (prop = 'swiftBic' and schema <> 'BankAccount')) as "isBank"
    from ${reader.table("cluster")} join ${reader.table("statement")} using (entity_id)
    join ${reader.table("dataset")} using (dataset_no)
    where canonical_id in (select unnest(${ids}::varchar[])) group by canonical_id order by canonical_id`,
    { id: text, schemata: textList, lists: textList, isBank: boolean },
  );
  return new Map(
    rows.map(({ id, schemata, lists, isBank }) => {
      const known = schemata.filter((schema) => isSchemaName(schema));
      return [id, { schema: commonDescendant(known) ?? known[0] ?? "Thing", isBank, lists }];
    }),
  );
}

const channelShape = {
  payer: text,
  payee: text,
  minor: integer,
  payments: integer,
  withoutRate: integer,
  firstDay: nullable(text),
  lastDay: nullable(text),
  rootsLeast: integer,
  rootsMost: integer,
};

const channelFacts: Sql = sql`count(*) as payments,
  count(*) filter (where case_minor is null) as "withoutRate", min(value_from)::varchar as "firstDay",
  max(value_to)::varchar as "lastDay", min(roots_least) as "rootsLeast", max(roots_least) as "rootsMost"`;
const channelColumns: Sql = sql`
  payer_id as payer, payee_id as payee, coalesce(sum(case_minor), 0)::hugeint as minor, ${channelFacts}`;

/** All payments of one payer to one payee; `minor`: in the case currency, of those that have a rate. */
export type ChannelLine = Row<typeof channelShape>;

/** The channels between any two of these canonical entities, by payer and payee. */
export const channelsAmong = (reader: Reader, ids: readonly string[], days: Days): Promise<ChannelLine[]> =>
  reader.database.rows(
    sql`
    with wanted as materialized (select distinct unnest(${ids}::varchar[]) as id)
    select ${channelColumns} from ${reader.table("flow")}
    where payer_id in (select id from wanted) and payee_id in (select id from wanted) and payer_id <> payee_id and ${within(days)}
    group by payer_id, payee_id order by payer_id, payee_id`,
    channelShape,
  );

/**
 * What is known of channels that are told as one, by the number that they have together: dates, payments, sources. The money is
 * with whoever put them together.
 */
export async function channelsTogether(
  reader: Reader,
  pairs: readonly { readonly payer: string; readonly payee: string; readonly channel: number }[],
  days: Days,
): Promise<ReadonlyMap<number, Omit<ChannelLine, "payer" | "payee" | "minor">>> {
  const { payer: _payer, payee: _payee, minor: _minor, ...shape } = channelShape;
  const rows = await reader.database.rows(
    sql`
    with pair as materialized (
      select unnest(${pairs.map(({ payer }) => payer)}::varchar[]) as payer_id,
        unnest(${pairs.map(({ payee }) => payee)}::varchar[]) as payee_id,
        unnest(${pairs.map(({ channel }) => channel)}::integer[]) as channel)
    select channel, ${channelFacts} from ${reader.table("flow")} join pair using (payer_id, payee_id)
    where ${within(days)} group by channel order by channel`,
    { channel: integer, ...shape },
  );
  return new Map(rows.map(({ channel, ...facts }) => [channel, facts]));
}

/** The channels of one canonical entity with anybody else, largest first; closed contacts of phones are left out. */
export const channelsOf = (reader: Reader, id: string, days: Days): Promise<ChannelLine[]> =>
  reader.database.rows(
    sql`
    with closed as materialized (
      select distinct canonical_id as id from ${reader.table("cluster")} where entity_id in (${closedBystanders(reader)}))
    select ${channelColumns} from ${reader.table("flow")}
    where (payer_id = ${id} or payee_id = ${id}) and payer_id <> payee_id and ${within(days)}
      and payer_id not in (select id from closed) and payee_id not in (select id from closed)
    group by payer_id, payee_id order by minor desc, payer_id, payee_id`,
    channelShape,
  );

const paymentShape = {
  paymentId: text,
  minor: nullable(integer),
  amountMinor: integer,
  currency: text,
  firstDay: nullable(text),
  lastDay: nullable(text),
  roots: integer,
  statements: textList,
};

/** The payments of one payer to one payee, largest first, each with the statements of its amount. */
export const paymentsOfChannel = (
  reader: Reader,
  [payer, payee]: readonly [string, string],
  { days, limit }: { readonly days: Days; readonly limit: number },
): Promise<Row<typeof paymentShape>[]> =>
  reader.database.rows(
    sql`
    with paid as materialized (
      select * from ${reader.table("flow")} where payer_id = ${payer} and payee_id = ${payee} and ${within(days)}
      order by case_minor desc nulls last, payment_id limit ${limit}),
    cited as (
      select payment_id, list(distinct lower(hex(statement_id)) order by lower(hex(statement_id))) as statements
      from paid join ${reader.table("payment")} using (payment_id) join ${reader.table("statement")} using (entity_id)
      where prop = 'amount' group by payment_id)
    select payment_id as "paymentId", case_minor as minor, amount_minor as "amountMinor", currency,
      value_from::varchar as "firstDay", value_to::varchar as "lastDay", roots_least as roots,
      coalesce(statements, []) as statements
    from paid left join cited using (payment_id) order by case_minor desc nulls last, payment_id`,
    paymentShape,
  );

/** Money by month of its first possible day, minor units of the case currency; for a slider of time. */
export const moneyByMonth = (reader: Reader) =>
  reader.database.rows(
    sql`select strftime(value_from, '%Y-%m') as month, count(*) as payments, coalesce(sum(case_minor), 0)::hugeint as minor
      from ${reader.table("flow")} where value_from is not null group by 1 order by 1`,
    { month: text, payments: integer, minor: integer },
  );
