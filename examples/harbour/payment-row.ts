import type { Case, Hand } from "./case.ts";
import { at, get } from "./kit/at.ts";
import type { DateOrder } from "./kit/days.ts";
import type { Currency } from "./kit/money.ts";
import { type Field, type Grid, naming, plain } from "./grid.ts";
import type { Language } from "./names/company-name.ts";
import { PURPOSES } from "./names/purposes.ts";
import { type Noise, writePrefix } from "./noise.ts";
import { isBlank } from "./page.ts";
import type { ToldRow, Telling } from "./tellings.ts";
import type { Place } from "./truth.ts";
import { writeAccount, type WrittenAccount } from "./write-account.ts";

/** The cells that a payment row may have. */
export interface PaymentFields {
  readonly date: Field;
  readonly payer: Field;
  readonly payerAccount: Field;
  readonly payerBank: Field;
  readonly beneficiary: Field;
  readonly beneficiaryAccount: Field;
  readonly beneficiaryBank: Field;
  readonly amount: Field;
  readonly currency: Field;
  readonly purpose: Field;
  readonly reference: Field;
}

export interface PaymentHabits {
  readonly hand: Hand;
  readonly dates: DateOrder;
  readonly accounts: "sheet" | "text";
  readonly language: Language;
  /** An amount as text (and as a number in a sheet), with half a unit of its last written digit in minor units. */
  readonly amount: (minor: number) => { readonly text: string; readonly number?: number; readonly half: number };
  readonly currency: (currency: Currency) => string;
  /** Which fields make a row, in order. */
  readonly columns: (fields: PaymentFields, row: ToldRow) => readonly Field[];
  /** What stands in place of an account where money is paid in cash. */
  readonly cash: string;
}

export interface Written {
  readonly telling: Telling;
  readonly told: ToldRow;
  readonly fields: PaymentFields;
  readonly meanings: { readonly payer: WrittenAccount; readonly beneficiary: WrittenAccount };
}

/** Lays out tellings as rows by date (rows told twice follow at once or at the end of the month), ready to be added to a grid one by one. */
export const writeTellings = (noise: Noise, theCase: Case, tellings: readonly Telling[], habits: PaymentHabits): Written[] => {
  const rows = tellings.flatMap((telling) => telling.rows.map((told) => ({ telling, told, key: told.date })));
  rows.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return rows.flatMap(({ telling, told }) => {
    const written = { telling, told, ...fieldsOf(noise, theCase, told, telling, habits) };
    return told.twice ? [written, written] : [written];
  });
}; // prettier-ignore

/** Adds written rows to a grid, and says of each whole telling what it says; `between` may add subtotals before a row. */
export const addTellings = (theCase: Case, grid: Grid, written: readonly Written[], { habits, between }: Layout): void => {
  const spans = new Map<Telling, Span>();
  for (const row of written) {
    between?.(row);
    const fields = habits.columns(row.fields, row.told);
    const number = grid.nextRow;
    const places = grid.add(...fields);
    grid.pays(number, row.telling.payments.map(({ id }) => id));
    const place = (field: Field): Place[] => (fields.includes(field) && !isBlank(field.text) ? [at(places, fields.indexOf(field))] : []);
    const span = spans.get(row.telling) ?? { first: row, rows: new Set(), amounts: [], dates: [], payers: [], beneficiaries: [] };
    spans.set(row.telling, span);
    if (place(row.fields.amount).length > 0) span.rows.add(row.told);
    span.amounts.push(...place(row.fields.amount));
    span.dates.push(...place(row.fields.date));
    span.payers.push(...place(row.fields.payerAccount));
    span.beneficiaries.push(...place(row.fields.beneficiaryAccount));
    sayHolders(theCase, grid, row, place);
  }
  for (const span of spans.values()) sayTelling(grid, span, habits);
}; // prettier-ignore

export interface Layout {
  readonly habits: PaymentHabits;
  readonly between?: (row: Written) => void;
}

interface Span {
  readonly first: Written;
  /** The rows of the telling whose amount is written. */
  readonly rows: Set<ToldRow>;
  readonly amounts: Place[];
  readonly dates: Place[];
  readonly payers: Place[];
  readonly beneficiaries: Place[];
}

