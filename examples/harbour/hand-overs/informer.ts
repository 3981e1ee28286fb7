import type { Case } from "../case.ts";
import { type Field, Grid } from "../grid.ts";
import { at, push } from "../kit/at.ts";
import { writeMinor } from "../kit/money.ts";
import type { Mention } from "../page.ts";
import type { Noise } from "../noise.ts";
import { addTellings } from "../add-tellings.ts";
import { type PaymentHabits, writeTellings } from "../payment-fields.ts";
import { tellPayments } from "../tellings.ts";
import type { Copy, Place, SecondTelling } from "../truth.ts";
import { SEES } from "../world/visibility.ts";
import { HANDS } from "./habits.ts";

export const INFORMER_FILE = "h5-list/transfers.csv";

/** The informer's list: three in ten of the bank representative's rows with their errors, in another order, under other headers; between two runs of them a few rows that he knows himself. */
export const writeInformer = (
  theCase: Case,
  noise: Noise,
  ledgers: readonly Grid[],
): { grid: Grid; copies: Copy[]; own: SecondTelling[] } => {
  const grid = new Grid(theCase.book, INFORMER_FILE, "");
  grid.header("when", "sender", "sender a/c", "receiver", "receiver a/c", "sum", "cur", "remark");
  const originals = ledgers.flatMap((ledger) => ledger.page.payments.map(({ row, ids }) => ({ ledger, row, ids })));
  const chosen = noise.random
    .sample(originals, Math.round(originals.length * SEES.informerRows))
    .toSorted((left, right) => order(left.ledger, left.row) - order(right.ledger, right.row));
  const shuffled = noise.random.shuffle(chosen);
  const half = Math.ceil(shuffled.length / 2);
  const copies = [copyRows(grid, shuffled.slice(0, half))];
  const from = grid.nextRow;
  addOwn(theCase, noise.fork("own"), grid);
  const own =
    grid.nextRow === from ? [] : [{ file: INFORMER_FILE, part: "", from, to: grid.nextRow - 1, dataset: "h5-list" }];
  copies.push(copyRows(grid, shuffled.slice(half)));
  copySaid(theCase, grid, copies);
  return { grid, copies, own };
};

interface Original {
  readonly ledger: Grid;
  readonly row: number;
  readonly ids: readonly string[];
}

const order = (ledger: Grid, row: number): number => ledger.page.index * 10_000_000 + row;

const ROLES = ["payer", "payerAccount", "beneficiary", "beneficiaryAccount"] as const;

/** Where each ledger keeps what the informer copies: date, payer, account, beneficiary, account, amount, currency, purpose. */
const columnsOf = (headers: readonly string[]): readonly number[] => {
  const find = (...names: readonly string[]): number => headers.findIndex((header) => names.includes(header)) + 1;
  return [
    find("交易日期", "日期", "Дата", "value_date"),
    find("付款人", "付款人名称", "Плательщик", "debit_name"),
    find("付款账号", "付款人账号", "Счёт плательщика", "debit_account"),
    find("收款人", "收款人名称", "Получатель", "credit_name"),
    find("收款账号", "收款人账号", "Счёт получателя", "credit_account"),
    find("金额", "Сумма", "amount"),
    find("币种", "Валюта", "ccy"),
    find("用途", "摘要", "Назначение платежа", "details"),
  ];
};

const copyRows = (grid: Grid, originals: readonly Original[]): Copy => {
  const from = grid.nextRow;
  const mentionsOf = byRow(originals.map(({ ledger }) => ledger));
  const rows = originals.map(({ ledger, row, ids }) => {
    const mentions = mentionsOf.get(order(ledger, row)) ?? [];
    const line = at(ledger.lines, row - 1);
    const fields = columnsOf(ledger.page.headers).map((column): Field => ({
      text: (line[column - 1]?.text ?? "").trim(),
      mentions: mentions
        .filter((mention) => mention.column === column)
        .map(({ role, entity }) => [role, entity] as const),
    }));
    const number = grid.nextRow;
    grid.add(...fields);
    grid.pays(number, ids);
    return [number, ledger.page.index, row] as const;
  });
  return { file: INFORMER_FILE, part: "", from, to: grid.nextRow - 1, of: "h2-ledgers", rows };
};

const byRow = (ledgers: readonly Grid[]): Map<number, Mention[]> => {
  const map = new Map<number, Mention[]>();
  for (const ledger of new Set(ledgers)) {
    for (const mention of ledger.page.mentions) {
      if (ROLES.some((role) => role === mention.role)) push(map, order(ledger, mention.row), mention);
    }
  }
  return map;
};

/** A copied cell says what its original says. */
const copySaid = (theCase: Case, grid: Grid, copies: readonly Copy[]): void => {
  const copied = new Map<string, Place>();
  const pages = theCase.book.pages;
  for (const { rows } of copies) {
    for (const [row, table, original] of rows) {
      const columns = columnsOf(at(pages, table).headers);
      for (const [index, column] of columns.entries())
        copied.set(`${table} ${original} ${column}`, [grid.page.index, row, index + 1]);
    }
  }
  for (const [index, said] of theCase.book.said.entries()) {
    const more = said.places.map((place) => copied.get(place.join(" "))).filter((place) => place !== undefined);
    const whole = said.summed !== true || more.length === said.places.length;
    if (more.length > 0 && whole) theCase.book.said[index] = { ...said, places: [...said.places, ...more] };
  }
};

const addOwn = (theCase: Case, noise: Noise, grid: Grid): void => {
  const bank = new Set(theCase.seen.bankPayments.map(({ id }) => id));
  const payments = theCase.seen.ownPayments.filter(({ id }) => !bank.has(id));
  const tellings = tellPayments(noise, payments, {
    rates: theCase.world.rates,
    feeFactor: 0.5,
    valueDateFactor: 0.5,
    planted: new Map(),
    quiet: new Set(),
    plantName: () => undefined,
  });
  const habits: PaymentHabits = {
    hand: HANDS.bankEnglish,
    dates: "iso",
    accounts: "text",
    language: "en",
    cash: "cash",
    amount: (minor) => ({ text: writeMinor(minor, "", "."), half: 0 }),
    currency: (currency) => currency,
    columns: (f) => [
      f.date,
      f.payer,
      f.payerAccount,
      f.beneficiary,
      f.beneficiaryAccount,
      f.amount,
      f.currency,
      f.purpose,
    ],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
};
