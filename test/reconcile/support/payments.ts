import { reconcileStage } from "../../../src/reconcile/index.ts";
import { text } from "../../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../../support/case.ts";

/** An empty case with two hand-overs, h1 and h2. */
export async function openTwoBooks(): Promise<TestCase> {
  const testCase = await openTestCase();
  await testCase.dataset("h1");
  await testCase.dataset("h2");
  return testCase;
}

/** "payer beneficiary amount currency date reference": "-" is a value that the book does not give. */
export function payment(id: string, said: string): Literal[] {
  const props = ["payer", "beneficiary", "amount", "currency", "date", "transactionNumber"];
  return said.split(" ").flatMap((value, index): Literal[] => {
    const prop = props[index];
    return value === "-" || prop === undefined ? [] : [[id, "Payment", prop, value]];
  });
}

/** Forty payments of other parties on other days in each book, so that there is something to be rare among. */
export async function addOtherPayments(testCase: TestCase): Promise<void> {
  for (const book of ["h1", "h2"]) {
    const rows = Array.from({ length: 40 }, (_, index) =>
      payment(
        `${book}x${index}`,
        `${book}p${index} ${book}q${index} ${1000 + index * 37} USD 2015-0${1 + (index % 9)}-11`,
      ),
    );
    await testCase.statements(book, rows.flat());
  }
}

/** Runs the stage; the payments of several mentions, each with the rule that joined it. */
export async function readPayments(testCase: TestCase): Promise<string[]> {
  await testCase.run(reconcileStage);
  const rows = await testCase.rows(
    `select payment_id as id, string_agg(entity_id || coalesce(' (' || joined_by || ')', ''), ' + ' order by entity_id) as members
     from w_open.payment group by payment_id having count(*) > 1 order by payment_id`,
    { id: text, members: text },
  );
  return rows.map(({ id, members }) => `${id}: ${members}`);
}
