import type { Case, Hand } from "./case.ts";
import { type Field, naming, plain } from "./grid.ts";
import { at, get } from "./kit/at.ts";
import type { DateOrder } from "./kit/days.ts";
import type { Currency } from "./kit/money.ts";
import type { Language } from "./names/company-name.ts";
import { PURPOSES } from "./names/purposes.ts";
import { type Noise, writePrefix } from "./noise.ts";
import type { Telling, ToldRow } from "./tellings.ts";
import { type WrittenAccount, writeAccount } from "./write-account.ts";

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
export const writeTellings = (
  noise: Noise,
  theCase: Case,
  tellings: readonly Telling[],
  habits: PaymentHabits,
): Written[] => {
  const rows = tellings.flatMap((telling) => telling.rows.map((told) => ({ telling, told, key: told.date })));
  rows.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return rows.flatMap(({ telling, told }) => {
    const written = { telling, told, ...fieldsOf({ noise, theCase, habits }, telling, told) };
    return told.twice ? [written, written] : [written];
  });
};

interface Teller {
  readonly noise: Noise;
  readonly theCase: Case;
  readonly habits: PaymentHabits;
}

const fieldsOf = (
  { noise, theCase, habits }: Teller,
  telling: Telling,
  told: ToldRow,
): Pick<Written, "fields" | "meanings"> => {
  const payment = at(telling.payments, 0);
  const blank = (text: string): string => (telling.quiet ? text : noise.blankOr(text));
  const account = (id: string | undefined): WrittenAccount =>
    id === undefined
      ? { field: plain(habits.cash), meaning: "" }
      : writeAccount(noise, get(theCase.accounts, id).number, habits.accounts);
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
      amount:
        amountText === amount.text
          ? { text: amountText, ...(amount.number === undefined ? {} : { number: amount.number }) }
          : plain(amountText),
      currency: plain(blank(habits.currency(told.currency))),
      purpose: plain(blank(at(PURPOSES[habits.language], payment.purpose))),
      reference: plain(payment.reference ?? ""),
    },
  };
};

const withMention = ({ field, meaning }: WrittenAccount, role: string, account: string | undefined): Field =>
  account === undefined || meaning === "" ? field : { ...field, mentions: [[role, account]] };
