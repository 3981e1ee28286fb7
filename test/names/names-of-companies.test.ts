import { describe, expect, test } from "vitest";
import { rows as forms } from "../../src/names/generated/legal-forms.ts";
import { isPossibleMatch, parseName, scoreNames, scoreOf, tierOf } from "../../src/names/index.ts";
import { check } from "./check-names.ts";

const company = (left: string, right: string): number =>
  scoreNames(parseName(left, "company"), parseName(right, "company"));

describe("legal forms and generic words", () => {
  check("Harbour Bright Trading Ltd", "Harbor Bright Trade Co.", "spelling", "company");
  check("Siemens Aktiengesellschaft", "Siemens AG", "same", "company");
  check("Silver Tower Trading LLC", "Silver Tower Trading Ltd", "spelling", "company");
  check("아세아 닻 국제 전자 유한책임회사", "아세아닻국제전자회사", "same", "company");
  check("OAO Gazprom", "Open Joint Stock Company Gazprom", "same", "company");
  check("ООО Восток", "Vostok LLC", "spelling", "company");
  check("大连鲁明贸易有限公司", "Dalian Luming Trading Co., Ltd.", "spelling", "company");
  check("조선광선은행", "Korea Kwangson Banking Corp", "spelling", "company");
  check("조선금별무역회사", "Korea Kumbyol Trading Company", "spelling", "company");
  check("Stripe LLC", "Stripe Limited Liability Company", "same", "company");
  check("A.B.C. Company", "ABC Co.", "same", "company");
  check("Goodwill Company", "Good Will Company", "spelling", "company");
  check("1st International Bank", "First International Bank", "spelling", "company");
  check("JSCARGUMENT", "JSC ARGUMENT", "spelling", "company");
});

describe("what contradicts", () => {
  const below = (left: string, right: string): void =>
    test(`${left} / ${right}`, () => expect(scoreOf(company(left, right))).toBeLessThan(700));
  below("Zu Zag Bong 6", "Zu Zag Bong 5");
  below("Bank of China (Hong Kong) Limited", "Bank of China (Singapore) Limited");
  below("Saudi Arabian Gas Company", "Saudi Arabian Oil Company");
  below("Volkswagen AG", "Siemens AG");
  below("ANO Iskusstvo Krasoty", "LIMITED LIABILITY COMPANY ISKUSSTVO KRASOTY");
});

test("a person and a company that share one word are not one", () => {
  const tier = tierOf(scoreNames(parseName("EMMA LLC", "unknown"), parseName("emma daniels", "unknown")));
  const corp = tierOf(scoreNames(parseName("CORP", "unknown"), parseName("emma daniels", "unknown")));
  expect([tier, corp]).toEqual(["weak", "different"]);
});

describe("failures of other matchers", () => {
  const unknown = (left: string, right: string): number =>
    scoreNames(parseName(left, "unknown"), parseName(right, "unknown"));
  test("EMMA LLC is no match for emma daniels", () => {
    expect(isPossibleMatch(unknown("EMMA LLC", "emma daniels"))).toBe(false);
    expect(tierOf(unknown("EMMA DANIELS LLC", "Emma Daniels"))).toBe("same");
  });
  test("a legal form alone is no match for any name", () => {
    for (const form of ["CORP", "LLC", "Ltd", "ООО", "有限公司", "유한회사"])
      for (const name of ["emma daniels", "Harbour Bright Trading Ltd", "ООО Восток", "大连鲁明贸易有限公司"])
        for (const score of [unknown(form, name), company(form, name)])
          expect([form, name, isPossibleMatch(score)]).toEqual([form, name, false]);
  });
  test("a legal form run together with the name is still told apart", () => {
    for (const other of ["JSC ARGUMENT", "ARGUMENT JSC"])
      expect([other, isPossibleMatch(company("JSCARGUMENT", other))]).toEqual([other, true]);
    expect(isPossibleMatch(company("JSCARGUMENT", "JSC ARGON"))).toBe(false);
  });
});

test("forms of at least 40 countries are known, and each is read as a form behind a name", () => {
  const countries = new Set(
    forms.flatMap(([, codes = ""]) => codes.split(",")).filter((code) => /^[A-Z]{2}$/u.test(code)),
  );
  countries.delete("EU");
  expect(countries.size).toBeGreaterThanOrEqual(40);
  const notRead = forms
    .flatMap(([, , spellings = ""]) => spellings.split("|"))
    .filter((form) => !parseName(`Zorvik ${form}`, "company").tokens.some((token) => token.role === "legalForm"));
  expect(notRead).toEqual([]);
});
