import { groupBy } from "../../base/index.ts";
import type { Database, TableName } from "../../store/index.ts";
import { readMemberFacts } from "../answer/member-facts.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { readPayments, tickOfDay } from "../trace/read-payments.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import { readStatedBalances, type AccountBalance, type StatedBalances } from "./stated-balances.ts";

/** What a freeze of one holder would hold at a day, as far as the case tells. Amounts in minor units of the case currency. */
export interface Freezable {
  readonly holderId: string;
  /** Accounts that he is said to hold, and of how many a balance is stated. */
  readonly accounts: number;
  readonly accountsStated: number;
  /** The sum of the latest stated balances: the least and the most where books differ. */
  readonly statedLeast: number;
  readonly statedMost: number;
  /** What must lie with him if every payment of his was seen: what came in less what went out, from the least opening that explains his payments. */
  readonly leastSeen: number;
  /** Public lists on which he stands. */
  readonly lists: readonly string[];
  readonly statements: readonly string[];
}

/** Where the money lies at a day, most first, and what is not known. */
export interface FreezeAnswer {
  readonly at: string;
  readonly holders: readonly Freezable[];
  /** All accounts of the case; those without a stated balance; those of which no one holder is said. */
  readonly accounts: number;
  readonly accountsUnknown: number;
  readonly accountsWithoutHolder: number;
  /** What is stated to lie in these, at most. */
  readonly statedWithoutHolder: number;
  readonly unused: StatedBalances["unused"];
  /** Payments without a day or a rate, in no seen balance. */
  readonly paymentsOutside: number;
}

/**
 * Says where most money lies that a freeze would hold: by holder, the balances that books state, and what the seen
 * payments leave at least. The two are two views of one stock and are never added.
 */
export async function findFreezable(
  source: { readonly database: Database; table(name: FreezeTable): TableName },
  { at, currency }: { readonly at: string; readonly currency: string },
): Promise<FreezeAnswer | { readonly refusal: string }> {
  const { database, table } = source;
  const tables = { statement: table("statement"), cluster: table("cluster"), rate: table("rate") };
  const { accounts, unused } = await readStatedBalances(database, tables, { at, currency });
  const read = await readPayments(database, table("flow"), { toTheDay: false });
  if (!read.ok) return { refusal: read.fault };
  const seen = balancesAt(read.value.payments, tickOfDay(at));
  const byHolder = groupBy(
    accounts.filter(({ holderId }) => holderId !== null),
    ({ holderId }) => holderId ?? "",
  );
  const ids = [...new Set([...byHolder.keys(), ...seen.keys()])].toSorted();
  const facts = await readMemberFacts(database, { ...tables, dataset: table("dataset") }, ids);
  const holders = ids.map((holderId) =>
    freezableOf(holderId, byHolder.get(holderId) ?? [], { seen, lists: facts.get(holderId)?.lists ?? [] }),
  );
  return {
    at,
    holders: holders
      .filter(({ statedMost, leastSeen }) => statedMost > 0 || leastSeen > 0)
      .toSorted((left, right) => right.statedMost - left.statedMost || right.leastSeen - left.leastSeen),
    accounts: accounts.length,
    accountsUnknown: accounts.filter(({ leastMinor }) => leastMinor === null).length,
    accountsWithoutHolder: accounts.filter(({ holderId }) => holderId === null).length,
    statedWithoutHolder: accounts
      .filter(({ holderId }) => holderId === null)
      .reduce((total, { mostMinor }) => total + (mostMinor ?? 0), 0),
    unused,
    paymentsOutside: read.value.withoutDate + read.value.withoutRate,
  };
}

/** The tables that a freeze is read from. */
export type FreezeTable = "statement" | "cluster" | "rate" | "flow" | "dataset";

function freezableOf(
  holderId: string,
  accounts: readonly AccountBalance[],
  { seen, lists }: { readonly seen: ReadonlyMap<string, number>; readonly lists: readonly string[] },
): Freezable {
  const sum = (amounts: readonly (number | null)[]): number =>
    amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  return {
    holderId,
    accounts: accounts.length,
    accountsStated: accounts.filter(({ leastMinor }) => leastMinor !== null).length,
    statedLeast: sum(accounts.map(({ leastMinor }) => leastMinor)),
    statedMost: sum(accounts.map(({ mostMinor }) => mostMinor)),
    leastSeen: seen.get(holderId) ?? 0,
    lists,
    statements: accounts.flatMap(({ statements }) => statements),
  };
}

/** What lies with each party after the payments up to a tick, from the least opening that explains them. */
export function balancesAt(
  { nodeIds, payers, payees, amountsMinor, ticks }: TimedPayments,
  until: number,
): Map<string, number> {
  const now = new Float64Array(nodeIds.length);
  const lowest = new Float64Array(nodeIds.length);
  for (let payment = 0; payment < payers.length && intAt(ticks, payment) <= until; payment += 1) {
    const [payer, payee] = [intAt(payers, payment), intAt(payees, payment)];
    const amount = numberAt(amountsMinor, payment);
    now[payer] = numberAt(now, payer) - amount;
    lowest[payer] = Math.min(numberAt(lowest, payer), numberAt(now, payer));
    now[payee] = numberAt(now, payee) + amount;
  }
  return new Map(nodeIds.map((id, node) => [id, numberAt(now, node) - numberAt(lowest, node)]));
}
