import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseEntityId } from "../../src/model/index.ts";
import { explainJoin, resolveStage } from "../../src/resolve/index.ts";
import { nullable, sql, tableOfWorld, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { draws } from "../support/draws.ts";

type Pair = readonly [
  left: string,
  right: string,
  weightMb: number,
  verdict?: "join" | "review",
  comparison?: string,
  level?: number,
];

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  await testCase.dataset("h1");
  await testCase.dataset("h2");
});
afterEach(() => testCase.close());

async function addPairs(pairs: readonly Pair[]): Promise<void> {
  for (const [left, right, weightMb, verdict, comparison, level] of pairs) {
    await testCase.file.database.run(sql`insert into w_open.candidate_pair values (${left}, ${right}, 1, ${weightMb},
      ${verdict ?? "join"}, [{'comparison': ${comparison ?? "name-person"}, 'level': ${level ?? 1}, 'weight_mb': ${weightMb}, 'left_statement': null,
      'right_statement': null}], 0)`);
  }
}

const people = (...ids: string[]): Literal[] => ids.map((id) => [id, "Person", "name", id]);

/** Each entity and its canonical id, joined by "=": "b=a". Those that stand alone are named by themselves. */
async function clusters(): Promise<string> {
  await testCase.run(resolveStage);
  const rows = await testCase.rows("select entity_id as id, canonical_id as canonical from w_open.cluster order by 1", {
    id: text,
    canonical: text,
  });
  return rows.map(({ id, canonical }) => (id === canonical ? id : `${id}=${canonical}`)).join(" ");
}

