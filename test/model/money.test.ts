import { expect, it } from "vitest";
import fc from "fast-check";
import { decimalToMinor, formatMoney, minorToDecimal, minorUnits, parseCurrency } from "../../src/model/index.ts";

const check = (decimal: string, currency: string, expected: bigint | undefined): void =>
  it(`${decimal} ${currency}`, () => expect(decimalToMinor(decimal, currency)).toBe(expected));

check("1000.5", "USD", 100_050n);
check("-1000.50", "USD", -100_050n);
check("1000.500", "USD", 100_050n);
check("1000.505", "USD", undefined);
check("1000", "KRW", 1000n);
check("1000.00", "KRW", 1000n);
check("1.5", "KRW", undefined);
check("1.234", "BHD", 1234n);
check("98765432109876543210.12", "USD", 9_876_543_210_987_654_321_012n);
check("1,000", "USD", undefined);

it("shows an amount with its currency", () => {
  expect(formatMoney(-123_456_789n, "USD")).toBe("-1,234,567.89 USD");
  expect(formatMoney(5n, "USD")).toBe("0.05 USD");
  expect(formatMoney(5000n, "KRW")).toBe("5,000 KRW");
});
it("knows words and signs that name one currency", () => {
  expect(["руб.", "원", "US$", "人民币", "usd", "$"].map((word) => parseCurrency(word))).toEqual([
    "RUB",
    "KRW",
    "USD",
    "CNY",
    "USD",
    "USD",
  ]);
  expect(minorUnits("JPY")).toBe(0);
});
it("writes minor units as a decimal that reads back", () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 24n), 10n ** 24n),
      fc.constantFrom("USD", "KRW", "BHD", "CLF"),
      (minor, currency) => {
        expect(decimalToMinor(minorToDecimal(minor, currency), currency)).toBe(minor);
      },
    ),
  );
});
