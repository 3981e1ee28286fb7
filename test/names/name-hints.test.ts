import { expect, test } from "vitest";
import { isCompanyName, isPersonalName, nameFrequency, nameKeys, parseName } from "../../src/names/index.ts";

const companies = [
  "Harbour Bright Trading Ltd",
  "ООО Восток",
  "大连鲁明贸易有限公司",
  "조선광선은행",
  "Siemens AG",
  "Korea Mining Development Trading Corporation",
];
const people = [
  "Kim Jong Un",
  "김정은",
  "영환류",
  "金正恩",
  "Vladimir Putin",
  "Dr. Rami Makhlouf",
  "Jong Chol",
  "Aishah bin Yusof",
  "박병우 운전수",
];

test("a legal form or a generic word makes a company", () => {
  expect(companies.filter((name) => !isCompanyName(name))).toEqual([]);
  expect(people.filter(isCompanyName)).toEqual([]);
});

test("titles, given names and surnames make a person", () => {
  expect(people.filter((name) => !isPersonalName(name))).toEqual([]);
  expect(companies.filter(isPersonalName)).toEqual([]);
});

test("a common name is more frequent than a rare one", () => {
  const frequency = (name: string): number => nameFrequency(parseName(name, "person"));
  expect(frequency("김영호")).toBeGreaterThan(frequency("남궁억"));
  expect(frequency("王伟")).toBeGreaterThan(frequency("尉迟恭"));
  expect(frequency("John Smith")).toBeGreaterThan(frequency("Zebulon Pfeffermann"));
});

test("company keys come from distinctive words", () => {
  const keys = (name: string): string[] => nameKeys(parseName(name, "company"));
  expect(
    keys("Harbour Bright Trading Ltd").filter((key) => keys("Harbor Bright Trade Co.").includes(key)).length,
  ).toBeGreaterThan(0);
  expect(
    keys("조선광선은행").filter((key) => keys("Korea Kwangson Banking Corp").includes(key)).length,
  ).toBeGreaterThan(0);
});
