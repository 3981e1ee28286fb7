import { expect, it } from "vitest";
import { makeMet } from "../../src/reconcile/make-met.ts";
import { integer, rawSql, sql } from "../../src/store/index.ts";
import { openTestCase } from "../support/case.ts";

it("meets the same payments however few tokens are looked at together", async () => {
  const testCase = await openTestCase();
  const { database } = testCase.file;
  const weighed = await database.temporary(
    "reconcile_weighed",
    `no integer, dataset_no integer, amount_centi bigint, payer ubigint, beneficiary ubigint, payer_account ubigint,
     beneficiary_account ubigint, payer_number varchar, beneficiary_number varchar, payer_tail varchar,
     beneficiary_tail varchar, day_from date, day_to date, is_between boolean, day_swapped date, month_no bigint, refs varchar[]`,
  );
  await database.run(sql`insert into ${weighed}
    select no, no // 60 + 1, 100 * (no % 7), no % 5, no % 11, null, null, null, null, null, null,
      date '2016-03-01' + (no % 13)::integer, date '2016-03-01' + (no % 13)::integer, no % 17 = 0, null, null,
      case when no % 10 = 0 then ['R' || (no % 60)] else [] end
    from ${rawSql("range(120) as item(no)")}`);
  const pairs = async (partTokens: number) => {
    const met = await makeMet(database, weighed, partTokens);
    return database.rows(sql`select earlier_no as earlier, later_no as later from ${met} order by all`, {
      earlier: integer,
      later: integer,
    });
  };
  const whole = await pairs(1_000_000);
  expect(whole.length).toBeGreaterThan(100);
  expect(whole.every(({ earlier, later }) => earlier < 60 && later >= 60)).toBe(true);
  expect(await pairs(10)).toEqual(whole);
  testCase.close();
});
