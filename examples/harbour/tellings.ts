import { at, push } from "./kit/at.ts";
import { isoOf } from "./kit/days.ts";
import { CURRENCIES, type Currency } from "./kit/money.ts";
import { type Noise, swapDayMonth } from "./noise.ts";
import type { Payment, Rates } from "./world/types.ts";

/** One row that tells a payment, a part of one, or two joined. */
export interface ToldRow {
  readonly amountMinor: number;
  readonly currency: Currency;
  /** The date as meant: an ISO date or a month. */
  readonly date: string;
  readonly twice: boolean;
}

/** One telling: the payments that it tells and the rows that it takes. */
export interface Telling {
  readonly payments: readonly Payment[];
  readonly rows: readonly ToldRow[];
  /** Told without any noise, because something planted rests on it. */
  readonly quiet: boolean;
  readonly plant: string | undefined;
}

export interface TellingHabits {
  readonly rates: Rates;
  /** How much more than the average this teller gives amounts net of fee, and value dates. */
  readonly feeFactor: number;
  readonly valueDateFactor: number;
  /** Payments told without any noise, their amount multiplied by so many per mille. */
  readonly planted: ReadonlyMap<string, number>;
  /** Payments told without any noise because something planted rests on them. */
  readonly quiet: ReadonlySet<string>;
  readonly plantName: (payment: string) => string | undefined;
}

/** Tells payments as one hand-over would: with fees, value dates, other currencies, slips, splits, joins and rows twice. */
export const tellPayments = (noise: Noise, payments: readonly Payment[], habits: TellingHabits): Telling[] => {
  const joined = joinPairs(noise, payments, habits);
  const second = new Set([...joined.values()].map(({ id }) => id));
  return payments
    .filter(({ id }) => !second.has(id))
    .map((payment): Telling => {
      const partner = joined.get(payment.id);
      const told = partner === undefined ? [payment] : [payment, partner];
      return {
        payments: told,
        rows: tellRows(noise, told, habits),
        quiet: isQuiet(payment, habits),
        plant: habits.plantName(payment.id),
      };
    });
};

const isQuiet = (payment: Payment, habits: TellingHabits): boolean =>
  habits.planted.has(payment.id) || habits.quiet.has(payment.id);

/** Pairs of payments on one channel within five weeks, as many as the share of joined payments asks for. */
const joinPairs = (noise: Noise, payments: readonly Payment[], habits: TellingHabits): Map<string, Payment> => {
  const channels = new Map<string, Payment[]>();
  for (const payment of payments) {
    if (!isQuiet(payment, habits))
      push(
        channels,
        [payment.payer, payment.beneficiary, payment.payerAccount, payment.beneficiaryAccount, payment.currency].join(
          " ",
        ),
        payment,
      );
  }
  const candidates: (readonly [Payment, Payment])[] = [];
  for (const list of channels.values()) {
    for (let i = 0; i + 1 < list.length; i += 2) {
      const [first, next] = [at(list, i), at(list, i + 1)];
      if (next.day - first.day <= 35 && next.day > first.day) candidates.push([first, next]);
    }
  }
  const wanted = Math.round((payments.length * 0.03 * noise.level) / 2);
  return new Map(noise.random.sample(candidates, wanted).map(([first, next]) => [first.id, next]));
};

const tellRows = (noise: Noise, told: readonly Payment[], habits: TellingHabits): ToldRow[] => {
  const first = at(told, 0);
  const full = told.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (isQuiet(first, habits)) {
    const amountMinor = Math.round((full * (habits.planted.get(first.id) ?? 1000)) / 1000);
    return [{ amountMinor, currency: first.currency, date: isoOf(first.day), twice: false }];
  }
  const parts = told.length === 1 && noise.hits("split") ? splitParts(noise, full) : [full];
  const rows: ToldRow[] = [];
  let day = at(told, told.length - 1).day;
  for (const part of parts) {
    const { amountMinor, currency } = tellAmount(noise, part, first, habits);
    rows.push({ amountMinor, currency, date: tellDate(noise, day, habits), twice: noise.hits("rowTwice") });
    day += noise.random.between(1, 6);
  }
  return rows;
};

const splitParts = (noise: Noise, full: number): number[] => {
  const unit = full > 1_000_000 ? 10_000 : 100;
  const parts: number[] = [];
  let rest = full;
  for (let left = noise.random.between(2, 3); left > 1; left--) {
    const part = Math.max(unit, Math.round((rest * noise.random.between(25, 65)) / 100 / unit) * unit);
    if (part >= rest) break;
    parts.push(part);
    rest -= part;
  }
  return [...parts, rest];
};

const tellAmount = (
  noise: Noise,
  minor: number,
  payment: Payment,
  habits: TellingHabits,
): Pick<ToldRow, "amountMinor" | "currency"> => {
  let amountMinor = minor;
  let { currency } = payment;
  if (noise.hits("fee", habits.feeFactor)) amountMinor -= feeOf(noise, minor);
  if (noise.hits("otherCurrency")) {
    const other = currency === "USD" ? noise.random.pick(CURRENCIES.filter((one) => one !== "USD")) : "USD";
    amountMinor = habits.rates.fromUsd(habits.rates.toUsd(amountMinor, currency, payment.day), other, payment.day);
    currency = other;
  }
  if (noise.hits("amountDigits")) amountMinor = swapDigits(noise, amountMinor);
  if (noise.hits("amountThousands"))
    amountMinor =
      amountMinor > 100_000_000 || noise.random.chance(0.5)
        ? Math.max(1, Math.round(amountMinor / 1000))
        : amountMinor * 1000;
  return { amountMinor, currency };
};

const feeOf = (noise: Noise, minor: number): number => {
  const flat = noise.random.between(15, 40) * 100;
  return noise.random.chance(0.6) || flat * 4 > minor
    ? Math.round((minor * noise.random.between(10, 50)) / 10_000)
    : flat;
};

const swapDigits = (noise: Noise, minor: number): number => {
  const digits = String(minor);
  const places = Array.from({ length: digits.length - 1 }, (_, i) => i).filter(
    (i) => digits[i] !== digits[i + 1] && !(i === 0 && digits[1] === "0"),
  );
  if (places.length === 0) return minor;
  const i = noise.random.pick(places);
  return Number(digits.slice(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.slice(i + 2));
};

const tellDate = (noise: Noise, day: number, habits: TellingHabits): string => {
  const iso = isoOf(noise.hits("valueDate", habits.valueDateFactor) ? day + noise.random.between(1, 3) : day);
  if (noise.hits("dateSwapped")) return swapDayMonth(iso);
  return noise.hits("dateMonthOnly") ? iso.slice(0, 7) : iso;
};
