import { decimalToMinor, isCurrency, minorUnits } from "../model/index.ts";
import { contradicts, differs, missing, missingLevel, type Comparison } from "./comparison.ts";
import { digitSlip } from "./digit-slip.ts";

/** An amount of money in minor units of its currency (ISO 4217). */
export interface Amount {
  readonly minor: bigint;
  readonly currency: string;
}

const feeShareMin = 1_000_000n / 1000n;
const feeShareMax = 1_000_000n / 200n;
const flatFeeMin = 15n;
const flatFeeMax = 40n;
const perMillion = 1_000_000n;

/** Amounts of money, written "1234.50 USD"; a bank's fee, thousands taken for units and swapped digits are recognised. */
export const amount: Comparison<Amount | undefined> = {
  name: "amount",
  types: ["number"],
  levels: [
    missingLevel,
    { level: contradicts, label: "different", sentence: "The amounts are different." },
    { level: differs, label: "other currency", sentence: "The amounts are in different currencies." },
    { level: 3, label: "digits swapped", sentence: "The amounts agree when two neighbouring digits are swapped." },
    {
      level: 4,
      label: "thousands",
      sentence: "One amount is a thousand times the other, as when a sheet counts in thousands.",
    },
    { level: 5, label: "at the rate", sentence: "The amounts agree at the exchange rate of the day." },
    { level: 6, label: "flat fee", sentence: "The amounts differ by a flat fee of 15 to 40." },
    { level: 7, label: "share as fee", sentence: "The amounts differ by a fee of 0.1 to 0.5 percent." },
    { level: 8, label: "same", sentence: "The amounts are equal." },
  ],
  prepare: parseAmount,
  compare: (left, right) => compareAmounts(left, right),
};

/**
 * The level of two amounts. For amounts in two currencies give the rate: how many millionths of a unit of the right currency one unit
 * of the left currency costs, and the tolerance in millionths; without a rate they say nothing.
 */
export function compareAmounts(
  left: Amount | undefined,
  right: Amount | undefined,
  rate?: { millionths: bigint; tolerance: bigint },
): number {
  if (left === undefined || right === undefined) return missing;
  if (left.currency !== right.currency) return rate !== undefined && agreesAtRate(left, right, rate) ? 5 : differs;
  if (left.minor === right.minor) return 8;
  const [small, large] = left.minor < right.minor ? [left.minor, right.minor] : [right.minor, left.minor];
  if (small <= 0n) return contradicts;
  const gap = large - small;
  const unit = 10n ** BigInt(minorUnits(left.currency));
  if (isBetween((gap * perMillion) / large, feeShareMin, feeShareMax)) return 7;
  if (isBetween(gap, flatFeeMin * unit, flatFeeMax * unit)) return 6;
  if (large === small * 1000n || (large / (unit * 1000n) === small / unit && small >= unit)) return 4;
  return digitSlip(String(small), String(large)) === "swapped" ? 3 : contradicts;
}

const isBetween = (value: bigint, least: bigint, most: bigint): boolean => value >= least && value <= most;

function agreesAtRate(left: Amount, right: Amount, rate: { millionths: bigint; tolerance: bigint }): boolean {
  const scale = (of: Amount, to: Amount): bigint =>
    10n ** BigInt(minorUnits(to.currency) - Math.min(minorUnits(to.currency), minorUnits(of.currency)));
  const converted = (left.minor * rate.millionths * scale(left, right)) / (perMillion * scale(right, left));
  const gap = converted > right.minor ? converted - right.minor : right.minor - converted;
  return gap * perMillion <= right.minor * rate.tolerance;
}

function parseAmount(value: string): Amount | undefined {
  const [number = "", currency = ""] = value.trim().split(" ");
  const minor = isCurrency(currency) ? decimalToMinor(number.replaceAll(",", ""), currency) : undefined;
  return minor === undefined ? undefined : { minor, currency };
}
