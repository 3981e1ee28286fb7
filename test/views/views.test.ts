import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCanonicalId } from "../../src/model/index.ts";
import { sql, tableOfWorld } from "../../src/store/index.ts";
import {
  blockSets,
  captionsOf,
  changesOf,
  entitiesNamed,
  evidenceOf,
  faultLines,
  fileLines,
  findingCounts,
  findingLines,
  findTerms,
  membersOf,
  moneyOf,
  pairsToReview,
  summaryOf,
  valuesOf,
  type Reader,
} from "../../src/views/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

let testCase: TestCase;
let reader: Reader;

beforeAll(async () => {
  testCase = await openTestCase();
  const { database } = testCase.file;
  reader = { database, viewer: { world: "open", actor: "tester" }, table: tableOfWorld("open") };
  await testCase.dataset("h1", { source: "s1", sealed: true, firstHand: true });
  await testCase.dataset("h2", { source: "s2", firstHand: true });
  await testCase.statements("h1", [
    ["e1", "Person", "name", "김철", 3, 1],
    ["e1", "Person", "notes", "account 4072 8866 12-3", 3, 4],
  ]);
  await testCase.statements("h2", [
    ["e2", "Person", "name", "Kim Chŏl", 9, 0],
    ["e3", "Company", "name", "Kimchi Trading", 10, 0],
  ]);
  await database.run(
    sql`insert into w_open.cluster values ('e1','e1',null,null), ('e2','e1','e1','rule: phone'), ('e3','e3',null,null)`,
  );
  await database.run(
    sql`insert into held.fault values (1, 0, 7, 2, null, 'date', 'the date "31.02.2016" does not exist', 0, 1)`,
  );
  await database.run(
    sql`insert into w_open.finding values (unhex('aa'), 'e1', 'Person', 'birthDate', '1970', 'contradicted', 1, 1, true, false, 1, 'x')`,
  );
  await database.run(
    sql`insert into w_open.finding_statement select unhex('aa'), statement_id, dataset_no, 'supports', 's1' from held.statement where entity_id = 'e1' and prop = 'name'`,
  );
  await database.run(
    sql`insert into w_open.flow values ('p1','e1','e3',100,'USD',100,'2016-01-01','2016-01-01',1000000,1)`,
  );
  await database.run(sql`insert into w_open.candidate_pair select 'e1','e3',1,500,'review',
    [struct_pack(comparison := 'name', "level" := 2, weight_mb := 500, left_statement := null::blob, right_statement := null::blob)], 1`);
  await database.run(sql`insert into w_open.review values ('e1','e3',100,0,0,0,[])`);
});
afterAll(() => testCase.close());

