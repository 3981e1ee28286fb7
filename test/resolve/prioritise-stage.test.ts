import { expect, it } from "vitest";
import { prioritiseStage } from "../../src/resolve/prioritise-stage.ts";
import { integer, rawSql, text } from "../../src/store/index.ts";
import { openTestCase } from "../support/case.ts";

it("ranks a pair by the money of its smaller side and the properties that both speak of", async () => {
  const testCase = await openTestCase();
  const { database } = testCase.file;
  await database.run(
    rawSql("insert into w_open.cluster values ('a','a',null,null), ('b','b',null,null), ('c','a','a','rule: phone')"),
  );
  await database.run(
    rawSql("insert into w_open.candidate_pair values ('a','b',1,500,'review',[],1), ('a','c',1,9000,'join',[],1)"),
  );
  await database.run(
    rawSql(
      "insert into w_open.flow values ('p1','a','x',900,'USD',900,null,null,1000000,1), ('p2','x','b',300,'USD',300,null,null,1000000,1), ('p3','b','x',100,'EUR',null,null,null,1000000,1)",
    ),
  );
  const finding = (id: string, canonical: string, prop: string): string =>
    `(unhex('${id}'),'${canonical}','Person','${prop}','1','single',1,1,false,false,1,'')`;
  await database.run(
    rawSql(
      `insert into w_open.finding values ${[finding("01", "a", "birthDate"), finding("02", "b", "birthDate"), finding("03", "b", "phone")].join(",")}`,
    ),
  );
  await testCase.run(prioritiseStage);
  expect(
    await testCase.rows(
      "select left_id as l, right_id as r, money_minor as money, findings_flipped as flipped from w_open.review",
      { l: text, r: text, money: integer, flipped: integer },
    ),
  ).toEqual([{ l: "a", r: "b", money: 300, flipped: 1 }]);
  testCase.close();
});

it("asks once of two clusters, by their heaviest pair, and not again once that was decided", async () => {
  const testCase = await openTestCase();
  const { database } = testCase.file;
  await database.run(
    rawSql(
      "insert into w_open.cluster values ('a','a',null,null), ('b','a','a','rule: phone'), ('c','c',null,null), ('d','c','c','rule: phone'), ('e','e',null,null)",
    ),
  );
  await database.run(
    rawSql(
      "insert into w_open.candidate_pair values ('a','c',1,500,'review',[],1), ('d','b',1,800,'review',[],1), ('a','e',1,700,'review',[],1)",
    ),
  );
  const asked = async (): Promise<string[]> => {
    await testCase.run(prioritiseStage);
    const rows = await testCase.rows("select left_id || right_id as pair from w_open.review order by pair", {
      pair: text,
    });
    return rows.map(({ pair }) => pair);
  };
  expect(await asked()).toEqual(["ae", "db"]);
  await testCase.judge("entity", "a", "c", "different");
  expect(await asked()).toEqual(["ae"]);
  testCase.close();
});
