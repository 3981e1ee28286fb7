import { at, get, push } from "../kit/at.ts";
import { type Day, workingDay } from "../kit/days.ts";
import type { Random } from "../kit/random.ts";
import type { Channels } from "./channels.ts";
import { FIRST_DAY, LAST_DAY } from "./rates.ts";
import type { Account, Payment, Rates } from "./types.ts";

const PAYMENT_COUNT = 3000;

/** Shares of the true payments; the pairs alike in everything are noise, of level 1. */
const PAYMENT_SHARES = { roundTrips: 0.08, alike: 0.01, tradeCount: 0.2, tradeMoney: 0.2 } as const;

/** Pairs of payments of one amount on one day between different parties, per unit of size. */
const EQUAL_EACH = 12;

type Draft = Omit<Payment, "id">;

/** Draws 3,000 payments per unit of size: waves of money through the five layers, round trips, ordinary trade, and a few pairs alike in everything. */
export const makePayments = (
  random: Random,
  channels: Channels,
  accounts: readonly Account[],
  { rates, noise }: { rates: Rates; noise: number },
): Payment[] => {
  const total = PAYMENT_COUNT * channels.size;
  const alikeCount = Math.round(total * PAYMENT_SHARES.alike * noise);
  const till = new Till(random.fork("accounts"), accounts, rates);
  const drafts = layerPayments(
    random.fork("waves"),
    channels,
    till,
    Math.round(total * (1 - PAYMENT_SHARES.roundTrips - PAYMENT_SHARES.tradeCount)) - alikeCount,
  );
  drafts.push(
    ...roundTrips(random.fork("round-trips"), channels, till, Math.round((total * PAYMENT_SHARES.roundTrips) / 2)),
  );
  drafts.push(
    ...trade(random.fork("trade"), channels, till, {
      count: Math.round(total * PAYMENT_SHARES.tradeCount),
      moneyUsd: tradeMoney(drafts, rates),
    }),
  );
  plantEqual(random.fork("equal"), drafts, EQUAL_EACH * channels.size);
  drafts.push(...alike(random.fork("alike"), drafts, total - drafts.length));
  drafts.sort((left, right) => left.day - right.day);
  return drafts.map((draft, index) => Object.assign({ id: `t${String(index + 1).padStart(6, "0")}` }, draft));
};

interface Order {
  readonly payer: string;
  readonly beneficiary: string;
  readonly usdMinor: number;
  readonly day: Day;
  readonly kind: Payment["kind"];
}

/** Turns an order in dollars into a payment between accounts, in the currency of the payer's account. */
class Till {
  readonly #random: Random;
  readonly #rates: Rates;
  readonly #accounts = new Map<string, Account[]>();

