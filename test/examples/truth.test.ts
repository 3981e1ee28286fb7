import { isValidBIC, isValidIBAN } from "ibantools";
import { describe, expect, it } from "vitest";
import type { Truth } from "../../examples/harbour/truth.ts";
import { harbour } from "./harbour-case.ts";

const countBy = <T>(values: readonly T[], key: (value: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
};

const truthOf = async (seed: number, noise: number): Promise<Truth> => (await harbour(seed, noise)).truth;

describe("the world of Harbour", () => {
  it("has the counts of its specification", async () => {
    const truth = await truthOf(1, 1);
    expect(countBy(truth.entities, ({ schema }) => schema)).toEqual({
      Person: 60,
      Company: 80,
      Bank: 30,
      BankAccount: 180,
    });
    expect(truth.payments.length).toBe(3000);
    expect(new Set(truth.payments.map(([, , , , , , currency]) => currency)).size).toBe(6);
    const companies = truth.entities.filter(({ schema }) => schema === "Company");
    expect(new Set(companies.map(({ country }) => country)).size).toBe(9);
    expect(truth.entities.filter(({ listed }) => listed === true).length).toBe(12);
  });
  it("has one person in ten sharing a full name", async () => {
    const people = (await truthOf(1, 1)).entities.filter(({ schema }) => schema === "Person");
    const counts = countBy(people, ({ names }) => names[0] ?? "");
    expect(people.filter(({ names }) => (counts[names[0] ?? ""] ?? 0) > 1).length).toBeGreaterThanOrEqual(6);
  });
  it("has the planted shares of payments", async () => {
    const { payments } = await truthOf(1, 1);
    const kinds = countBy(payments, ([, , , , , , , , kind]) => kind);
    expect((kinds["round trip"] ?? 0) / payments.length).toBeCloseTo(0.08, 2);
    const alike = countBy(payments, ([, ...rest]) => rest.slice(0, 7).join(" "));
    expect(Object.values(alike).filter((count) => count > 1).length).toBeGreaterThanOrEqual(25);
  });
  it("has account numbers with right check digits and codes that no bank bears", async () => {
    const { entities } = await truthOf(1, 1);
    const accounts = entities.filter(({ schema }) => schema === "BankAccount").map(({ names }) => names[0] ?? "");
    const ibans = accounts.filter((number) => /^[A-Z]{2}/u.test(number));
    expect(ibans.length).toBeGreaterThan(20);
    expect(ibans.filter((iban) => !isValidIBAN(iban))).toEqual([]);
    const bics = entities.filter(({ schema }) => schema === "Bank").map(({ names }) => names.at(-1) ?? "");
    expect(bics.filter((bic) => !isValidBIC(bic) || bic[7] !== "0")).toEqual([]);
  });
  it("leaves no account below zero", async () => {
    const { entities } = await truthOf(1, 1);
    expect(entities.filter(({ schema, balance }) => schema === "BankAccount" && (balance ?? -1) < 0)).toEqual([]);
  });
});

describe("contradictions and traps", () => {
  for (const seed of [1, 2, 3]) {
    it(`are planted in every kind at seed ${seed}`, async () => {
      const truth = await truthOf(seed, 1);
      const planted = truth.contradictions.filter((one) => one.planted);
      expect(planted.length).toBeGreaterThanOrEqual(25);
      const kinds = countBy(planted, ({ kind }) => kind);
      expect(Object.keys(kinds).toSorted()).toEqual([
        "account holders",
        "birth dates",
        "dead director",
        "founded after payment",
        "owner denied",
        "payment amounts",
      ]);
      expect(Object.entries(kinds).filter(([, count]) => count < 4)).toEqual([]);
      expect(truth.traps.length).toBeGreaterThanOrEqual(planted.length);
      expect(Object.keys(countBy(truth.traps, ({ kind }) => kind)).toSorted()).toEqual([
        "Ri and Lee",
        "brothers",
        "equal payments",
        "homonyms",
        "married name",
        "one address",
        "renamed company",
        "two passports",
      ]);
    });
  }
  it("without noise follow from the planted values alone", async () => {
    const truth = await truthOf(1, 0);
    const unplanted = truth.contradictions.filter(({ planted }) => !planted);
    expect(Object.keys(countBy(unplanted, ({ kind }) => kind))).toEqual(["incorporation dates"]);
  });
  it("stand at places that the truth knows", async () => {
    const truth = await truthOf(1, 1);
    const lost = truth.contradictions
      .flatMap(({ sides }) => sides.flatMap(({ places }) => places))
      .filter(([table, row, column]) => {
        const cells = truth.tables[table]?.cells.find(([number]) => number === row);
        return typeof cells?.[column] !== "string";
      });
    expect(lost).toEqual([]);
  });
});

describe("what the hand-overs see", () => {
  it("has the shares of the specification", async () => {
    const truth = await truthOf(1, 1);
    const told = (folder: string): number =>
      new Set(
        truth.tables
          .filter(({ file }) => file.startsWith(folder))
          .flatMap(({ payments }) => payments.flatMap(([, ...ids]) => ids)),
      ).size / truth.payments.length;
    expect(told("h1-")).toBeCloseTo(0.55, 1);
    expect(told("h2-")).toBeCloseTo(0.45, 1);
    expect(told("h3-")).toBeCloseTo(0.08, 1);
    const people = truth.tables.find(({ part }) => part === "인원");
    expect(people?.cells.length).toBe(42);
  });
  it("copies three in ten of the bank's rows with their texts", async () => {
    const truth = await truthOf(1, 1);
    const list = truth.tables.find(({ file }) => file.startsWith("h5-"));
    const rows = truth.copies.flatMap(({ rows: own }) => own);
    const bank = truth.tables
      .filter(({ file }) => file.startsWith("h2-"))
      .reduce((sum, { payments }) => sum + payments.length, 0);
    expect(rows.length / bank).toBeCloseTo(0.3, 2);
    const strange = rows.filter(([row, table, original]) => {
      const copy = list?.cells.find(([number]) => number === row)?.slice(1) ?? [];
      const texts =
        truth.tables[table]?.cells
          .find(([number]) => number === original)
          ?.slice(1)
          .map((text) => String(text).trim()) ?? [];
      return copy.some((text) => text !== null && !texts.includes(String(text)));
    });
    expect(strange).toEqual([]);
  });
});

describe("where to cut", () => {
  for (const seed of [1, 2, 3]) {
    it(`is not at the obvious hub at seed ${seed}`, async () => {
      for (const { best, blockable } of (await truthOf(seed, 1)).blockSets) {
        expect(blockable.length).toBeLessThanOrEqual(40);
        const [first] = best;
        expect(first?.strandedQuarters).toBeGreaterThan(first?.byStrength.strandedQuarters ?? 0);
        expect(best.map(({ budget }) => budget)).toEqual([1, 2, 3, 4]);
      }
    });
  }
  it("changes with the reroute factor", async () => {
    const sets = (await truthOf(1, 1)).blockSets.map(({ best }) => best[0]?.sets[0]?.join(" "));
    expect(new Set(sets).size).toBeGreaterThan(1);
  });
});
