import type { Case } from "../case.ts";
import type { CsvForm } from "../files/csv.ts";
import type { SqliteTable } from "../files/sqlite.ts";
import { type Field, Grid, naming, plain } from "../grid.ts";
import { at, get, push } from "../kit/at.ts";
import { isoOf, writeDate } from "../kit/days.ts";
import { writeMinor } from "../kit/money.ts";
import type { Noise } from "../noise.ts";
import { addTellings } from "../add-tellings.ts";
import { type PaymentFields, type PaymentHabits, writeTellings } from "../payment-fields.ts";
import { type Telling, tellPayments } from "../tellings.ts";
import type { Payment } from "../world/types.ts";
import { writeAccount } from "../write-account.ts";
import { CURRENCY_WORDS, HANDS } from "./habits.ts";

export interface Ledger {
  readonly path: string;
  /** The archive that holds the ledger, if it was handed over in one. */
  readonly archive?: string;
  readonly grid: Grid;
  readonly form: CsvForm;
}

export interface BankHandOver {
  readonly ledgers: readonly Ledger[];
  readonly database: { readonly path: string; readonly tables: readonly SqliteTable[] };
  /** The grids of every payment row, for who copies them. */
  readonly rows: readonly Grid[];
}

/** The bank representative's hand-over: ledgers of Chinese banks in GB18030, of Russian banks in Windows-1251 (the oldest zipped), and a database of the others. */
export const writeBankHandOver = (theCase: Case, noise: Noise): BankHandOver => {
  const groups = groupByLedger(theCase);
  const tellings = (name: string): Telling[] => tellBank(theCase, noise.fork(`tell ${name}`), groups.get(name) ?? []);
  const ledgers = [
    chinese(theCase, noise.fork("c1"), tellings("c1"), { path: "h2-ledgers/liushui-1.csv", tabbed: true }),
    chinese(theCase, noise.fork("c2"), tellings("c2"), { path: "h2-ledgers/liushui-2.csv", tabbed: false }),
    chinese(theCase, noise.fork("c3"), tellings("c3"), { path: "h2-ledgers/liushui-3.csv", tabbed: false }),
    russian(theCase, noise.fork("r1"), tellings("r1"), { path: "h2-ledgers/vypiska-1.csv", preamble: true }),
    russian(theCase, noise.fork("r2"), tellings("r2"), { path: "h2-ledgers/vypiska-2.csv", preamble: false }),
    {
      ...russian(theCase, noise.fork("r3"), tellings("r3"), {
        path: "h2-ledgers/archive-2016.zip!vypiska-3.csv",
        preamble: false,
      }),
      archive: "h2-ledgers/archive-2016.zip",
    },
  ];
  const database = english(theCase, noise.fork("e"), tellings("e"));
  return {
    ledgers,
    database: { path: DATABASE, tables: database.tables },
    rows: [...ledgers.map(({ grid }) => grid), database.transfers],
  };
};

const DATABASE = "h2-ledgers/core.db";

/** Chinese banks fill three ledgers, Russian banks two and, for 2016, a third; all others stand in the database. */
const groupByLedger = (theCase: Case): Map<string, Payment[]> => {
  const groups = new Map<string, Payment[]>();
  for (const payment of theCase.seen.bankPayments) {
    const bank = get(theCase.banks, get(theCase.seen.ledgerBank, payment.id));
    const number = Number(bank.id.slice(1));
    const name =
      bank.country === "CN"
        ? `c${(number % 3) + 1}`
        : bank.country !== "RU"
          ? "e"
          : isoOf(payment.day) < "2016-10-01"
            ? "r3"
            : `r${(number % 2) + 1}`;
    push(groups, name, payment);
  }
  return groups;
};

const tellBank = (theCase: Case, noise: Noise, payments: readonly Payment[]): Telling[] =>
  tellPayments(noise, payments, {
    rates: theCase.world.rates,
    feeFactor: 2,
    valueDateFactor: 2,
    planted: theCase.plants.amount,
    quiet: theCase.plants.quietPayments,
    plantName: (id) => (theCase.plants.amount.has(id) ? "payment amounts" : undefined),
  });

