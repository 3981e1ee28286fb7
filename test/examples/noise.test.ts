import { describe, expect, it } from "vitest";
import { Random } from "../../examples/harbour/kit/random.ts";
import { Noise, SHARES } from "../../examples/harbour/noise.ts";
import { tellPayments } from "../../examples/harbour/tellings.ts";
import { makeWorld } from "../../examples/harbour/world/world.ts";
import { sameAccount, writeAccount } from "../../examples/harbour/write-account.ts";

const DRAWS = 20_000;

/** Share of draws of which something holds. */
const shareOf = <T>(draw: () => T, holds: (value: T) => boolean): number => {
  let count = 0;
  for (let i = 0; i < DRAWS; i++) if (holds(draw())) count++;
  return count / DRAWS;
};

const noiseAt = (level: number): Noise => new Noise(new Random("noise test"), level);

describe("the noise of level 1", () => {
  it("has the table's shares of birth dates", () => {
    const noise = noiseAt(1);
    const draw = (): string => noise.birth(0);
    expect(shareOf(draw, (text) => text === "")).toBeCloseTo(SHARES.birthMissing, 1);
    expect(shareOf(draw, (text) => /^\d{4}$/u.test(text))).toBeCloseTo(0.55 * SHARES.birthYearOnly, 1);
  });
  it("has the table's shares of account numbers", () => {
    const noise = noiseAt(1);
    const number = "6241107788720448782";
    const draw = (): { text: string; meaning: string } => {
      const { field, meaning } = writeAccount(noise, number, "text");
      return { text: field.text, meaning };
    };
    expect(shareOf(draw, ({ meaning }) => meaning === "")).toBeCloseTo(SHARES.blank, 1);
    expect(
      Math.abs(shareOf(draw, ({ meaning }) => meaning.startsWith("last:")) - 0.95 * SHARES.accountLastFour),
    ).toBeLessThan(0.006);
    expect(
      Math.abs(
        shareOf(draw, ({ meaning }) => meaning !== "" && !sameAccount(meaning, `exact:${number}`)) - 0.95 * 0.04,
      ),
    ).toBeLessThan(0.006);
    expect(
      Math.abs(shareOf(draw, ({ text }) => /\d[ -]\d/u.test(text)) - 0.95 * 0.96 * 0.94 * SHARES.accountSpaced),
    ).toBeLessThan(0.01);
  });
  it("has the table's shares of payments over the three hand-overs", () => {
    const world = makeWorld(new Random("noise test"), 1, 1);
    const shares = [
      [2, 0.45],
      [0.25, 0.63],
    ] as const;
    const counted = { rows: 0, currency: 0, late: 0, month: 0, twice: 0, split: 0, joined: 0 };
    for (const [factor, weight] of shares) {
      const payments = world.payments.filter((_, index) => index % 100 < weight * 100);
      const habits = {
        rates: world.rates,
        feeFactor: factor,
        valueDateFactor: factor,
        planted: new Map<string, number>(),
        quiet: new Set<string>(),
        plantName: (): undefined => undefined,
      };
      for (const { payments: told, rows } of tellPayments(noiseAt(1), payments, habits)) {
        const [payment] = told;
        counted.joined += told.length - 1;
        counted.split += rows.length > 1 ? 1 : 0;
        for (const row of rows) {
          counted.rows++;
          counted.currency += row.currency === payment?.currency ? 0 : 1;
          counted.month += row.date.length === 7 ? 1 : 0;
          counted.twice += row.twice ? 1 : 0;
        }
      }
    }
    expect(counted.currency / counted.rows).toBeCloseTo(SHARES.otherCurrency, 1);
    expect(Math.abs(counted.month / counted.rows - SHARES.dateMonthOnly)).toBeLessThan(0.012);
    expect(Math.abs(counted.twice / counted.rows - SHARES.rowTwice)).toBeLessThan(0.01);
    expect(Math.abs(counted.split / counted.rows - SHARES.split)).toBeLessThan(0.012);
    expect(Math.abs((counted.joined * 2) / counted.rows - SHARES.joined)).toBeLessThan(0.01);
  });
});

describe("the other levels", () => {
  it("are silent at 0 and double at 2", () => {
    const [none, twice] = [noiseAt(0), noiseAt(2)];
    expect(shareOf(() => none.hits("otherSystem"), Boolean)).toBe(0);
    expect(shareOf(() => twice.hits("otherSystem"), Boolean)).toBeCloseTo(2 * SHARES.otherSystem, 1);
  });
});
