import { amountToShort, amountToText } from "./format.ts";
import { Missing } from "./missing.tsx";

interface MoneyProps {
  /** Minor units, as the API writes them: text of a whole number. */
  readonly minor: string | bigint | null;
  /** How many digits the minor unit has: 2 for USD. */
  readonly digits: number;
  /** ISO code; left out where the column head says it. */
  readonly currency?: string;
  /** Three significant digits, the full amount as title: for figures, not for tables. */
  readonly isShort?: boolean;
  /** Why an amount is missing. */
  readonly missing?: string;
}

/** An amount of money. */
export function Money({ minor, digits, currency, isShort = false, missing = "no amount is known" }: MoneyProps) {
  if (minor === null) return <Missing why={missing} />;
  const full = amountToText(BigInt(minor), digits);
  const unit = currency ? `\u00a0${currency}` : "";
  return isShort ? (
    <data value={String(minor)} title={`${full}${unit}`}>
      {amountToShort(BigInt(minor), digits)}
      {unit}
    </data>
  ) : (
    <data value={String(minor)}>
      {full}
      {unit}
    </data>
  );
}
