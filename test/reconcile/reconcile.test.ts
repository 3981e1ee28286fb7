import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reconcileStage } from "../../src/reconcile/index.ts";
import { integer, nullable, sql, text } from "../../src/store/index.ts";
import type { Literal, TestCase } from "../support/case.ts";
import { addOtherPayments, openTwoBooks, payment, readPayments } from "./support/payments.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTwoBooks();
});
afterEach(() => testCase.close());

const addOthers = (): Promise<void> => addOtherPayments(testCase);
const payments = (): Promise<string[]> => readPayments(testCase);

/** One payment in each of two books: whether they are one, and by which rule. */
async function check(left: string, right: string): Promise<string | null> {
  await addOthers();
  await testCase.statements("h1", payment("a", left));
  await testCase.statements("h2", payment("b", right));
  await testCase.run(reconcileStage);
  const rows = await testCase.rows(
    "select payment_id as id, joined_by as rule from w_open.payment where entity_id = 'b'",
    { id: text, rule: nullable(text) },
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.id === "a" ? (rows[0]?.rule ?? null) : null;
}

describe("one payment in two books", () => {
  const same = "same date, same payer and payee";
  it("without a date, in thousands", async () =>
    expect(await check("p q 22300 USD -", "p q 22300000 USD 2015-03-04")).toBe(
      "rule: amount in thousands, date missing, same payer and payee",
    ));
  it("at the rate of the day", async () => {
    await testCase.file.database.run(
      sql`insert into held.rate values ('EUR', date '2015-01-01', 1100000, 'test', 1), ('EUR', date '2015-03-01', 1200000, 'test', 1)`,
    );
    expect(await check("p q 5000 EUR 2015-03-04", "p q 6030 USD 2015-03-04")).toBe(
      `rule: amount at the rate of the day, ${same}`,
    );
    expect(await check("r s 5000 EUR 2015-03-04", "r s 5500 USD 2015-03-04")).toBeNull();
  });
  const atRate: readonly (readonly [string, string, string, string])[] = [
    [
      "thousands",
      "p q 5000000 EUR 2015-03-04",
      "p q 6030 USD 2015-03-04",
      "amount in thousands at the rate of the day",
    ],
    [
      "a currency not said",
      "p q 7000 - 2015-03-04",
      "p q 8400 USD 2015-03-04",
      "amount at the rate of a currency not said",
    ],
    [
      "no rate where the other's own currency is as near",
      "p q 1003.17 - 2015-03-04",
      "p q 1013 USD 2015-03-04",
      "another amount",
    ],
  ];
  it.each(atRate)("at the rate of the day, with %s", async (_, left, right, rule) => {
    await testCase.file.database.run(sql`insert into held.rate values ('EUR', date '2015-01-01', 1200000, 'test', 1)`);
    expect(await check(left, right)).toBe(`rule: ${rule}, ${same}`);
  });
});

it("is not two payments, though a row without an amount may be either", async () => {
  await testCase.dataset("h3");
  await addOthers();
  await testCase.statements("h1", payment("a", "p q 30800 USD 2015-03-04"));
  await testCase.statements("h2", payment("b", "p q - USD 2015-03-04"));
  await testCase.statements("h3", payment("c", "p q 221000 USD 2015-03-04"));
  expect(await payments()).toEqual(["a: a + b (rule: amount missing, same date, same payer and payee)"]);
});

it("is one amount where a book tells its row twice", async () => {
  await testCase.dataset("h3");
  await addOthers();
  const row = "p q 5000 USD 2015-03-04 TX1";
  await testCase.statements("h1", [...payment("a1", row), ...payment("a2", row)]);
  await testCase.statements("h2", payment("b", "p q - USD 2015-03-04"));
  await testCase.statements("h3", payment("c", "r s 5000 USD 2015-03-04"));
  await testCase.judge("payment", "b", "c", "same");
  expect(await payments()).toEqual([
    "a1: a1 + a2 (rule: same row, same transaction number) + b (rule: amount missing, same date, same payer and payee) + c (judgement 1)",
  ]);
});

describe("rows of one book", () => {
  it("alike in everything stay two payments, one to one with another book's", async () => {
    await addOthers();
    const row = "p q 5000 USD 2015-03-04";
    await testCase.statements("h1", [...payment("a1", row), ...payment("a2", row)]);
    expect(await payments()).toEqual([]);
    await testCase.statements("h2", [...payment("b1", row), ...payment("b2", row)]);
    const rule = "rule: same amount, same date, same payer and payee";
    expect(await payments()).toEqual([`a1: a1 + b1 (${rule})`, `a2: a2 + b2 (${rule})`]);
  });
  it("are one where another book shows one", async () => {
    await addOthers();
    const row = "p q 5000 USD 2015-03-04";
    await testCase.statements("h1", [...payment("a1", row), ...payment("a2", row)]);
    await testCase.statements("h2", payment("b1", row));
    expect(await payments()).toEqual([
      "a1: a1 + a2 (rule: same row, another book shows it once) + b1 (rule: same amount, same date, same payer and payee)",
    ]);
  });
  it("are one where they carry one transaction number", async () => {
    const row = "p q 5000 USD 2015-03-04 TX1";
    await testCase.statements("h1", [...payment("a1", row), ...payment("a2", row)]);
    expect(await payments()).toEqual(["a1: a1 + a2 (rule: same row, same transaction number)"]);
  });
  it("are two where the number is a contract's, used on other days too", async () => {
    const row = "p q 5000 USD 2015-03-04 C7";
    await testCase.statements("h1", [
      ...payment("a1", row),
      ...payment("a2", row),
      ...payment("a3", "p q 800 USD 2015-05-04 C7"),
    ]);
    expect(await payments()).toEqual([]);
  });
  it("are one where they share a spelling that the book rarely uses", async () => {
    await testCase.file.database.run(
      sql`insert into w_open.cluster values ('p', 'p', null, null), ('typo', 'p', 'p', 'rule: name')`,
    );
    const often = Array.from({ length: 120 }, (_, index) => payment(`o${index}`, `p q ${100 + index} USD 2015-03-04`));
    const row = "typo q 5000 USD 2015-03-04";
    await testCase.statements("h1", [...often.flat(), ...payment("a1", row), ...payment("a2", row)]);
    expect(await payments()).toEqual(["a1: a1 + a2 (rule: same row, rare spelling)"]);
  });
});

describe("splits and joins", () => {
  it("take parts of one payment for one", async () => {
    await addOthers();
    await testCase.statements("h1", payment("a", "p q 5000 USD 2015-03-04"));
    await testCase.statements("h2", [
      ...payment("b1", "p q 3000 USD 2015-03-04"),
      ...payment("b2", "p q 1500 USD 2015-03-06"),
      ...payment("b3", "p q 500 USD 2015-03-07"),
    ]);
    expect(await payments()).toEqual([
      "a: a + b1 (rule: split in 3 parts) + b2 (rule: split in 3 parts) + b3 (rule: split in 3 parts)",
    ]);
  });
  it.each([
    ["one of its ends is", []],
    ["one is and the other's account agrees too", ["b1", "b2"]],
  ])("know a part by the rest that is missing, though %s", async (_, withAccount) => {
    await addOthers();
    await testCase.statements("h1", payment("a", "p q 5000 USD 2015-03-04"));
    await testCase.statements("h2", [
      ...payment("b1", "p q 3000 USD 2015-03-04"),
      ...payment("b2", "- q 2000 USD 2015-03-09"),
      ...withAccount.map((id): Literal => [id, "Payment", "beneficiaryAccount", "account"]),
    ]);
    expect(await payments()).toEqual(["a: a + b1 (rule: split in 2 parts) + b2 (rule: split in 2 parts)"]);
  });
  it.each([
    ["another amount", "- q 1500 USD 2015-03-09"],
    ["other ends", "r s 2000 USD 2015-03-09"],
    ["another month", "- q 2000 USD 2015-04-09"],
  ])("are none where the rest has %s", async (_, rest) => {
    await addOthers();
    await testCase.statements("h1", payment("a", "p q 5000 USD 2015-03-04"));
    await testCase.statements("h2", [...payment("b1", "p q 3000 USD 2015-03-04"), ...payment("b2", rest)]);
    expect(await payments()).toEqual(["a: a + b1 (rule: another amount, same date, same payer and payee)"]);
  });
  it("come before a rate that fits a payment of another payer by chance", async () => {
    await testCase.file.database.run(sql`insert into held.rate values ('EUR', date '2015-01-01', 1200000, 'test', 1)`);
    await addOthers();
    await testCase.statements("h1", [
      ...payment("a", "p q 5000 USD 2015-03-04"),
      ...payment("c", "x q 2500 EUR 2015-03-04"),
    ]);
    await testCase.statements("h2", [
      ...payment("b1", "p q 3000 USD 2015-03-04"),
      ...payment("b2", "p q 2000 USD 2015-03-06"),
    ]);
    expect(await payments()).toEqual(["a: a + b1 (rule: split in 2 parts) + b2 (rule: split in 2 parts)"]);
  });
  it("keep two payments that one book joins, and give it both", async () => {
    await addOthers();
    await testCase.statements("h1", payment("a", "p q 5000 USD 2015-03-24"));
    await testCase.statements("h2", [
      ...payment("b1", "p q 3000 USD 2015-03-04"),
      ...payment("b2", "p q 2000 USD 2015-03-24"),
    ]);
    expect(await payments()).toEqual([
      "b1: a (rule: join of 2 payments) + b1",
      "b2: a (rule: join of 2 payments) + b2",
    ]);
  });
});

describe("a row without a date", () => {
  /** Thirty rows a book, on other days; the undated one stands behind so many of the first book. */
  async function check(dayOf: (index: number) => number, undated = "p q - USD -", behind = 15): Promise<string[]> {
    const row = (book: string, index: number): Literal[] =>
      payment(
        `${book}${index}`,
        `${book}p${index} ${book}q${index} ${2000 + index * 91} USD 2015-03-${String(dayOf(index)).padStart(2, "0")}`,
      );
    const rows = Array.from({ length: 30 }, (_, index) => row("a", index));
    rows.splice(behind, 0, payment("a", undated));
    await testCase.statements("h1", rows.flat());
    await testCase.statements("h2", [
      ...Array.from({ length: 30 }, (_, index) => row("b", index)).flat(),
      ...payment("b", "p q 5000 USD 2015-03-16"),
    ]);
    return payments();
  }
  it("is of the days between which it stands, where the rows run by date", async () => {
    expect(await check((index) => index + 1)).toEqual([
      "a: a + b (rule: amount missing, value date, same payer and payee)",
    ]);
  });
  it("is worth what its days' rate makes of it", async () => {
    await testCase.file.database.run(
      sql`insert into held.rate values ('EUR', date '2015-01-01', 2000000, 'test', 1), ('EUR', date '2015-03-10', 1250000, 'test', 1)`,
    );
    expect(await check((index) => index + 1, "p q 4000 EUR -")).toEqual([
      "a: a + b (rule: amount at the rate of the day, value date, same payer and payee)",
    ]);
  });
  it("may be of another day too where amount and ends agree: where it stands is no proof", async () => {
    expect(await check((index) => index + 1, "p q 5000 USD -", 3)).toEqual([
      "a: a + b (rule: same amount, date missing, same payer and payee)",
    ]);
  });
  it("is of any day where they do not", async () => {
    expect(await check((index) => ((index * 17) % 30) + 1)).toEqual([]);
  });
});

describe("decisions", () => {
  const left = "p q 5000 USD 2015-03-04";
  it("keep apart what the rules join, and join what they do not", async () => {
    await addOthers();
    await testCase.statements("h1", [...payment("a", left), ...payment("c", "r s 70 USD 2015-01-04")]);
    await testCase.statements("h2", [...payment("b", left), ...payment("d", "t u 999 USD 2016-01-04")]);
    await testCase.judge("payment", "b", "a", "different");
    await testCase.judge("payment", "c", "d", "same");
    expect(await payments()).toEqual(["c: c + d (judgement 2)"]);
    await testCase.judge("payment", "a", "b", "none");
    await testCase.judge("payment", "d", "c", "none");
    expect(await payments()).toEqual(["a: a + b (rule: same amount, same date, same payer and payee)"]);
  });
});

describe("properties", () => {
  it("gives every payment entity a payment, the same for 1, 2 and 4 threads, and at most one mention a book", async () => {
    const book = (name: string, seed: number): Literal[] =>
      Array.from({ length: 300 }, (_, index) => {
        const amount = 1000 + ((index * 7919) % 4) * 1000 + ((index * seed) % 3);
        return payment(`${name}${index}`, `p${index % 7} q${index % 5} ${amount} USD 2015-03-${10 + (index % 9)}`);
      }).flat();
    await testCase.statements("h1", book("a", 3));
    await testCase.statements("h2", book("b", 5));
    const results: string[] = [];
    for (const threads of [1, 2, 4]) {
      await testCase.file.database.run(sql`set threads = ${threads}`);
      results.push(JSON.stringify(await payments()));
    }
    expect(results[0]).toBe(results[1]);
    expect(results[0]).toBe(results[2]);
    expect(results[0]).toContain("rule: same amount");
    const [counts] = await testCase.rows("select count(distinct entity_id)::integer as n from w_open.payment", {
      n: integer,
    });
    expect(counts).toEqual({ n: 600 });
  });
});