/** A row that gives a name and a whole account number says who holds the account. */
const sayHolders = (theCase: Case, grid: Grid, { telling, fields, meanings }: Written, place: (field: Field) => Place[]): void => {
  const payment = at(telling.payments, 0);
  const sides = [
    [payment.payerAccount, payment.payer, fields.payer, meanings.payer],
    [payment.beneficiaryAccount, payment.beneficiary, fields.beneficiary, meanings.beneficiary],
  ] as const;
  for (const [account, holder, field, { meaning }] of sides) {
    const places = place(field);
    if (account === undefined || places.length === 0) continue;
    if (meaning === `exact:${get(theCase.accounts, account).number}`) grid.say({ subject: account, property: "holder", meaning: holder, places });
  }
};

/** Two payments joined are no single value, so of a joined telling only the accounts are said; the date of a split payment is not said. */
const sayTelling = (grid: Grid, { first, rows, amounts, dates, payers, beneficiaries }: Span, habits: PaymentHabits): void => {
  const { telling, meanings } = first;
  const plant = telling.plant === undefined ? {} : { plant: telling.plant };
  for (const { id } of telling.payments) {
    if (payers.length > 0) grid.say({ subject: id, property: "payerAccount", meaning: meanings.payer.meaning, places: payers });
    if (beneficiaries.length > 0) grid.say({ subject: id, property: "beneficiaryAccount", meaning: meanings.beneficiary.meaning, places: beneficiaries });
  }
  if (telling.payments.length > 1) return;
  const { id } = at(telling.payments, 0);
  const { currency } = at(telling.rows, 0);
  const whole = rows.size === telling.rows.length && telling.rows.every((row) => row.currency === currency);
  const sum = telling.rows.reduce((total, { amountMinor }) => total + amountMinor, 0);
  if (whole) grid.say({ subject: id, property: "amount", meaning: `${currency} ${sum} ${telling.rows.length * habits.amount(0).half}`, places: amounts, ...plant });
  if (telling.rows.length === 1 && dates.length > 0) grid.say({ subject: id, property: "date", meaning: at(telling.rows, 0).date, places: dates });
}; // prettier-ignore

const fieldsOf = (noise: Noise, theCase: Case, told: ToldRow, telling: Telling, habits: PaymentHabits): Pick<Written, "fields" | "meanings"> => {
  const payment = at(telling.payments, 0);
    const blank = (text: string): string => (telling.quiet ? text : noise.blankOr(text));
  const account = (id: string | undefined): WrittenAccount =>
    id === undefined ? { field: plain(habits.cash), meaning: "" } : writeAccount(noise, get(theCase.accounts, id).number, habits.accounts);
  const bankOf = (id: string | undefined): string => (id === undefined ? "" : get(theCase.accounts, id).bank);
  const bank = (id: string | undefined, role: string): Field =>
    id === undefined ? plain("") : naming(blank(theCase.bank(bankOf(id), habits.language)), role, bankOf(id));
  const meanings = { payer: account(payment.payerAccount), beneficiary: account(payment.beneficiaryAccount) };
  const amount = habits.amount(told.amountMinor);
  const amountText = blank(amount.text);
  const party = (id: string, role: string): Field => naming(blank(theCase.party(noise, id, habits.hand)), role, id);
  return {
    meanings,
    fields: {
      date: plain(blank(writePrefix(told.date, habits.dates))),
      payer: party(payment.payer, "payer"),
      payerAccount: withMention(meanings.payer, "payerAccount", payment.payerAccount),
      payerBank: bank(payment.payerAccount, "payerBank"),
      beneficiary: party(payment.beneficiary, "beneficiary"),
      beneficiaryAccount: withMention(meanings.beneficiary, "beneficiaryAccount", payment.beneficiaryAccount),
      beneficiaryBank: bank(payment.beneficiaryAccount, "beneficiaryBank"),
      amount: amountText === amount.text ? { text: amountText, ...(amount.number === undefined ? {} : { number: amount.number }) } : plain(amountText),
      currency: plain(blank(habits.currency(told.currency))),
      purpose: plain(blank(at(PURPOSES[habits.language], payment.purpose))),
      reference: plain(payment.reference ?? ""),
    },
  };
};

const withMention = ({ field, meaning }: WrittenAccount, role: string, account: string | undefined): Field =>
  account === undefined || meaning === "" ? field : { ...field, mentions: [[role, account]] };
