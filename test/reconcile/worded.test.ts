import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { estimateAgreement } from "../../src/reconcile/estimate-agreement.ts";
import { reconcileStage } from "../../src/reconcile/index.ts";
import { nullable, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";

describe("what agreement weighs", () => {
  // A thousand pairs of one and nine thousand of two: of the first nine in ten agree (0) in each of three values, of the others one in ten.
  const patterns = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => {
    const levels = [bits & 1, (bits >> 1) & 1, bits >> 2];
    const agreed = levels.filter((level) => level === 0).length;
    return { levels, pairs: 1000 * 0.9 ** agreed * 0.1 ** (3 - agreed) + 9000 * 0.1 ** agreed * 0.9 ** (3 - agreed) };
  });
  const { weightsMb, matches } = estimateAgreement(patterns, (levels) =>
    levels.every((level) => level === 0) ? 0.5 : 0.1,
  );

  it("is learned from counted pairs alone", () => {
    expect(matches).toBeGreaterThan(980);
    expect(matches).toBeLessThan(1020);
    // log2 of (1/9 times 9 cubed), and of (1/9 divided by 9 cubed).
    expect(weightsMb[0]).toBeGreaterThan(6200);
    expect(weightsMb[0]).toBeLessThan(6450);
    expect(weightsMb[7]).toBeLessThan(-12_500);
  });

  it("is nothing where no pair was counted", () => {
    expect(estimateAgreement([], () => 0.5)).toEqual({ weightsMb: [], matches: 0 });
  });
});

const given = ["Ada", "Boris", "Chloe", "Dmitri", "Elena", "Farid", "Grace", "Henrik", "Ines", "Jonas", "Kira"];
const family = [
  "Abel",
  "Bauer",
  "Costa",
  "Duran",
  "Ekman",
  "Fuchs",
  "Groß",
  "Haas",
  "Ivanov",
  "Jung",
  "Klein",
  "Lopez",
  "Mora",
];
const kinds = ["donation", "rent", "fee"];

/** Payments that name no end, one book's and what the other makes of it: a day or two later, the amount off by some thousandths, the purpose cut. */
function books(count: number): { first: Literal[]; second: Literal[] } {
  const day = (no: number): string => new Date(Date.UTC(2015, 0, 1 + no)).toISOString().slice(0, 10);
  const all = Array.from({ length: count }, (_, no) => {
    const purpose = `${given[no % 11]} ${family[(no * 7) % 13]} ${kinds[no % 3]}`;
    const amount = 50 + ((no * 7919) % 9973);
    const said = (id: string, purposeSaid: string, amountSaid: number, date: string): Literal[] => [
      [id, "Payment", "purpose", purposeSaid],
      [id, "Payment", "amount", amountSaid.toFixed(2)],
      [id, "Payment", "date", date],
    ];
    const paid = (no * 37) % 120;
    const changed = no % 3 === 0 ? amount : amount * (1 + ((no % 9) - 4) / 100);
    return {
      first: said(`a${no}`, purpose, amount, day(paid)),
      second: said(`b${no}`, no % 2 === 0 ? purpose : purpose.slice(0, 14), changed, day(paid + 1 + (no % 2))),
    };
  });
  return { first: all.flatMap(({ first }) => first), second: all.flatMap(({ second }) => second) };
}

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  await testCase.dataset("h1");
  await testCase.dataset("h2");
});
afterEach(() => testCase.close());

/** By payment of the second book: the payment of the first that it is one with, and why. */
async function joined(count: number): Promise<readonly { id: string; entity: string; rule: string | null }[]> {
  const { first, second } = books(count);
  await testCase.statements("h1", first);
  await testCase.statements("h2", second);
  await testCase.run(reconcileStage);
  return testCase.rows(
    "select payment_id as id, entity_id as entity, joined_by as rule from w_open.payment where entity_id <> payment_id order by entity_id",
    { id: text, entity: text, rule: nullable(text) },
  );
}

describe("payments that name no end", () => {
  it("are one by amount, day and purpose together, where the books tell what each weighs", async () => {
    const rows = await joined(600);
    const right = rows.filter(({ id, entity }) => id.slice(1) === entity.slice(1));
    expect(right.length).toBeGreaterThan(570);
    expect(rows.length - right.length).toBeLessThan(6);
    expect([...new Set(rows.map(({ rule }) => rule))].toSorted()).toMatchInlineSnapshot(`
      [
        "rule: about the same amount, value date, same purpose",
        "rule: same amount, value date, same purpose",
      ]
    `);
  });

  it("are not joined by a purpose where there are too few to learn from", async () => {
    const rows = await joined(100);
    expect(rows.filter(({ rule }) => rule?.includes("purpose"))).toEqual([]);
  });
});
