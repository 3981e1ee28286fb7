import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sql } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { clusterAll, readFindings } from "./support/findings.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
});
afterEach(() => testCase.close());

const cluster = (...joins: string[]): Promise<void> => clusterAll(testCase, joins);
const findings = (...props: string[]): Promise<string[]> => readFindings(testCase, props);

describe("payments", () => {
  const pay = (id: string, amount: string, date: string, account = "acc"): Literal[] => [
    [id, "Payment", "payer", "p"],
    [id, "Payment", "beneficiary", "q"],
    [id, "Payment", "payerAccount", account],
    [id, "Payment", "amount", amount],
    [id, "Payment", "currency", "USD"],
    [id, "Payment", "date", date],
  ];
  const paid = async (...lines: string[]): Promise<void> => {
    for (const line of lines) {
      const [payment = "", entity = "", rule = ""] = line.split(/[=;]/u);
      await testCase.file.database.run(
        sql`insert into w_open.payment select ${payment}, ${entity}, min(dataset_no), ${rule === "" ? null : rule}::varchar
          from held.statement where entity_id = ${entity}`,
      );
    }
  };
  it("seen in two books are said by two; amounts beyond a fee, dates and accounts contradict", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.dataset("h2", { firstHand: true });
    const account = (id: string, number: string): Literal => [id, "BankAccount", "accountNumber", number];
    await testCase.statements("h1", [
      account("acc", "6276259439794665164"),
      ...pay("a", "5000", "2016-03-04"),
      ...pay("b", "5000", "2016-03-04"),
      ...pay("c", "70.5", "2016-03-04"),
    ]);
    await testCase.statements("h2", [
      account("acc2", "6276259419794665164"),
      account("acc3", "*5164"),
      ...pay("a2", "4980.00", "2016-03-07", "acc3"),
      ...pay("b2", "6500", "2016-04-03", "acc2"),
    ]);
    await cluster();
    await paid("a=a", "a=a2;rule: x", "b=b", "b=b2;rule: x", "c=c");
    expect(await findings("payment", "amount", "date", "payerAccount")).toEqual([
      "amount 4980.00 USD: single 1-1 new",
      "amount 5000.00 USD: single 1-1",
      "date 2016-03-04: single 1-1",
      "date 2016-03-07: single 1-1 new",
      "payerAccount *5164: single 1-1 new",
      "payerAccount 6276259439794665164: single 1-1",
      "payment 5000: corroborated 2-2",
      "amount 5000.00 USD: contradicted 1-1",
      "amount 6500.00 USD: contradicted 1-1 new",
      "date 2016-03-04: contradicted 1-1",
      "date 2016-04-03: contradicted 1-1 new",
      "payerAccount 6276259419794665164: contradicted 1-1 new",
      "payerAccount 6276259439794665164: contradicted 1-1",
      "payment 5000: corroborated 2-2",
      "payment 70.5: single 1-1",
    ]);
  });
  it("in parts are compared by their sum, and a joined one with nobody", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.dataset("h2", { firstHand: true });
    await testCase.statements("h1", [...pay("a", "5000", "2016-03-04"), ...pay("j", "900", "2016-03-04")]);
    await testCase.statements("h2", [
      ...pay("a1", "3000", "2016-03-04"),
      ...pay("a2", "2000", "2016-03-14"),
      ...pay("j1", "500", "2016-03-04"),
      ...pay("j2", "400", "2016-03-24"),
    ]);
    await cluster();
    await paid(
      "a=a",
      "a=a1;rule: split in 2 parts",
      "a=a2;rule: split in 2 parts",
      "j1=j;rule: join of 2 payments",
      "j2=j;rule: join of 2 payments",
      "j1=j1",
      "j2=j2",
    );
    expect(await findings("payment", "amount", "date")).toEqual([
      "amount 5000.00 USD: corroborated 2-2",
      "date 2016-03-04: single 1-1",
      "payment 5000: corroborated 2-2",
      "amount 500.00 USD: single 1-1 new",
      "date 2016-03-04: single 1-1 new",
      "payment 500: corroborated 2-2",
      "amount 400.00 USD: single 1-1 new",
      "date 2016-03-24: single 1-1 new",
      "payment 400: corroborated 2-2",
    ]);
  });
  it("in parts are told whole by a book that tells every part; a joined row tells its accounts", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.dataset("h2", { firstHand: true });
    await testCase.dataset("h3", { firstHand: true });
    await testCase.statements("h1", [
      ["acc", "BankAccount", "accountNumber", "6276259439794665164"],
      ...pay("a", "5000", "2016-03-04"),
      ...pay("j", "900", "2016-03-04"),
    ]);
    await testCase.statements("h2", [
      ["acc2", "BankAccount", "accountNumber", "6276259439794665146"],
      ["acc3", "BankAccount", "accountNumber", "5104422188"],
      ...pay("a1", "3000", "2016-03-04", "acc2"),
      ...pay("a2", "2000", "2016-03-14", "acc3"),
      ...pay("j1", "500", "2016-03-04", "acc2"),
    ]);
    await testCase.statements("h3", pay("a3", "3000", "2016-03-14", "acc2"));
    await testCase.dataset("h4", { firstHand: true });
    await testCase.statements("h4", pay("a4", "4990", "2016-04-03", "acc2"));
    await cluster();
    await paid(
      "a=a",
      "a=a4;rule: same amount",
      ...["a1", "a2", "a3"].map((part) => `a=${part};rule: split in 2 parts`),
      "j1=j;rule: join of 2 payments",
      "j2=j;rule: join of 2 payments",
      "j1=j1",
    );
    expect(await findings("amount", "date", "payerAccount")).toEqual([
      "amount 4990.00 USD: single 1-1 new",
      "amount 5000.00 USD: corroborated 2-2",
      "date 2016-03-04: contradicted 1-1",
      "date 2016-04-03: contradicted 1-1 new",
      "payerAccount 5104422188: single 1-1",
      "payerAccount 6276259439794665146: contradicted 3-3",
      "payerAccount 6276259439794665164: contradicted 1-1",
      "amount 500.00 USD: single 1-1",
      "date 2016-03-04: single 1-1",
      "payerAccount 6276259439794665146: contradicted 1-1",
      "payerAccount 6276259439794665164: contradicted 1-1",
    ]);
  });
  it("in parts that one book alone shows are compared among themselves", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.statements("h1", [
      ["acc", "BankAccount", "accountNumber", "6276259439794665164"],
      ["acc2", "BankAccount", "accountNumber", "6276259439794665146"],
      ["acc3", "BankAccount", "accountNumber", "5104422188"],
      ["acc4", "BankAccount", "accountNumber", "*5614"],
      ["acc5", "BankAccount", "accountNumber", "*2091"],
      ["acc6", "BankAccount", "accountNumber", "6276295439794660000"],
      ...pay("a1", "3000", "2016-03-04"),
      ...pay("a2", "2000", "2016-03-06", "acc2"),
      ...pay("d1", "40", "2016-03-04"),
      ...pay("d2", "50", "2016-03-06", "acc4"),
      ...pay("d3", "60", "2016-03-07", "acc5"),
      ...pay("e1", "45", "2016-03-04"),
      ...pay("e2", "55", "2016-03-06", "acc6"),
      ...pay("b1", "70", "2016-03-04"),
      ...pay("b2", "80", "2016-03-06", "acc3"),
      ...pay("c", "5000", "2016-03-04"),
    ]);
    await cluster();
    await paid("a1=a1", "a1=a2;rule: split in 2 parts", "b1=b1", "b1=b2;rule: split in 2 parts", "c=c");
    await paid("d1=d1", "d1=d2;rule: split in 3 parts", "d1=d3;rule: split in 3 parts");
    await paid("e1=e1", "e1=e2;rule: split in 2 parts");
    expect(await findings("amount", "date", "payerAccount")).toEqual([
      "amount 5000.00 USD: single 1-1 new",
      "payerAccount 6276259439794665146: contradicted 1-1 new",
      "payerAccount 6276259439794665164: contradicted 1-1 new",
      "amount 150.00 USD: single 1-1 new",
      "payerAccount 5104422188: single 1-1 new",
      "payerAccount 6276259439794665164: single 1-1 new",
      "amount 150.00 USD: single 1-1 new",
      "payerAccount *2091: single 1-1 new",
      "payerAccount *5614: contradicted 1-1 new",
      "payerAccount 6276259439794665164: contradicted 1-1 new",
      "amount 100.00 USD: single 1-1 new",
      "payerAccount 6276259439794665164: contradicted 1-1 new",
      "payerAccount 6276295439794660000: contradicted 1-1 new",
    ]);
  });
  it("tell of accounts also what a spreadsheet left of their numbers", async () => {
    for (const [name, left] of [
      ["h1", "4.07028E+19"],
      ["h2", "4.07038E+19"],
    ] as const) {
      await testCase.dataset(name, { firstHand: true });
      await testCase.statements(name, [
        ...pay(name, "5000", "2016-03-04", `${name}-acc`),
        [`${name}-acc`, "BankAccount", "notes", left],
      ]);
      await testCase.file.database.run(sql`update held.statement set original_value = value where prop = 'notes'`);
    }
    await testCase.dataset("h3", { firstHand: true });
    await testCase.statements("h3", [
      ["acc", "BankAccount", "accountNumber", "40702810302763452747"],
      ...pay("h3", "5000", "2016-03-04"),
    ]);
    await cluster();
    await paid("h1=h1", "h1=h2;rule: same amount", "h1=h3;rule: same amount");
    expect(await findings("payerAccount")).toEqual([
      "payerAccount 40702810302763452747: contradicted 1-1 new",
      "payerAccount 407028E+19: contradicted 1-1",
      "payerAccount 407038E+19: contradicted 1-1",
    ]);
  });
  it("contradict where no currency or day of the case brings them together; rounding hides half a digit", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.dataset("h2", { firstHand: true });
    const { database } = testCase.file;
    await database.run(
      sql`insert into held.rate select currency, day, rate, 'test', 1 from (values ('USD', date '2016-03-01', 1000000),
        ('EUR', date '2016-03-01', 1100000), ('EUR', date '2016-03-10', 1200000)) as t(currency, day, rate)`,
    );
    const row = (id: string, amount: string, currency?: string, date = "2016-03-04"): Literal[] => [
      [id, "Payment", "payer", "p"],
      [id, "Payment", "amount", amount],
      ...(date === "" ? [] : [[id, "Payment", "date", date] as const]),
      ...(currency === undefined ? [] : [[id, "Payment", "currency", currency] as const]),
    ];
    await testCase.statements("h1", [
      ...row("a", "34050", "USD"),
      ...row("b", "1100", "USD"),
      ...row("c", "15400", "USD"),
      ...row("d", "1200", "USD", "2016-03-11"),
    ]);
    await testCase.statements("h2", [
      ...row("a2", "34500"),
      ...row("b2", "1000"),
      ...row("c2", "15314.20", "USD"),
      ...row("d2", "1000", "EUR", ""),
    ]);
    await database.run(
      sql`update held.statement set original_value = 'Kim paid 15.4k to Ri on 3/5' where value = '15400'`,
    );
    await cluster();
    await paid("a=a", "a=a2;rule: x", "b=b", "b=b2;rule: x", "c=c", "c=c2;rule: x", "d=d", "d=d2;rule: x");
    expect(await findings("amount")).toEqual([
      "amount 34050.00 USD: contradicted 1-1",
      "amount 34500.00: contradicted 1-1 new",
      "amount 1000.00: single 1-1 new",
      "amount 1100.00 USD: single 1-1",
      "amount 15314.20 USD: single 1-1 new",
      "amount 15400.00 USD: single 1-1",
      "amount 1000.00 EUR: single 1-1 new",
      "amount 1200.00 USD: single 1-1",
    ]);
  });
});