describe("clusters", () => {
  it("hold every node once, and no edge, document or note", async () => {
    await testCase.statements("h1", [
      ["a", "Person", "name", "a"],
      ["b", "BankAccount", "accountNumber", "12345678"],
      ["c", "Address", "full", "1 Main Street"],
      ["d", "Event", "name", "A meeting"],
      ["e", "Ownership", "owner", "a"],
      ["e", "Ownership", "asset", "b"],
      ["f", "Message", "bodyText", "hello"],
      ["g", "Payment", "payer", "a"],
      ["h", "Note", "name", "n"],
    ]);
    expect(await clusters()).toBe("a b c d");
  });

  it("take the member of the earliest hand-over, then the smallest id, as canonical", async () => {
    await testCase.statements("h2", people("a", "d"));
    await testCase.statements("h1", people("c", "b"));
    await addPairs([
      ["a", "c", 20_000],
      ["b", "c", 20_000],
    ]);
    expect(await clusters()).toBe("a=b b c=b d");
  });

  it("do not follow a pair to review", async () => {
    await testCase.statements("h1", people("a", "b"));
    await addPairs([["a", "b", 20_000, "review"]]);
    expect(await clusters()).toBe("a b");
  });

  it("never join two that a person called different, not through a third either", async () => {
    await testCase.statements("h1", people("a", "b", "c"));
    await addPairs([
      ["a", "b", 30_000],
      ["b", "c", 20_000],
    ]);
    expect(await clusters()).toBe("a b=a c=a");
    await testCase.judge("entity", "c", "a", "different");
    expect(await clusters()).toBe("a b=a c");
  });

  it("join two that a person called the same though no rule paired them, and part them when that is taken back", async () => {
    await testCase.statements("h1", people("a", "b"));
    await testCase.judge("entity", "b", "a", "same");
    expect(await clusters()).toBe("a b=a");
    await testCase.judge("entity", "a", "b", "none");
    expect(await clusters()).toBe("a b");
  });

  it("put a decision above a pair, and the latest decision above the earlier", async () => {
    await testCase.statements("h1", people("a", "b"));
    await addPairs([["a", "b", 40_000]]);
    await testCase.judge("entity", "a", "b", "different");
    expect(await clusters()).toBe("a b");
    await testCase.judge("entity", "a", "b", "unsure");
    expect(await clusters()).toBe("a b");
    await testCase.judge("entity", "a", "b", "same");
    expect(await clusters()).toBe("a b=a");
  });

  it("ignore decisions on other things and on entities that are gone", async () => {
    await testCase.statements("h1", people("a", "b"));
    await testCase.judge("payment", "a", "b", "same");
    await testCase.judge("entity", "a", "zz", "same");
    expect(await clusters()).toBe("a b");
  });

  const twoDates: readonly Literal[] = [
    ...people("a", "b", "c"),
    ["a", "Person", "birthDate", "1970-03-15"],
    ["c", "Person", "birthDate", "1984-11-02"],
  ];
  it("do not chain two birth dates through an entity without one, unless the link is very heavy", async () => {
    await testCase.statements("h1", twoDates);
    await addPairs([
      ["a", "b", 28_000],
      ["b", "c", 19_000],
    ]);
    expect(await clusters()).toBe("a b=a c");
    await addPairs([["b", "c", 27_000]]);
    expect(await clusters()).toBe("a b=a c=a");
  });

  it("follow a light link between two birth dates: what they say against it was weighed", async () => {
    await testCase.statements("h1", twoDates);
    await addPairs([
      ["a", "b", 20_000],
      ["a", "c", 19_000],
    ]);
    expect(await clusters()).toBe("a b=a c=a");
  });

  it("take a year, a swapped day and month, or one wrong digit for no contradiction", async () => {
    await testCase.statements("h1", [
      ...people("a", "b", "c", "d"),
      ["a", "Person", "birthDate", "1970-03-05"],
      ["b", "Person", "birthDate", "1970-05-03"],
      ["c", "Person", "birthDate", "1971"],
      ["d", "Person", "birthDate", "1979-03-05"],
    ]);
    await addPairs([
      ["a", "b", 15_000],
      ["a", "c", 15_000],
      ["a", "d", 15_000],
    ]);
    expect(await clusters()).toBe("a b=a c=a d=a");
  });

  it("do not chain two holders of one account through one without a name, nor through a translated name", async () => {
    await testCase.statements("h1", [
      ["a", "LegalEntity", "name", "Blue Lantern Trading Ltd"],
      ["b", "LegalEntity", "country", "cn"],
      ["c", "LegalEntity", "name", "Northern Wolf Shipping LLC"],
      ["d", "LegalEntity", "name", "蓝灯贸易有限公司"],
    ]);
    await addPairs([
      ["a", "b", 13_000, "join", "account-number"],
      ["b", "c", 12_900, "join", "account-number"],
      ["a", "d", 12_800, "join", "account-number"],
      ["c", "d", 12_700, "join", "account-number"],
    ]);
    expect(await clusters()).toBe("a b=a c d=a");
  });

  it("do not chain a firm and one whose name was cut short until it shows no firm", async () => {
    await testCase.statements("h1", [
      ["a", "LegalEntity", "name", "Red Valley Shipping LLC"],
      ["b", "LegalEntity", "country", "cn"],
      ["c", "LegalEntity", "name", "White Gate Cat."],
      ["d", "LegalEntity", "name", "Red Valley"],
    ]);
    await addPairs([
      ["a", "b", 13_000, "join", "account-number"],
      ["b", "c", 12_900, "join", "account-number"],
      ["b", "d", 12_800, "join", "account-number"],
    ]);
    expect(await clusters()).toBe("a b=a c d=a");
  });

  it("take one wrong part in the name of a firm for a slip where one account speaks for it and little bears it", async () => {
    await testCase.statements("h1", [
      ["a", "LegalEntity", "name", "Blue Lantern Trading LLC"],
      ["b", "LegalEntity", "name", "Blue Lantern Trading Ltd"],
      ["c", "LegalEntity", "name", "Blue Lantern Trade Co"],
      ["d", "LegalEntity", "name", "Blue Garden Trading LLC"],
      ["e", "LegalEntity", "name", "Amber Lantern Bank"],
      ["x", "LegalEntity", "name", "Red Garden Trading LLC"],
      ["y", "LegalEntity", "name", "Red Garden Trading Ltd"],
      ["z", "LegalEntity", "name", "Red Garden Trade Co"],
      ["w", "LegalEntity", "name", "Red Lantern Trading LLC"],
      ["u", "LegalEntity", "name", "Red Lantern Trading Ltd"],
      ["v", "LegalEntity", "name", "Red Lantern Trade Co"],
    ]);
    await addPairs([
      ["a", "b", 25_000],
      ["a", "c", 25_000],
      ["x", "y", 25_000],
      ["x", "z", 25_000],
      ["u", "w", 25_000],
      ["v", "w", 25_000],
      ["a", "d", 13_000, "join", "account-number"],
      ["a", "e", 13_000, "join", "account-number"],
      ["w", "x", 13_000, "join", "account-number"],
    ]);
    expect(await clusters()).toBe("a b=a c=a d=a e u v=u w=u x y=x z=x");
  });

  it("join a firm under two names by its register number beside more, and a household by nothing that it shares", async () => {
    await testCase.statements("h1", [
      ["a", "Company", "name", "Maple Lantern Export LLC"],
      ["b", "Company", "name", "Jade Compass Trading Ltd"],
      ["c", "Company", "name", "Coral Horse Mining Ltd"],
      ["d", "Person", "name", "Ri Yong Chol"],
      ["e", "Person", "name", "Kim Song Hui"],
    ]);
    await addPairs([
      ["a", "b", 34_000, "join", "identifier", 6],
      ["d", "e", 33_000, "join", "account-number", 8],
      ["b", "c", 18_000, "join", "identifier", 6],
      ["a", "c", 30_000, "join", "identifier", 4],
    ]);
    expect(await clusters()).toBe("a b=a c d e");
  });

  it("never put a person and a company together, however heavy the chain", async () => {
    await testCase.statements("h1", [
      ["a", "Person", "name", "a"],
      ["b", "LegalEntity", "name", "b"],
      ["c", "Company", "name", "c"],
    ]);
    await addPairs([
      ["a", "b", 90_000],
      ["b", "c", 80_000],
    ]);
    expect(await clusters()).toBe("a b=a c");
  });

  it("keep companies with other registration numbers and holders of other passports of one country apart", async () => {
    await testCase.statements("h1", [
      ["a", "Company", "registrationNumber", "11-22"],
      ["b", "Company", "name", "b"],
      ["c", "Company", "registrationNumber", "1123"],
      ["k", "Person", "name", "k"],
      ["l", "Person", "name", "l"],
      ["m", "Person", "name", "m"],
      ...passport("p1", "k", "kp", "A1"),
      ...passport("p2", "m", "kp", "A2"),
      ...passport("p3", "l", "ru", "A3"),
    ]);
    await addPairs([
      ["a", "b", 20_000],
      ["b", "c", 19_000],
      ["k", "l", 20_000],
      ["l", "m", 19_000],
    ]);
    expect(await clusters()).toBe("a b=a c k l=k m");
  });
});

