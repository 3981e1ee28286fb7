import { isCurrency, minorUnits, parseCurrency } from "../../model/index.ts";
import { sql, text, type Database, type TableName } from "../../store/index.ts";

/**
 * Makes currency(currency_text, currency, per_unit, is_known): what each word for a currency in the payments means: its
 * ISO 4217 code and how many minor units one unit has. A word that names no one currency ("krone") stays as it is, with two
 * decimals and without a rate.
 */
export async function makeCurrencyTable(database: Database, said: TableName): Promise<TableName> {
  const words = await database.rows(sql`select distinct currency_text as word from ${said} order by currency_text`, {
    word: text,
  });
  const codes = words.map(({ word }) => (isCurrency(word) ? word : (parseCurrency(word) ?? word)));
  const table = await database.temporary(
    "network_currency",
    "currency_text varchar, currency varchar, per_unit bigint, is_known boolean",
  );
  await database.append(table, {
    currency_text: words.map(({ word }) => word),
    currency: codes,
    per_unit: codes.map((code) => BigInt(perUnit(code))),
    is_known: codes.map((code) => isCurrency(code) && code !== "XXX"),
  });
  return table;
}

/** How many minor units one unit of a currency has. */
export const perUnit = (currency: string): number => 10 ** minorUnits(currency);
