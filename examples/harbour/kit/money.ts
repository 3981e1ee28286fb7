/** The six currencies of the case; all have two decimals. */
export const CURRENCIES = ["USD", "EUR", "CNY", "RUB", "HKD", "AED"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Multiplies minor units by a plain decimal such as "0.147213", rounding half to even. */
export const timesRate = (minor: number, rate: string): number => {
  const [whole = "0", fraction = ""] = rate.split(".");
  const scale = 10n ** BigInt(fraction.length);
  return Number(divideHalfEven(BigInt(minor) * BigInt(whole + fraction), scale));
};

/** Divides minor units by a plain decimal, rounding half to even. */
export const overRate = (minor: number, rate: string): number => {
  const [whole = "0", fraction = ""] = rate.split(".");
  const scale = 10n ** BigInt(fraction.length);
  return Number(divideHalfEven(BigInt(minor) * scale, BigInt(whole + fraction)));
};

/** Minor units as a decimal with two places, grouped by `group`, with `point` before the places. */
export const writeMinor = (minor: number, group: string, point: string): string => {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/gu, group);
  return `${minor < 0 ? "-" : ""}${whole}${point}${digits.slice(-2)}`;
};

const divideHalfEven = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice > denominator || (twice === denominator && quotient % 2n === 1n)) return quotient + 1n;
  return quotient;
};
