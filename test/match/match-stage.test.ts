import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchStage } from "../../src/match/index.ts";
import { resolveStage } from "../../src/resolve/index.ts";
import { integer, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  for (const name of ["h1", "h2", "h3"]) await testCase.dataset(name);
});
afterEach(() => testCase.close());

/** Runs the stage; each kept pair as "left right verdict". */
async function pairs(): Promise<string[]> {
  await testCase.run(matchStage);
  const rows = await testCase.rows(
    "select left_id, right_id, verdict from w_open.candidate_pair order by left_id, right_id",
    { left_id: text, right_id: text, verdict: text },
  );
  return rows.map((row) => `${row.left_id} ${row.right_id} ${row.verdict}`);
}

type Entity = readonly [schema: string, properties: Readonly<Record<string, string | readonly string[]>>];

const literals = (entities: Readonly<Record<string, Entity>>): Literal[] =>
  Object.entries(entities).flatMap(([id, [schema, properties]]) =>
    Object.entries(properties).flatMap(([prop, values]) =>
      [values].flat().map((value): Literal => [id, schema, prop, value]),
    ),
  );

const person = (name: string, more: Entity[1] = {}): Entity => ["Person", { name, ...more }];
const company = (name: string, more: Entity[1] = {}): Entity => ["Company", { name, ...more }];

/** Two hand-overs that each name one entity; the verdict on the pair, or "none". */
async function verdict(one: Entity, other: Entity): Promise<string> {
  await testCase.statements("h1", literals({ a: one }));
  await testCase.statements("h2", literals({ b: other }));
  const found = await pairs();
  return found[0]?.split(" ")[2] ?? "none";
}

describe("people", () => {
  const cases: readonly (readonly [string, Entity, Entity, string])[] = [
    ["of one name and nothing else are for review", person("김철"), person("김철"), "review"],
    ["of one name in two scripts and nothing else are for review", person("김철"), person("Kim Chol"), "review"],
    [
      "of one name and one birth day are joined",
      person("Han Sol-mi", { birthDate: "1971-03-05" }),
      person("한설미", { birthDate: "1971-03-05" }),
      "join",
    ],
    [
      "of one name and one year are for review",
      person("Han Sol-mi", { birthDate: "1971-03-05" }),
      person("한설미", { birthDate: "1971" }),
      "review",
    ],
    [
      "of one name and other birth days are not",
      person("김철", { birthDate: "1971-03-05" }),
      person("김철", { birthDate: "1984-11-21" }),
      "none",
    ],
    [
      "who are brothers with one birth date are not",
      person("김철수", { birthDate: "1971-03-05" }),
      person("김철민", { birthDate: "1971-03-05" }),
      "none",
    ],
    [
      "of one name and one telephone, once without country code, are joined",
      person("Pak Yong-il", { phone: "+8613904312288" }),
      person("박영일", { phone: "13904312288" }),
      "join",
    ],
    [
      "of one passport and birth date whose surname changed are joined",
      person("Anna Petrova", { passportNumber: "AB 1234567", birthDate: "1980-02-03" }),
      person("Anna Sidorova", { passportNumber: "AB1234567", birthDate: "1980-02-03" }),
      "join",
    ],
    [
      "of one birth date whose surname changed are not joined",
      person("Anna Petrova", { birthDate: "1980-02-03" }),
      person("Anna Sidorova", { birthDate: "1980-02-03" }),
      "none",
    ],
  ];
  it.each(cases)("%s", async (_, one, other, expected) => {
    expect(await verdict(one, other)).toBe(expected);
  });
});

describe("companies", () => {
  const cases: readonly (readonly [string, Entity, Entity, string])[] = [
    [
      "of one distinctive name are joined",
      company("Blue Lantern Shipping Ltd"),
      company("Blue Lantern Shipping Limited"),
      "join",
    ],
    [
      "that are twins with other register numbers are not joined",
      company("Harbour Bright Trading Ltd", { registrationNumber: "7712345", jurisdiction: "hk" }),
      company("Harbor Bright Trade Co.", { registrationNumber: "91310000", jurisdiction: "cn" }),
      "none",
    ],
    [
      "of one register number and one name in two scripts are joined",
      company("Чёрная Звезда ООО", { registrationNumber: "1037739010891" }),
      company("Chernaya Zvezda LLC", { registrationNumber: "1037739010891" }),
      "join",
    ],
  ];
  it.each(cases)("%s", async (_, one, other, expected) => {
    expect(await verdict(one, other)).toBe(expected);
  });
});

describe("holders of one account", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["푸른달建设회사", "정상련결전자회사", "review"],
    ["푸른달建设회사", "Grey Mountain Construction Ltd", "review"],
    ["푸른달建设회사", "Blue Moon Construction Ltd", "join"],
    ["남벙해科技회사", "Southern Sun Technology Ltd", "join"],
  ];
  it.each(cases)("%s and %s: %s", async (one, other, expected) => {
    const account: Entity = ["BankAccount", { accountNumber: "20132479203106" }];
    const holder = (owner: string): Entity => ["Ownership", { owner, asset: "account" }];
    await testCase.statements("h1", literals({ a: ["LegalEntity", { name: one }], account, p: holder("a") }));
    await testCase.statements("h2", literals({ b: ["LegalEntity", { name: other }], account, q: holder("b") }));
    expect((await pairs()).filter((pair) => pair.startsWith("a b"))).toEqual([`a b ${expected}`]);
  });
});

