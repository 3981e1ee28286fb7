import { expect, it } from "vitest";
import { firmsContradict, parseName } from "../../src/names/index.ts";

const contradict = (left: string, right: string): boolean =>
  firmsContradict(parseName(left, "company"), parseName(right, "company"));

it.each([
  ["in one script", "Amber Lake Fisheries", "Golden Stone Catering"],
  ["in two scripts, which tables can read", "푸른달建设회사", "Grey Mountain Construction Ltd"],
  ["of another trade, though one word is misspelt", "남벙해科技회사", "회색산기계유한회사"],
])("two names of firms contradict each other %s", (_, left, right) => {
  expect([contradict(left, right), contradict(right, left)]).toEqual([true, true]);
});

it.each([
  ["a word that no table knows", "晨义航运有限公司", "Marlborough Shipping Ltd"],
  ["no trade, and a word is misspelt", "남벙해회사", "Grey Mountain Ltd"],
  ["one word for two", "长江贸易有限公司", "긴강무역회사"],
  ["one word in common", "은탑무역회사", "Silver Star Trading Ltd"],
])("two names in two scripts may be translations where they hold %s", (_, left, right) => {
  expect([contradict(left, right), contradict(right, left)]).toEqual([false, false]);
});
