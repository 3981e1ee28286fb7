import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crosscheckStage } from "../../src/crosscheck/index.ts";
import { integer, nullable, sql, tableOfWorld, text } from "../../src/store/index.ts";
import { changesOf } from "../../src/views/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { draws } from "../support/draws.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
});
afterEach(() => testCase.close());

/** One row of a ledger: the payment that it tells, how it writes the payer, the amount and the date. */
interface Line {
  readonly payment: number;
  readonly payer: string;
  readonly amount: string;
  readonly date: string;
}

const habit = "Harbour Bright Trading Ltd";
const slips = [
  "Harbuor Bright Trading Ltd",
  "Harbour Bright Tradng Ltd",
  "Bright Harbour Trading",
  "Harbour Bright Traading",
];

/** A book of `count` payments by one company: every `every`-th row (shifted by `shift`) has a slip, a fee or a value date. */
function book(count: number, every: number, shift: number): Line[] {
  return Array.from({ length: count }, (_, index) => {
    const isOdd = (index + shift) % every === 0;
    return {
      payment: index,
      payer: isOdd ? (slips[(index + shift) % slips.length] ?? habit) : habit,
      amount: (index + shift) % (every + 1) === 0 ? `${1000 + index * 13 - (1 + shift)}` : `${1000 + index * 13}`,
      date:
        (index + shift) % (every + 2) === 0
          ? `2016-03-${10 + (index % 9) + 1 + (shift % 2)}`
          : `2016-03-${10 + (index % 9)}`,
    };
  });
}

/** Adds a book in one file; each way to write the payer is an entity of its book, all joined into one company. */
async function addBook(name: string, lines: readonly Line[], firstRow = 2): Promise<void> {
  const payers = [...new Set(lines.map(({ payer }) => payer))];
  const idOf = (payer: string): string => `${name}-p-${payer}`;
  const parties = payers.map((payer): Literal => [
    idOf(payer),
    "Company",
    "name",
    payer,
    firstRow + lines.findIndex((line) => line.payer === payer),
  ]);
  const rows = lines.flatMap(({ payment, payer, amount, date }, index): Literal[] => {
    const id = `${name}-${payment}-${index}`;
    const row = firstRow + index;
    return [
      [id, "Payment", "payer", idOf(payer), row],
      [id, "Payment", "amount", amount, row],
      [id, "Payment", "currency", "USD", row],
      [id, "Payment", "date", date, row],
    ];
  });
  await testCase.statements(name, [...parties, ...rows]);
  const { database } = testCase.file;
  for (const payer of payers) {
    await database.run(sql`insert into w_open.cluster values (${idOf(payer)}, 'company', null, null)`);
  }
  await database.run(sql`insert into w_open.payment select distinct 't' || split_part(entity_id, '-', 2), entity_id, dataset_no, null
    from held.statement where prop = 'amount' and starts_with(entity_id, ${`${name}-`})`);
}

const openBooks = async (...names: string[]): Promise<void> => {
  for (const name of names) await testCase.dataset(name, { firstHand: true });
};

/** Every range of rows with a root of its own: "dataset rows from-to: root". */
async function ranges(): Promise<string[]> {
  await testCase.run(crosscheckStage);
  const rows = await testCase.rows(
    `select dataset || ' ' || row_from || '-' || row_to || ': ' || coalesce(root_id, 'cannot tell') as line
     from w_open.root join held.dataset using (dataset_no) where file_no is not null order by 1`,
    { line: text },
  );
  return rows.map(({ line }) => line);
}

/** How many payments are said by so many independent sources, at least. */
async function payments(): Promise<Record<string, number>> {
  const rows = await testCase.rows(
    "select verdict, count(*) as count from w_open.finding where prop = 'payment' group by verdict order by verdict",
    { verdict: text, count: integer },
  );
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]));
}

/** Puts rows in another order, always the same. */
const shuffle = (lines: readonly Line[]): Line[] =>
  lines.toSorted((left, right) => ((left.payment * 23) % 61) - ((right.payment * 23) % 61));

describe("a copy", () => {
  it("in another order is caught by the slips that it shares", async () => {
    await openBooks("h1", "h2");
    const own = book(60, 5, 0);
    await addBook("h1", own);
    await addBook("h2", shuffle(own.filter(({ payment }) => payment % 2 === 0)));
    expect(await ranges()).toEqual(["h2 2-31: h1-source"]);
    expect(await payments()).toEqual({ single: 60 });
  });
  it("of a run of rows leaves the copier's own rows his own", async () => {
    await openBooks("h1", "h2");
    const own = book(60, 5, 0);
    await addBook("h1", own);
    const others = Array.from({ length: 20 }, (_, index): Line => ({
      payment: 1000 + index,
      payer: habit,
      amount: `${50 + index}`,
      date: "2017-01-01",
    }));
    await addBook("h2", [...shuffle(own).slice(0, 30), ...others, ...shuffle(own).slice(30)]);
    expect(await ranges()).toEqual(["h2 2-31: h1-source", "h2 52-81: h1-source"]);
  });
  it("handed over before its original is still the copy", async () => {
    await openBooks("h1", "h2");
    const own = book(60, 5, 0);
    await addBook("h1", shuffle(own.filter(({ payment }) => payment % 2 === 1)));
    await addBook("h2", own);
    expect(await ranges()).toEqual(["h1 2-31: h2-source"]);
  });
  it("is none where a person judged the two independent, and one root where he judged them one", async () => {
    await openBooks("h1", "h2");
    const own = book(40, 5, 0);
    await addBook("h1", own);
    await addBook("h2", own);
    await testCase.judge("root", "h2", "h1", "different");
    expect(await ranges()).toEqual([]);
    expect(await payments()).toEqual({ corroborated: 40 });
    await testCase.judge("root", "h1", "h2", "same");
    expect(await ranges()).toEqual([]);
    expect(await payments()).toEqual({ single: 40 });
  });
});

