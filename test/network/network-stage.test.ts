import { afterEach, beforeEach, expect, test } from "vitest";
import type { Settings } from "../../src/model/index.ts";
import { networkStage, verifyCertificate, type Explanation } from "../../src/network/index.ts";
import { bigInteger, hex, integer, rawSql, text, textList } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { paid, takeEachForItself } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("one");
});
afterEach(() => made.close());

/** Payments in one book, one line each: "payer > payee amount", on 2016-03-04 and the days after. */
async function pay(lines: readonly string[], more: readonly Literal[] = []): Promise<void> {
  const literals = lines.flatMap((line, index): Literal[] => {
    const [payer = "", , payee = "", amount = "", currency = "USD", date = `2016-03-${String(index + 10)}`] =
      line.split(" ");
    const id = `p${String(index).padStart(3, "0")}`;
    return [
      [payer, "LegalEntity", "name", `Name of ${payer}`],
      [payee, "LegalEntity", "name", `Name of ${payee}`],
      ...paid(id, { payer, beneficiary: payee, amount, currency, date }),
    ];
  });
  await made.statements("one", [...literals, ...more]);
  await takeEachForItself(made);
}

const shape = {
  budget: integer,
  rho: integer,
  members: textList,
  baseline: bigInteger,
  residual: bigInteger,
  bound: bigInteger,
  proof: text,
  certificate: text,
  explanation: text,
  inputHash: hex,
};

const sets = async () =>
  made.rows(
    `select budget, rho_quarters as rho, members, baseline_minor as baseline, residual_minor as residual,
      bound_minor as bound, proof, certificate::varchar as certificate, explanation::varchar as explanation, input_hash as "inputHash"
    from w_open.block_set order by budget, rho_quarters`,
    shape,
  );

const explanationOf = (row: { readonly explanation: string }): Explanation => JSON.parse(row.explanation);

const web = ["e1 > m 18", "e2 > c 7", "m > a 10", "m > b 9", "a > t 10", "b > t 9", "c > t 7"];

function check(name: string, settings: Partial<Settings>, lines: readonly string[], expected: readonly string[]): void {
  test(`advice: ${name}`, async () => {
    await pay(lines);
    await made.run(networkStage, { budget: 1, ...settings });
    const rows = await sets();
    const cents = (minor: bigint): string => String(Number(minor) / 100);
    expect(
      rows.map(
        (row) => `${row.rho}: ${row.members.join()} ${cents(row.baseline)} -> ${cents(row.residual)}, ${row.proof}`,
      ),
    ).toEqual(expected);
    for (const row of rows) expect(verifyCertificate(row.certificate, row.inputHash)).toMatchObject({ ok: true });
  });
}

check("ends as found in the seen flows", {}, web, [
  "0: m 25 -> 7, proved best",
  "4: m 25 -> 7, proved best",
  "6: m 25 -> 7, proved best",
  "8: m 25 -> 7, proved best",
]);

check("a protected node is not proposed, by id or by name", { protect: ["m", "NAME OF C"] }, web, [
  "0: a 25 -> 25, proved best",
  "4: a 25 -> 16, proved best",
  "6: a 25 -> 20.5, proved best",
  "8:  25 -> 25, proved best",
]);

check(
  "ends as named",
  { from: { entities: ["m"], countries: [] }, to: { entities: ["Name of t"], countries: [] } },
  web,
  [
    "0: a 19 -> 18, proved best",
    "4: a 19 -> 9, proved best",
    "6: a 19 -> 13.5, proved best",
    "8: a 19 -> 18, proved best",
  ],
);

check("a window of dates", { between: ["2016-03-10", "2016-03-12"] }, web, [
  "0: m 17 -> 7, proved best",
  "4: m 17 -> 7, proved best",
  "6: m 17 -> 7, proved best",
  "8: m 17 -> 7, proved best",
]);

check(
  "nothing was paid",
  {},
  [],
  ["0:  0 -> 0, proved best", "4:  0 -> 0, proved best", "6:  0 -> 0, proved best", "8:  0 -> 0, proved best"],
);

