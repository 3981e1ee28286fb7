import { type Day, dayOf, isWorkingDay } from "../kit/days.ts";
import { type Currency, overRate, timesRate } from "../kit/money.ts";
import type { Random } from "../kit/random.ts";
import type { Rates } from "./types.ts";

export const FIRST_DAY = dayOf("2016-01-04");
export const LAST_DAY = dayOf("2018-12-28");

const START: readonly (readonly [Currency, number, number])[] = [
  ["AED", 272_294, 0],
  ["CNY", 152_000, 12],
  ["EUR", 1_090_000, 35],
  ["HKD", 128_800, 2],
  ["RUB", 14_200, 60],
];

/** An invented table: USD for one unit, on every working day of the three years, as a walk of whole millionths. */
export const makeRates = (random: Random): Rates => {
  const rows: { day: Day; currency: Currency; rate: string }[] = [];
  const walks = new Map(START.map(([currency, millionths]) => [currency, millionths]));
  for (let day = FIRST_DAY - 4; day <= LAST_DAY + 14; day++) {
    if (!isWorkingDay(day)) continue;
    for (const [currency, start, step] of START) {
      const now = walks.get(currency) ?? start;
      rows.push({ day, currency, rate: writeMillionths(now) });
      walks.set(currency, Math.round(now * (1 + (step / 10_000) * random.normal()) + (start - now) / 200));
    }
  }
  return withLookup(rows);
};

const writeMillionths = (value: number): string =>
  `${Math.floor(value / 1_000_000)}.${String(value % 1_000_000).padStart(6, "0")}`;

const withLookup = (rows: Rates["rows"]): Rates => {
  const byDay = new Map(rows.map(({ day, currency, rate }) => [`${currency}${day}`, rate]));
  const rate = (currency: Currency, day: Day): string => {
    if (currency === "USD") return "1";
    for (let back = 0; back < 10; back++) {
      const found = byDay.get(`${currency}${day - back}`);
      if (found !== undefined) return found;
    }
    throw new Error(`no rate for ${currency} on day ${day}`);
  };
  return {
    rows,
    rate,
    toUsd: (minor, currency, day) => timesRate(minor, rate(currency, day)),
    fromUsd: (minor, currency, day) => overRate(minor, rate(currency, day)),
  };
};
