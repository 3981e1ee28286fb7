import { blank } from "./blank.ts";
import { findMoney } from "./find-money.ts";

/** Which number of a day comes first in texts that belong together, by the sign between the two. */
export type DayOrders = ReadonlyMap<string, "day" | "month">;

/** Two or three numbers that may be a day: "5/3", "05.03.2017". */
export const numberedDay = /(?<![\d.,/])(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\p{L}\d]|[.,/]\d)/gu;

const monthMax = 12;
// Less than five days that allow one order may be one writer's; of twenty one may be a slip or another's habit.
const telling = 5;
const doubtMax = 20;

/** The orders in which texts of one hand write days: what days beyond the twelfth show of the others. */
export function findDayOrders(texts: readonly string[]): DayOrders {
  const counts = new Map<string, { day: number; month: number }>();
  for (const text of texts) {
    for (const [, first, sign = "", second] of blank(text, findMoney(text)).matchAll(numberedDay)) {
      const count = counts.get(sign) ?? { day: 0, month: 0 };
      counts.set(sign, count);
      if (Number(first) > monthMax && Number(second) <= monthMax) count.day += 1;
      if (Number(second) > monthMax && Number(first) <= monthMax) count.month += 1;
    }
  }
  return new Map(
    [...counts].flatMap(([sign, { day, month }]) => {
      const [more, fewer] = [Math.max(day, month), Math.min(day, month)];
      return more >= telling && fewer * doubtMax <= more ? [[sign, day > month ? "day" : "month"] as const] : [];
    }),
  );
}
