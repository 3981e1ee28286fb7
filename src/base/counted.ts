/** A whole number with its thousands apart: "2,310"; digits alone are set apart. */
export const grouped = (count: number | bigint | string): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");

/** A count with its noun: "1 file", "2,310 files". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
