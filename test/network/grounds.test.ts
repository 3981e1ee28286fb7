import { afterEach, beforeEach, expect, test } from "vitest";
import { readGrounds, type NodeGrounds } from "../../src/network/index.ts";
import { rawSql, tableOfWorld } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { holdBooks } from "../support/payments.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
});
afterEach(() => made.close());

const owns = (owner: string, asset: string): Literal[] => [
  [`${owner} of ${asset}`, "Ownership", "owner", owner],
  [`${owner} of ${asset}`, "Ownership", "asset", asset],
];

/** Of "mid", who carries the money, a listed owner, a listed payee and countries are recorded; of "plain" nothing. */
const books = {
  first: {
    pays: ["e1 mid 10", "mid shop 7", "mid shop 2", "mid t 1", "e1 plain 1", "plain t 1"],
    says: [
      ...owns("boss", "mid"),
      ...owns("friend", "mid"),
      ["mid", "LegalEntity", "jurisdiction", "cy"],
      ["mid", "LegalEntity", "country", "RU"],
    ] as const,
  },
  list: {
    says: [
      ["boss", "Person", "name", "Boss"],
      ["shop", "LegalEntity", "name", "Shop"],
    ] as const,
  },
};

async function ask(
  ids: readonly string[],
  asked: { readonly reach?: readonly string[]; readonly withhold?: readonly string[] } = {},
): Promise<NodeGrounds[]> {
  const source = { database: made.file.database, table: tableOfWorld("open") };
  return readGrounds(source, { reach: [], withhold: [], ...asked }, ids);
}

const groundsOf = (node: NodeGrounds | undefined): string[] =>
  (node?.grounds ?? []).map(
    ({ fromId, words, toId, listedId, lists, roots, payments, caseMinor, statements }) =>
      `${fromId} ${words} ${toId}; ${listedId} on ${lists.join()}; ${roots ?? "-"} roots, ${payments ?? "-"} payments of ${caseMinor ?? "-"}; ${statements.length}`,
  );

test("what ties a node to somebody on a public list is its ground: relations first, then payments, with statements", async () => {
  await holdBooks(made, books);
  const [mid, plain] = await ask(["mid", "plain"]);
  expect(groundsOf(mid)).toEqual([
    "boss holds mid; boss on list; 0 roots, - payments of -; 2",
    "mid paid shop; shop on list; - roots, 2 payments of 900; 2",
  ]);
  expect(plain).toEqual({ id: "plain", levers: [], grounds: [] });
});

test("the countries in which a node is recorded to stand are its levers, in reach or not", async () => {
  await holdBooks(made, books);
  const levers = async (reach: readonly string[]): Promise<string[]> =>
    ((await ask(["mid"], { reach }))[0]?.levers ?? []).map(
      ({ country, isInReach, statements }) => `${country} ${isInReach} ${statements.length}`,
    );
  expect(await levers([])).toEqual(["cy true 1", "ru true 1"]);
  expect(await levers(["ru"])).toEqual(["cy false 1", "ru true 1"]);
});

test("how many sources say a relation is counted, and not told where evidence is withheld", async () => {
  await holdBooks(made, books);
  await made.file.database.run(
    rawSql(
      `insert into w_open.finding values (unhex('aa'), 'edge-1', 'Ownership', 'owner', 'x', 'corroborated', 2, 2, false, false, 1, 'x')`,
    ),
  );
  await made.file.database.run(
    rawSql(`insert into w_open.finding_statement select unhex('aa'), statement_id, dataset_no, 'supports', 's'
      from held.statement where entity_id = 'boss of mid' and prop = 'owner'`),
  );
  const roots = async (withhold: readonly string[]): Promise<(number | null)[]> =>
    ((await ask(["mid"], { withhold }))[0]?.grounds ?? []).map((ground) => ground.roots);
  expect(await roots([])).toEqual([2, null]);
  expect(await roots(["first"])).toEqual([null, null]);
});
