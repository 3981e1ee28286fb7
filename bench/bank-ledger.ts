import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";

const parties = 100_000;
const header =
  "transaction,date,payer,payer account,beneficiary,beneficiary account,amount,currency,value date,purpose";
const firstWords = ["North", "Blue", "Golden", "Pacific", "Grand", "Silver", "Eastern", "Royal", "United", "First"];
const secondWords = ["Harbour", "River", "Mountain", "Star", "Bridge", "Garden", "Valley", "Island", "Gate", "Tower"];
const lastWords = [
  "Trading",
  "Shipping",
  "Foods",
  "Textiles",
  "Minerals",
  "Electronics",
  "Logistics",
  "Timber",
  "Motors",
  "Chemicals",
];

/** Writes an invented bank ledger of `rows` payments of ten columns among 100,000 parties; row numbers start at `from`. */
export async function writeBankLedger(path: string, rows: number, from = 0): Promise<void> {
  const stream = createWriteStream(path);
  stream.write(`${header}\n`);
  for (let row = from; row < from + rows; row += 1) {
    if (!stream.write(`${ledgerLine(row)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
}

/** A cheap scatter that gives each row its parties and amount: the same row is the same on every machine. */
const scatter = (row: number, salt: number): number => {
  const mixed = Math.imul(row ^ (salt * 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

function ledgerLine(row: number): string {
  const payer = scatter(row, 1) % parties;
  const payee = (payer + 1 + (scatter(row, 2) % (parties - 1))) % parties;
  const day = new Date(Date.UTC(2014, 0, 1 + (row % 900)));
  const amount = `${100 + (scatter(row, 3) % 900_000)}.${String(scatter(row, 4) % 100).padStart(2, "0")}`;
  return [
    `TX${String(row).padStart(9, "0")}`,
    isoDay(day),
    partyName(payer),
    accountOf(payer),
    partyName(payee),
    accountOf(payee),
    amount,
    "USD",
    isoDay(new Date(day.getTime() + 86_400_000)),
    `Invoice ${scatter(row, 5) % 1_000_000}`,
  ].join(",");
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

function partyName(party: number): string {
  const word = (words: readonly string[], divisor: number): string =>
    words[Math.floor(party / divisor) % words.length] ?? "";
  return `${word(firstWords, 1)} ${word(secondWords, 10)} ${word(lastWords, 100)} ${Math.floor(party / 1000)} Ltd`;
}

const accountOf = (party: number): string => `4072${String(1_000_000_000 + party * 7919).padStart(12, "0")}`;
