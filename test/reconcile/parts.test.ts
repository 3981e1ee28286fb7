import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sql } from "../../src/store/index.ts";
import type { Literal, TestCase } from "../support/case.ts";
import { addOtherPayments, openTwoBooks, readPayments } from "./support/payments.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTwoBooks();
});
afterEach(() => testCase.close());

const addOthers = (): Promise<void> => addOtherPayments(testCase);
const payments = (): Promise<string[]> => readPayments(testCase);

describe("payments that a book tells in parts", () => {
  const props = ["payer", "beneficiary", "amount", "currency", "date", "purpose", "transactionNumber", "payerAccount"];
  const told = (id: string, said: string): Literal[] =>
    said.split(" ").flatMap((value, index): Literal[] => {
      const prop = props[index];
      return value === "-" || prop === undefined ? [] : [[id, "Payment", prop, value]];
    });
  const rule = "rule: split in 2 parts, same ends and purpose within days";

  it("are one where purpose and ends agree within days, though no book shows the whole", async () => {
    await addOthers();
    await testCase.statements("h1", [
      ...told("a1", "p q 3000 USD 2015-03-04 freight"),
      ...told("a2", "p q 1700 USD 2015-03-09 freight"),
    ]);
    expect(await payments()).toEqual([`a1: a1 + a2 (${rule})`]);
  });
  it("are one with the whole of another book, even where that is a thousand times too large", async () => {
    await addOthers();
    await testCase.statements("h1", [
      ...told("a1", "p q 3000 USD 2015-03-04 freight"),
      ...told("a2", "p q 1700 USD 2015-03-09 freight"),
    ]);
    await testCase.statements("h2", told("b", "p q 4700000 USD 2015-03-05 -"));
    expect(await payments()).toEqual([
      `a1: a1 + a2 (${rule}) + b (rule: amount in thousands, same date, same payer and payee)`,
    ]);
  });
  it("are one at the rate of the day, where one leaves out the currency", async () => {
    await testCase.file.database.run(sql`insert into held.rate values ('EUR', date '2015-01-01', 1200000, 'test', 1)`);
    await addOthers();
    await testCase.statements("h1", [
      ...told("a1", "p q 3000 EUR 2015-03-04 freight"),
      ...told("a2", "p q 1700 - 2015-03-09 freight"),
    ]);
    await testCase.statements("h2", told("b", "p q 5640 USD 2015-03-05 -"));
    expect(await payments()).toEqual([
      `a1: a1 + a2 (${rule}) + b (rule: amount at the rate of the day, same date, same payer and payee)`,
    ]);
  });
  it.each([
    ["in the middle", "8254782928", "8254728928", [`a1: a1 + a2 (${rule})`]],
    ["in the middle", "8254782928", "8174783021", []],
    ["in what a spreadsheet kept", "40702810302763452774", "40702818302763500000", [`a1: a1 + a2 (${rule})`]],
    ["in what a spreadsheet kept", "40702810302763452774", "40708818309763500000", []],
  ])("may slip %s of the account's number %s, to %s", async (_, first, second, joined) => {
    await addOthers();
    await testCase.statements("h1", [
      ...told("a1", "p q 3000 USD 2015-03-04 freight"),
      ...told("a2", "p q 1700 USD 2015-03-09 freight"),
      ...["a1", "a2"].map((id): Literal => [id, "Payment", "payerAccount", `${id}-account`]),
      ["a1-account", "BankAccount", "accountNumber", first],
      ["a2-account", "BankAccount", "accountNumber", second],
    ]);
    expect(await payments()).toEqual(joined);
  });
  it.each([
    [
      "is part",
      "1300",
      [
        "a: a + b1 (rule: split in 3 parts) + b2 (rule: split in 2 parts, same ends and purpose within days) + b3 (rule: split in 3 parts)",
      ],
    ],
    ["is none", "900", [`a: a + b1 (rule: another amount, same date, same payer and payee) + b2 (${rule})`]],
  ])("make up a whole with one for another purpose, where it %s of it", async (_, third, joined) => {
    await addOthers();
    await testCase.statements("h1", told("a", "p q 6000 USD 2015-03-04 -"));
    await testCase.statements("h2", [
      ...told("b1", "p q 3000 USD 2015-03-04 freight"),
      ...told("b2", "p q 1700 USD 2015-03-09 freight"),
      ...told("b3", `p q ${third} USD 2015-03-11 other`),
    ]);
    expect(await payments()).toEqual(joined);
  });
  it("are one where one account and a transaction number agree that few payments have", async () => {
    await addOthers();
    const parts = ["p q 3000 USD 2015-03-04 - DG-2016/51 acc", "- r 1700 USD 2015-03-09 - DG-2016/51 acc"];
    await testCase.statements(
      "h1",
      parts.flatMap((said, index) => told(`a${index + 1}`, said)),
    );
    expect(await payments()).toEqual([`a1: a1 + a2 (${rule})`]);
  });
  it("are one by that number where one has no day", async () => {
    await addOthers();
    const parts = ["p q 3000 USD 2015-03-04 - DG-2016/51 acc", "- r 1700 USD - - DG-2016/51 acc"];
    await testCase.statements(
      "h1",
      [...parts, "v w 50 USD 2015-03-04 wages", "v w 60 USD 2015-03-06 wages"].flatMap((said, index) =>
        told(`a${index + 1}`, said),
      ),
    );
    expect(await payments()).toEqual([`a1: a1 + a2 (${rule})`, `a3: a3 + a4 (${rule})`]);
  });
  const apart: readonly (readonly [string, string, string])[] = [
    ["another account", "p q 3000 USD 2015-03-04 - DG-2016/51 acc", "- r 1700 USD 2015-03-09 - DG-2016/51 acc2"],
    ["another purpose", "p q 3000 USD 2015-03-04 freight", "p q 1700 USD 2015-03-09 wages"],
    ["another month", "p q 3000 USD 2015-03-04 freight", "p q 1700 USD 2015-04-09 freight"],
    ["no purpose", "p q 3000 USD 2015-03-04 -", "p q 1700 USD 2015-03-09 -"],
    ["alike in everything but the day", "p q 3000 USD 2015-03-04 wages", "p q 3000 USD 2015-03-09 wages"],
  ];
  it.each(apart)("are several with %s", async (_, one, other) => {
    await addOthers();
    await testCase.statements("h1", [...told("a1", one), ...told("a2", other)]);
    expect(await payments()).toEqual([]);
  });
  it("are several where another book shows one of them by itself", async () => {
    await addOthers();
    await testCase.statements("h1", [
      ...told("a1", "p q 3000 USD 2015-03-04 freight"),
      ...told("a2", "p q 1700 USD 2015-03-09 freight"),
    ]);
    await testCase.statements("h2", told("b", "p q 2991 USD 2015-03-05 -"));
    expect(await payments()).toEqual(["a1: a1 + b (rule: amount within a fee, value date, same payer and payee)"]);
  });
  it("are several where a book has such payments all the time", async () => {
    await addOthers();
    const often = Array.from({ length: 12 }, (_, index) =>
      told(
        `o${index}`,
        `p q ${1000 + index} USD 2015-${String(1 + index).padStart(2, "0")}-0${1 + (index % 4) * 2} freight`,
      ),
    );
    await testCase.statements("h1", [...often.flat(), ...told("a2", "p q 1700 USD 2015-03-09 freight")]);
    expect(await payments()).toEqual([]);
  });
});