it("joins by a name that twins bear only those that write it alike, in capitals too", async () => {
  await testCase.dataset("h4");
  await testCase.dataset("h5");
  await testCase.statements(
    "h1",
    literals({ a: company("Silver Tower Trading Ltd", { registrationNumber: "1193772" }) }),
  );
  await testCase.statements(
    "h2",
    literals({ b: company("Silver Tower Trading LLC", { registrationNumber: "6500381" }) }),
  );
  await testCase.statements("h3", literals({ c: company("Silver Tower Trading") }));
  await testCase.statements("h4", literals({ d: company("SILVER TOWER TRADING") }));
  await testCase.statements("h5", literals({ e: company("Silwer Tower Trading") }));
  expect((await pairs()).filter((pair) => pair.endsWith("join"))).toEqual(["c d join"]);
});

it("writes one reason for each comparison that had two values, with both statements", async () => {
  await testCase.statements("h1", literals({ a: person("Han Sol-mi", { birthDate: "1971-03-05" }) }));
  await testCase.statements("h2", literals({ b: person("한설미", { birthDate: "1971-03-05" }) }));
  await testCase.run(matchStage);
  const rows = await testCase.rows(
    `select reason.comparison, reason.level, one.value as one, other.value as other
    from (select unnest(reasons) as reason from w_open.candidate_pair)
    join held.statement as one on one.statement_id = reason.left_statement
    join held.statement as other on other.statement_id = reason.right_statement order by 1`,
    { comparison: text, level: integer, one: text, other: text },
  );
  expect(rows).toEqual([
    { comparison: "birth-date", level: 7, one: "1971-03-05", other: "1971-03-05" },
    { comparison: "name-person", level: 6, one: "Han Sol-mi", other: "한설미" },
  ]);
});

it("joins through match and resolve", async () => {
  await testCase.statements("h1", literals({ a: company("Blue Lantern Shipping Ltd") }));
  await testCase.statements("h2", literals({ b: company("Blue Lantern Shipping") }));
  await testCase.run(matchStage);
  await testCase.run(resolveStage);
  const rows = await testCase.rows(
    "select entity_id, canonical_id, joined_by from w_open.cluster where entity_id = 'b'",
    {
      entity_id: text,
      canonical_id: text,
      joined_by: text,
    },
  );
  expect(rows).toEqual([{ entity_id: "b", canonical_id: "a", joined_by: "rule: name-company" }]);
});

describe("people of one name who were paid by one firm", () => {
  const firm = company("Blue Lantern Shipping Ltd");
  const paid = (payee: string): Entity => ["Payment", { payer: "firm", beneficiary: payee }];

  it("are joined where few others deal with it, citing both payments", async () => {
    await testCase.statements("h1", literals({ a: person("한설미"), firm, p: paid("a") }));
    await testCase.statements("h2", literals({ b: person("Han Sol-mi"), firm, q: paid("b") }));
    expect(await pairs()).toEqual(["a b join"]);
    const rows = await testCase.rows(
      `select one.entity_id || ' ' || other.entity_id as cited
      from (select unnest(reasons) as reason from w_open.candidate_pair)
      join held.statement as one on one.statement_id = reason.left_statement
      join held.statement as other on other.statement_id = reason.right_statement
      where reason.comparison = 'same-counterparty'`,
      { cited: text },
    );
    expect(rows).toEqual([{ cited: "p q" }]);
  });

  it("are for review where many do", async () => {
    const others = Array.from(
      { length: 40 },
      (_, index) => `Nikolai Sidorov${"abcdefghijklmnopqrstuvwxyz".charAt(index % 26).repeat(2 + (index % 3))}`,
    );
    const crowd = Object.fromEntries(
      others.flatMap((name, index) => [
        [`n${index}`, person(name)],
        [`r${index}`, paid(`n${index}`)],
      ]),
    );
    await testCase.statements("h1", literals({ a: person("한설미"), firm, p: paid("a"), ...crowd }));
    await testCase.statements("h2", literals({ b: person("Han Sol-mi"), firm, q: paid("b") }));
    expect((await pairs()).filter((pair) => pair.startsWith("a b"))).toEqual(["a b review"]);
  });
});

it("joins short account numbers at one bank and not at two, told by the codes of the banks", async () => {
  const at = (bic: string): Record<string, Entity> => ({
    [`bank ${bic}`]: company(`Bank ${bic}`, { swiftBic: bic }),
  });
  const account = (bic: string): Entity => ["BankAccount", { accountNumber: "412207", bank: `bank ${bic}` }];
  await testCase.statements("h1", literals({ a: account("YALUCN22XXX"), ...at("YALUCN22XXX") }));
  await testCase.statements("h2", literals({ b: account("YALUCN22"), ...at("YALUCN22") }));
  await testCase.statements("h3", literals({ c: account("AMURRUMM"), ...at("AMURRUMM") }));
  expect((await pairs()).filter((pair) => /^[abc] [abc]/u.test(pair))).toEqual([
    "a b join",
    "a c review",
    "b c review",
  ]);
});

it("does not take an owner and a director of one name for one person", async () => {
  const firm = company("Blue Lantern Shipping Ltd");
  const owns: Entity = ["Ownership", { owner: "a", asset: "firm" }];
  const directs: Entity = ["Directorship", { director: "b", organization: "firm" }];
  const alsoDirects: Entity = ["Directorship", { director: "c", organization: "firm" }];
  await testCase.statements("h1", literals({ a: person("박정규"), firm, p: owns }));
  await testCase.statements("h2", literals({ b: person("Pak Chong Gyu"), firm, q: directs }));
  await testCase.statements("h3", literals({ c: person("朴正圭"), firm, r: alsoDirects }));
  expect(await pairs()).toEqual(["a b review", "a c review", "b c join"]);
});
