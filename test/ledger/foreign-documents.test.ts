import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asksForPerson, ledgerStage } from "../../src/ledger/index.ts";
import { boolean, integer, nullable, text } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";
import { flightAbroad, seizureAbroad } from "./support/foreign-reports.ts";
import { holdDocument, type Report } from "./support/hold-document.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("h1");
});
afterEach(() => made.close());

const hold = async (...reports: readonly Report[]): Promise<void> => {
  for (const report of reports) await holdDocument(made, "h1", report);
  await made.run(ledgerStage);
};

const claims = () =>
  made.rows(
    `select entity_id as document, row_no as "row", char_from as "from", char_to as "to", quote, speaker, date_from as date,
      places->>'$[0].name' as place, is_guarded as guarded from w_open.claim order by entity_id, claim_no`,
    {
      document: text,
      row: integer,
      from: integer,
      to: integer,
      quote: text,
      speaker: text,
      date: nullable(text),
      place: nullable(text),
      guarded: boolean,
    },
  );

describe("documents in Korean, Chinese and Russian", () => {
  it("give claims with speaker, day and place, at their place in the passage", async () => {
    await hold(...seizureAbroad);
    const all = await claims();
    const seized = (document: string) => {
      const found = all.find((claim) => claim.document === document);
      return [found?.speaker, found?.date, found?.place];
    };
    expect(seized("south")).toEqual(["세관 당국", "2026-05-03", "Vladivostok"]);
    expect(seized("north")).toEqual(["로씨야세관", "2026-05-03", null]);
    expect(seized("simplified")).toEqual(["海关发言人", "2026-05-03", "Vladivostok"]);
    expect(seized("traditional")).toEqual(["海關發言人", "2026-05-03", "Vladivostok"]);
    expect(seized("russian")).toEqual(["представитель таможни Виктор Левицкий", "2026-05-03", "Vladivostok"]);
    const passages = await made.rows(`select entity_id as document, row_no as "row", text from held.passage`, {
      document: text,
      row: integer,
      text,
    });
    for (const { document, row, from, to, quote } of all)
      expect(passages.find((each) => each.document === document && each.row === row)?.text.slice(from, to)).toBe(quote);
  });

  it("of several languages are read block by block, and what no rules read is counted", async () => {
    await hold({
      id: "mixed",
      outlet: "Harbour Wire",
      day: "2026-05-05",
      paragraphs: [
        "The harbour office said that two barges had left Vladivostok.",
        "세관 당국은 바지선이 비어 있었다고 밝혔다.",
        "Таможня сообщила, что на баржах была медь.",
        "海关表示，驳船上没有铜。",
        "Дипломати залишили посольство вночі, повідомили в міністерстві.",
      ],
    });
    expect((await claims()).map(({ speaker }) => speaker)).toEqual([
      "The harbour office",
      "세관 당국",
      "Таможня",
      "海关",
    ]);
    expect(
      await made.rows(`select passages, unread, unread_languages[1] as language from w_open.ledger_document`, {
        passages: integer,
        unread: integer,
        language: text,
      }),
    ).toEqual([{ passages: 4, unread: 1, language: "Ukrainian" }]);
  });

  it("broken at a width are put together, Chinese without a gap", async () => {
    await hold({
      id: "mail",
      lang: "zho",
      day: "2026-05-05",
      paragraphs: [
        "海关发言人五月五日在例行记者会上表示，检查人员在港口的三号仓库里查获了九十箱没有",
        "任何单据的铜材，另外还扣留了两辆没有牌照的卡车和一艘小型渔船，船员已经全部离开港",
        "口，货主的身份目前仍在调查之中，任何人都不得进入仓库所在的区域，直到调查全部结束",
        "为止。",
      ],
    });
    expect((await claims()).some(({ quote }) => quote.includes("没有任何单据"))).toBe(true);
  });
});

