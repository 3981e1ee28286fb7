/** Every month from the first to the last, as `2013-01`. A slip of a pen may lie a century off: at most six hundred months, to the last. */
export function monthsBetween(seen: readonly string[]): string[] {
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [numberOf(first), numberOf(last)];
  const begin = Math.max(from, to - 599);
  return Array.from({ length: to - begin + 1 }, (_, index) => textOf(begin + index));
}

function numberOf(month: string): number {
  const [year = "0", number = "1"] = month.split("-");
  return Number(year) * 12 + Number(number) - 1;
}

const textOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