const passport = (id: string, holder: string, country: string, number: string): Literal[] => [
  [id, "Passport", "holder", holder],
  [id, "Passport", "country", country],
  [id, "Passport", "passportNumber", number],
];

describe("the chain of reasons", () => {
  const steps = async (left: string, right: string) => {
    const found = await explainJoin(testCase.file.database, tableOfWorld("open"), {
      left: parseEntityId(left),
      right: parseEntityId(right),
    });
    return found?.map((step) => `${step.left}-${step.right} ${step.joinedBy} ${step.weightMb}`);
  };

  it("leads from one entity to the other, by rules and judgements", async () => {
    await testCase.statements("h1", people("a", "b", "c", "d", "e"));
    await addPairs([
      ["b", "c", 20_000],
      ["a", "b", 19_000],
    ]);
    await testCase.judge("entity", "d", "b", "same");
    await testCase.run(resolveStage);
    expect(await steps("c", "d")).toEqual(["c-b rule: name-person 20000", "b-d judgement 1 null"]);
    expect(await steps("d", "a")).toEqual(["d-b judgement 1 null", "b-a rule: name-person 19000"]);
    expect(await steps("a", "a")).toEqual([]);
    expect(await steps("a", "e")).toBeUndefined();
    expect(await steps("zz", "a")).toBeUndefined();
  });

  it("shows both values with their statements, on the side where they stand", async () => {
    await testCase.statements("h1", [
      ["a", "Person", "name", "김철"],
      ["b", "Person", "name", "Kim Chol"],
    ]);
    const id = (entity: string) => `(select statement_id from held.statement where entity_id = '${entity}')`;
    await testCase.rows(
      `insert into w_open.candidate_pair select 'a', 'b', 1, 9000, 'join', [{'comparison': 'name-person', 'level': 1,
        'weight_mb': 9000, 'left_statement': ${id("a")}, 'right_statement': ${id("b")}}], 0`,
      {},
    );
    await testCase.run(resolveStage);
    const found = await explainJoin(testCase.file.database, tableOfWorld("open"), {
      left: parseEntityId("b"),
      right: parseEntityId("a"),
    });
    expect(found?.[0]?.reasons).toMatchObject([
      { comparison: "name-person", leftValue: "Kim Chol", rightValue: "김철" },
    ]);
  });
});

it("does not depend on the order in which pairs stand, nor on the number of threads", async () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  await testCase.statements("h1", [
    ...people(...ids),
    ["a", "Person", "birthDate", "1970-03-15"],
    ["d", "Person", "birthDate", "1984-11-02"],
  ]);
  const pair = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }));
  const distinctPairs = fc.uniqueArray(
    pair.filter(([left, right]) => left < right),
    { selector: ([left, right]) => left * 10 + right, maxLength: 8 },
  );
  const ran = fc.asyncProperty(distinctPairs, fc.infiniteStream(fc.nat()), async (pairs, shuffle) => {
    const rows = pairs.map(([left, right, weight]): Pair => [ids[left] ?? "", ids[right] ?? "", weight * 10_000]);
    const run = async (list: readonly Pair[], threads: number): Promise<string> => {
      await testCase.rows("delete from w_open.candidate_pair", {});
      await addPairs(list);
      await testCase.rows(`set threads to ${threads}`, {});
      await clusters();
      const found = await testCase.rows("select * from w_open.cluster order by entity_id", {
        entity_id: text,
        canonical_id: text,
        joined_to: nullable(text),
        joined_by: nullable(text),
      });
      return JSON.stringify(found);
    };
    const shuffled = rows.map((row) => ({ row, key: shuffle.next().value ?? 0 }));
    shuffled.sort((one, other) => one.key - other.key);
    expect(
      await run(
        shuffled.map(({ row }) => row),
        4,
      ),
    ).toBe(await run(rows, 1));
  });
  await fc.assert(ran, { numRuns: draws(8) });
});
