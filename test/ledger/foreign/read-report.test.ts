import { describe, expect, it } from "vitest";
import { readClaims, readReport } from "../../../src/ledger/index.ts";
import { told } from "./told.ts";

describe("reports", () => {
  it("in Russian", () => {
    expect(
      told(
        [
          "Дипломаты покинули посольство в Тараване",
          "ТЕМИРСК, 5 мая 2026. /Север-Информ/. Два дипломата покинули посольство 3 мая, сообщил источник в полиции.",
          "Представитель посольства Олег Варга опроверг, что дипломаты бежали. «Это выдумка. Все сотрудники на месте», — заявил Варга.",
          "Министерство отказалось комментировать ситуацию.",
          "Газета «Маяк» со ссылкой на жителя порта сообщила, что дипломатов видели у причала 4 мая. Газета также написала, что их, вероятно, было трое.",
        ].join("\n"),
      ),
    ).toEqual([
      "the author | asserted | Дипломаты покинули посольство в Тараване",
      "источник в полиции < the author | reported | Два дипломата покинули посольство 3 мая",
      "Представитель посольства Олег Варга < the author | denied, no | дипломаты бежали",
      "Представитель посольства Олег Варга < the author | denied, no | Это выдумка",
      "Представитель посольства Олег Варга < the author | reported | Все сотрудники на месте",
      "Министерство < the author | cannot-confirm, no | Министерство отказалось комментировать ситуацию",
      "жителя порта < Газета «Маяк» < the author | reported | дипломатов видели у причала 4 мая",
      "Газета «Маяк» < the author | hedged | их, вероятно, было трое",
    ]);
  });

  it("in Chinese", () => {
    expect(
      told(
        [
          "两名外交官离开港口",
          "新海社北港5月5日电（记者王强）外交部发言人李明5日表示，两名外交官已于5月3日离开北港。李明说，他们带走了4万美元。",
          "据北港日报援引一名港口工人的话报道，当晚有三艘驳船离港。该报还称，驳船可能装的是铜。",
          "大使馆否认有人叛逃。“这是谎言。”大使馆发言人说。",
          "警方拒绝评论。据悉，船长已被解职。",
        ].join("\n"),
      ),
    ).toEqual([
      "the author | asserted | 两名外交官离开港口",
      "外交部发言人李明 < the author | reported | 两名外交官已于5月3日离开北港",
      "外交部发言人李明 < the author | reported | 他们带走了4万美元",
      "一名港口工人 < 北港日报 < the author | reported | 当晚有三艘驳船离港",
      "北港日报 < the author | hedged | 驳船可能装的是铜",
      "大使馆 < the author | denied, no | 有人叛逃",
      "大使馆发言人 < the author | denied, no | 这是谎言",
      "警方 < the author | cannot-confirm, no | 警方拒绝评论",
      "the author | reported | 船长已被解职",
    ]);
  });

  it("in Korean", () => {
    expect(
      told(
        [
          "외교관 두 명이 항구를 떠나다",
          "(북항=북항통신) 박철수 기자 = 외무성 대변인 김영호는 5일 기자회견에서 외교관 두 명이 5월 3일 북항을 떠났다고 말했다. 그는 “그들은 4만 달러를 가지고 있었다”고 덧붙였다.",
          "북항일보는 한 주민을 인용해 바지선 세 척이 항구를 떠났다고 보도했다. 신문은 바지선에 구리가 실려 있었을 가능성이 있다고 전했다.",
          "대사관은 외교관이 망명했다는 보도를 부인했다. 경찰은 논평을 거부했다.",
          "선장은 해임된 것으로 알려졌다.",
        ].join("\n"),
      ),
    ).toEqual([
      "the author | asserted | 외교관 두 명이 항구를 떠나다",
      "외무성 대변인 김영호 < the author | reported | 외교관 두 명이 5월 3일 북항을 떠났다",
      "외무성 대변인 김영호 < the author | reported | 그들은 4만 달러를 가지고 있었다",
      "한 주민 < 북항일보 < the author | reported | 바지선 세 척이 항구를 떠났다",
      "북항일보 < the author | hedged | 바지선에 구리가 실려 있었을 가능성이 있다",
      "대사관 < the author | denied, no | 외교관이 망명했다",
      "경찰 < the author | cannot-confirm, no | 경찰은 논평을 거부했다",
      "the author | reported | 선장은 해임된 것으로 알려졌다",
    ]);
  });
});

const mixed = [
  "Two diplomats left an embassy at night",
  "The harbour office said that two diplomats had left Port Mirren on 3 May.",
  "Посольство отрицает, что дипломаты бежали 4 мая. [Маяк]",
  "Дипломати залишили посольство вночі, повідомили в міністерстві.",
  "外交官は三日に港を離れたと、外務省の報道官が述べた。",
  "Die Diplomaten haben das Land verlassen, sagte der Sprecher der Botschaft.",
  "외교관 두 명이 떠났다고 주민이 말했다. (북항일보)",
  "غادر الدبلوماسيون الميناء",
].join("\n");

