import { at, get } from "../kit/at.ts";
import { CURRENCIES, type Currency } from "../kit/money.ts";
import type { Random } from "../kit/random.ts";
import { accountNumber } from "./account-numbers.ts";
import type { Account, Bank, Layer } from "./types.ts";

/** 180 accounts per unit of size: each layer holds more the nearer it stands to the middle; the opening balance is filled in when the payments are known. */
export const makeAccounts = (
  random: Random,
  layers: ReadonlyMap<string, Layer>,
  banks: readonly Bank[],
  size: number,
): Account[] => {
  const holders = holdersFor(random, layers, 180 * size);
  const numbers = new Set<string>();
  return holders.map((holder, index) => {
    const bank = bankFor(random, get(layers, holder), banks);
    const currency = currencyFor(random, bank.country);
    let number = accountNumber(random, bank, currency);
    while (numbers.has(number)) number = accountNumber(random, bank, currency);
    numbers.add(number);
    return { id: `a${String(index + 1).padStart(4, "0")}`, bank: bank.id, holder, currency, number, openingMinor: 0 };
  });
};

const WEIGHTS: Readonly<Record<Layer, number>> = {
  earner: 1,
  collector: 3,
  front: 3,
  settlement: 5,
  procurement: 2,
  courier: 0,
  treasury: 3,
  trade: 1,
};

/** Everybody who is paid through a bank holds one account; the rest of the accounts goes by weight. */
const holdersFor = (random: Random, layers: ReadonlyMap<string, Layer>, count: number): string[] => {
  const entries = [...layers].filter(([, layer]) => layer !== "courier");
  const holders = entries.map(([id]) => id);
  const weighted = entries.map(([id, layer]) => [id, WEIGHTS[layer]] as const);
  const cumulated: number[] = [];
  let sum = 0;
  for (const [, weight] of weighted) cumulated.push((sum += weight));
  while (holders.length < count) holders.push(at(weighted, lowerBound(cumulated, random.unit() * sum))[0]);
  return holders.slice(0, Math.max(count, entries.length));
};

const lowerBound = (sorted: readonly number[], value: number): number => {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const bankFor = (random: Random, layer: Layer, banks: readonly Bank[]): Bank => {
  for (;;) {
    const bank = random.pick(banks);
    if (layer === "treasury" || bank.country !== "KP") return bank;
  }
};

const HOME: Readonly<Record<string, Currency>> = { CN: "CNY", HK: "HKD", RU: "RUB", AE: "AED", CY: "EUR", LV: "EUR" };

const currencyFor = (random: Random, country: string): Currency => {
  const home = HOME[country];
  if (home !== undefined && random.chance(0.55)) return home;
  return random.chance(0.75) ? "USD" : random.pick(CURRENCIES);
};