test("what a set rests on is said: effects, members, coverage, ends", async () => {
  await pay([...web, "x > y 5 KRW", "m > m 3", "e1 > t 1 USD 2016"], [["m", "Company", "notes", "seen"]]);
  await made.file.database.run(rawSql(`insert into w_open.cluster values ('m2', 'm', 'm', 'rule: same number')`));
  await made.run(networkStage, { budget: 1 });
  const [advice] = await sets();
  const explanation = explanationOf(advice ?? { explanation: "{}" });
  expect(explanation.effects.map(({ rhoQuarters, canFlow, stranded }) => [rhoQuarters, canFlow, stranded])).toEqual([
    [4, 2600, 1800],
    [6, 2600, 1750],
    [8, 2600, 1700],
  ]);
  expect(explanation.ends).toMatch(/^2 starts were found in the payments: .*; 1 ends were found/u);
  expect(explanation.coverage).toEqual({
    payments: 10,
    withoutEndOrAmount: 0,
    withoutDate: 0,
    outsideWindow: 0,
    toOneself: 1,
    seenMinor: "7400",
    outsized: { aboveMinor: "36000", payments: 0, minor: "0" },
    withoutRate: [{ currency: "KRW", payments: 1, minor: "5" }],
  });
  expect(explanation.members).toMatchObject([
    {
      id: "m",
      isUnnamed: false,
      carries: 1800,
      marginal: 1700,
      joinCount: 1,
      joins: [{ left: "m2", right: "m", by: "rule: same number" }],
    },
  ]);
});

test("the check file cites the statements of the amounts", async () => {
  await pay(web);
  await made.run(networkStage, { budget: 1 });
  const [advice] = await sets();
  const { evidence, input } = JSON.parse(advice?.certificate ?? "{}");
  const rows = await made.rows(
    `select lower(hex(statement_id)) as id, value from held.statement where prop = 'amount'`,
    { id: text, value: text },
  );
  const amountOf = new Map(rows.map((row) => [row.id, row.value]));
  const cited = evidence.map(([edge, payments, statements]: [number, number, string[]]) => [
    payments,
    input.edges[edge][2] / 100,
    statements.map((id) => Number(amountOf.get(id))),
  ]);
  expect(cited.length).toBeGreaterThan(3);
  for (const [payments, amount, said] of cited) expect([payments, said]).toEqual([1, [amount]]);
});

test("a payment out of all proportion counts, is named, and the advice without it stands beside", async () => {
  const small = Array.from(
    { length: 300 },
    (_, index) => `e${index % 3} > ${index % 2 === 0 ? "a" : "b"} ${index % 2 === 0 ? 10 : 9}`,
  );
  await pay([...small, "a > t 1500", "b > t 1350", "e0 > b 90000", "b > t 90000"].map((line) => `${line} USD 2016`));
  await made.run(networkStage, { budget: 1 });
  const [advice] = await sets();
  const { coverage, again } = explanationOf(advice ?? { explanation: "{}" });
  const withoutOutsized = again.find(({ about }) => about === "outsized");
  expect(advice?.members).toEqual(["b"]);
  expect(coverage.outsized).toEqual({ aboveMinor: "2700000", payments: 2, minor: "18000000" });
  expect(withoutOutsized).toMatchObject({ members: ["a"], effects: [{ canFlow: 285000, stranded: 150000 }, {}, {}] });
});

test("amounts that cannot be summed exactly are refused in words", async () => {
  await pay(["e1 > m 30000000000000", "m > t 30000000000000"]);
  await made.run(networkStage, { budget: 1 });
  const rows = await sets();
  expect(rows.map((row) => [row.members, row.baseline, row.proof])).toEqual([[[], 0n, "no proof"]]);
  expect(rows.map((row) => explanationOf(row).refusal)).toEqual([
    expect.stringMatching(/at most 2251799813685247 can be summed exactly/u),
  ]);
});