describe("a report in several languages", () => {
  it("is read paragraph by paragraph", () => {
    expect(told(mixed).slice(1)).toEqual([
      "The harbour office < the author | reported | two diplomats had left Port Mirren on 3 May",
      "Посольство < Маяк < the author | denied, no | дипломаты бежали 4 мая",
      "주민 < 북항일보 < the author | reported | 외교관 두 명이 떠났다",
    ]);
  });

  it("says by whose rules, and counts what is not read", () => {
    expect(readReport({ text: mixed, author: "the author" }).reading).toEqual({
      languages: [
        { language: "en", paragraphs: 2 },
        { language: "ko", paragraphs: 1 },
        { language: "ru", paragraphs: 1 },
      ],
      notRead: [
        { line: 4, language: "Ukrainian", why: "Ukrainian: there are no rules for it." },
        { line: 5, language: "Japanese", why: "Japanese: there are no rules for it." },
        {
          line: 6,
          language: "another language in Latin letters",
          why: "Latin letters, not English: there are no rules for it.",
        },
        { line: 8, language: "another script", why: "A script for which there are no rules." },
      ],
    });
  });

  it("has each claim at its place, with ids in order and the days and numbers of its words", () => {
    const { claims } = readReport({ text: mixed, author: "the author", header: "2026-05-05" });
    expect(claims.every(({ from, to, quote }) => mixed.slice(from, to) === quote)).toBe(true);
    expect(claims.map(({ id }) => id)).toEqual(["c001", "c002", "c003", "c004"]);
    expect(claims.map(({ date }) => date?.start)).toEqual([undefined, "2026-05-03", "2026-05-04", undefined]);
    expect(claims.map(({ counts }) => counts.map(({ low }) => low))).toEqual([[2], [2], [], [2]]);
  });
});

describe("the language", () => {
  const read = (text: string, lang?: string): unknown => readReport({ text, author: "A", ...(lang ? { lang } : {}) });
  const notRead = (text: string, lang?: string): number =>
    readReport({ text, author: "A", ...(lang ? { lang } : {}) }).reading.notRead.length;

  it("English alone gives what the reader of English gives", () => {
    const text = "A headline of some words\nThe harbour office said that two barges had left.";
    expect(read(text)).toMatchObject(readClaims({ text, author: "A" }));
  });
  it("of Latin text is what is given for it where its own words do not tell", () => {
    expect(notRead("Ankara Ajansi: Kaptan tutuklandi")).toBe(0);
    expect(notRead("Ankara Ajansi: Kaptan tutuklandi", "tur")).toBe(1);
  });
  it("is Russian in spite of a Ukrainian name, and Chinese in spite of a Japanese word", () => {
    expect(
      notRead("Министр сообщил, что газета «Україна» закрыта и её сотрудники уволены без объяснения причин."),
    ).toBe(0);
    expect(notRead("外交部发言人李明表示，名为さくら的驳船已经离开港口，船上没有任何外交人员。")).toBe(0);
  });
});

describe("sources", () => {
  const sourcesOf = (text: string): readonly (readonly [string, string, boolean, number])[] =>
    readReport({ text, author: "A" }).sources.map(({ name, kind, isUnnamed, most }) => [name, kind, isUnnamed, most]);

  it("without a name stay apart from one paragraph to the next", () => {
    expect(
      sourcesOf("Источник в порту сообщил, что баржи ушли.\nИсточник в порту сообщил, что на баржах была медь."),
    ).toEqual([
      ["A", "author", false, 1],
      ["Источник в порту", "person", true, 1],
      ["Источник в порту", "person", true, 1],
    ]);
  });
  it("are found again in another case and by a part of the name", () => {
    expect(
      sourcesOf("Министерство сообщило, что баржи ушли.\nПо данным министерства, на баржах была медь."),
    ).toHaveLength(2);
    expect(sourcesOf("外交部发言人李明表示，驳船已经离港。\n李明说，驳船装的是铜。")).toHaveLength(2);
  });
  it("may be several people", () => {
    expect(sourcesOf("两名目击者说，驳船已经离港。").at(-1)).toEqual(["两名目击者", "person", true, 2]);
  });
});

describe("the reason", () => {
  const whyOf = (text: string): string | undefined => readReport({ text, author: "A" }).claims[0]?.reasons[0]?.why;

  it("names the words that were read", () =>
    expect(whyOf("По словам рыбака, баржи ушли.")).toBe("Russian words name the speaker: рыбака (По словам)."));
  it("says where no rule finds a speaker", () =>
    expect(whyOf("선장은 배를 팔았다.")).toBe(
      "No Korean rule finds anybody who is named for it: it stays in the author's voice.",
    ));
});
