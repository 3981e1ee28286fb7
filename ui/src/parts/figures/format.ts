const minus = "\u2212";

/** A whole number with its thousands grouped; the minus is U+2212. */
export const wholeToText = (value: number | bigint): string => {
  const digits = (value < 0 ? -value : value).toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  return value < 0 ? `${minus}${digits}` : digits;
};

/** A count with its word: `1 claim`, `2,300 claims`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${wholeToText(count)} ${count === 1 ? one : many}`;

/** An amount in full: `4,120,000` or, with a fraction, `4,120,000.50`; minor units are 10^-digits. */
export function amountToText(minor: bigint, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const size = minor < 0n ? -minor : minor;
  const fraction = size % unit;
  const whole = wholeToText(size / unit);
  const shown = fraction === 0n ? whole : `${whole}.${fraction.toString().padStart(digits, "0")}`;
  return minor < 0n ? `${minus}${shown}` : shown;
}

/** An amount to three significant digits: `12.4 M`, `980`, `1.20 bn`. */
export function amountToShort(minor: bigint, digits: number): string {
  const value = Number(minor) / 10 ** digits;
  const size = Math.abs(value);
  const [scale, name] = scales.find(([least]) => size >= least * 0.9995) ?? [1, ""];
  const shown = scale === 1 ? wholeToText(Math.round(size)) : threeDigits(size / scale);
  return `${value < 0 ? minus : ""}${shown}${name}`;
}

const threeDigits = (value: number): string => value.toFixed(value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2);

const scales: readonly (readonly [number, string])[] = [
  [1e12, " tn"],
  [1e9, " bn"],
  [1e6, " M"],
  [1e3, " k"],
];
