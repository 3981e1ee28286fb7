import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseStatementId } from "../../src/model/index.ts";
import { resolveStage, writeLoadBearing } from "../../src/resolve/index.ts";
import { boolean, integer, nullable, rawSql, sql, statementId, tableOfWorld, text } from "../../src/store/index.ts";
import { loadBearingCounts, loadBearingJoins, type Reader } from "../../src/views/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { draws } from "../support/draws.ts";

type Link = readonly [left: string, right: string, weightMb: number];

let testCase: TestCase;
let reader: Reader;
beforeEach(async () => {
  testCase = await openTestCase();
  reader = {
    database: testCase.file.database,
    viewer: { world: "open", actor: "tester" },
    table: tableOfWorld("open"),
  };
  await testCase.dataset("h1");
  await testCase.dataset("h2");
});
afterEach(() => testCase.close());

const run = (query: string): Promise<number> => testCase.file.database.run(rawSql(query));
const people = (...ids: string[]): Literal[] => ids.map((id) => [id, "Person", "name", id]);

async function join(links: readonly Link[]): Promise<void> {
  await run("delete from w_open.candidate_pair");
  for (const [left, right, weightMb] of links)
    await testCase.file.database
      .run(sql`insert into w_open.candidate_pair values (${left}, ${right}, 1, ${weightMb}, 'join',
      [{'comparison': 'name-person', 'level': 1, 'weight_mb': ${weightMb}, 'left_statement': null, 'right_statement': null}], 0)`);
  await testCase.run(resolveStage);
}

/** Writes what hangs on joins, each sentence given by the mentions whose names it cites; "a-b sentence alone" and so on. */
async function carried(sentences: readonly (readonly string[])[], chokepoints: readonly string[] = []) {
  const names = await testCase.rows(
    "select entity_id as entity, statement_id as id from held.statement where prop in ('name', 'amount')",
    {
      entity: text,
      id: statementId,
    },
  );
  const idOf = new Map(names.map(({ entity, id }) => [entity, id]));
  const shown = sentences.map((mentions, index) => ({
    text: `sentence ${index}`,
    statements: mentions.map((mention) => idOf.get(mention) ?? parseStatementId("00")),
  }));
  await writeLoadBearing(testCase.file.database, tableOfWorld("open"), { sentences: shown, chokepoints });
  const rows = await testCase.rows(
    "select left_id as l, right_id as r, kind, carried, money_minor as money, is_alone as alone from w_open.load_bearing order by all",
    { l: text, r: text, kind: text, carried: text, money: integer, alone: boolean },
  );
  return rows.map(
    ({ l, r, kind, carried: what, money, alone }) =>
      `${l}-${r} ${kind === "sentence" ? what : `${kind} ${what}`}${money > 0 ? ` ${money}` : ""}${alone ? " alone" : ""}`,
  );
}

describe("a join carries", () => {
  it("a sentence that cites mentions on both of its sides, and no other", async () => {
    await testCase.statements("h1", people("a", "b", "c", "d", "e"));
    await join([
      ["a", "b", 30_000],
      ["b", "c", 20_000],
      ["d", "e", 20_000],
    ]);
    expect(await carried([["a", "c"], ["a", "d"], ["a"]])).toEqual(["a-b sentence 0 alone", "b-c sentence 0 alone"]);
    expect(await carried([["b", "c"]])).toEqual(["b-c sentence 0 alone"]);
  });

  it("nothing alone where another link holds its two sides together", async () => {
    await testCase.statements("h1", people("a", "b", "c"));
    await join([
      ["a", "b", 30_000],
      ["b", "c", 20_000],
      ["a", "c", 10_000],
    ]);
    expect(await carried([["a", "c"]])).toEqual(["a-b sentence 0", "b-c sentence 0"]);
    await testCase.judge("entity", "c", "a", "unsure");
    await testCase.run(resolveStage);
    expect(await carried([["a", "c"]])).toEqual(["a-b sentence 0 alone", "b-c sentence 0 alone"]);
  });

  it("what a payment says of its ends, and the money of a chokepoint on both sides", async () => {
    await testCase.statements("h1", [
      ...people("a", "x"),
      ["p", "Payment", "amount", "5"],
      ["p", "Payment", "payer", "a"],
      ["p", "Payment", "beneficiary", "x"],
    ]);
    await testCase.statements("h2", [
      ...people("b"),
      ["q", "Payment", "amount", "3"],
      ["q", "Payment", "payer", "b"],
      ["q", "Payment", "beneficiary", "x"],
    ]);
    await run("insert into w_open.payment values ('p', 'p', 1, null), ('q', 'q', 2, null)");
    await run(
      "insert into w_open.flow values ('p','a','x',500,'USD',500,null,null,1,1), ('q','a','x',300,'USD',300,null,null,1,1)",
    );
    await join([["a", "b", 20_000]]);
    expect(await carried([["p", "q"]], ["a", "x"])).toEqual(["a-b chokepoint a 300 alone", "a-b sentence 0 300 alone"]);
  });

  it("a match where it joins an entry of a public list with a held party", async () => {
    await testCase.dataset("list", { series: "list" });
    await testCase.statements("list", people("l", "m", "n"));
    await testCase.statements("h1", people("a", "b"));
    await join([
      ["a", "l", 30_000],
      ["a", "b", 20_000],
      ["m", "n", 20_000],
    ]);
    expect(await carried([])).toEqual(["a-l match list alone"]);
  });

  it("nothing of closed contacts of a phone", async () => {
    await testCase.statements("h1", people("a", "b"));
    await join([["a", "b", 20_000]]);
    expect(await carried([["a", "b"]])).toEqual(["a-b sentence 0 alone"]);
    await run("insert into held.bystander values (1, 'a', 1), (1, 'b', 1)");
    expect(await carried([["a", "b"]])).toEqual([]);
  });
});

