import type { Random } from "../kit/random.ts";
import { makeAccounts } from "./accounts.ts";
import { makeBanks } from "./banks.ts";
import { makeChannels } from "./channels.ts";
import { makeCompanies } from "./companies.ts";
import { makePayments } from "./payments.ts";
import { makePeople } from "./people.ts";
import { makeRates } from "./rates.ts";
import type { Account, Layer, Payment, World } from "./types.ts";

/** Couriers and private collectors, per unit of size. */
const PRIVATE = { courier: 5, collector: 2 } as const;

/** Makes the whole true world of one seed and size. */
export const makeWorld = (random: Random, size: number, noise: number): World => {
  const people = makePeople(random.fork("people"), size);
  const companies = makeCompanies(random.fork("companies"), size, people);
  const banks = makeBanks(random.fork("banks"), size);
  const layers = new Map<string, Layer>(companies.map(({ id, layer }) => [id, layer]));
  const chosen = random.fork("private").sample(people, (PRIVATE.courier + PRIVATE.collector) * size);
  for (const [index, { id }] of chosen.entries())
    layers.set(id, index < PRIVATE.courier * size ? "courier" : "collector");
  const rates = makeRates(random.fork("rates"));
  const accounts = makeAccounts(random.fork("accounts"), layers, banks, size);
  const channels = makeChannels(random.fork("channels"), layers, size);
  const payments = makePayments(random.fork("payments"), channels, accounts, { rates, noise });
  return {
    size,
    people,
    companies,
    banks,
    accounts: withOpenings(random.fork("openings"), accounts, payments, rates),
    payments,
    rates,
    layers,
    hub: channels.hub,
  };
};

/** Movements of one account in day order, in the account's currency. */
export const movementsOf = (
  accounts: readonly Account[],
  payments: readonly Payment[],
  rates: World["rates"],
): Map<string, number[]> => {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const movements = new Map<string, number[]>(accounts.map(({ id }) => [id, []]));
  for (const { payerAccount, beneficiaryAccount, amountMinor, currency, day } of payments) {
    if (payerAccount !== undefined) movements.get(payerAccount)?.push(-amountMinor);
    if (beneficiaryAccount === undefined) continue;
    const own = byId.get(beneficiaryAccount)?.currency ?? currency;
    const credited = own === currency ? amountMinor : rates.fromUsd(rates.toUsd(amountMinor, currency, day), own, day);
    movements.get(beneficiaryAccount)?.push(credited);
  }
  return movements;
};

/** No account ever falls below zero: it opens with what its deepest day needs, and something on top. */
const withOpenings = (
  random: Random,
  accounts: readonly Account[],
  payments: readonly Payment[],
  rates: World["rates"],
): Account[] => {
  const movements = movementsOf(accounts, payments, rates);
  return accounts.map((account) => {
    let balance = 0;
    let deepest = 0;
    for (const movement of movements.get(account.id) ?? []) deepest = Math.min(deepest, (balance += movement));
    return { ...account, openingMinor: Math.ceil(-deepest / 100_000) * 100_000 + random.between(0, 400) * 10_000 };
  });
};
