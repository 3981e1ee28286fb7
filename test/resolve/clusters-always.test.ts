import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { at } from "../../src/base/index.ts";
import { matchStage } from "../../src/match/index.ts";
import { resolveStage } from "../../src/resolve/index.ts";
import { rawSql, sql, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";
import { draws } from "../support/draws.ts";

/** What always holds of clusters, on generated cases. Everything is a firm of one of these ids; h1 comes before h2. */
const ofFirst = ["d", "f", "h", "k", "m"];
const ofSecond = ["a", "e", "i", "n"];
const ids = [...ofFirst, ...ofSecond];
const decisions = ["same", "different", "unsure", "none"] as const;

type Link = readonly [left: string, right: string, weightMb: number];
type Judged = readonly [left: string, right: string, decision: string];
type Clusters = ReadonlyMap<string, string>;

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  await testCase.dataset("h1");
  await testCase.dataset("h2");
});
afterEach(() => testCase.close());

const run = (query: string): Promise<number> => testCase.file.database.run(rawSql(query));

const pairOf = (among: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...among), { minLength: 2, maxLength: 2 }).map((pair) => pair.toSorted());
const linksOf = (among: readonly string[], maxLength: number) =>
  fc
    .uniqueArray(pairOf(among), { selector: (pair) => pair.join(" "), maxLength })
    .chain((pairs) =>
      fc
        .array(fc.integer({ min: 9000, max: 25_999 }), { minLength: pairs.length, maxLength: pairs.length })
        .map((weights) => pairs.map(([left = "", right = ""], index): Link => [left, right, weights[index] ?? 0])),
    );
const judgedOf = (maxLength: number) =>
  fc.uniqueArray(
    fc
      .tuple(pairOf(ids), fc.constantFrom(...decisions.slice(0, 3)))
      .map(([[left = "", right = ""], decision]): Judged => [left, right, decision]),
    { selector: ([left, right]) => `${left} ${right}`, maxLength },
  );

async function begin(numbers: readonly (string | null)[], members: readonly string[] = ids): Promise<void> {
  for (const table of ["held.statement", "held.occurrence", "held.judgement", "w_open.candidate_pair"])
    await run(`delete from ${table}`);
  await addFirms(numbers, members);
}

async function addFirms(numbers: readonly (string | null)[], members: readonly string[]): Promise<void> {
  for (const [dataset, own] of [
    ["h1", ofFirst],
    ["h2", ofSecond],
  ] as const) {
    const literals = own
      .filter((id) => members.includes(id))
      .flatMap((id): Literal[] => {
        const number = numbers[ids.indexOf(id)];
        return [
          [id, "Company", "name", id],
          ...(number === null || number === undefined ? [] : [[id, "Company", "registrationNumber", number] as const]),
        ];
      });
    if (literals.length > 0) await testCase.statements(dataset, literals);
  }
}

async function link(links: readonly Link[]): Promise<void> {
  for (const [left, right, weightMb] of links)
    await testCase.file.database
      .run(sql`insert into w_open.candidate_pair values (${left}, ${right}, 1, ${weightMb}, 'join',
      [{'comparison': 'name-company', 'level': 6, 'weight_mb': ${weightMb}, 'left_statement': null, 'right_statement': null}], 0)`);
}

const judge = async (judged: readonly Judged[]): Promise<void> => {
  for (const [left, right, decision] of judged) await testCase.judge("entity", left, right, decision);
};

async function clusters(): Promise<Clusters> {
  await testCase.run(resolveStage);
  const rows = await testCase.rows("select entity_id as id, canonical_id as canonical from w_open.cluster order by 1", {
    id: text,
    canonical: text,
  });
  return new Map(rows.map(({ id, canonical }) => [id, canonical]));
}

const numbersOf = fc.array(fc.constantFrom("11", "22", null), { minLength: ids.length, maxLength: ids.length });
const noNumbers = ids.map(() => null);
const always = { numRuns: draws(8) };

it("no chain of light links puts two into one cluster that contradict each other in a number with one true value", async () => {
  const ran = fc.asyncProperty(numbersOf, linksOf(ids, 14), async (numbers, links) => {
    await begin(numbers);
    await link(links);
    const found = await clusters();
    const pairs = ids.flatMap((one, index) =>
      ids.slice(index + 1).map((other, next) => [index, index + 1 + next, one, other] as const),
    );
    for (const [first, second, one, other] of pairs) {
      const apart = numbers[first] !== null && numbers[second] !== null && numbers[first] !== numbers[second];
      expect([one, other, apart && found.get(one) === found.get(other)]).toEqual([one, other, false]);
    }
  });
  await fc.assert(ran, always);
});

it("two that a person called different stay apart whatever is joined, decided or handed over later", async () => {
  const ran = fc.asyncProperty(
    linksOf(ofFirst, 6),
    judgedOf(5),
    linksOf(ids, 10),
    judgedOf(4),
    async (links, first, laterLinks, second) => {
      await begin(noNumbers, ofFirst);
      await link(links);
      await judge(first);
      await clusters();
      await addFirms(noNumbers, ofSecond);
      const known = new Set(links.map(([left, right]) => `${left} ${right}`));
      await link(laterLinks.filter(([left, right]) => !known.has(`${left} ${right}`)));
      await judge(second);
      const ruling = new Map([...first, ...second].map(([left, right, decision]) => [`${left} ${right}`, decision]));
      const found = await clusters();
      const together = [...ruling].filter(([pair, decision]) => {
        const [left = "", right = ""] = pair.split(" ");
        return decision === "different" && found.get(left) === found.get(right);
      });
      expect(together).toEqual([]);
    },
  );
  await fc.assert(ran, always);
});

