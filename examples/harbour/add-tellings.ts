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
    const place = (field: Field): Place[] =>
      fields.includes(field) && !isBlank(field.text) ? [at(places, fields.indexOf(field))] : [];
    const span = spans.get(row.telling) ?? {
      first: row,
      rows: new Set(),
      amounts: [],
      dates: [],
      payers: [],
      beneficiaries: [],
    };
    spans.set(row.telling, span);
    if (place(row.fields.amount).length > 0) span.rows.add(row.told);
    span.amounts.push(...place(row.fields.amount));
    span.dates.push(...place(row.fields.date));
    span.payers.push(...place(row.fields.payerAccount));
    span.beneficiaries.push(...place(row.fields.beneficiaryAccount));
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
  readonly payers: Place[];
  readonly beneficiaries: Place[];
}

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

/** Two payments joined are no single value, so of a joined telling only the accounts are said; the date of a split payment is not said. */
const sayTelling = (
  grid: Grid,
  { first, rows, amounts, dates, payers, beneficiaries }: Span,
  habits: PaymentHabits,
): void => {
  const { telling, meanings } = first;
  const plant = telling.plant === undefined ? {} : { plant: telling.plant };
  for (const { id } of telling.payments) {
    if (payers.length > 0)
      grid.say({ subject: id, property: "payerAccount", meaning: meanings.payer.meaning, places: payers });
    if (beneficiaries.length > 0)
      grid.say({
        subject: id,
        property: "beneficiaryAccount",
        meaning: meanings.beneficiary.meaning,
        places: beneficiaries,
      });
  }
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
