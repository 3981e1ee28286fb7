import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerStage, mentionStage } from "../../../src/ledger/index.ts";
import { resolveStage } from "../../../src/resolve/index.ts";
import { integer, sql, tableOfWorld, text } from "../../../src/store/index.ts";
import { countMentionsToReview, mentionsToReview } from "../../../src/views/index.ts";
import { openTestCase, type Literal, type TestCase } from "../../support/case.ts";
import { flightAbroad, seizureAbroad } from "../support/foreign-reports.ts";
import { holdDocument, type Report } from "../support/hold-document.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("list");
  await made.dataset("h1");
});
afterEach(() => made.close());

const held: readonly Literal[] = [
  ["kim", "Person", "name", "Kim Yong Ho"],
  ["taesan", "Company", "name", "Taesan Trading Co., Ltd."],
  ["levitsky", "Person", "name", "Виктор Павлович Левицкий"],
  ["bank", "Company", "name", "Korea Trade Bank"],
  ["wang", "Person", "name", "王建國"],
];

const hold = async (reports: readonly Report[], names: readonly Literal[] = held): Promise<void> => {
  await made.statements("list", names);
  for (const report of reports) await holdDocument(made, "h1", report);
  for (const stage of [resolveStage, ledgerStage, mentionStage]) await made.run(stage);
};

const mentions = () =>
  made.rows(
    `select document_id as document, row_no as "row", char_from as "from", char_to as "to", written, name, canonical_id as entity,
      tier, weight_mb as weight, status, place_id as place from w_open.mention order by document_id, row_no, char_from, canonical_id`,
    {
      document: text,
      row: integer,
      from: integer,
      to: integer,
      written: text,
      name: text,
      entity: text,
      tier: text,
      weight: integer,
      status: text,
      place: text,
    },
  );

const found = async (): Promise<readonly string[]> =>
  (await mentions()).map(({ document, written, entity, tier }) => `${document}: ${written} = ${entity}, ${tier}`);

const report = (id: string, lang: string, ...paragraphs: readonly string[]): Report => ({ id, lang, paragraphs });

describe("names of the case in documents", () => {
  it("are proposed in every script and spelling, at their place", async () => {
    await hold(seizureAbroad);
    expect(await found()).toEqual([
      "english: Viktor Levitsky = levitsky, patronymic",
      "english: Taesan Trading = taesan, same",
      "english: Kim Yong-ho = kim, same",
      "north: 태산무역회사 = taesan, spelling",
      "north: 김영호 = kim, spelling",
      "russian: Виктор Левицкий = levitsky, patronymic",
      "russian: Тхэсан = taesan, spelling",
      "russian: Ким Ён Хо = kim, spelling",
      "simplified: 泰山贸易 = taesan, spelling",
      "simplified: 金永浩 = kim, spelling",
      "south: 태산무역 = taesan, spelling",
      "south: 김영호 = kim, spelling",
      "traditional: 泰山貿易 = taesan, spelling",
      "traditional: 金永浩 = kim, spelling",
    ]);
    const passages = await made.rows(`select entity_id as document, row_no as "row", text from held.passage`, {
      document: text,
      row: integer,
      text,
    });
    for (const { document, row, from, to, written } of await mentions())
      expect(passages.find((each) => each.document === document && each.row === row)?.text.slice(from, to)).toBe(
        written,
      );
  });

  it("are found under what Korean and Russian join to their end", async () => {
    await hold([
      report("ko", "kor", "김영호에게서 받은 돈이다. 김영호씨는 조선무역은행의 계좌를 썼다."),
      report("ru", "rus", "Встречу с Виктором Левицким подтвердили. Деньги передали Виктору Павловичу Левицкому."),
      report("latin", "eng", "Gim Yeong-ho met KIM Yong Ho's brother, and Kim Yŏngho paid the Korean Trade Bank."),
    ]);
    expect(await found()).toEqual([
      "ko: 김영호 = kim, spelling",
      "ko: 김영호 = kim, spelling",
      "ko: 조선무역은행 = bank, spelling",
      "latin: Gim Yeong-ho = kim, spelling",
      "latin: KIM Yong Ho = kim, same",
      "latin: Kim Yŏngho = kim, spelling",
      "latin: Korean Trade Bank = bank, spelling",
      "ru: Виктором Левицким = levitsky, patronymic",
      "ru: Виктору Павловичу Левицкому = levitsky, same",
    ]);
  });

  it("are the words that are written as the name is, whatever fewer words or another name fit too", async () => {
    await hold(
      [report("river", "eng", "Morning River Labour Services paid for the pumps.")],
      [
        ["river", "Company", "name", "Morning River Labour Services Sdn. Bhd."],
        ["slip", "Company", "name", "MORNING RIVER LABOUE SERVICES SDN. BHD."],
      ],
    );
    expect(await found()).toEqual(["river: Morning River Labour Services = river, same"]);
  });

  it("that stand without gaps or by their sound alone need a post or marks beside them once in the document", async () => {
    await hold([
      report("named", "zho", "王建国经理说，驳船已经离港。后来王建国离开了。"),
      report("not", "zho", "人们纷纷议论高兴地汪剑果然后离开。"),
      report("ko", "kor", "총경리 왕건국이 왔다. 다음날 왕건국은 떠났다."),
      report("ko-not", "kor", "다음날 왕건국은 떠났다."),
    ]);
    expect(await found()).toEqual([
      "ko: 왕건국 = wang, spelling",
      "ko: 왕건국 = wang, spelling",
      "named: 王建国 = wang, same",
      "named: 王建国 = wang, same",
    ]);
  });
});

