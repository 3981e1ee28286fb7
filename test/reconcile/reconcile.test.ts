import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reconcileStage } from "../../src/reconcile/index.ts";
import { integer, nullable, sql, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  await testCase.dataset("h1");
  await testCase.dataset("h2");
});
afterEach(() => testCase.close());

/** "payer beneficiary amount currency date reference": "-" is a value that the book does not give. */
function payment(id: string, said: string): Literal[] {
  const props = ["payer", "beneficiary", "amount", "currency", "date", "transactionNumber"];
  return said.split(" ").flatMap((value, index): Literal[] => {
    const prop = props[index];
    return value === "-" || prop === undefined ? [] : [[id, "Payment", prop, value]];
  });
}

/** Forty payments of other parties on other days in each book, so that there is something to be rare among. */
async function addOthers(): Promise<void> {
  for (const book of ["h1", "h2"]) {
    const rows = Array.from({ length: 40 }, (_, index) =>
      payment(
        `${book}x${index}`,
        `${book}p${index} ${book}q${index} ${1000 + index * 37} USD 2015-0${1 + (index % 9)}-11`,
      ),
    );
    await testCase.statements(book, rows.flat());
  }
}

async function payments(): Promise<string[]> {
  await testCase.run(reconcileStage);
  const rows = await testCase.rows(
    `select payment_id as id, string_agg(entity_id || coalesce(' (' || joined_by || ')', ''), ' + ' order by entity_id) as members
     from w_open.payment group by payment_id having count(*) > 1 order by payment_id`,
    { id: text, members: text },
  );
  return rows.map(({ id, members }) => `${id}: ${members}`);
}

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
    [
      "two amounts beyond any fee",
      "p q 5000 USD 2015-03-04",
      "p q 6500 USD 2015-03-04",
      `rule: another amount, ${same}`,
    ],
    ["other parties", "p q 5000 USD 2015-03-04", "r s 5000 USD 2015-03-04", null],
    ["another date", "p q 5000 USD 2015-03-04", "p q 5000 USD 2015-09-14", null],
    ["another amount and date", "p q 5000 USD 2015-03-04", "p q 6000 USD 2015-03-06", null],
  ];
  it.each(cases)("%s", async (_, left, right, rule) => {
    expect(await check(left, right)).toBe(rule);
  });

  it("at the rate of the day", async () => {
    await testCase.file.database.run(
      sql`insert into held.rate values ('EUR', date '2015-01-01', 1100000, 'test', 1), ('EUR', date '2015-03-01', 1200000, 'test', 1)`,
    );
    expect(await check("p q 5000 EUR 2015-03-04", "p q 6030 USD 2015-03-04")).toBe(
      `rule: amount at the rate of the day, ${same}`,
    );
    expect(await check("r s 5000 EUR 2015-03-04", "r s 5500 USD 2015-03-04")).toBeNull();
  });
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
  it.each([
    ["8254728928", [`a1: a1 + a2 (${rule})`]],
    ["8174783021", []],
  ])("may slip in the middle of the account's number, to %s", async (number, joined) => {
    await addOthers();
    await testCase.statements("h1", [
      ...told("a1", "p q 3000 USD 2015-03-04 freight"),
      ...told("a2", "p q 1700 USD 2015-03-09 freight"),
      ...["a1", "a2"].map((id): Literal => [id, "Payment", "payerAccount", `${id}-account`]),
      ["a1-account", "BankAccount", "accountNumber", "8254782928"],
      ["a2-account", "BankAccount", "accountNumber", number],
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

describe("a row without a date", () => {
  /** Thirty rows a book, on other days; the undated one is the sixteenth of the first book. */
  async function check(dayOf: (index: number) => number): Promise<string[]> {
    const row = (book: string, index: number): Literal[] =>
      payment(
        `${book}${index}`,
        `${book}p${index} ${book}q${index} ${2000 + index * 91} USD 2015-03-${String(dayOf(index)).padStart(2, "0")}`,
      );
    const rows = Array.from({ length: 30 }, (_, index) => row("a", index));
    rows.splice(15, 0, payment("a", "p q - USD -"));
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
  it("is of any day where they do not", async () => {
    expect(await check((index) => ((index * 17) % 30) + 1)).toEqual([]);
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
