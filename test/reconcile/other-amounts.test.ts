import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sql } from "../../src/store/index.ts";
import type { Literal, TestCase } from "../support/case.ts";
import { addOtherPayments, openTwoBooks, payment, readPayments } from "./support/payments.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTwoBooks();
});
afterEach(() => testCase.close());

const payments = (): Promise<string[]> => readPayments(testCase);

it.each([
  ["4.07028E+19", "a: a + b (rule: another amount, same date, same payer and payee)"],
  ["4.07038E+19", undefined],
])("may be one where a spreadsheet left %s of an account's number", async (left, joined) => {
  await addOtherPayments(testCase);
  const account = (id: string): Literal => [id, "Payment", "payerAccount", `${id}-account`];
  await testCase.statements("h1", [
    ...payment("a", "p q 5000 USD 2015-03-04"),
    account("a"),
    ["a-account", "BankAccount", "accountNumber", "40702810302763452747"],
  ]);
  await testCase.statements("h2", [
    ...payment("b", "p q 6500 USD 2015-03-04"),
    account("b"),
    ["b-account", "BankAccount", "notes", `Account: ${left}`],
  ]);
  await testCase.file.database.run(sql`update held.statement set original_value = ${left} where prop = 'notes'`);
  expect(await payments()).toEqual(joined === undefined ? [] : [joined]);
});

describe("what two books leave over between two ends that pay often", () => {
  async function check(left: string, right: string, amount = "6900 USD"): Promise<string[]> {
    for (const book of ["h1", "h2"]) {
      const both = Array.from({ length: 60 }, (_, index) => {
        const ends = index < 18 ? "p q" : `p${index} q${index}`;
        return payment(
          `${book}o${index}`,
          `${ends} ${2000 + index * 31} USD 2015-0${1 + (index % 9)}-${10 + (index % 18)}`,
        );
      });
      await testCase.statements(book, both.flat());
    }
    await testCase.statements("h1", payment("a", `p q 5000 USD ${left}`));
    await testCase.statements("h2", payment("b", `p q ${amount} ${right}`));
    return (await payments()).filter((each) => each.startsWith("a:"));
  }
  it("on one day is one payment with two amounts", async () => {
    expect(await check("2015-04-04", "2015-04-04")).toEqual([
      "a: a + b (rule: another amount, same date, same payer and payee)",
    ]);
  });
  it("is one payment in two currencies too", async () => {
    await testCase.file.database.run(sql`insert into held.rate values ('EUR', date '2015-01-01', 1250000, 'test', 1)`);
    expect(await check("2015-04-04", "2015-04-04", "5520 EUR")).toEqual([
      "a: a + b (rule: another amount, same date, same payer and payee)",
    ]);
  });
  it("on two days stays two payments", async () => {
    expect(await check("2015-04-04", "2015-04-06")).toEqual([]);
  });
});

describe("what payments are said to be for", () => {
  const told = (id: string, said: string, purpose: string): Literal[] => [
    ...payment(id, said),
    [id, "Payment", "purpose", purpose],
  ];
  const english = ["freight", "wages", "rent", "fish", "tools", "loan"];
  const korean = ["운임", "로임", "집세", "수산물", "도구", "대부금"];
  /** 120 pairs that are sure, twenty for each purpose in its book's words, and one pair that is in doubt. */
  async function check(date: string, purpose: string): Promise<string[]> {
    const rows = (book: string, words: readonly string[]): Literal[] =>
      Array.from({ length: 120 }, (_, index) =>
        told(
          `${book}s${index}`,
          `p${index} q${index} ${1001 + index * 37} USD 2015-0${1 + (index % 9)}-11`,
          words[index % 6] ?? "",
        ),
      ).flat();
    await testCase.statements("h1", [...rows("a", english), ...told("a", "p q 6000 USD 2015-03-04", "freight")]);
    await testCase.statements("h2", [...rows("b", korean), ...told("b", `p q 4100 USD ${date}`, purpose)]);
    return (await payments()).filter((each) => each.startsWith("a: "));
  }
  it("is learnt from sure pairs, and joins what does not hold without", async () => {
    expect(await check("2015-03-06", "운임")).toEqual([
      "a: a + b (rule: another amount, value date, same payer and payee)",
    ]);
  });
  it("joins nothing where nothing is learnt of it", async () => {
    expect(await check("2015-03-06", "기타")).toEqual([]);
  });
  it("keeps apart what would hold without", async () => {
    expect(await check("2015-03-04", "로임")).toEqual([]);
  });
  it("holds without, where nothing is learnt of it", async () => {
    expect(await check("2015-03-04", "기타")).toEqual([
      "a: a + b (rule: another amount, same date, same payer and payee)",
    ]);
  });
});