it("a join counts as confirmed only while a person's decision that the two are one is in force", async () => {
  await testCase.statements("h1", people("a", "b", "c"));
  const links: Link[] = [
    ["a", "b", 30_000],
    ["b", "c", 20_000],
  ];
  const state = async (): Promise<string> => {
    await testCase.run(resolveStage);
    await carried([["a", "b", "c"]]);
    const { joins, alone, confirmed } = await loadBearingCounts(reader);
    const listed = await loadBearingJoins(reader, { offset: 0, limit: 9 });
    const told = listed.map((each) => `${each.leftId}${each.rightId}${each.isConfirmed ? " confirmed" : ""}`);
    const open = await loadBearingJoins(reader, { isOpen: true, offset: 0, limit: 9 });
    expect(open.length).toBe(joins - confirmed);
    return `${joins} ${alone} ${confirmed}: ${told.join(", ")}`;
  };
  await join(links);
  expect(await state()).toBe("2 2 0: ab, bc");
  await testCase.judge("entity", "b", "a", "same");
  expect(await state()).toBe("2 2 1: bc, ab confirmed");
  await testCase.judge("entity", "a", "b", "none");
  expect(await state()).toBe("2 2 0: ab, bc");
  await testCase.judge("entity", "a", "b", "same");
  await testCase.judge("entity", "a", "b", "unsure");
  expect(await state()).toBe("1 1 0: bc");
});

it("names exactly the joins whose removal parts mentions that are cited together", async () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g"];
  await testCase.statements("h1", people(...ids));
  const end = fc.integer({ min: 0, max: ids.length - 1 });
  const links = fc.uniqueArray(
    fc.tuple(end, end).filter(([left, right]) => left < right),
    { selector: ([left, right]) => left * 10 + right, minLength: 3, maxLength: 9 },
  );
  const cited = fc.uniqueArray(end, { minLength: 2, maxLength: 3 });
  const clusterOf = async (): Promise<ReadonlyMap<string, string>> => {
    const rows = await testCase.rows("select entity_id as id, canonical_id as canonical from w_open.cluster", {
      id: text,
      canonical: text,
    });
    return new Map(rows.map(({ id, canonical }) => [id, canonical]));
  };
  const names = (numbers: readonly number[]): string[] => numbers.map((number) => ids[number] ?? "");
  const ran = fc.asyncProperty(links, cited, async (pairs, mentions) => {
    const all = pairs.map(([left, right], index): Link => [ids[left] ?? "", ids[right] ?? "", 20_000 - index]);
    await join(all);
    const before = await clusterOf();
    const forest = await testCase.rows(
      "select entity_id as id, joined_to as above from w_open.cluster where joined_to is not null",
      {
        id: text,
        above: nullable(text),
      },
    );
    const listed = await carried([names(mentions)]);
    const isParted = (after: ReadonlyMap<string, string>): boolean =>
      names(mentions).some((one) =>
        names(mentions).some((other) => before.get(one) === before.get(other) && after.get(one) !== after.get(other)),
      );
    for (const link of all) {
      const name = `${link[0]}-${link[1]} sentence 0`;
      const isOfForest = forest.some(({ id, above }) => [id, above].toSorted().join("-") === `${link[0]}-${link[1]}`);
      await join(all.filter((other) => other !== link));
      expect({ name, isParted: isParted(await clusterOf()) }).toEqual({
        name,
        isParted: listed.includes(`${name} alone`),
      });
      expect(isOfForest || !listed.some((each) => each.startsWith(name))).toBe(true);
    }
  });
  await fc.assert(ran, { numRuns: draws(8) });
});