describe("what is not proposed", () => {
  const skipped = () =>
    made.rows(`select reason, names, places from w_open.skipped_mention order by reason`, {
      reason: text,
      names: integer,
      places: integer,
    });

  it("is a name of one part, a word, a common name, and one that many bear; they are counted", async () => {
    await hold(
      [report("text", "eng", "Kim met Li Ming at Star. A star rose over Trade Bank, and Ann Bell waved.")],
      [
        ["a", "Person", "name", "Kim"],
        ["b", "Person", "name", "李明"],
        ["c", "Company", "name", "Star"],
        ["d", "Company", "name", "Trade Bank"],
        ...["e", "f", "g", "h", "i", "j"].map((id): Literal => [id, "Person", "name", "Ann Bell"]),
      ],
    );
    expect(await found()).toEqual([]);
    expect(await skipped()).toEqual([
      { reason: "common", names: 1, places: 0 },
      { reason: "one part", names: 1, places: 0 },
      { reason: "shared", names: 1, places: 0 },
      { reason: "word", names: 2, places: 0 },
    ]);
  });

  it("is who is named beside somebody in flight", async () => {
    await hold(flightAbroad, [["ri", "Person", "name", "Ri Chol Min"]]);
    expect(await found()).toEqual([]);
    expect(await skipped()).toEqual([{ reason: "guarded", names: 0, places: 2 }]);
  });

  it("is a contact of a phone, until it is opened", async () => {
    await made.statements("list", held);
    await made.file.database.run(sql`insert into held.bystander select 1, 'kim', max(batch_no) from held.batch`);
    await hold(seizureAbroad, []);
    expect((await found()).filter((line) => line.includes("= kim"))).toEqual([]);
    await made.judge("bystander", "kim", "kim", "same");
    await made.run(mentionStage);
    expect((await found()).filter((line) => line.includes("= kim")).length).toBeGreaterThan(3);
  });
});

describe("a decision on a mention", () => {
  it("holds over a new run, and is taken back", async () => {
    await hold(seizureAbroad);
    const place = (await mentions()).find(({ written }) => written === "Kim Yong-ho")?.place ?? "";
    await made.judge("mention", place, "kim", "accept");
    await made.run(mentionStage);
    const status = async () => (await mentions()).find((each) => each.place === place)?.status;
    expect(await status()).toBe("accepted");
    await made.judge("mention", "kim", place, "reject");
    await made.run(mentionStage);
    expect(await status()).toBe("rejected");
    await made.judge("mention", place, "kim", "none");
    await made.run(mentionStage);
    expect(await status()).toBe("proposed");
  });

  it("is of whom its entity was joined with: taken back by one name it is taken back, and waits again", async () => {
    await hold(seizureAbroad, [...held, ["kim2", "Person", "name", "Kim Yong Ho"]]);
    const place = (await mentions()).find(({ written }) => written === "Kim Yong-ho")?.place ?? "";
    await made.judge("mention", place, "kim", "accept");
    await made.judge("entity", "kim", "kim2", "same");
    const { database } = made.file;
    const reader = { database, viewer: { world: "open", actor: "tester" }, table: tableOfWorld("open") } as const;
    const now = async () => {
      for (const stage of [resolveStage, mentionStage]) await made.run(stage);
      const waiting = await mentionsToReview(reader, { offset: 0, limit: 100 });
      expect(await countMentionsToReview(reader)).toBe(waiting.length);
      const own = (await mentions()).find((each) => each.place === place);
      return [own?.status, waiting.some(({ placeId }) => placeId === place)];
    };
    expect(await now()).toEqual(["accepted", false]);
    await made.judge("mention", place, "kim2", "none");
    expect(await now()).toEqual(["proposed", true]);
    await made.judge("mention", place, "kim2", "unsure");
    expect(await now()).toEqual(["proposed", false]);
  });
});

describe("the weight", () => {
  it("is less for another spelling, for a common name and for several bearers", async () => {
    await hold(
      [report("text", "eng", "Kim Yong Ho, Orla Vintar and 남궁민수 spoke.")],
      [
        ["kim", "Person", "name", "Kim Yong Ho"],
        ["one", "Person", "name", "Orla Vintar"],
        ["two", "Person", "name", "Orla Vintar"],
        ["nam", "Person", "name", "남궁민수"],
      ],
    );
    const weights = new Map((await mentions()).map(({ entity, weight }) => [entity, weight]));
    expect([...weights]).toEqual([
      ["kim", 12202],
      ["one", 13600],
      ["two", 13600],
      ["nam", 14600],
    ]);
  });
});
