import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reconcileStage } from "../../src/reconcile/index.ts";
import { nullable, text } from "../../src/store/index.ts";
import type { TestCase } from "../support/case.ts";
import { addOtherPayments, openTwoBooks, payment } from "./support/payments.ts";

/** What one book says of a payment, what the other says, and the rule by which they are one, if they are. */
const same = "same date, same payer and payee";
const cases: readonly (readonly [string, string, string, string | null])[] = [
  ["alike in everything", "p q 5000.00 USD 2015-03-04", "p q 5000 USD 2015-03-04", `rule: same amount, ${same}`],
  [
    "a fee of half a percent",
    "p q 5000 USD 2015-03-04",
    "p q 4975 USD 2015-03-04",
    `rule: amount within a fee, ${same}`,
  ],
  ["a flat fee", "p q 900 USD 2015-03-04", "p q 865 USD 2015-03-04", `rule: amount within a fee, ${same}`],
  ["in thousands", "p q 5000000 USD 2015-03-04", "p q 5000 USD 2015-03-04", `rule: amount in thousands, ${same}`],
  [
    "digits swapped",
    "p q 58120 USD 2015-03-04",
    "p q 51820 USD 2015-03-04",
    `rule: digits of the amount swapped, ${same}`,
  ],
  [
    "a value date",
    "p q 5000 USD 2015-03-04",
    "p q 5000 USD 2015-03-07",
    "rule: same amount, value date, same payer and payee",
  ],
  [
    "day and month swapped",
    "p q 5000 USD 2015-03-04",
    "p q 5000 USD 2015-04-03",
    "rule: same amount, day and month swapped, same payer and payee",
  ],
  [
    "month only",
    "p q 5000 USD 2015-03-04",
    "p q 5000 USD 2015-03",
    "rule: same amount, same month, same payer and payee",
  ],
  [
    "month only, past the end of the month",
    "p q 5000 USD 2015-03-30",
    "p q 5000 USD 2015-04",
    "rule: same amount, same month, same payer and payee",
  ],
  [
    "rounded as people tell it",
    "p q 61549 USD 2015-03-04",
    "p q 61500 USD 2015-03-04",
    `rule: amount rounded, ${same}`,
  ],
  [
    "thousandths that keep one digit",
    "p q 23960 USD 2015-03-04",
    "p q 20 USD 2015-03-04",
    `rule: amount in thousands, ${same}`,
  ],
  [
    "digits swapped, then rounded",
    "p q 221551.48 USD 2015-03-04",
    "p q 212600 USD 2015-03-04",
    `rule: digits of the amount swapped, ${same}`,
  ],
  [
    "digits swapped that make it more than three times as much",
    "p q 611865 USD 2015-03-04",
    "p q 161900 USD 2015-03-04",
    `rule: digits of the amount swapped, ${same}`,
  ],
  [
    "thousandths that keep two digits",
    "p q 23960 USD 2015-03-04",
    "p q 24 USD 2015-03-04",
    `rule: amount in thousands, ${same}`,
  ],
  ["no date", "p q 5000 USD 2015-03-04", "p q 5000 USD -", "rule: same amount, date missing, same payer and payee"],
  ["no amount", "p q - USD 2015-03-04", "p q 5000 USD 2015-03-04", `rule: amount missing, ${same}`],
  [
    "one party not resolved",
    "p q 5000 USD 2015-03-04",
    "p other 5000 USD 2015-03-04",
    "rule: same amount, same date, same payer",
  ],
  [
    "a transaction number",
    "p q 5000 USD 2015-03-04 TX1",
    "p other 7000 USD 2015-03-04 tx-1",
    "rule: another amount, same date, same payer, same transaction number",
  ],
  ["two amounts beyond any fee", "p q 5000 USD 2015-03-04", "p q 6500 USD 2015-03-04", `rule: another amount, ${same}`],
  ["other parties", "p q 5000 USD 2015-03-04", "r s 5000 USD 2015-03-04", null],
  ["another date", "p q 5000 USD 2015-03-04", "p q 5000 USD 2015-09-14", null],
  ["another amount and date", "p q 5000 USD 2015-03-04", "p q 6000 USD 2015-03-06", null],
  ["a small payment and no thousandth", "p q 23960 USD 2015-03-04", "p q 50 USD 2015-03-04", null],
];

let testCase: TestCase;
let told: readonly string[];
let found: ReadonlyMap<string, string | null>;
beforeAll(async () => {
  testCase = await openTwoBooks();
  await addOtherPayments(testCase);
  for (const [book, side] of [
    ["h1", 1],
    ["h2", 2],
  ] as const)
    await testCase.statements(
      book,
      cases.flatMap((each, index) => payment(`${book}-${index}`, ofItsOwn(each[side], index))),
    );
  await testCase.run(reconcileStage);
  const rows = await testCase.rows(
    `select entity_id as id, payment_id as payment, joined_by as rule from w_open.payment
     where entity_id like 'h2-%' order by entity_id, payment_id`,
    { id: text, payment: text, rule: nullable(text) },
  );
  told = rows.map(({ id }) => id);
  found = new Map(rows.map(({ id, payment: joined, rule }) => [id, joined === id.replace("h2", "h1") ? rule : null]));
});
afterAll(() => testCase.close());

/** Each line's parties are its own, so that no line is told from another by chance. */
const ofItsOwn = (said: string, index: number): string =>
  said
    .split(" ")
    .map((value, at) => (at < 2 && value !== "-" ? `${value}${index}` : value))
    .join(" ");

describe("one payment in two books", () => {
  it("is one payment each, joined or not", () =>
    expect(told).toEqual(cases.map((_, index) => `h2-${index}`).toSorted()));
  for (const [index, [name, , , rule]] of cases.entries()) it(name, () => expect(found.get(`h2-${index}`)).toBe(rule));
});
