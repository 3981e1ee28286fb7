import { afterEach, beforeEach, expect, it } from "vitest";
import { matchStage } from "../../src/match/index.ts";
import { integer, text } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  for (const name of ["h1", "h2"]) await testCase.dataset(name);
});
afterEach(() => testCase.close());

it("counts the joined pairs that one kind of key alone brought together", async () => {
  await testCase.statements("h1", [
    ["a", "Person", "name", "Ivan Sokolov"],
    ["a", "Person", "passportNumber", "AB1234567"],
    ["b", "Person", "name", "Oksana Bondar"],
    ["b", "Person", "passportNumber", "CD7654321"],
    ["b", "Person", "phone", "+85021811111"],
  ]);
  await testCase.statements("h2", [
    ["c", "Person", "passportNumber", "AB1234567"],
    ["d", "Person", "passportNumber", "CD7654321"],
    ["d", "Person", "phone", "+85021811111"],
  ]);
  await testCase.run(matchStage);
  expect(
    await testCase.rows("select * from w_open.blocking_reach", {
      among: text,
      joined: integer,
      by_one: integer,
      by_two: integer,
    }),
  ).toEqual([{ among: "people", joined: 2, by_one: 1, by_two: 0 }]);
});
