import { afterEach, beforeEach, expect, it } from "vitest";
import { at } from "../../src/base/index.ts";
import { defaultModel, matchStage, trainModel, type MatchModel } from "../../src/match/index.ts";
import { decisionTable } from "../../src/resolve/index.ts";
import { defaultSettings } from "../../src/model/index.ts";
import { integer, sql, tableOfWorld, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  for (const name of ["h1", "h2"]) await testCase.dataset(name);
});
afterEach(() => testCase.close());

const train = () =>
  trainModel(
    { database: testCase.file.database, settings: { ...defaultSettings, threads: 1 }, table: tableOfWorld("open") },
    decisionTable(tableOfWorld("open")("judgement")),
  );

const givenNames = ["Anna", "Boris", "Clara", "Dmitri", "Elena", "Fyodor", "Galina", "Hedda", "Igor", "Julia", "Karl"];
const families = [
  "Abramov",
  "Brandt",
  "Castellan",
  "Dorokhov",
  "Eberhard",
  "Filatov",
  "Gorchakov",
  "Hollander",
  "Ilyin",
];
const towns = ["Odense", "Kaunas", "Ghent", "Lublin", "Graz", "Turku", "Split"];
const people = givenNames.flatMap((given) => families.map((family) => `${given} ${family}`));

/** Ninety-nine people in two hand-overs; of every tenth the birth date differs in its year, and the town of every third. */
function twoBooks(): { readonly first: Literal[]; readonly second: Literal[] } {
  const of = (id: string, name: string, birthDate: string, birthPlace: string): Literal[] =>
    Object.entries({ name, birthDate, birthPlace }).map(([prop, value]): Literal => [id, "Person", prop, value]);
  const dateOf = (index: number, year: number): string =>
    `${year}-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`;
  const year = (index: number): number => 1950 + (index % 40);
  return {
    first: people.flatMap((name, index) =>
      of(`a${index}`, name, dateOf(index, year(index)), at(towns, index % towns.length)),
    ),
    second: people.flatMap((name, index) =>
      of(
        `b${index}`,
        name,
        dateOf(index, index % 10 === 0 ? year(index) - 17 : year(index)),
        at(towns, (index + Number(index % 3 === 0)) % towns.length),
      ),
    ),
  };
}

const levelOf = (model: Omit<MatchModel, "modelNo">, facet: string, level: number) =>
  model.levels.find((each) => each.among === "people" && each.facet === facet && each.level === level);

it("learns how often true pairs agree and differ, and joins what the shipped weights leave open", async () => {
  const { first, second } = twoBooks();
  await testCase.statements("h1", first);
  await testCase.statements("h2", second);
  const { model, groups } = await train();
  expect(groups.map(({ among, truePairs }) => [among, Math.round(truePairs / 10)])).toEqual([["people", 10]]);
  // Ninety of a hundred dates agree to the day; the belief before, three in four, is worth fifty pairs more.
  expect(levelOf(model, "birthDate", 7)?.m).toBeCloseTo((0.9 * 99 + 0.74 * 50) / 149, 1);
  expect(levelOf(model, "birthPlace", 2)?.m ?? 0).toBeGreaterThan(0.3);
  expect(levelOf(model, "deathDate", 6)).toEqual(levelOf(defaultModel(), "deathDate", 6));
  expect(model.joinPeopleMb).toBeLessThan(defaultModel().joinPeopleMb);
});

it("gives the same model for the same case, whatever was learnt before, and another for other decisions", async () => {
  const { first, second } = twoBooks();
  await testCase.statements("h1", first);
  await testCase.statements("h2", second);
  const { model, groups } = await train();
  await testCase.file.database.run(
    sql`insert into held.match_model values (1, ${JSON.stringify({ ...model, joinPeopleMb: 1 })}::json, 1, 1)`,
  );
  expect((await train()).model).toEqual(model);
  for (const index of [10, 20, 30, 40, 50]) await testCase.judge("entity", `a${index}`, `b${index}`, "different");
  const decided = await train();
  expect([groups[0]?.decided, decided.groups[0]?.decided]).toEqual([0, 5]);
  expect(levelOf(decided.model, "birthDate", 1)?.m ?? 1).toBeLessThan(levelOf(model, "birthDate", 1)?.m ?? 0);
});

it("keeps the shipped weights where there is nothing to learn from", async () => {
  await testCase.statements("h1", [["a", "Person", "name", "Anna Abramov"]]);
  await testCase.statements("h2", [["b", "Person", "name", "Anna Abramov"]]);
  const { modelNo: _number, ...shipped } = defaultModel();
  expect(await train()).toEqual({ model: shipped, groups: [] });
});

it("is used by the next run, whose pairs name it", async () => {
  const { first, second } = twoBooks();
  await testCase.statements("h1", first);
  await testCase.statements("h2", second);
  const { model } = await train();
  await testCase.file.database.run(sql`insert into held.match_model values (7, ${JSON.stringify(model)}::json, 1, 1)`);
  await testCase.run(matchStage);
  const rows = await testCase.rows(
    "select verdict, count(*) as pairs, min(model_no) as model from w_open.candidate_pair where replace(left_id, 'a', '') = replace(right_id, 'b', '') group by verdict",
    { verdict: text, pairs: integer, model: integer },
  );
  expect(rows.find(({ verdict }) => verdict === "join")).toEqual({
    verdict: "join",
    pairs: expect.any(Number),
    model: 7,
  });
  expect(rows.find(({ verdict }) => verdict === "join")?.pairs ?? 0).toBeGreaterThan(88);
});
