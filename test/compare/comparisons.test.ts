import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAmounts, compareValues, comparisons } from "../../src/compare/index.ts";
import { check } from "./check-level.ts";

check("name-person", "김정은", "Kim Jong Un", 6);
check("name-person", "김정은", "김정은", 7);
check("name-person", "김종은", "김정은", 1);
check("name-person", "Vladimir Putin", "Vladimir Vladimirovich Putin", 4);
check("name-person", "Sergei Lavrov", "Serhei Lavrop", 5);
check("name-person", "", "Kim", 0);
check("name-company", "Harbour Bright Trading Ltd", "Harbor Bright Trade Co.", 6);
check("name-company", "Volkswagen AG", "Siemens AG", 1);
check("name-company", "枫灯矿业有限公司", "Maple Lantern Mining", 6);
check("name-company", "단풍초롱광업", 'ООО "Мэйпл Лантерн Майнинг"', 6);
check("name-company", "枫灯矿业", "Maple Tower Mining", 1);
check("name-company", "단풍초롱광업", "Maple Lantern Bank", 2);
check("name-company", "华为技术有限公司", "Volkswagen AG", 2);

check("birth-date", "1975-02-16", "1975-02-16", 7);
check("birth-date", "1975-02", "1975-02-16", 6);
check("birth-date", "1975", "1975-02-16", 5);
check("birth-date", "1975-01-01", "1975-02-16", 5);
check("birth-date", "1975-02-03", "1975-03-02", 4);
check("birth-date", "1975-02-16", "1976-02-16", 3);
check("birth-date", "1957-02-16", "1975-02-16", 3);
check("birth-date", "1975-02-16", "1975-08-21", 2);
check("birth-date", "1975-02-16", "1982-08-21", 1);
check("birth-date", "1975", "1976", 1);
check("birth-date", "in spring", "1976", 0);

check("date", "2019-04-02", "2019-04-02", 6);
check("date", "2019-04", "2019-04-02", 5);
check("date", "2019", "2019-04-02", 4);
check("date", "2019-12-30", "2020-01-02", 3);
check("date", "2019-04-02", "2019-11-02", 2);
check("date", "2019-04-02", "2021-04-02", 1);

check("identifier", "AB 123-456", "ab123456", 6);
check("identifier", "AB123465", "AB123456", 5);
check("identifier", "AB123457", "AB123456", 4);
check("identifier", "****3456", "AB123456", 3);
check("identifier", "12", "13", 2);
check("identifier", "--", "13", 0);

check("account-number", "1234 5678 9012 3456 78", "123456789012345678", 8);
check("account-number", "123456789012345000", "123456789012345678", 7);
check("account-number", "123456789012346000", "123456789012345678", 7);
check("account-number", "123456789012344000", "123456789012345678", 2);
// What a floating-point number makes of it: 6265888097735935054 is stored as ...934976, and rounded down.
check("account-number", "6265888097735930000", "6265888097735935054", 7);
check("account-number", "6265888097735940000", "6265888097735935054", 2);
check("account-number", "1.23456E+17", "123456789012345678", 2);
check("account-number", "1.23457E+17", "123456789012345678", 6);
check("account-number", "1,23E+17", "123456789012345678", 6);
check("account-number", "123456789012346578", "123456789012345678", 5);
check("account-number", "123456789012345679", "123456789012345678", 4);
check("account-number", "xxxx5678", "123456789012345678", 3);
check("account-number", "5678", "123456789012345678", 3);
check("account-number", "9999", "123456789012345678", 2);

check("phone", "+85021811111", "00850 2 181 1111", 5);
check("phone", "+8613912345678", "139-1234-5678", 4);
check("phone", "+8613912345678", "013912345678", 4);
check("phone", "+8613912345678", "+7 3912345678", 3);
check("phone", "+8613912345678", "+8613912345679", 2);
check("phone", "+8613912345678", "5678", 0);

check("email", "Ri.Chol@Gmail.com", "richol+x@gmail.com", 4);
check("email", "richolsu@163.com", "richolsu@mail.ru", 3);
check("email", "info@163.com", "info@mail.ru", 2);
check("email", "nobody", "info@mail.ru", 0);

check("address", "No. 12, Zhongshan Road, Dalian", "12 Zhongshan Rd., Dalian", 6);
check("address", "12 Zhongshan Road, Dalian, Liaoning", "12 Zhongshan Road Dalian", 5);
check("address", "12 Zhongshan Road, Dalian", "14 Zhongshan Road, Dalian", 1);
check("address", "Zhongshan Road, Dalian", "14 Zhongshan Road, Dalian", 3);
check("address", "ул. Ленина, д. 5, Москва", "Ленина 5, Москва", 5);
check("address", "12 Zhongshan Road, Dalian", "7 Unter den Linden, Berlin", 2);

check("country", "kp", "KP", 3);
check("country", "kp", "kr", 2);
check("url", "https://www.example.com/", "http://example.com", 4);
check("url", "https://www.example.com/a", "http://example.com", 3);
check("url", "example.com", "example.org", 2);

check("amount", "1000.00 USD", "1000 USD", 8);
check("amount", "1000000 USD", "997000 USD", 7);
check("amount", "1000 USD", "975 USD", 6);
check("amount", "1234567 KRW", "1234 KRW", 4);
check("amount", "1243.00 USD", "1234.00 USD", 3);
check("amount", "1000 USD", "1000 EUR", 2);
check("amount", "1000 USD", "1700 USD", 1);
check("amount", "much", "1700 USD", 0);

check("text", "Deputy director", "director, deputy", 4);
check("text", "purchase of steel", "sale of coal", 2);

test("two currencies agree at the rate of the day", () => {
  const usd = { minor: 100_000n, currency: "USD" };
  const krw = { minor: 1_300_000n, currency: "KRW" };
  const rate = { millionths: 1_300_000_000n, tolerance: 5_000n };
  expect([
    compareAmounts(usd, krw, rate),
    compareAmounts(usd, { ...krw, minor: 1_400_000n }, rate),
    compareAmounts(usd, krw),
  ]).toEqual([5, 2, 2]);
});

test("every comparison has ascending levels with a sentence each, and never depends on the order", () => {
  const values = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom("1975-02-16", "12 Main St", "+85021811111", "100 USD", "1.2E+17", "a@b.com", "Kim Jong Un"),
  );
  for (const [name, comparison] of comparisons) {
    const levels = comparison.levels.map(({ level }) => level);
    expect([name, levels]).toEqual([name, levels.toSorted((left, right) => left - right)]);
    expect(comparison.levels.every(({ sentence, label }) => sentence.endsWith(".") && label !== "")).toBe(true);
    fc.assert(
      fc.property(values, values, (left, right) => {
        const level = compareValues(comparison, left, right);
        expect(compareValues(comparison, right, left)).toBe(level);
        expect(levels).toContain(level);
      }),
      { numRuns: 150 },
    );
  }
});
