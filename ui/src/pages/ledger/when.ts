import type { LedgerEvent } from "./answer.ts";

type Span = Pick<LedgerEvent, "from" | "to" | "precision">;

/** A time at its own precision: `2019`, `2019-11`, `2019-11-12`, `2016-10 to 2017-01`, `since 2019-09`; null: none is told. */
export function whenText({ from, to, precision }: Span): string | null {
  if (from === null) return null;
  const first = shortened(from, to ?? from);
  if (precision === "since") return `since ${first.from}`;
  return first.from === first.to ? first.from : `${first.from} to ${first.to}`;
}

/** Whole years are told as years, whole months as months. */
function shortened(from: string, to: string): { readonly from: string; readonly to: string } {
  const length = from.endsWith("-01-01") && to.endsWith("-12-31") ? 4 : from.endsWith("-01") && isMonthEnd(to) ? 7 : 10;
  return { from: from.slice(0, length), to: to.slice(0, length) };
}

function isMonthEnd(day: string): boolean {
  const [year = 0, month = 0, date] = day.split("-").map(Number);
  return date === new Date(Date.UTC(year, month, 0)).getUTCDate();
}