  constructor(random: Random, accounts: readonly Account[], rates: Rates) {
    this.#random = random;
    this.#rates = rates;
    for (const account of accounts) push(this.#accounts, account.holder, account);
  }

  pay({ payer, beneficiary, usdMinor, day, kind }: Order): Draft {
    const from = this.#account(payer);
    const currency = from?.currency ?? "USD";
    const to = this.#account(beneficiary, currency);
    const value = workingDay(Math.min(day, LAST_DAY));
    return {
      payer,
      beneficiary,
      ...(from === undefined ? {} : { payerAccount: from.id }),
      ...(to === undefined ? {} : { beneficiaryAccount: to.id }),
      amountMinor: roundAmount(this.#random, this.#rates.fromUsd(usdMinor, currency, value)),
      currency,
      day: value,
      purpose: this.#random.between(0, 9),
      ...(this.#random.chance(0.35)
        ? {
            reference: `${this.#random.pick(["KT", "INV", "DG", "HB"])}-${2016 + Math.floor((value - FIRST_DAY) / 365.25)}/${this.#random.digits(4)}`,
          }
        : {}),
      kind,
    };
  }

  #account(holder: string, currency?: string): Account | undefined {
    const own = this.#accounts.get(holder);
    if (own === undefined) return undefined;
    const same = own.filter((account) => account.currency === currency);
    return this.#random.pick(same.length > 0 ? same : own);
  }
}

const roundAmount = (random: Random, minor: number): number => {
  const unit = random.weighted([
    [1, 25],
    [1_000, 20],
    [10_000, 35],
    [50_000, 20],
  ]);
  return Math.max(unit, Math.round(minor / unit) * unit);
};

const logNormal = (random: Random, medianMinor: number, spread: number): number =>
  Math.round(medianMinor * Math.exp(spread * random.normal()));

/** Each wave: earners pay a collector, who pays fronts, who pay settlement accounts, who pay procurement, couriers or the treasury; each keeps a little. */
const layerPayments = (random: Random, channels: Channels, till: Till, count: number): Draft[] => {
  const drafts: Draft[] = [];
  while (drafts.length < count) drafts.push(...wave(random, channels, till));
  return drafts.slice(0, count);
};

const wave = (random: Random, channels: Channels, till: Till): Draft[] => {
  const day = random.between(FIRST_DAY, LAST_DAY - 40);
  const collector = random.weighted(channels.gathering);
  const earners = random.sample(
    get(channels.earnersOf, collector),
    random.weighted([
      [1, 3],
      [2, 4],
      [3, 3],
      [5, 1],
    ]),
  );
  const direct = random.chance(0.12);
  const first = direct ? random.weighted(get(channels.onward, collector)) : collector;
  const paid = earners.map((payer) => ({
    payer,
    beneficiary: first,
    usdMinor: logNormal(random, 3_000_000, 0.9),
    day: day + random.between(0, 6),
    kind: "layer" as const,
  }));
  const drafts = paid.map((order) => till.pay(order));
  let held: { holder: string; usdMinor: number; day: Day }[] = [
    { holder: first, usdMinor: paid.reduce((sum, { usdMinor }) => sum + usdMinor, 0), day: day + 7 },
  ];
  while (held.length > 0) {
    const next: typeof held = [];
    for (const { holder, usdMinor, day: from } of held) {
      const onward = channels.onward.get(holder);
      if (onward === undefined) continue;
      for (const part of splitSum(random, Math.round((usdMinor * random.between(970, 996)) / 1000))) {
        const beneficiary = random.weighted(onward);
        const when = from + random.between(1, 9);
        drafts.push(till.pay({ payer: holder, beneficiary, usdMinor: part, day: when, kind: "layer" }));
        next.push({ holder: beneficiary, usdMinor: part, day: when });
      }
    }
    held = next;
  }
  return drafts;
};

const splitSum = (random: Random, sum: number): number[] => {
  if (sum < 2_000_000 || random.chance(0.6)) return [sum];
  const first = Math.round((sum * random.between(30, 70)) / 100);
  return [first, sum - first];
};

/** Money that comes back within three weeks, less a commission of at most one per cent. */
const roundTrips = (random: Random, channels: Channels, till: Till, pairs: number): Draft[] =>
  Array.from({ length: pairs }, () => {
    const [one = "", other = ""] = random.chance(0.4)
      ? [channels.hub, random.pick(channels.fronts.slice(1))]
      : random.sample([...channels.fronts, ...channels.settlements], 2);
    const usdMinor = logNormal(random, 6_000_000, 0.8);
    const day = random.between(FIRST_DAY, LAST_DAY - 30);
    const back = Math.round((usdMinor * random.between(990, 1000)) / 1000);
    return [
      till.pay({ payer: one, beneficiary: other, usdMinor, day, kind: "round trip" }),
      till.pay({
        payer: other,
        beneficiary: one,
        usdMinor: back,
        day: day + random.between(2, 21),
        kind: "round trip",
      }),
    ];
  }).flat();

const tradeMoney = (drafts: readonly Draft[], rates: Rates): number => {
  let sum = 0;
  for (const { amountMinor, currency, day } of drafts) sum += rates.toUsd(amountMinor, currency, day);
  return Math.round((sum * PAYMENT_SHARES.tradeMoney) / (1 - PAYMENT_SHARES.tradeMoney));
};

/** Ordinary trade, much of it of the hub: real goods, and what a block would cost the innocent. */
const trade = (
  random: Random,
  channels: Channels,
  till: Till,
  { count, moneyUsd }: { count: number; moneyUsd: number },
): Draft[] => {
  const raw = Array.from({ length: count }, () => logNormal(random, 1_000_000, 1));
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => {
    const merchant = random.pick(channels.merchants);
    const partner = random.weighted([
      [channels.hub, 5],
      [random.pick(channels.fronts), 3],
      [random.pick(channels.earners), 2],
      [random.pick(channels.merchants), 2],
    ]);
    const other = partner === merchant ? channels.hub : partner;
    const [payer, beneficiary] = random.chance(0.5) ? [merchant, other] : [other, merchant];
    return till.pay({
      payer,
      beneficiary,
      usdMinor: Math.round((value / sum) * moneyUsd),
      day: random.between(FIRST_DAY, LAST_DAY),
      kind: "trade",
    });
  });
};

/** Gives some payments the amount and day of another one in their currency within the same month. */
const plantEqual = (random: Random, drafts: Draft[], count: number): void => {
  const byMonth = new Map<string, number[]>();
  for (const [index, { currency, day, kind }] of drafts.entries())
    if (kind !== "round trip") push(byMonth, `${currency} ${Math.floor(day / 30)}`, index);
  const groups = [...byMonth.values()].filter((group) => group.length > 1);
  for (let done = 0; done < count; done++) {
    const [from = 0, to = 0] = random.sample(random.pick(groups), 2);
    const { amountMinor, day } = at(drafts, from);
    drafts[to] = { ...at(drafts, to), amountMinor, day };
  }
};

/** Payments alike in everything: wages and freight paid twice on one day, both true. */
const alike = (random: Random, drafts: readonly Draft[], count: number): Draft[] =>
  Array.from({ length: count }, () => {
    const { reference: _, ...draft } = at(drafts, random.between(0, drafts.length - 1));
    return draft;
  });
