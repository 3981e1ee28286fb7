import { afterAll, beforeAll, expect, it } from "vitest";
import { parseEntityId } from "../../src/model/index.ts";
import { resolveStage } from "../../src/resolve/index.ts";
import { rawSql, statementId, tableOfWorld } from "../../src/store/index.ts";
import { commonnessOf } from "../../src/views/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeAll(async () => {
  testCase = await openTestCase();
  await testCase.dataset("h1");
  await testCase.statements("h1", [
    ["a", "Person", "name", "Kim Chol"],
    ["a", "Person", "birthDate", "1970-01-02"],
    ["b", "Person", "name", "KIM CHOL"],
    ["c", "Person", "alias", "Kim Chol"],
    ["d", "Company", "incorporationDate", "1970-01-02"],
    ["e", "Person", "name", "Kim Chol"],
    ["acct1", "BankAccount", "accountNumber", "12345678"],
    ["acct2", "BankAccount", "accountNumber", "12345678"],
    ["own1", "Ownership", "owner", "a"],
    ["own1", "Ownership", "asset", "acct1"],
    ["pay", "Payment", "payer", "c"],
    ["pay", "Payment", "payerAccount", "acct2"],
    ["pay", "Payment", "beneficiary", "d"],
    ["pay2", "Payment", "payer", "a"],
    ["pay2", "Payment", "beneficiary", "d"],
    ["pay3", "Payment", "payer", "b"],
    ["pay3", "Payment", "beneficiary", "d"],
    ["place", "Address", "full", "1 Main Street"],
    ["a", "Person", "addressEntity", "place"],
    ["d", "Company", "addressEntity", "place"],
    ["c", "Person", "address", "1 Main Street"],
    ["a", "Person", "phone", "+85021811111"],
    ["user", "UserAccount", "phone", "+85021811111"],
    ["user", "UserAccount", "owner", "d"],
    ["a", "Person", "email", "kim@example.org"],
  ]);
  await testCase.run(resolveStage);
  await testCase.file.database.run(rawSql("insert into held.bystander values (1, 'e', 1)"));
});
afterAll(() => testCase.close());

/** How many others have the value of a property of an entity that was compared between a and b, and who is shared. */
async function commonness(entity: string, prop: string) {
  const asked = await testCase.rows(
    `select statement_id as id from held.statement where entity_id = '${entity}' and prop = '${prop}'`,
    { id: statementId },
  );
  const viewer = { world: "open", actor: "t" } as const;
  const reader = { database: testCase.file.database, viewer, table: tableOfWorld("open") };
  return commonnessOf(
    reader,
    asked.map(({ id }) => ({ statementId: id, leftId: parseEntityId("a"), rightId: parseEntityId("b") })),
  );
}

const check = (what: string, [entity, prop]: readonly [string, string], others: number, shared?: string): void =>
  it(what, async () => expect(await commonness(entity, prop)).toEqual([{ others, sharedId: shared ?? null }]));

check("who else bears a name counts, in any capitals and by any name; closed contacts do not", ["a", "name"], 1);
check("a day counts only where it is the day of the same thing", ["a", "birthDate"], 0);
check("the holders of an equal account number count, and whoever pays from it", ["acct1", "accountNumber"], 1);
check("who else stands at an address counts, by its entity or in words", ["place", "full"], 2);
check("who else has a number by an account of his counts", ["a", "phone"], 1);
check("who else was paid by the same counts, and by whom is said", ["pay2", "beneficiary"], 1, "d");
check("nobody counts where nobody else has it", ["a", "email"], 0);
it("nothing is answered when nothing is asked", async () => expect(await commonness("nobody", "name")).toEqual([]));
