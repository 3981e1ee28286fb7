import { descendantsOf } from "../../model/index.ts";
import {
  integer,
  makeTable,
  nullable,
  sql,
  text,
  textList,
  type Database,
  type Sql,
  type TableName,
} from "../../store/index.ts";
import { makeCurrencyTable } from "../flow/currency-table.ts";
import { pricedTable } from "../flow/flow-table.ts";
import { holderTable, namedTable } from "../flow/holder-table.ts";

/** What stated balances are read from. */
export interface BalanceTables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly rate: TableName;
}

/** An account of the case: who holds it, and its latest stated balance on or before the day. */
export interface AccountBalance {
  readonly accountId: string;
  /** The one who is said to hold it; null: nobody is, or several named ones are. */
  readonly holderId: string | null;
  /** Of the latest day with a balance: the least and the most that books say, minor units of the case currency; null: none is stated, or it has no rate. */
  readonly leastMinor: number | null;
  readonly mostMinor: number | null;
  readonly day: string | null;
  readonly statements: readonly string[];
}

/** All accounts of a case, and the stated balances that could not be used. */
export interface StatedBalances {
  readonly accounts: readonly AccountBalance[];
  /** Balances of which no day is said, of a later day, without a rate, of several that one row gives, below nothing. */
  readonly unused: {
    readonly withoutDay: number;
    readonly later: number;
    readonly withoutRate: number;
    readonly several: number;
    readonly belowNothing: number;
  };
}

const accountSchemata = [...descendantsOf("BankAccount"), ...descendantsOf("CryptoWallet")];

/** Reads the balances that books state of accounts: of each account those of its latest day up to `at` (ISO). */
export async function readStatedBalances(
  database: Database,
  tables: BalanceTables,
  { at, currency }: { readonly at: string; readonly currency: string },
): Promise<StatedBalances> {
  const said = await makeTable(database, "network_balance_said", saidBalances(tables.statement));
  const currencies = await makeCurrencyTable(database, said);
  const named = await makeTable(database, "network_balance_named", namedTable(tables));
  const holder = await makeTable(database, "network_balance_holder", holderTable({ ...tables, named }));
  const dated = await makeTable(database, "network_balance_dated", datedBalances({ ...tables, said, currencies }));
  const usable = await makeTable(
    database,
    "network_balance_usable",
    sql`
    select * exclude (balances, days) from ${dated}
    where balances = 1 and days <= 1 and amount >= 0 and value_from <= ${at}::date`,
  );
  const priced = await makeTable(
    database,
    "network_balance",
    pricedTable({ dated: usable, rate: tables.rate, caseCurrency: currency }),
  );
  const accounts = await database.rows(accountBalances({ ...tables, priced, holder }), {
    accountId: text,
    holderId: nullable(text),
    leastMinor: nullable(integer),
    mostMinor: nullable(integer),
    day: nullable(text),
    statements: textList,
  });
  const unused = await database.row(
    sql`select count(*) filter (where value_from is null) as "withoutDay",
        count(*) filter (where value_from > ${at}::date) as later,
        (select count(*) from ${priced} where case_minor is null) as "withoutRate",
        count(*) filter (where balances > 1 or days > 1) as several,
        count(*) filter (where amount < 0 and value_from <= ${at}::date) as "belowNothing"
      from ${dated}`,
    { withoutDay: integer, later: integer, withoutRate: integer, several: integer, belowNothing: integer },
  );
  return { accounts, unused };
}

/** said(entity_id, balance, balances, days, amount, currency_text, day): what each row that names an account says of its balance. */
const saidBalances = (statement: TableName): Sql => sql`
  select entity_id, count(distinct value) filter (where prop = 'balance') as balances,
    count(distinct value) filter (where prop = 'balanceDate') as days,
    try_cast(min(value) filter (where prop = 'balance') as decimal(18, 4)) as amount,
    coalesce(nullif(trim(min(value) filter (where prop = 'currency')), ''), 'XXX') as currency_text,
    try_cast(left(min(value) filter (where prop = 'balanceDate' and length(value) >= 10), 10) as date) as day,
    min(statement_id) filter (where prop = 'balance') as statement_id
  from ${statement}
  where schema in (select unnest(${accountSchemata})) and prop in ('balance', 'balanceDate', 'currency')
  group by entity_id having balances > 0`;

/** In the form in which amounts are priced: the account stands for the payer, the statement for the payment. */
const datedBalances = (tables: {
  readonly said: TableName;
  readonly currencies: TableName;
  readonly cluster: TableName;
}): Sql => sql`
  select lower(hex(statement_id)) as payment_id, canonical_id as payer_id, entity_id as payee_id, amount, currency, per_unit,
    day as value_from, day as value_to, balances, days
  from ${tables.said} join ${tables.currencies} using (currency_text) join ${tables.cluster} using (entity_id)
  where amount is not null`;

const accountBalances = (tables: {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly priced: TableName;
  readonly holder: TableName;
}): Sql => sql`
  with account as (
    select distinct canonical_id as account_id
    from (select distinct entity_id from ${tables.statement} where schema in (select unnest(${accountSchemata})))
    join ${tables.cluster} using (entity_id)),
  latest as (
    select * from ${tables.priced} where case_minor is not null
    qualify value_from = max(value_from) over (partition by payer_id)),
  told as (
    select payer_id as account_id, min(case_minor) as least, max(case_minor) as most, min(value_from)::varchar as day,
      list(payment_id order by payment_id) as statements
    from latest group by payer_id)
  select account_id as "accountId", holder_id as "holderId", least as "leastMinor", most as "mostMinor", day,
    coalesce(statements, []) as statements
  from account left join told using (account_id) left join ${tables.holder} using (account_id) order by account_id`;