describe("an honest second book", () => {
  it("with slips of its own stays independent", async () => {
    await openBooks("h1", "h2");
    await addBook("h1", book(60, 5, 0));
    await addBook("h2", book(60, 5, 3));
    expect(await ranges()).toEqual([]);
    expect(await payments()).toEqual({ corroborated: 60 });
  });
  it("stays independent when a copy of the first comes too", async () => {
    await openBooks("h1", "h2", "h3");
    await addBook("h1", book(60, 5, 0));
    await addBook("h2", book(60, 5, 3));
    await addBook("h3", shuffle(book(60, 5, 0)));
    expect(await ranges()).toEqual(["h3 2-61: h1-source"]);
    expect(await payments()).toEqual({ corroborated: 60 });
  });
  it("of few rows is not doubted for agreeing", async () => {
    await openBooks("h1", "h2");
    await addBook("h1", book(4, 50, 1));
    await addBook("h2", book(4, 50, 1));
    expect(await ranges()).toEqual([]);
    expect(await payments()).toEqual({ corroborated: 4 });
  });
});

describe("too little to tell", () => {
  it("is two shared slips in a few rows", async () => {
    await openBooks("h1", "h2");
    const own = book(40, 9, 0);
    await addBook("h1", own);
    await addBook("h2", [...own.slice(0, 1), ...own.slice(9, 10)]);
    expect(await ranges()).toEqual(["h2 2-3: cannot tell"]);
    expect(await payments()).toEqual({ single: 40 });
  });
  it("is many rows alike in everything without one slip of either book", async () => {
    await openBooks("h1", "h2");
    const clean = book(30, 1000, 1);
    await addBook("h1", clean);
    await addBook("h2", shuffle(clean));
    expect(await ranges()).toEqual(["h2 2-31: cannot tell"]);
    expect(await payments()).toEqual({ single: 30 });
  });
});

describe("properties", () => {
  it("a copy never raises the number of independent sources of anything", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 1, max: 8 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { minLength: 12, maxLength: 40 }),
        async (every, shift, copied) => {
          testCase.close();
          testCase = await openTestCase();
          await openBooks("h1", "h2", "h3");
          const first = book(40, every, 0);
          await addBook("h1", first);
          await addBook("h2", book(40, every, shift).slice(0, 30));
          const before = await leastRoots();
          await addBook("h3", shuffle(first.filter(({ payment }) => copied.includes(payment))));
          const after = await leastRoots();
          for (const [key, least] of before) expect(after.get(key) ?? 0).toBeLessThanOrEqual(least);
        },
      ),
      { numRuns: draws(6), seed: 7 },
    );
  });
});

async function leastRoots(): Promise<Map<string, number>> {
  await testCase.run(crosscheckStage);
  const rows = await testCase.rows(
    "select canonical_id || ' ' || prop || ' ' || value_key as key, roots_least as least from w_open.finding where schema = 'Payment' order by 1",
    { key: text, least: integer },
  );
  return new Map(rows.map(({ key, least }) => [key, least]));
}

describe("what a hand-over changed", () => {
  it("counts what it confirmed, contradicted, brought and joined", async () => {
    await openBooks("h1", "h2");
    await testCase.statements("h1", [
      ["a", "Person", "birthDate", "1970-01-01"],
      ["a", "Person", "nationality", "kp"],
    ]);
    await testCase.statements("h2", [
      ["b", "Person", "birthDate", "1971-01-01"],
      ["b", "Person", "nationality", "kp"],
      ["b", "Person", "phone", "+85255501234"],
    ]);
    await testCase.file.database.run(
      sql`insert into w_open.cluster values ('a', 'a', null, null), ('b', 'a', 'a', 'rule: test')`,
    );
    await testCase.run(crosscheckStage);
    const reader = {
      database: testCase.file.database,
      viewer: { world: "open", actor: "tester" },
      table: tableOfWorld("open"),
    } as const;
    expect(await changesOf(reader, "h2", 10)).toMatchObject({
      confirmed: 1,
      contradicted: 2,
      notHeldBefore: 2,
      joined: 1,
    });
    expect((await changesOf(reader, "h2", 10))?.findings.map(({ prop, valueKey }) => `${prop} ${valueKey}`)).toEqual([
      "birthDate 1970-01-01",
      "birthDate 1971-01-01",
      "nationality kp",
    ]);
  });
});

describe("the root table", () => {
  it("holds every hand-over with the basis of its root", async () => {
    await testCase.dataset("h1", { source: "s1", firstHand: true });
    await testCase.dataset("h2", { source: "s2", firstHand: null });
    await testCase.dataset("h3", { source: "s3", firstHand: true });
    await testCase.derivedFrom("s3", null);
    await testCase.run(crosscheckStage);
    const rows = await testCase.rows(
      "select dataset_no as no, root_id as root, basis from w_open.root order by dataset_no",
      { no: integer, root: nullable(text), basis: text },
    );
    expect(rows).toEqual([
      { no: 1, root: "s1", basis: "declared first-hand" },
      { no: 2, root: null, basis: "not declared first-hand" },
      { no: 3, root: null, basis: "retells an unknown source" },
    ]);
  });
});
