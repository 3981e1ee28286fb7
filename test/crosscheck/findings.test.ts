import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { integer, sql, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { clusterAll, readFindings } from "./support/findings.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
});
afterEach(() => testCase.close());

const cluster = (...joins: string[]): Promise<void> => clusterAll(testCase, joins);
const findings = (...props: string[]): Promise<string[]> => readFindings(testCase, props);
const born = (entity: string, date: string): Literal => [entity, "Person", "birthDate", date];

describe("verdicts", () => {
  it("count independent sources, not hand-overs", async () => {
    await testCase.dataset("h1", { source: "s1", firstHand: true });
    await testCase.dataset("h2", { source: "s1", firstHand: true });
    await testCase.dataset("h3", { source: "s2", firstHand: true });
    await testCase.statements("h1", [born("a", "1970-01-01"), born("b", "1971-01-01")]);
    await testCase.statements("h2", [born("a2", "1970-01-01"), born("b2", "1971-01-01")]);
    await testCase.statements("h3", [born("b3", "1971-01-01")]);
    await cluster("a2=a", "b2=b", "b3=b");
    expect(await findings("birthDate")).toEqual([
      "birthDate 1970-01-01: single 1-1",
      "birthDate 1971-01-01: corroborated 2-2",
    ]);
  });
  it("never count an unknown root, a retelling twice, or an analyst's note", async () => {
    await testCase.dataset("h1", { source: "s1", firstHand: true });
    await testCase.dataset("h2", { source: "s2", firstHand: null });
    await testCase.dataset("h3", { source: "s3", firstHand: null });
    await testCase.dataset("h4", { source: "note", firstHand: true });
    await testCase.derivedFrom("s3", "s1");
    await testCase.file.database.run(sql`update held.source set kind = 'analyst' where source_id = 'note'`);
    for (const [index, book] of ["h1", "h2", "h3", "h4"].entries()) {
      await testCase.statements(book, [born(`a${index + 1}`, "1970-01-01")]);
    }
    await testCase.statements("h4", [["n", "Person", "nationality", "kp"]]);
    await testCase.statements("h2", [["n", "Person", "name", "Kim"]]);
    await cluster("a2=a1", "a3=a1", "a4=a1");
    expect(await findings("birthDate", "nationality", "name")).toEqual([
      "birthDate 1970-01-01: single 1-2",
      "name kim: unknown 0-1",
      "nationality kp: unknown 0-0 new",
    ]);
  });
  it("contradict only what has one value, and take a prefix as fitting", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.dataset("h2", { firstHand: true });
    await testCase.statements("h1", [
      born("a", "1970"),
      ["a", "Person", "phone", "+85255501234"],
      ["a", "Person", "alias", "Kim"],
      born("b", "1970-03-05"),
    ]);
    await testCase.statements("h2", [
      born("a2", "1970-03-05"),
      ["a2", "Person", "phone", "+85255509999"],
      ["a2", "Person", "alias", "Lee"],
      born("b2", "1971"),
    ]);
    await cluster("a2=a", "b2=b");
    expect(await findings("birthDate", "phone", "alias")).toEqual([
      "alias kim: single 1-1",
      "alias lee: single 1-1 new",
      "birthDate 1970: corroborated 2-2",
      "birthDate 1970-03-05: single 1-1 new",
      "phone 85255501234: single 1-1",
      "phone 85255509999: single 1-1 new",
      "birthDate 1970-03-05: contradicted 1-1",
      "birthDate 1971: contradicted 1-1 new",
    ]);
  });
  it("say that both values come from one root", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.statements("h1", [born("a", "1970-03-05"), born("a2", "1971")]);
    await cluster("a2=a");
    await findings();
    expect(
      await testCase.rows("select explanation as e from w_open.finding where prop = 'birthDate' order by value_key", {
        e: text,
      }),
    ).toEqual([
      {
        e: "It cannot be true together with 1971. One entity has one such value. Both come from one independent source.",
      },
      {
        e: "It cannot be true together with 1970-03-05. One entity has one such value. Both come from one independent source.",
      },
    ]);
  });
});

