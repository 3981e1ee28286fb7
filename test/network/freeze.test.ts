import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreezable, networkStage, type FreezeAnswer } from "../../src/network/index.ts";
import { rawSql, tableOfWorld } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { payments, takeEachForItself } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("book");
});
afterEach(() => made.close());

/** "account holder balance day currency" of each account; "-" where nothing is said. */
const accounts = (lines: readonly string[]): Literal[] =>
  lines.flatMap((line): Literal[] => {
    const [account = "", holder = "-", balance = "-", day = "-", currency = "-"] = line.split(" ");
    const said = (prop: string, value: string): Literal[] =>
      value === "-" ? [] : [[account, "BankAccount", prop, value]];
    const owned: Literal[] =
      holder === "-"
        ? []
        : [
            [holder, "LegalEntity", "name", `Name of ${holder}`],
            [`own-${account}`, "Ownership", "owner", holder],
            [`own-${account}`, "Ownership", "asset", account],
          ];
    return [
      [account, "BankAccount", "accountNumber", `${account}000000`],
      ...said("balance", balance),
      ...said("balanceDate", day),
      ...said("currency", currency),
      ...owned,
    ];
  });

async function freezeAt(at: string, literals: readonly Literal[]): Promise<FreezeAnswer> {
  await made.statements("book", literals);
  await takeEachForItself(made);
  await made.file.database.run(rawSql("update w_open.cluster set canonical_id = 'a1' where entity_id = 'a2'"));
  await made.run(networkStage, { budget: 1 });
  const source = { database: made.file.database, table: tableOfWorld("open") };
  const answer = await findFreezable(source, { at, currency: "USD" });
  if ("refusal" in answer) throw new Error(answer.refusal);
  return answer;
}

const told = ({ holders }: FreezeAnswer) =>
  holders.map(({ holderId, accountsStated, accounts: all, statedLeast, statedMost, leastSeen }) => [
    holderId,
    `${accountsStated} of ${all}`,
    statedLeast,
    statedMost,
    leastSeen,
  ]);

test("sums the latest stated balances of each holder, as a range where two books differ", async () => {
  const answer = await freezeAt(
    "2016-06-30",
    accounts([
      "a1 fund 100 2016-06-01 USD",
      "a2 - 120 2016-06-01 USD",
      "b fund 5.50 2016-05-01 USD",
      "c fund",
      "d small 7 2016-06-30 USD",
      "e - 9 2016-06-01 USD",
    ]),
  );
  // a1 and a2 are one account, of which two books say different balances of one day.
  expect(told(answer)).toEqual([
    ["fund", "2 of 3", 10_550, 12_550, 0],
    ["small", "1 of 1", 700, 700, 0],
  ]);
  expect([answer.accounts, answer.accountsUnknown]).toEqual([5, 1]);
  expect([answer.accountsWithoutHolder, answer.statedWithoutHolder]).toEqual([1, 900]);
});

test("says what was not used: of a later day, without a day, without a rate, below nothing", async () => {
  const answer = await freezeAt(
    "2016-06-30",
    accounts(["a fund 1 2016-07-01 USD", "b fund 1 - USD", "c fund 1 2016-06-01 KRW", "d fund -1 2016-06-01 USD"]),
  );
  expect(answer.unused).toEqual({ withoutDay: 1, later: 1, withoutRate: 1, several: 0, belowNothing: 1 });
  expect([told(answer), answer.accountsUnknown]).toEqual([[], 4]);
});

test("what payments leave counts from the least opening that explains them, up to the day", async () => {
  const answer = await freezeAt(
    "2016-03-31",
    payments([
      "fund shop 30 2016-01-01",
      "payer fund 50 2016-02-01",
      "fund shop 10 2016-03-01",
      "fund shop 99 2016-04-01",
    ]),
  );
  // The fund had 30 at the beginning at least: 30 - 30 + 50 - 10.
  expect(told(answer)).toEqual([
    ["fund", "0 of 0", 0, 0, 4000],
    ["shop", "0 of 0", 0, 0, 4000],
  ]);
});
