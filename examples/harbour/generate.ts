import { Case } from "./case.ts";
import { writeCsv } from "./files/csv.ts";
import { writeSqlite } from "./files/sqlite.ts";
import { writeXlsx } from "./files/xlsx.ts";
import { zip } from "./files/zip.ts";
import { type Ledger, writeBankHandOver } from "./hand-overs/bank.ts";
import { FUND_FILE } from "./hand-overs/fund-file.ts";
import { writeFundManager } from "./hand-overs/fund-manager.ts";
import { describeHandOvers } from "./hand-overs/description.ts";
import { INFORMER_FILE, writeInformer } from "./hand-overs/informer.ts";
import { writePhone } from "./hand-overs/phone.ts";
import { REGISTER_CSV, REGISTER_XLSX, writeRegister } from "./hand-overs/register.ts";
import { writeReports } from "./hand-overs/reports.ts";
import { writeWatchlist } from "./hand-overs/watchlist.ts";
import { isoOf } from "./kit/days.ts";
import { Random } from "./kit/random.ts";
import { makeTruth } from "./make-truth.ts";
import { Noise } from "./noise.ts";
import { Book } from "./page.ts";
import { drawPlants } from "./plants.ts";
import type { Truth } from "./truth.ts";
import type { World } from "./world/types.ts";
import { drawVisibility } from "./world/visibility.ts";
import { makeWorld } from "./world/world.ts";

export interface Options {
  readonly seed: number;
  readonly size: number;
  readonly noise: number;
}

export interface Generated {
  /** Bytes by path under the case's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly truth: Truth;
}

/** Generates the sample case: the same options give the same bytes. */
export const generate = async (options: Options): Promise<Generated> => {
  const random = new Random(`harbour ${options.seed} ${options.size}`);
  const world = makeWorld(random.fork("world"), options.size, options.noise);
  const seen = drawVisibility(random.fork("visibility"), world);
  const theCase = new Case(world, seen, drawPlants(random.fork("plants"), world, seen), new Book());
  const noise = (name: string): Noise => new Noise(random.fork(name), options.noise);

  const workbook = writeFundManager(theCase, noise("fund manager"));
  const bank = writeBankHandOver(theCase, noise("bank"));
  const phone = writePhone(theCase, noise("phone"));
  const register = writeRegister(theCase, noise("register"));
  const informer = writeInformer(theCase, noise("informer"), bank.rows);
  const watchlist = writeWatchlist(theCase, random.fork("watchlist"));

  const material = new Map<string, Uint8Array>([
    [FUND_FILE, writeXlsx(workbook)],
    ...ledgerFiles(bank.ledgers),
    [bank.database.path, await writeSqlite(bank.database.tables, 3)],
    [phone.cards.path, Buffer.from(phone.cards.text)],
    [
      REGISTER_CSV,
      writeCsv(register.companies, { separator: ",", encoding: "utf-8", lineEnd: "\n", quotes: "needed", mark: true }),
    ],
    [REGISTER_XLSX, writeXlsx(register.sheets)],
    [INFORMER_FILE, writeCsv(informer.grid, { separator: ",", encoding: "utf-8", lineEnd: "\n", quotes: "needed" })],
    ...watchlist.files.map(({ path, bytes }) => [path, bytes] as const),
  ]);
  for (const [path, text] of writeReports(theCase)) material.set(path, Buffer.from(text));
  for (const { path, tables, version } of phone.databases) material.set(path, await writeSqlite(tables, version));

  const files = new Map<string, Uint8Array>(
    [...material]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([path, bytes]) => [`material/${path}`, bytes]),
  );
  files.set("rates.csv", Buffer.from(writeRates(world)));
  files.set("hand-overs.json", Buffer.from(`${JSON.stringify(describeHandOvers([...material.keys()]), null, 2)}\n`));
  return {
    files,
    truth: makeTruth(theCase, { options, copies: informer.copies, own: informer.own, listed: watchlist.listed }),
  };
};

/** Ledgers as files; those of one archive zipped together. */
const ledgerFiles = (ledgers: readonly Ledger[]): (readonly [string, Uint8Array])[] =>
  ledgers.map(({ path, archive, grid, form }) => {
    const bytes = writeCsv(grid, form);
    return archive === undefined ? [path, bytes] : [archive, zip([{ name: path.slice(archive.length + 1), bytes }])];
  });

const writeRates = ({ rates }: World): string =>
  ["date,currency,usd_rate", ...rates.rows.map(({ day, currency, rate }) => `${isoOf(day)},${currency},${rate}`)]
    .map((line) => `${line}\n`)
    .join("");
