import { get, push } from "../kit/at.ts";
import type { Random } from "../kit/random.ts";
import { isKnownBank } from "./banks.ts";
import type { Payment, World } from "./types.ts";

/** Who sees what, as shares of the world. */
export const SEES = {
  fundPayments: 0.55,
  fundPeople: 0.7,
  bankPayments: 0.45,
  phonePayments: 0.08,
  phonePeople: 0.35,
  informerRows: 0.3,
} as const;

export interface Visibility {
  readonly fundPayments: readonly Payment[];
  readonly bankPayments: readonly Payment[];
  readonly phonePayments: readonly Payment[];
  /** Payments that the informer knows of himself, without the bank representative. */
  readonly ownPayments: readonly Payment[];
  readonly fundPeople: ReadonlySet<string>;
  readonly phonePeople: ReadonlySet<string>;
  /** The bank in whose ledger a payment of `bankPayments` stands. */
  readonly ledgerBank: ReadonlyMap<string, string>;
}

/** Draws who sees what. Of payments alike in everything every hand-over that sees some sees the first ones, so that the order of rows can tell them apart. */
export const drawVisibility = (random: Random, world: World): Visibility => {
  const firsts = alikeRanks(world.payments);
  const see = (name: string, candidates: readonly Payment[], count: number): Payment[] =>
    settleAlike(random.fork(name).sample(candidates, Math.round(count)), world.payments, firsts);
  const { payments, people } = world;
  const ledgerBank = ledgerBanks(random.fork("ledgers"), world);
  const atBanks = payments.filter(({ id }) => ledgerBank.has(id));
  return {
    fundPayments: see("fund", payments, payments.length * SEES.fundPayments),
    bankPayments: see("bank", atBanks, payments.length * SEES.bankPayments),
    phonePayments: see("phone", payments, payments.length * SEES.phonePayments),
    ownPayments: see("own", payments, payments.length * 0.02),
    fundPeople: new Set(
      random
        .fork("fund-people")
        .sample(people, Math.round(people.length * SEES.fundPeople))
        .map(({ id }) => id),
    ),
    phonePeople: new Set(
      random
        .fork("phone-people")
        .sample(people, Math.round(people.length * SEES.phonePeople))
        .map(({ id }) => id),
    ),
    ledgerBank,
  };
};

const ledgerBanks = (random: Random, { payments, accounts, banks }: World): Map<string, string> => {
  const known = new Set(banks.filter(isKnownBank).map(({ id }) => id));
  const bankOf = new Map(accounts.map(({ id, bank }) => [id, bank]));
  const map = new Map<string, string>();
  for (const { id, payerAccount = "", beneficiaryAccount = "" } of payments) {
    const both = [bankOf.get(payerAccount) ?? "", bankOf.get(beneficiaryAccount) ?? ""].filter((bank) =>
      known.has(bank),
    );
    if (both.length > 0) map.set(id, random.pick(both));
  }
  return map;
};

export const alikeKey = (payment: Payment): string =>
  [
    payment.payer,
    payment.beneficiary,
    payment.payerAccount,
    payment.beneficiaryAccount,
    payment.amountMinor,
    payment.currency,
    payment.day,
  ].join(" ");

const alikeRanks = (payments: readonly Payment[]): Map<string, Payment[]> => {
  const groups = new Map<string, Payment[]>();
  for (const payment of payments) push(groups, alikeKey(payment), payment);
  return new Map([...groups].filter(([, group]) => group.length > 1));
};

const settleAlike = (
  seen: readonly Payment[],
  all: readonly Payment[],
  groups: ReadonlyMap<string, readonly Payment[]>,
): Payment[] => {
  const ids = new Set<string>();
  const taken = new Map<string, number>();
  for (const payment of seen) {
    const key = alikeKey(payment);
    const rank = taken.get(key) ?? 0;
    taken.set(key, rank + 1);
    ids.add(groups.has(key) ? (get(groups, key)[rank] ?? payment).id : payment.id);
  }
  return all.filter(({ id }) => ids.has(id));
};
