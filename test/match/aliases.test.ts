import { afterEach, beforeEach, expect, it } from "vitest";
import { matchStage } from "../../src/match/index.ts";
import { integer, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  for (const name of ["h1", "h2"]) await testCase.dataset(name);
});
afterEach(() => testCase.close());

const aliases = [
  "Han Sol-mi",
  "한설미",
  "Хан Соль Ми",
  "Han Sol",
  "Pak Yong-ho",
  "박영호",
  "Harbour Bright Trading",
  "Sol",
  "X",
];

it("another alias never lowers the weight of a pair, whatever name it is", async () => {
  const born = "1971-03-05";
  const bearer = (id: string, alias?: string): Literal[] => [
    [id, "Person", "name", "Han Seol-mi"],
    [id, "Person", "birthDate", born],
    ...(alias === undefined ? [] : [[id, "Person", "alias", alias] as const]),
  ];
  await testCase.statements("h1", [
    ...bearer("plain"),
    ...aliases.flatMap((alias, index) => bearer(`alias${index}`, alias)),
  ]);
  await testCase.statements("h2", [
    ["third", "Person", "name", "한설미"],
    ["third", "Person", "birthDate", born],
    ["third", "Person", "alias", "Pak Yong-ho"],
  ]);
  await testCase.run(matchStage);
  const rows = await testCase.rows(
    `select left_id, weight_mb from w_open.candidate_pair where right_id = 'third' order by left_id`,
    { left_id: text, weight_mb: integer },
  );
  const plain = rows.find((row) => row.left_id === "plain")?.weight_mb ?? Number.NaN;
  const others = rows.filter((row) => row.left_id !== "plain");
  expect(others.map((row) => row.left_id)).toEqual(aliases.map((_, index) => `alias${index}`));
  expect(others.filter((row) => !(row.weight_mb >= plain))).toEqual([]);
});