const chinese = (
  theCase: Case,
  noise: Noise,
  tellings: readonly Telling[],
  { path, tabbed }: { path: string; tabbed: boolean },
): Ledger => {
  const grid = new Grid(theCase.book, path, "");
  const tab = (field: Field): Field =>
    tabbed && field.text !== "" ? { ...field, text: `\t${field.text}`, of: field } : field;
  const full = [
    "交易日期",
    "付款人",
    "付款账号",
    "付款行",
    "收款人",
    "收款账号",
    "收款行",
    "币种",
    "金额",
    "用途",
    "流水号",
  ];
  grid.header(
    ...(tabbed ? full : ["日期", "币种", "金额", "付款人名称", "付款人账号", "收款人名称", "收款人账号", "摘要"]),
  );
  const habits: PaymentHabits = {
    hand: HANDS.bankChinese,
    dates: tabbed ? "YMD" : "iso",
    accounts: "text",
    language: "zh",
    cash: "现金",
    amount: (minor) => ({ text: writeMinor(minor, tabbed ? "," : "", "."), half: 0 }),
    currency: (currency) =>
      tabbed ? at(CURRENCY_WORDS.zh[currency], 1) : noise.random.pick(CURRENCY_WORDS.zh[currency]),
    columns: tabbed
      ? (f) => [
          f.date,
          f.payer,
          tab(f.payerAccount),
          f.payerBank,
          f.beneficiary,
          tab(f.beneficiaryAccount),
          f.beneficiaryBank,
          f.currency,
          f.amount,
          f.purpose,
          f.reference,
        ]
      : (f) => [f.date, f.currency, f.amount, f.payer, f.payerAccount, f.beneficiary, f.beneficiaryAccount, f.purpose],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
  return {
    path,
    grid,
    form: { separator: ",", encoding: "gb18030", lineEnd: "\r\n", quotes: tabbed ? "all" : "needed" },
  };
};

const russian = (
  theCase: Case,
  noise: Noise,
  tellings: readonly Telling[],
  { path, preamble }: { path: string; preamble: boolean },
): Ledger => {
  const grid = new Grid(theCase.book, path, "");
  if (preamble) {
    grid.furniture("Выписка по операциям клиентов");
    grid.furniture("Период: 01.10.2016 - 31.12.2018");
    grid.furniture("");
  }
  grid.header(
    "Дата",
    "№ док.",
    "Плательщик",
    "Счёт плательщика",
    "Банк плательщика",
    "Получатель",
    "Счёт получателя",
    "Сумма",
    "Валюта",
    "Назначение платежа",
  );
  const habits: PaymentHabits = {
    hand: HANDS.bankRussian,
    dates: "D.M.Y",
    accounts: "text",
    language: "ru",
    cash: "касса",
    amount: (minor) => ({ text: writeMinor(minor, preamble ? "\u00a0" : "", ","), half: 0 }),
    currency: (currency) => noise.random.pick(CURRENCY_WORDS.ru[currency]),
    columns: (f) => [
      f.date,
      plain(String(noise.random.between(1, 999))),
      f.payer,
      f.payerAccount,
      f.payerBank,
      f.beneficiary,
      f.beneficiaryAccount,
      f.amount,
      f.currency,
      contract(f),
    ],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
  if (preamble)
    grid.furniture(
      "Итого",
      "",
      "",
      "",
      "",
      "",
      "",
      writeMinor(
        tellings.reduce((sum, { rows }) => sum + rows.reduce((part, { amountMinor }) => part + amountMinor, 0), 0),
        "\u00a0",
        ",",
      ),
    );
  return { path, grid, form: { separator: ";", encoding: "windows-1251", lineEnd: "\r\n", quotes: "needed" } };
};

const contract = ({ purpose, reference }: PaymentFields): Field =>
  reference.text === "" ? purpose : plain(`${purpose.text} по дог. ${reference.text}`);

const english = (
  theCase: Case,
  noise: Noise,
  tellings: readonly Telling[],
): { tables: SqliteTable[]; transfers: Grid } => {
  const customers = customerTable(theCase, noise.fork("customers"));
  const accounts = accountTable(theCase, noise.fork("accounts"), customers.idOf);
  const grid = new Grid(theCase.book, DATABASE, "transfers");
  grid.page.headers = [
    "id",
    "value_date",
    "debit_account",
    "debit_name",
    "credit_account",
    "credit_name",
    "amount",
    "ccy",
    "details",
  ];
  const habits: PaymentHabits = {
    hand: HANDS.bankEnglish,
    dates: "iso",
    accounts: "text",
    language: "en",
    cash: "CASH",
    amount: (minor) => ({ text: String(minor / 100), number: minor / 100, half: 0 }),
    currency: (currency) => at(CURRENCY_WORDS.en[currency], 0),
    columns: (f) => [
      plain(""),
      f.date,
      f.payerAccount,
      f.payer,
      f.beneficiaryAccount,
      f.beneficiary,
      f.amount,
      f.currency,
      { ...f.purpose, text: [f.purpose.text, f.reference.text].filter(Boolean).join(" ") },
    ],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
  const rows = grid.lines.map((fields, index) => [
    index + 1,
    ...fields.slice(1).map(({ text, number }) => number ?? (text === "" ? null : text)),
  ]);
  const create =
    "create table transfers (id integer primary key, value_date text, debit_account text, debit_name text, credit_account text, credit_name text, amount real, ccy text, details text)";
  return { tables: [customers.table, accounts, { name: "transfers", create, columns: 9, rows }], transfers: grid };
};

/** What the bank's papers say of its customers: every holder at a known bank outside China and Russia, and the directors who sign for them. */
const customerTable = (theCase: Case, noise: Noise): { table: SqliteTable; idOf: ReadonlyMap<string, number> } => {
  const grid = new Grid(theCase.book, DATABASE, "customers");
  grid.page.headers = ["cust_id", "kind", "name", "dob_or_inc", "id_no", "country", "phone", "address"];
  const holders = new Set(heldAtDatabase(theCase).map(({ holder }) => holder));
  const signers = [...holders].flatMap((id) => theCase.companies.get(id)?.directors.map(({ person }) => person) ?? []);
  const idOf = new Map<string, number>();
  const rows: (string | number | null)[][] = [];
  for (const id of new Set([...holders, ...signers])) {
    const fields = customerFields(theCase, noise, id);
    const places = grid.add(...fields);
    idOf.set(id, at(places, 0)[1]);
    rows.push([at(places, 0)[1], ...fields.slice(1).map(({ text }) => (text === "" ? null : text))]);
  }
  const create =
    "create table customers (cust_id integer primary key, kind text, name text, dob_or_inc text, id_no text, country text, phone text, address text)";
  return { table: { name: "customers", create, columns: 8, rows }, idOf };
};

const heldAtDatabase = (theCase: Case): Case["world"]["accounts"] => {
  const banks = new Set(
    [...theCase.seen.ledgerBank.values()].filter((id) => !["CN", "RU"].includes(get(theCase.banks, id).country)),
  );
  return theCase.world.accounts.filter(({ bank }) => banks.has(bank));
};

const customerFields = (theCase: Case, noise: Noise, id: string): Field[] => {
  const person = theCase.people.get(id);
  const name = theCase.party(noise, id, HANDS.bankEnglish);
  if (person !== undefined) {
    const meaning = noise.birth(person.born);
    const passport = at(person.passports, person.passports.length - 1);
    return [
      plain(""),
      plain("P"),
      naming(name, "person", id),
      { text: meaning, says: [{ subject: id, property: "birthDate", meaning }] },
      plain(noise.blankOr(passport.number)),
      plain(passport.country),
      plain(noise.blankOr(noise.phone(person.phone, person.oldPhone))),
      plain(noise.blankOr(person.address)),
    ];
  }
  const company = get(theCase.companies, id);
  const meaning = isoOf(company.founded);
  return [
    plain(""),
    plain("C"),
    naming(name, "company", id),
    { text: meaning, says: [{ subject: id, property: "incorporationDate", meaning }] },
    plain(noise.blankOr(company.number)),
    plain(company.country),
    plain(noise.blankOr(noise.phone(company.phone, company.phone))),
    plain(noise.blankOr(company.address)),
  ];
};

const accountTable = (theCase: Case, noise: Noise, idOf: ReadonlyMap<string, number>): SqliteTable => {
  const grid = new Grid(theCase.book, DATABASE, "accounts");
  grid.page.headers = ["acct_no", "cust_id", "bank_bic", "bank_name", "ccy", "opened"];
  const rows = heldAtDatabase(theCase).map((account) => {
    const bank = get(theCase.banks, account.bank);
    const written = writeAccount(noise, account.number, "text");
    const exact = written.meaning === `exact:${account.number}`;
    const fields: Field[] = [
      { ...written.field, ...(written.meaning === "" ? {} : { mentions: [["account", account.id]] as const }) },
      {
        text: String(get(idOf, account.holder)),
        mentions: [["holder", account.holder]],
        ...(exact ? { says: [{ subject: account.id, property: "holder", meaning: account.holder }] } : {}),
      },
      naming(bank.bic, "bic", bank.id),
      naming(theCase.bank(bank.id, "en").toUpperCase(), "bank", bank.id),
      plain(account.currency),
      plain(writeDate(isoOf(16_000 + ((Number(account.id.slice(1)) * 37) % 700)), "iso")),
    ];
    grid.add(...fields);
    return fields.map(({ text }, index) => (index === 1 ? Number(text) : text === "" ? null : text));
  });
  return {
    name: "accounts",
    create:
      "create table accounts (acct_no text, cust_id integer references customers, bank_bic text, bank_name text, ccy text, opened text)",
    columns: 6,
    rows,
  };
};
