import type { Answer } from "../api/answers.ts";
import { amountToText, Money, type Column } from "../parts/index.ts";

/** The column of the money that a row touches, in the case currency; it never hides. */
export function touchedMoney<Row extends { readonly moneyMinor: string | null }>(
  open: Answer<"GET /api/case"> | undefined,
): Column<Row> {
  const { currency, minorDigits: digits } = open ?? { currency: "", minorDigits: 0 };
  return {
    id: "money",
    head: `${currency} touched`,
    priority: 0,
    least: 128,
    isNumber: true,
    sort: "money",
    cell: ({ moneyMinor }) => <Money minor={moneyMinor} digits={digits} missing="no money is known of it" />,
    text: ({ moneyMinor }) => (moneyMinor === null ? "" : amountToText(BigInt(moneyMinor), digits)),
  };
}