test("the same case gives the same rows, with one thread or two", async () => {
  const texts: string[] = [];
  for (const threads of [1, 2]) {
    made.close();
    made = await openTestCase(threads);
    await made.dataset("one");
    await pay([...web, "e2 > a 3", "a > c 2", "b > u 4", "c > u 1"]);
    await made.run(networkStage, { budget: 2 });
    texts.push(
      JSON.stringify(await sets(), (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
    );
  }
  expect(texts[0]).toBe(texts[1]);
});

test("nothing of the answer rests on a hand-over that is withheld: no payment, no amount, no citation", async () => {
  await made.dataset("secret");
  await made.statements("secret", [
    ["x1", "LegalEntity", "name", "Name of x1"],
    ["q1", "Payment", "payer", "e1"],
    ["q1", "Payment", "beneficiary", "x1"],
    ["q1", "Payment", "amount", "500"],
    ["q1", "Payment", "currency", "USD"],
    ["q1", "Payment", "date", "2016-03-20"],
    ["q2", "Payment", "payer", "x1"],
    ["q2", "Payment", "beneficiary", "t"],
    ["q2", "Payment", "amount", "500"],
    ["q2", "Payment", "currency", "USD"],
    ["q2", "Payment", "date", "2016-03-21"],
    // The same payment as the first of the other book, at another amount.
    ["q3", "Payment", "payer", "e1"],
    ["q3", "Payment", "beneficiary", "m"],
    ["q3", "Payment", "amount", "17"],
    ["q3", "Payment", "currency", "USD"],
    ["q3", "Payment", "date", "2016-03-10"],
  ]);
  await pay(web);
  await made.file.database.run(rawSql("update w_open.payment set payment_id = 'p000' where entity_id = 'q3'"));
  await made.run(networkStage, { budget: 1, rhoQuarters: [4] });
  expect((await sets())[0]).toMatchObject({ members: ["x1"] });
  await made.run(networkStage, { budget: 1, rhoQuarters: [4], withhold: ["secret"] });
  const [advice] = await sets();
  expect(advice).toMatchObject({ members: ["m"], baseline: 2500n });
  const secret = await made.rows(
    "select lower(hex(statement_id)) as id from held.statement where dataset_no = 2 order by 1",
    { id: text },
  );
  expect(secret).toHaveLength(16);
  for (const { id } of secret) expect(advice?.certificate).not.toContain(id);
  // The flows of the case still hold all that is known.
  const known = await made.rows("select count(*) as flows from w_open.flow", { flows: integer });
  expect(known).toEqual([{ flows: 9 }]);
});

test("accounts stand for their holder, or for themselves if the case keeps them apart", async () => {
  await pay(
    [],
    [
      ["fund", "LegalEntity", "name", "Fund"],
      ["shop", "LegalEntity", "name", "Shop"],
      ...["a1", "a2"].flatMap((account): Literal[] => [
        [account, "BankAccount", "accountNumber", `${account}0000`],
        [`own-${account}`, "Ownership", "owner", "fund"],
        [`own-${account}`, "Ownership", "asset", account],
      ]),
      ["q", "Payment", "payer", "fund"],
      ["q", "Payment", "payerAccount", "a1"],
      ["q", "Payment", "beneficiary", "fund"],
      ["q", "Payment", "beneficiaryAccount", "a2"],
      ["q", "Payment", "amount", "5"],
      ["q", "Payment", "currency", "USD"],
      ["r", "Payment", "payer", "fund"],
      ["r", "Payment", "payerAccount", "a2"],
      ["r", "Payment", "beneficiary", "shop"],
      ["r", "Payment", "amount", "5"],
      ["r", "Payment", "currency", "USD"],
    ],
  );
  const flows = async () =>
    (
      await made.rows("select payer_id as payer, payee_id as payee from w_open.flow order by payment_id", {
        payer: text,
        payee: text,
      })
    ).map(({ payer, payee }) => `${payer} > ${payee}`);
  await made.run(networkStage, { budget: 1 });
  expect(await flows()).toEqual(["fund > fund", "fund > shop"]);
  await made.run(networkStage, { budget: 1, accounts: "apart" });
  expect(await flows()).toEqual(["a1 > a2", "a2 > shop"]);
});