describe("views", () => {
  it("name an entity by its Latin name and its name in another script", async () =>
    expect(await captionsOf(reader, ["e1", "e3"])).toEqual(
      new Map([
        ["e1", "Kim Chŏl / 김철"],
        ["e3", "Kimchi Trading"],
      ]),
    ));

  it("give evidence with its place and never the name of a sealed source", async () => {
    const ids = (await valuesOf(reader, parseCanonicalId("e1"))).map((value) => value.statementId);
    const evidence = await evidenceOf(reader, ids);
    expect(evidence.map((each) => [each.value, each.locator, each.source, each.grade])).toEqual([
      ["김철", "h1/f1.csv#B3", "a protected source (informant)", "B2"],
      ["account 4072 8866 12-3", "h1/f1.csv#E3", "a protected source (informant)", "B2"],
      ["Kim Chŏl", "h2/f2.csv#A9", "s2", "B2"],
    ]);
  });

  it("find text without accents, numbers with any spacing, and faults", async () => {
    const { found, searched } = await findTerms(reader, ["kim chol", "40728866123", "31.02"], 10);
    expect(found.map((each) => [each.term, each.place])).toEqual([
      ["31.02", "h1/f1.csv#C7"],
      ["40728866123", "h1/f1.csv#E3"],
      ["kim chol", "h2/f2.csv#A9"],
    ]);
    expect(searched).toEqual({ values: 4, passages: 0, faults: 1, guarded: 0, files: 2, rowsLost: 0, emptyFiles: 0 });
  });

  it("count what a person wants first", async () => {
    const summary = await summaryOf(reader);
    expect([
      summary.handOvers,
      summary.values,
      summary.entities,
      summary.canonicals,
      summary.joined,
      summary.toReview,
    ]).toEqual([2, 4, 3, 2, 1, 1]);
    expect([summary.contradicted, summary.payments, summary.seenMinor, summary.nodes]).toEqual([1, 1, 100n, 2]);
  });

  it("ask about two entities no more when somebody decided on any of their mentions", async () => {
    const pairs = async (): Promise<string[]> =>
      (await pairsToReview(reader, { offset: 0, limit: 5 })).map((pair) => `${pair.leftId} ${pair.rightId}`);
    expect(await pairs()).toEqual(["e1 e3"]);
    await testCase.judge("entity", "e2", "e3", "unsure");
    expect(await pairs()).toEqual([]);
    await testCase.judge("entity", "e2", "e3", "none");
    expect(await pairs()).toEqual(["e1 e3"]);
  });

  it("list faults, files, findings, pairs, members, money and block sets", async () => {
    expect(await faultLines(reader, { offset: 0, limit: 5 })).toEqual([
      { place: "h1/f1.csv#C7", kind: "date", text: 'the date "31.02.2016" does not exist', rowsLost: 0 },
    ]);
    expect((await fileLines(reader)).map((file) => [file.file, file.source, file.values])).toEqual([
      ["f1.csv", "a protected source (informant)", 2],
      ["f2.csv", "s2", 2],
    ]);
    expect(
      (await findingLines(reader, { verdict: "contradicted", offset: 0, limit: 5 })).map(
        (finding) => finding.statements.length,
      ),
    ).toEqual([1]);
    expect(await findingLines(reader, { verdict: "single", offset: 0, limit: 5 })).toEqual([]);
    expect((await findingCounts(reader)).map((count) => count.findings)).toEqual([1]);
    expect(
      (await pairsToReview(reader, { offset: 0, limit: 5 })).map((pair) => [
        pair.leftId,
        pair.rightId,
        pair.reasons.length,
      ]),
    ).toEqual([["e1", "e3", 1]]);
    expect(
      (await membersOf(reader, parseCanonicalId("e1"))).map((member) => [member.entityId, member.dataset]),
    ).toEqual([
      ["e1", "h1"],
      ["e2", "h2"],
    ]);
    expect(
      (await moneyOf(reader, parseCanonicalId("e1"), 5)).map((line) => [line.direction, line.otherId, line.caseMinor]),
    ).toEqual([["to", "e3", "100"]]);
    expect(await blockSets(reader)).toEqual([]);
    expect((await entitiesNamed(reader, "kim", 5)).map((line) => line.canonicalId)).toEqual(["e1", "e3"]);
  });

  it("tell which hand-over first shows an advised chokepoint, and what it contradicted", async () => {
    const { database } = testCase.file;
    await testCase.statements("h2", [["pay1", "Payment", "amount", "1.00", 20]]);
    await database.run(
      sql`insert into w_open.payment select 'p1', 'pay1', min(dataset_no), null from held.statement where entity_id = 'pay1'`,
    );
    await database.run(
      sql`insert into w_open.block_set values (unhex('dd'),'{}',unhex('00'),1,0,['e3'],1::hugeint,0::hugeint,0::hugeint,'','{}','{}')`,
    );
    expect((await changesOf(reader, "h2", 5))?.newChokepoints).toEqual(["e3"]);
    expect((await changesOf(reader, "h1", 5))?.newChokepoints).toEqual([]);
    expect((await changesOf(reader, "h1", 5))?.findings.map((finding) => finding.findingId)).toEqual(["aa"]);
    expect((await changesOf(reader, "h2", 5))?.findings).toEqual([]);
    await database.run(sql`delete from w_open.block_set`);
  });

  it("call a value confirmed only if the hand-over adds a source that is independent and known", async () => {
    const { database } = testCase.file;
    await database.run(
      sql`insert into w_open.finding values (unhex('ee'), 'e1', 'Person', 'name', 'kim', 'corroborated', 2, 2, false, false, 1, 'x')`,
    );
    const confirmed = async (root: string | null): Promise<number | undefined> => {
      await database.run(sql`delete from w_open.finding_statement where finding_id = unhex('ee')`);
      await database.run(sql`insert into w_open.finding_statement select unhex('ee'), statement_id, dataset_no, 'supports',
        case entity_id when 'e1' then 's1' else ${root}::varchar end from held.statement where entity_id in ('e1', 'e2') and prop = 'name'`);
      return (await changesOf(reader, "h2", 5))?.confirmed;
    };
    expect([await confirmed("s2"), await confirmed("s1"), await confirmed(null)]).toEqual([1, 0, 0]);
  });
});
