import { afterEach, beforeEach, expect, test } from "vitest";
import { networkStage } from "../../src/network/index.ts";
import { rawSql, bigInteger, integer, nullable, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { paid, takeEachForItself } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("one");
  await made.dataset("two");
});
afterEach(() => made.close());

const run = async (sql: string): Promise<unknown> => made.file.database.run(rawSql(sql));

/** One payment entity, from its id and "payer > payee amount currency date"; parties are made with their name. */
function payment(id: string, words: string): Literal[] {
  const [payer = "", , payee = "", amount = "", currency = "", date = ""] = words.split(" ");
  return [
    [payer, "LegalEntity", "name", payer],
    [payee, "LegalEntity", "name", payee],
    ...paid(id, { payer, beneficiary: payee, amount, currency, date }),
  ];
}

/** Each payment entity is a payment of its own; every entity stands alone unless joined here. */
async function settle(
  joined: Record<string, string> = {},
  payments: Record<string, readonly [string, string | null]> = {},
): Promise<void> {
  await takeEachForItself(made);
  for (const [entity, canonical] of Object.entries(joined)) {
    await run(
      `update w_open.cluster set canonical_id = '${canonical}', joined_to = '${canonical}', joined_by = 'test' where entity_id = '${entity}'`,
    );
  }
  for (const [entity, [head, by]] of Object.entries(payments)) {
    await run(`update w_open.payment set payment_id = '${head}', joined_by = '${by}' where entity_id = '${entity}'`);
  }
}

const flows = async () =>
  made.rows(
    `select payment_id || ': ' || payer_id || ' > ' || payee_id as line, amount_minor as minor, currency, case_minor as "caseMinor",
      value_from::varchar || '..' || value_to::varchar as dates, roots_least as roots from w_open.flow order by payment_id`,
    {
      line: text,
      minor: bigInteger,
      currency: text,
      caseMinor: nullable(bigInteger),
      dates: nullable(text),
      roots: integer,
    },
  );

function check(
  name: string,
  prepare: () => Promise<void>,
  expected: readonly (readonly unknown[])[],
  settings = {},
): void {
  test(`flow: ${name}`, async () => {
    await prepare();
    await made.run(networkStage, settings);
    const rows = await flows();
    expect(rows.map((row) => [row.line, row.minor, row.currency, row.caseMinor, row.dates])).toEqual(expected);
  });
}

const rate = async (currency: string, date: string, millionths: number): Promise<unknown> =>
  run(`insert into held.rate values ('${currency}', date '${date}', ${millionths}, 'rates.csv', 1)`);

check(
  "an amount in the case currency",
  async () => {
    await made.statements("one", payment("p1", "a > b 1234.5 USD 2016-03-04"));
    await settle();
  },
  [["p1: a > b", 123450n, "USD", 123450n, "2016-03-04..2016-03-04"]],
);

check(
  "the last rate before the value date, half to even",
  async () => {
    await made.statements("one", [
      ...payment("p1", "a > b 0.25 CNY 2016-03-04"),
      ...payment("p2", "a > b 0.75 CNY 2016-03-04"),
      ...payment("p3", "a > b 10 CNY 2016-03-01"),
    ]);
    await rate("CNY", "2016-03-03", 100_000);
    await rate("CNY", "2016-03-05", 900_000);
    await rate("CNY", "2016-02-28", 200_000);
    await settle();
  },
  [
    ["p1: a > b", 25n, "CNY", 2n, "2016-03-04..2016-03-04"],
    ["p2: a > b", 75n, "CNY", 8n, "2016-03-04..2016-03-04"],
    ["p3: a > b", 1000n, "CNY", 200n, "2016-03-01..2016-03-01"],
  ],
);

check(
  "a currency without a rate, a rate too old, a payment without a date",
  async () => {
    await made.statements("one", [
      ...payment("p1", "a > b 5 EUR 2016-03-04"),
      ...payment("p2", "a > b 5 CNY 2016-05-04"),
      ...payment("p3", "a > b 5 CNY 2016-03-04").filter(([, , prop]) => prop !== "date"),
    ]);
    await rate("CNY", "2016-03-03", 100_000);
    await settle();
  },
  [
    ["p1: a > b", 500n, "EUR", null, "2016-03-04..2016-03-04"],
    ["p2: a > b", 500n, "CNY", null, "2016-05-04..2016-05-04"],
    ["p3: a > b", 500n, "CNY", null, null],
  ],
);