describe("edges", () => {
  it("are one, whoever tells of them; two holders of one account at one time contradict", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.dataset("h2", { firstHand: true });
    const holds = (edge: string, owner: string, from?: string, to?: string): Literal[] => [
      [edge, "Ownership", "owner", owner],
      [edge, "Ownership", "asset", "acc"],
      ...(from === undefined ? [] : [[edge, "Ownership", "startDate", from] as const]),
      ...(to === undefined ? [] : [[edge, "Ownership", "endDate", to] as const]),
    ];
    await testCase.statements("h1", [
      ["p", "Company", "name", "Harbour Bright Trading"],
      ["q", "Company", "name", "Coral Moon Shipping"],
      ["r", "Company", "name", "Bright Harbour Trading Ltd"],
      ["acc", "BankAccount", "accountNumber", "123456789"],
      ...holds("e1", "p", "2015", "2016-05"),
      ...holds("e2", "q", "2016-06"),
    ]);
    await testCase.statements("h2", [...holds("e3", "q", "2016-06")]);
    await cluster();
    expect((await findings("owner")).toSorted()).toEqual([
      "owner p > acc: single 1-1",
      "owner q > acc: corroborated 2-2",
    ]);
    await testCase.statements("h2", [...holds("e4", "r")]);
    expect((await findings("owner")).toSorted()).toEqual([
      "owner p > acc: single 1-1",
      "owner q > acc: contradicted 2-2",
      "owner r > acc: contradicted 1-1 new",
    ]);
  });
  it("of shares beyond the whole contradict", async () => {
    await testCase.dataset("h1", { firstHand: true });
    const owns = (edge: string, owner: string, asset: string, share: string): Literal[] => [
      [edge, "Ownership", "owner", owner],
      [edge, "Ownership", "asset", asset],
      [edge, "Ownership", "percentage", share],
    ];
    const named = ["p Amber Lake Fisheries", "q Golden Stone Catering", "x X", "y Y"].map((line): Literal => [
      line.slice(0, 1),
      "Company",
      "name",
      line.slice(2),
    ]);
    await testCase.statements("h1", [
      ...named,
      ...owns("e1", "p", "x", "60"),
      ...owns("e2", "q", "x", "40%"),
      ...owns("e3", "p", "y", "100"),
      ...owns("e4", "q", "y", "25.5"),
    ]);
    await cluster();
    expect((await findings("owner")).toSorted()).toEqual([
      "owner p > x: single 1-1 new",
      "owner p > y: contradicted 1-1 new",
      "owner q > x: single 1-1 new",
      "owner q > y: contradicted 1-1 new",
    ]);
  });
  it("cannot stand in an impossible order", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.statements("h1", [
      ["c", "Company", "name", "C"],
      ["c", "Company", "incorporationDate", "2016-05-02"],
      ["d", "Person", "name", "D"],
      ["d", "Person", "deathDate", "2015-02"],
      ["dir", "Directorship", "director", "d"],
      ["dir", "Directorship", "organization", "c"],
      ["dir", "Directorship", "startDate", "2015-02-20"],
      ["dir2", "Directorship", "director", "d"],
      ["dir2", "Directorship", "organization", "c"],
      ["dir2", "Directorship", "startDate", "2015-03-01"],
      ["t1", "Payment", "payer", "c"],
      ["t1", "Payment", "beneficiary", "d"],
      ["t1", "Payment", "date", "2016-04"],
      ["t2", "Payment", "payer", "c"],
      ["t2", "Payment", "date", "2016-05"],
    ]);
    await cluster();
    expect(await findings("incorporationDate", "deathDate")).toEqual([
      "incorporationDate 2016-05-02: contradicted 1-1 new",
      "deathDate 2015-02: contradicted 1-1 new",
    ]);
    expect(
      await testCase.rows(
        "select value as v from w_open.finding_statement join held.statement using (statement_id) where stance = 'contradicts' order by v",
        { v: text },
      ),
    ).toEqual([{ v: "2015-03-01" }, { v: "2016-04" }]);
  });
});

describe("what a finding holds", () => {
  it("is unique, names only statements that exist, and is the same for 1, 2 and 4 threads", async () => {
    await testCase.dataset("h1", { firstHand: true });
    await testCase.dataset("h2", { firstHand: true });
    for (const book of ["h1", "h2"]) {
      const rows = Array.from({ length: 400 }, (_, index) =>
        born(`${book}${index}`, `19${50 + (index % 40)}-01-${10 + (index % 3)}`),
      );
      await testCase.statements(book, rows);
    }
    await cluster(...Array.from({ length: 400 }, (_, index) => `h2${index}=h1${(index * 7) % 400}`));
    const results: string[] = [];
    for (const threads of [1, 2, 4]) {
      await testCase.file.database.run(sql`set threads = ${threads}`);
      await findings();
      results.push(
        JSON.stringify(
          await testCase.rows(
            `select hex(finding_id) || canonical_id || value_key || verdict || roots_least || explanation as line from w_open.finding
             union all select hex(finding_id) || hex(statement_id) || stance || coalesce(root_id, '') from w_open.finding_statement order by 1`,
            { line: text },
          ),
        ),
      );
    }
    expect(results[1]).toBe(results[0]);
    expect(results[2]).toBe(results[0]);
    const [counts] = await testCase.rows(
      `select (select count(*) - count(distinct finding_id) from w_open.finding)::integer as twice,
         (select count(*) from w_open.finding_statement where statement_id not in (select statement_id from held.statement))::integer as lost`,
      { twice: integer, lost: integer },
    );
    expect(counts).toEqual({ twice: 0, lost: 0 });
  });
});
