import type { Case } from "./case.ts";
import type { Field, Grid } from "./grid.ts";
import { at, get } from "./kit/at.ts";
import { isBlank } from "./page.ts";
import type { PaymentHabits, Written } from "./payment-fields.ts";
import type { Telling, ToldRow } from "./tellings.ts";
import type { Place } from "./truth.ts";

/** Adds written rows to a grid, and says of each whole telling what it says; `between` may add subtotals before a row. */
export const addTellings = (
  theCase: Case,
  grid: Grid,
  written: readonly Written[],
  { habits, between }: Layout,
): void => {
  const spans = new Map<Telling, Span>();
  for (const row of written) {
    between?.(row);
    const fields = habits.columns(row.fields, row.told);
    const number = grid.nextRow;
    const places = grid.add(...fields);
    grid.pays(
      number,
      row.telling.payments.map(({ id }) => id),
    );
    const place = (field: Field): Place[] => {
      const index = fields.findIndex((one) => one === field || one.of === field);
      return index >= 0 && !isBlank(field.text) ? [at(places, index)] : [];
    };
    const span = spans.get(row.telling) ?? {
      first: row,
      rows: new Set(),
      amounts: [],
      dates: [],
    };
    spans.set(row.telling, span);
    if (place(row.fields.amount).length > 0) span.rows.add(row.told);
    span.amounts.push(...place(row.fields.amount));
    span.dates.push(...place(row.fields.date));
    sayAccounts(grid, row, place);
    sayHolders(theCase, grid, row, place);
  }
  for (const span of spans.values()) sayTelling(grid, span, habits);
};

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
}

/** Each row writes the accounts anew, so each part of a split payment may miswrite them in its own way. */
const sayAccounts = (grid: Grid, { telling, fields, meanings }: Written, place: (field: Field) => Place[]): void => {
  const sides = [
    ["payerAccount", fields.payerAccount, meanings.payer],
    ["beneficiaryAccount", fields.beneficiaryAccount, meanings.beneficiary],
  ] as const;
  for (const [property, field, { meaning }] of sides) {
    const places = place(field);
    if (places.length === 0) continue;
    for (const { id } of telling.payments) grid.say({ subject: id, property, meaning, places });
  }
};

/** A row that gives a name and a whole account number says who holds the account. */
const sayHolders = (
  theCase: Case,
  grid: Grid,
  { telling, fields, meanings }: Written,
  place: (field: Field) => Place[],
): void => {
  const payment = at(telling.payments, 0);
  const sides = [
    [payment.payerAccount, payment.payer, fields.payer, meanings.payer],
    [payment.beneficiaryAccount, payment.beneficiary, fields.beneficiary, meanings.beneficiary],
  ] as const;
  for (const [account, holder, field, { meaning }] of sides) {
    const places = place(field);
    if (account === undefined || places.length === 0) continue;
    if (meaning === `exact:${get(theCase.accounts, account).number}`)
      grid.say({ subject: account, property: "holder", meaning: holder, places });
  }
};

/** Two payments joined are no single value, so a joined telling says no amount and no date; a split payment says no date. */
const sayTelling = (grid: Grid, { first, rows, amounts, dates }: Span, habits: PaymentHabits): void => {
  const { telling } = first;
  const plant = telling.plant === undefined ? {} : { plant: telling.plant };
  if (telling.payments.length > 1) return;
  const { id } = at(telling.payments, 0);
  const { currency } = at(telling.rows, 0);
  const whole = rows.size === telling.rows.length && telling.rows.every((row) => row.currency === currency);
  const sum = telling.rows.reduce((total, { amountMinor }) => total + amountMinor, 0);
  if (whole)
    grid.say({
      subject: id,
      property: "amount",
      meaning: `${currency} ${sum} ${telling.rows.length * habits.amount(0).half}`,
      places: amounts,
      summed: telling.rows.length > 1,
      ...plant,
    });
  if (telling.rows.length === 1 && dates.length > 0)
    grid.say({ subject: id, property: "date", meaning: at(telling.rows, 0).date, places: dates });
};