check(
  "currencies with no and with three decimals",
  async () => {
    await made.statements("one", [
      ...payment("p0", "a > b 0.5 KRW 2016-03-04"),
      ...payment("p1", "a > b 1000000 KRW 2016-03-04"),
      ...payment("p2", "a > b 1.234 KWD 2016-03-04"),
    ]);
    await rate("KRW", "2016-03-04", 830);
    await rate("KWD", "2016-03-04", 3_300_000);
    await settle();
  },
  [
    ["p0: a > b", 0n, "KRW", 0n, "2016-03-04..2016-03-04"],
    ["p1: a > b", 1000000n, "KRW", 83000n, "2016-03-04..2016-03-04"],
    ["p2: a > b", 1234n, "KWD", 407n, "2016-03-04..2016-03-04"],
  ],
);

check(
  "10^15 minor units",
  async () => {
    await made.statements("one", payment("p1", "a > b 10000000000000.01 USD 2016-03-04"));
    await settle();
  },
  [["p1: a > b", 1_000_000_000_000_001n, "USD", 1_000_000_000_000_001n, "2016-03-04..2016-03-04"]],
);

check(
  "a month and a year are ranges",
  async () => {
    await made.statements("one", [...payment("p1", "a > b 1 USD 2016-02"), ...payment("p2", "a > b 1 USD 2016")]);
    await settle();
  },
  [
    ["p1: a > b", 100n, "USD", 100n, "2016-02-01..2016-02-29"],
    ["p2: a > b", 100n, "USD", 100n, "2016-01-01..2016-12-31"],
  ],
);

check(
  "a refund flows back",
  async () => {
    await made.statements("one", payment("p1", "a > b -7 USD 2016-03-04"));
    await settle();
  },
  [["p1: b > a", 700n, "USD", 700n, "2016-03-04..2016-03-04"]],
);

check(
  "one row for a payment in two books, parties by canonical id",
  async () => {
    await made.statements("one", payment("p1", "a > b 100 USD 2016-03-04"));
    await made.statements("two", payment("p2", "A > B 99.50 USD 2016-03-05"));
    await settle({ A: "a", B: "b" }, { p2: ["p1", "rule: same amount"] });
  },
  [["p1: a > b", 10000n, "USD", 10000n, "2016-03-04..2016-03-04"]],
);

check(
  "a payment told in parts counts once, as a whole",
  async () => {
    await made.statements("one", [
      ...payment("p1", "a > b 60 USD 2016-03-04"),
      ...payment("p2", "a > b 40 USD 2016-03-05"),
    ]);
    await made.statements("two", payment("p3", "a > b 100 USD 2016-03-06"));
    await settle({}, { p2: ["p1", "rule: split in 2 parts"], p3: ["p1", "rule: split in 2 parts"] });
  },
  [["p1: a > b", 10000n, "USD", 10000n, "2016-03-06..2016-03-06"]],
);

check(
  "a row that sums two payments adds nothing to them",
  async () => {
    await made.statements("one", payment("p0", "a > b 100 USD 2016-03-06"));
    await made.statements("two", [
      ...payment("p1", "a > b 60 USD 2016-03-04"),
      ...payment("p2", "a > b 40 USD 2016-03-05"),
    ]);
    await settle({}, { p0: ["p1", "rule: join of 2 payments"] });
    await run(`insert into w_open.payment values ('p2', 'p0', 1, 'rule: join of 2 payments')`);
  },
  [
    ["p1: a > b", 6000n, "USD", 6000n, "2016-03-04..2016-03-04"],
    ["p2: a > b", 4000n, "USD", 4000n, "2016-03-05..2016-03-05"],
  ],
);

check(
  "an amount that is more than twice another book's gives way",
  async () => {
    await made.statements("one", payment("p1", "a > b 100000 USD 2016-03-04"));
    await made.statements("two", payment("p2", "a > b 99.50 USD 2016-03-05"));
    await settle({}, { p2: ["p1", "rule: same"] });
  },
  [["p1: a > b", 9950n, "USD", 9950n, "2016-03-05..2016-03-05"]],
);