describe("events across languages", () => {
  const events = () =>
    made.rows(
      `select roots_least as least, roots_most as most, (
          select string_agg(distinct entity_id, ' ' order by entity_id) from w_open.event_claim
          join w_open.claim using (claim_id) where event_id = e.event_id) as documents
        from w_open.event e order by event_id`,
      { least: integer, most: integer, documents: text },
    );

  it("are one where type, day, place and a participant agree; sources in several scripts may be one", async () => {
    await hold(...seizureAbroad);
    // Five offices: the two Chinese papers call theirs alike, in two kinds of characters; the customs of
    // one Korean paper may be the Russian customs of the other, and an office in another script may be either.
    expect((await events())[0]).toEqual({
      documents: "english north russian simplified south traditional",
      least: 1,
      most: 5,
    });
  });

  const joined: readonly (readonly [what: string, words: string, isOne: boolean])[] = [
    ["all agree", "2026년 5월 3일 블라디보스토크에서 김영호 사장을 체포했다고", true],
    ["the day is another", "2026년 5월 4일 블라디보스토크에서 김영호 사장을 체포했다고", false],
    ["the place is another", "2026년 5월 3일 서울에서 김영호 사장을 체포했다고", false],
    ["the participant is another", "2026년 5월 3일 블라디보스토크에서 박철민 사장을 체포했다고", false],
    ["the deed is another", "2026년 5월 3일 블라디보스토크에서 김영호 사장을 만났다고", false],
  ];
  it.each(joined)("and a person's name: %s", async (_, words, isOne) => {
    await hold(
      {
        id: "english",
        outlet: "Quay Courier",
        day: "2026-05-09",
        paragraphs: ["Police arrested Kim Yong-ho in Vladivostok on 3 May 2026, a spokesman said."],
      },
      { id: "korean", lang: "kor", outlet: "북항일보", day: "2026-05-09", paragraphs: [`경찰은 ${words} 밝혔다.`] },
    );
    expect((await events()).some(({ documents }) => documents === "english korean")).toBe(isOne);
  });
});

describe("people in flight in other languages", () => {
  const derived = ["ledger_document", "claim", "claim_source", "event", "event_root", "contradiction", "drift"];

  it("are guarded with the whole of what a document tells in that language, and no word of it is told", async () => {
    await hold(...flightAbroad);
    expect((await claims()).every(({ guarded }) => guarded)).toBe(true);
    for (const table of derived) {
      const [row] = await made.rows(
        `select string_agg(t::varchar, ' | ' order by t::varchar) as told from w_open.${table} as t`,
        { told: (value) => String(value ?? "") },
      );
      expect(row?.told).not.toMatch(/2016-05-1[02]|리스본|파루|알팜마|Лиссабон|Алфам|里斯本|阿尔法玛|종업원|сосед/u);
    }
  });

  it("are known by name in another document of their language", async () => {
    await hold(...flightAbroad);
    expect((await claims()).find(({ document }) => document === "supper-ko")?.quote).toBe("[words in Korean]");
  });

  it("are found in traditional characters too", async () => {
    await hold({
      id: "flight-tw",
      lang: "zho",
      outlet: "北港晚報",
      day: "2016-05-21",
      paragraphs: ["消息人士說，外交官李哲民在里斯本申請庇護，他住在一所小房子裡。"],
    });
    expect((await claims()).map(({ quote }) => quote)).toEqual(["[words in Chinese]"]);
  });

  it("leave what is told of others as it is", async () => {
    await hold(...flightAbroad, ...seizureAbroad);
    const guarded = (await claims()).filter((claim) => claim.guarded).map(({ document }) => document);
    expect([...new Set(guarded)].toSorted()).toEqual(["flight-ko", "flight-ru", "flight-zh", "supper-ko"]);
  });

  it("are not looked for in any language", () => {
    for (const words of [
      "리철민은 어디에 있나?",
      "누가 알았나?",
      "李哲民在哪里？",
      "他住在哪？",
      "Где он сейчас?",
      "Кто знал?",
    ])
      expect(asksForPerson(words)).toBe(true);
    for (const words of ["구리는 몇 상자였나?", "查获了多少箱铜？", "Сколько ящиков изъяла таможня?"])
      expect(asksForPerson(words)).toBe(false);
  });
});
