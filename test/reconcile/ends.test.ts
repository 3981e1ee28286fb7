import { afterEach, beforeEach, expect, it } from "vitest";
import { sql } from "../../src/store/index.ts";
import type { Literal, TestCase } from "../support/case.ts";
import { addOtherPayments, openTwoBooks, payment, readPayments } from "./support/payments.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTwoBooks();
  await addOtherPayments(testCase);
});
afterEach(() => testCase.close());

it.each([
  ["review", "name-person", "a: a + b (rule: another amount, same date, same payer and payee)"],
  ["none", "name-person", undefined],
  ["review", "name-company", undefined],
])("two people in a pair for %s by %s may be one payee, under two spellings", async (verdict, comparison, joined) => {
  await testCase.statements("h1", [["q1", "Person", "name", "김재인"], ...payment("a", "p q1 5000 USD 2015-03-04")]);
  await testCase.statements("h2", [
    ["q2", "Person", "name", "Kim Chae-in"],
    ...payment("b", "p q2 6500 USD 2015-03-04"),
  ]);
  for (const id of ["q1", "q2"]) {
    await testCase.file.database.run(sql`insert into w_open.cluster values (${id}, ${id}, null, null)`);
  }
  await testCase.file.database.run(sql`insert into w_open.candidate_pair values ('q1', 'q2', 9, 9000, ${verdict},
    [{'comparison': ${comparison}, 'level': 6, 'weight_mb': 9000, 'left_statement': null, 'right_statement': null}], 0)`);
  expect(await readPayments(testCase)).toEqual(joined === undefined ? [] : [joined]);
});

it.each([
  ["743088986622", "a: a + b (rule: amount missing, value date, same payer and payee)"],
  ["743088981943", undefined],
])("four last signs 6722 may be those of %s, one of them miswritten", async (number, joined) => {
  const account = (id: string, number: string): Literal[] => [
    [id, "Payment", "payerAccount", `${id}-account`],
    [`${id}-account`, "BankAccount", "accountNumber", number],
  ];
  await testCase.statements("h1", [...payment("a", "p q - USD 2015-03-06"), ...account("a", "*6722")]);
  await testCase.statements("h2", [...payment("b", "p q 24500 USD 2015-03-04"), ...account("b", number)]);
  expect(await readPayments(testCase)).toEqual(joined === undefined ? [] : [joined]);
});