check(
  "a word for a currency, and one that names none",
  async () => {
    await made.statements("one", [...payment("p1", "a > b 5 usd 2016"), ...payment("p2", "a > b 5 shells 2016")]);
    await settle();
  },
  [
    ["p1: a > b", 500n, "USD", 500n, "2016-01-01..2016-12-31"],
    ["p2: a > b", 500n, "shells", null, "2016-01-01..2016-12-31"],
  ],
);

check(
  "what the first book does not say is taken from the next: currency, day",
  async () => {
    await made.statements("one", payment("p1", "a > b 100 shells 2016-03"));
    await made.statements("two", payment("p2", "a > b 100 USD 2016-03-05"));
    await settle({}, { p2: ["p1", "rule: same"] });
  },
  [["p1: a > b", 10000n, "USD", 10000n, "2016-03-05..2016-03-05"]],
);

const byAccount: Literal[] = [
  ["x", "LegalEntity", "notes", "Not named; known by 123"],
  ["b", "LegalEntity", "name", "b"],
  ["acc", "BankAccount", "accountNumber", "123"],
  ["own", "Ownership", "owner", "x"],
  ["own", "Ownership", "asset", "acc"],
  ["p1", "Payment", "payer", "x"],
  ["p1", "Payment", "payerAccount", "acc"],
  ["p1", "Payment", "beneficiary", "b"],
  ["p1", "Payment", "amount", "5"],
  ["p1", "Payment", "currency", "USD"],
];

check(
  "an unnamed holder gives way to the named holder of the account",
  async () => {
    await made.statements("one", byAccount);
    await made.statements("two", [
      ["h", "Company", "name", "H Ltd"],
      ["acc2", "BankAccount", "accountNumber", "123"],
      ["own2", "Ownership", "owner", "h"],
      ["own2", "Ownership", "asset", "acc2"],
    ]);
    await settle({ acc2: "acc" });
  },
  [["p1: h > b", 500n, "USD", 500n, null]],
);

check(
  "an unnamed holder stays where two are named",
  async () => {
    await made.statements("one", byAccount);
    await made.statements("two", [
      ["h", "Company", "name", "H Ltd"],
      ["k", "Company", "name", "K Ltd"],
      ["own2", "Ownership", "owner", "h"],
      ["own2", "Ownership", "asset", "acc"],
      ["own3", "Ownership", "owner", "k"],
      ["own3", "Ownership", "asset", "acc"],
    ]);
    await settle();
  },
  [["p1: x > b", 500n, "USD", 500n, null]],
);

check(
  "two unnamed holders of one account are one",
  async () => {
    await made.statements("one", byAccount);
    await made.statements("two", [
      ["y", "LegalEntity", "notes", "Not named; known by 123"],
      ["own2", "Ownership", "owner", "y"],
      ["own2", "Ownership", "asset", "acc"],
      ["p2", "Payment", "beneficiary", "y"],
      ["p2", "Payment", "beneficiaryAccount", "acc"],
      ["p2", "Payment", "payer", "b"],
      ["p2", "Payment", "amount", "6"],
      ["p2", "Payment", "currency", "USD"],
    ]);
    await settle();
  },
  [
    ["p1: x > b", 500n, "USD", 500n, null],
    ["p2: b > x", 600n, "USD", 600n, null],
  ],
);

check(
  "without an end or an amount there is no flow",
  async () => {
    await made.statements("one", [
      ...payment("p1", "a > b 5 USD 2016").filter(([, , prop]) => prop !== "beneficiary"),
      ...payment("p2", "a > b 5 USD 2016").filter(([, , prop]) => prop !== "amount"),
      ...payment("p3", "a > b 99999999999999999999999 USD 2016"),
    ]);
    await settle();
  },
  [],
);

test("independent sources of a payment are those of its findings", async () => {
  await made.statements("one", payment("p1", "a > b 5 USD 2016"));
  await settle();
  await run(`insert into w_open.finding values ('f1'::blob, 'p1', 'Payment', 'amount', '5', 'corroborated', 2, 3, true, false, 1, 'x'),
    ('f2'::blob, 'p1', 'Payment', 'date', '2016', 'single', 1, 1, true, false, 1, 'x')`);
  await made.run(networkStage);
  expect((await flows()).map((row) => row.roots)).toEqual([2]);
});
