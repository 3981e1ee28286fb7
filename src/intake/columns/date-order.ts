/** Order of day, month and year in a column, and why. */
export interface DateOrder {
  readonly order: "dmy" | "mdy" | "ymd";
  readonly isSure: boolean;
  readonly evidence: string;
}

const triple = /^\D{0,6}(\d{1,4})\s?[./\- ]\s?(\d{1,2})\s?[./\- ]\s?(\d{1,4})(?!\d)/u;

/** Counts of dates by what their numbers allow. */
interface Counts {
  open: number;
  dayFirst: number;
  monthFirst: number;
  yearFirst: number;
  shortYear: number;
  example: string;
}

/**
 * Finds the order from the values themselves: a number above 12 in first or second place decides. Undefined where no
 * value leaves the order open (years of four digits first, months in words).
 */
export function findDateOrder(values: readonly string[]): DateOrder | "open" | undefined {
  const counts: Counts = { open: 0, dayFirst: 0, monthFirst: 0, yearFirst: 0, shortYear: 0, example: "" };
  const parts = values.flatMap((value) => {
    const match = triple.exec(value);
    return match ? [[match[1] ?? "", match[2] ?? "", match[3] ?? ""] as const] : [];
  });
  for (const [first, second, third] of parts) {
    if (first.length === 4) counts.yearFirst++;
    else if (third.length < 4) counts.shortYear++;
    else count(counts, first, second);
  }
  if (counts.shortYear > counts.open + counts.dayFirst + counts.monthFirst) return shortYearOrder(parts);
  const decided = counts.dayFirst + counts.monthFirst;
  if (decided === 0) return counts.open === 0 ? undefined : "open";
  const order = counts.dayFirst >= counts.monthFirst ? "dmy" : "mdy";
  const [more, fewer] = [Math.max(counts.dayFirst, counts.monthFirst), Math.min(counts.dayFirst, counts.monthFirst)];
  const what = order === "dmy" ? "day before month" : "month before day";
  const doubt = fewer > 0 ? `, but ${fewer} can only be the other way round` : "";
  return {
    order,
    isSure: fewer * 5 <= more,
    evidence: `${what}: ${more} values allow no other order, such as "${counts.example}"${doubt}`,
  };
}

function count(counts: Counts, first: string, second: string): void {
  if (Number(first) > 12 && Number(second) <= 12) {
    counts.dayFirst++;
    if (counts.dayFirst > counts.monthFirst) counts.example = `${first}.${second}.`;
  } else if (Number(second) > 12 && Number(first) <= 12) {
    counts.monthFirst++;
    if (counts.monthFirst > counts.dayFirst) counts.example = `${first}/${second}/`;
  } else counts.open++;
}

/** Years of two digits: the order under which most dates exist; of equals, the one whose years lie closest together. */
function shortYearOrder(parts: readonly (readonly [string, string, string])[]): DateOrder | "open" {
  const orders = (["ymd", "dmy", "mdy"] as const).map((order) => {
    const [year, month, day] =
      order === "ymd" ? ([0, 1, 2] as const) : order === "dmy" ? ([2, 1, 0] as const) : ([2, 0, 1] as const);
    const fitting = parts.filter(
      (each) =>
        Number(each[month]) >= 1 && Number(each[month]) <= 12 && Number(each[day]) >= 1 && Number(each[day]) <= 31,
    ).length;
    const years = new Set(parts.map((each) => each[year])).size;
    return { order, fitting, years };
  });
  const ranked = orders.toSorted((left, right) => right.fitting - left.fitting || left.years - right.years);
  const [best, second] = ranked;
  if (!best || !second || best.fitting === 0) return "open";
  if (best.fitting === second.fitting && best.years === second.years) return "open";
  const isSure = best.fitting > second.fitting || best.years * 3 <= second.years;
  return {
    order: best.order,
    isSure,
    evidence: `years of two digits; ${best.order} fits ${best.fitting} of ${parts.length} dates${best.fitting === second.fitting ? " and keeps the years closest together" : ""}`,
  };
}
