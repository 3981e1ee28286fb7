import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prioritiseStage } from "../../src/resolve/prioritise-stage.ts";
import { integer, rawSql, tableOfWorld, text, textList } from "../../src/store/index.ts";
import { pairsToReview } from "../../src/views/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
});
afterEach(() => testCase.close());

const run = (query: string): Promise<number> => testCase.file.database.run(rawSql(query));

/** A value of an entity with its verdict, and the roots that say it. */
type Said = readonly [canonical: string, prop: string, value: string, verdict: string, ...roots: string[]];

async function addFindings(schema: string, said: readonly Said[]): Promise<void> {
  for (const [index, [canonical, prop, value, verdict, ...roots]] of said.entries()) {
    const id = `unhex('${schema.length.toString(16).padStart(2, "0")}${index.toString(16).padStart(2, "0")}')`;
    await run(
      `insert into w_open.finding values (${id}, '${canonical}', '${schema}', '${prop}', '${value}', '${verdict}', 1, 1, false, false, 1, '')`,
    );
    for (const root of roots)
      await run(`insert into w_open.finding_statement values (${id}, unhex('00'), 1, 'supports', '${root}')`);
  }
}

/** What each pair of `review` would change: "ab: 300 moved, 2 1 0 flipped, apart". */
async function changes(): Promise<string[]> {
  await testCase.run(prioritiseStage);
  const rows = await testCase.rows(
    "select left_id || right_id as pair, money_minor as money, corroborated, contradicted, settled, apart from w_open.review order by pair",
    { pair: text, money: integer, corroborated: integer, contradicted: integer, settled: integer, apart: textList },
  );
  return rows.map((row) =>
    `${row.pair}: ${row.money} moved, ${row.corroborated} ${row.contradicted} ${row.settled} flipped ${row.apart.join(" ")}`.trim(),
  );
}

describe("a decision on a pair would change", () => {
  beforeEach(async () => {
    await run(
      "insert into w_open.cluster values ('a','a',null,null), ('b','b',null,null), ('c','a','a','rule: phone')",
    );
    await run("insert into w_open.candidate_pair values ('a','b',1,500,'review',[],1), ('a','c',1,9000,'join',[],1)");
  });

  it("the money of the side that moved less", async () => {
    await run(
      "insert into w_open.flow values ('p1','a','x',900,'USD',900,null,null,1000000,1), ('p2','x','b',300,'USD',300,null,null,1000000,1), ('p3','b','x',100,'EUR',null,null,null,1000000,1)",
    );
    expect(await changes()).toEqual(["ab: 300 moved, 0 0 0 flipped"]);
  });

  it("the verdict of a value that both have, where two independent sources say it together", async () => {
    await addFindings("Person", [
      ["a", "phone", "1", "single", "s1"],
      ["b", "phone", "1", "single", "s2"],
      ["a", "email", "x", "single", "s1"],
      ["b", "email", "x", "single", "s1"],
      ["a", "country", "kp", "corroborated", "s1", "s2"],
      ["b", "country", "kp", "single", "s1"],
      ["a", "address", "y", "contradicted", "s1"],
      ["b", "address", "y", "single", "s2"],
      ["b", "title", "z", "single", "s2"],
    ]);
    expect(await changes()).toEqual(["ab: 0 moved, 3 0 0 flipped"]);
  });

  it("the verdict of two values of which one is true, but for a day and its month", async () => {
    await addFindings("Person", [
      ["a", "birthDate", "1970-03-14", "single", "s1"],
      ["b", "birthDate", "1971-05-06", "single", "s2"],
      ["b", "birthDate", "1970-03", "single", "s2"],
      ["a", "gender", "male", "contradicted", "s1"],
      ["b", "gender", "female", "single", "s2"],
      ["a", "phone", "1", "single", "s1"],
      ["b", "phone", "2", "single", "s2"],
    ]);
    expect(await changes()).toEqual(["ab: 0 moved, 0 3 0 flipped"]);
  });

  it("the verdict of the two holders of one account, unless a third is said to hold it too", async () => {
    await addFindings("Ownership", [
      ["edge-1", "owner", "a > k", "contradicted", "s1"],
      ["edge-2", "owner", "b > k", "contradicted", "s2"],
      ["edge-3", "owner", "a > m", "contradicted", "s1"],
      ["edge-4", "owner", "b > m", "contradicted", "s2"],
      ["edge-5", "owner", "x > m", "contradicted", "s2"],
    ]);
    expect(await changes()).toEqual(["ab: 0 moved, 0 0 2 flipped"]);
  });

  it("what somebody must have got wrong: properties with one true value in which they contradict each other", async () => {
    await testCase.dataset("h1");
    await testCase.statements("h1", [
      ["a", "Company", "registrationNumber", "11-22"],
      ["c", "Company", "innCode", "7701234567"],
      ["b", "Company", "registrationNumber", "1133"],
      ["b", "Company", "innCode", "7701234567"],
      ["a", "Person", "birthDate", "1970-03-05"],
      ["b", "Person", "birthDate", "1970-05-03"],
    ]);
    expect(await changes()).toEqual(["ab: 0 moved, 0 0 0 flipped registrationNumber"]);
  });
});

it("asks first about pairs that contradict each other in nothing, then by money, by findings and by weight", async () => {
  await testCase.dataset("h1");
  await testCase.statements("h1", [
    ["a", "Company", "registrationNumber", "11"],
    ["b", "Company", "registrationNumber", "22"],
  ]);
  const ids = ["a", "b", "c", "d", "e", "f", "g"];
  await run(`insert into w_open.cluster values ${ids.map((id) => `('${id}','${id}',null,null)`).join(",")}`);
  await run(
    `insert into w_open.candidate_pair values ('a','b',1,9000,'review',[],1), ('a','c',1,500,'review',[],1), ('a','d',1,600,'review',[],1),
      ('e','f',1,700,'review',[],1), ('f','g',1,100,'review',[],1)`,
  );
  await run(
    "insert into w_open.flow values ('p1','a','x',900,'USD',900,null,null,1,1), ('p2','x','b',900,'USD',900,null,null,1,1), ('p3','x','d',50,'USD',50,null,null,1,1)",
  );
  await addFindings("Person", [
    ["f", "phone", "1", "single", "s1"],
    ["g", "phone", "1", "single", "s2"],
  ]);
  await testCase.run(prioritiseStage);
  const reader = {
    database: testCase.file.database,
    viewer: { world: "open", actor: "tester" },
    table: tableOfWorld("open"),
  } as const;
  const asked = await pairsToReview(reader, { offset: 0, limit: 9 });
  expect(asked.map(({ leftId, rightId }) => `${leftId}${rightId}`)).toEqual(["ad", "fg", "ef", "ac", "ab"]);
});

it("asks once of two clusters, by their heaviest pair, and not again once that was decided", async () => {
  await run(
    "insert into w_open.cluster values ('a','a',null,null), ('b','a','a','rule: phone'), ('c','c',null,null), ('d','c','c','rule: phone'), ('e','e',null,null)",
  );
  await run(
    "insert into w_open.candidate_pair values ('a','c',1,500,'review',[],1), ('d','b',1,800,'review',[],1), ('a','e',1,700,'review',[],1)",
  );
  const asked = async (): Promise<string[]> => (await changes()).map((line) => line.split(":")[0] ?? "");
  expect(await asked()).toEqual(["ae", "db"]);
  await testCase.judge("entity", "a", "c", "different");
  expect(await asked()).toEqual(["ae"]);
});
