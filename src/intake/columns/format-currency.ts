import { parseCurrency } from "../../model/index.ts";

/** The currency that a spreadsheet's number format shows; undefined where it shows none or a sign of several countries. */
export function formatCurrency(format: string): string | undefined {
  const bracket = /\[\$([^\]-]+)(?:-([0-9A-Fa-f]+))?\]/u.exec(format);
  if (bracket) return byLocale(bracket[1] ?? "", bracket[2] ?? "") ?? parseCurrency(bracket[1] ?? "");
  for (const quoted of format.matchAll(/"([^"]+)"/gu)) {
    const currency = parseCurrency((quoted[1] ?? "").trim());
    if (currency !== undefined) return currency;
  }
  const sign = /[€£₩₽]/u.exec(format)?.[0];
  return sign === undefined ? undefined : parseCurrency(sign);
}

const signLocales: Readonly<Record<string, string>> = {
  $409: "USD",
  $1004: "SGD",
  $c04: "HKD",
  $c09: "AUD",
  $1009: "CAD",
  "¥804": "CNY",
  "¥411": "JPY",
  "￥804": "CNY",
  "￥411": "JPY",
};

const byLocale = (sign: string, locale: string): string | undefined =>
  signLocales[`${sign.trim()}${locale.toLowerCase()}`];