it("decisions that are taken back, in any order, leave what the others alone would have made", async () => {
  const ran = fc.asyncProperty(
    numbersOf,
    linksOf(ids, 10),
    judgedOf(5),
    fc.infiniteStream(fc.nat()),
    async (numbers, links, judged, random) => {
      await begin(numbers);
      await link(links);
      const untouched = await clusters();
      await judge(judged);
      const order = judged
        .map((each) => ({ each, key: random.next().value ?? 0 }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ each }) => each);
      const half = order.slice(0, Math.ceil(order.length / 2));
      await judge(half.map(([left, right]) => [right, left, "none"]));
      const partly = await clusters();
      await judge(order.slice(half.length).map(([left, right]) => [left, right, "none"]));
      expect(await clusters()).toEqual(untouched);
      await run("delete from held.judgement");
      await judge(judged.filter((each) => !half.includes(each)));
      expect(await clusters()).toEqual(partly);
    },
  );
  await fc.assert(ran, always);
});

it("a canonical id is that of the member handed over first, then of the smallest id", async () => {
  const rank = (id: string): string => `${ofFirst.includes(id) ? 1 : 2} ${id}`;
  const ran = fc.asyncProperty(numbersOf, linksOf(ids, 14), judgedOf(4), async (numbers, links, judged) => {
    await begin(numbers);
    await link(links);
    await judge(judged);
    const found = await clusters();
    for (const canonical of new Set(found.values())) {
      const members = ids.filter((id) => found.get(id) === canonical).map(rank);
      expect(members.toSorted()[0]).toBe(rank(canonical));
    }
  });
  await fc.assert(ran, always);
});

it("a new hand-over leaves every canonical id as it was, or leads it to another that was there before", async () => {
  const ran = fc.asyncProperty(linksOf(ofFirst, 5), linksOf(ids, 12), async (links, later) => {
    await begin(noNumbers, ofFirst);
    await link(links);
    const before = await clusters();
    await addFirms(noNumbers, ofSecond);
    const known = new Set(links.map(([left, right]) => `${left} ${right}`));
    await link(later.filter(([left, right]) => !known.has(`${left} ${right}`)));
    const after = await clusters();
    const old = new Set(before.values());
    for (const [id, canonical] of before) {
      expect([id, old.has(after.get(id) ?? "")]).toEqual([id, true]);
      expect([id, after.get(id)]).toEqual([id, after.get(canonical)]);
    }
  });
  await fc.assert(ran, always);
});

/** Made people and firms of few names, days and numbers, so that many are near each other and some contradict. */
function madeEntities(seed: number, count: number): Literal[] {
  let state = seed;
  const pick = <Value>(values: readonly Value[]): Value => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return at(values, Math.floor(state / 65_536) % values.length);
  };
  const numbers = Array.from({ length: 40 }, (_, index) => String(7_000_000 + index * 911));
  return Array.from({ length: count }, (_, index) => {
    const id = `e${index}`;
    if (pick([true, false]))
      return [
        [
          id,
          "Person",
          "name",
          `${pick(["Kim", "Ri", "Pak", "김", "리"])} ${pick(["Chol", "Yong Hui", "Song-ho", "철", "영희"])}`,
        ],
        [id, "Person", "birthDate", `19${pick([61, 62, 71])}-0${pick([1, 2])}-1${pick([3, 4])}`],
        [id, "Person", "passportNumber", pick(numbers)],
      ] as const;
    return [
      [
        id,
        "Company",
        "name",
        `${pick(["Blue", "Silver", "은", "银"])} ${pick(["Gate", "Pearl", "진주", "珠"])} ${pick(["Trading Ltd", "무역회사", "贸易有限公司"])}`,
      ],
      [id, "Company", "registrationNumber", pick(numbers)],
      [id, "Company", "phone", `+8502381${pick(numbers).slice(-4)}`],
    ] as const;
  }).flat();
}

it("clusters are the same for one, two and four threads and for a memory limit of 500 MB, joins and reasons alike", async () => {
  const print = async (seed: number, { threads, memoryMb }: { threads: number; memoryMb: number }): Promise<string> => {
    const made = await openTestCase(threads, memoryMb);
    try {
      await made.dataset("h1");
      await made.dataset("h2");
      const literals = madeEntities(seed, 240);
      await made.statements("h1", literals.slice(0, 400));
      await made.statements("h2", literals.slice(400));
      await made.run(matchStage);
      await made.run(resolveStage);
      const rows = await made.rows(
        `select to_json(t)::varchar as line from w_open.cluster t union all select to_json(p)::varchar from w_open.candidate_pair p
          order by line`,
        { line: text },
      );
      expect(rows.filter(({ line }) => line.includes('"joined_by":"rule')).length).toBeGreaterThan(10);
      return rows.map(({ line }) => line).join("\n");
    } finally {
      made.close();
    }
  };
  for (const seed of [1, 2]) {
    const one = await print(seed, { threads: 1, memoryMb: 1200 });
    expect(await print(seed, { threads: 2, memoryMb: 500 })).toBe(one);
    expect(await print(seed, { threads: 4, memoryMb: 500 })).toBe(one);
  }
});
