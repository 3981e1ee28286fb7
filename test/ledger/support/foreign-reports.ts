import type { Report } from "./hold-document.ts";

/**
 * One seizure in an invented port, told by papers of an invented coast in five ways of writing; who is named in each is one
 * person and one company: Kim Yong-ho and Taesan Trading.
 */
export const seizureAbroad: readonly Report[] = [
  {
    id: "english",
    outlet: "Quay Courier",
    title: "Copper seized",
    day: "2026-05-05",
    paragraphs: [
      "Customs officers seized 90 crates of copper in Vladivostok on 3 May 2026, the customs spokesman Viktor Levitsky said.",
      "The crates belonged to Taesan Trading, whose manager is Kim Yong-ho, he said.",
    ],
  },
  {
    id: "south",
    lang: "kor",
    outlet: "북항일보",
    title: "구리 압수",
    day: "2026-05-05",
    paragraphs: [
      "세관 당국은 2026년 5월 3일 블라디보스토크에서 구리 90상자를 압수했다고 밝혔다.",
      "상자의 주인은 태산무역의 김영호 사장이라고 세관 당국이 말했다.",
    ],
  },
  {
    id: "north",
    lang: "kor",
    outlet: "동해통신",
    day: "2026-05-06",
    paragraphs: [
      "로씨야세관은 2026년 5월 3일 울라지보스또크에서 구리 90상자를 압수하였다고 발표하였다.",
      "태산무역회사 사장 김영호동지는 이를 부인하였다.",
    ],
  },
  {
    id: "simplified",
    lang: "zho",
    outlet: "北港日报",
    day: "2026-05-05",
    paragraphs: [
      "海关发言人表示，2026年5月3日海关在符拉迪沃斯托克查获了90箱铜。",
      "据海关介绍，货主是泰山贸易公司经理金永浩。",
    ],
  },
  {
    id: "traditional",
    lang: "zho",
    outlet: "北港晚報",
    day: "2026-05-05",
    paragraphs: ["海關發言人說，2026年5月3日海關在符拉迪沃斯托克查獲了90箱銅。", "貨主是泰山貿易公司經理金永浩。"],
  },
  {
    id: "russian",
    lang: "rus",
    outlet: "Маяк",
    day: "2026-05-05",
    paragraphs: [
      "Таможня изъяла 3 мая 2026 года во Владивостоке 90 ящиков меди, сообщил представитель таможни Виктор Левицкий.",
      "По словам Левицкого, ящики принадлежали компании «Тхэсан» и её директору Ким Ён Хо.",
    ],
  },
];

/** A man in flight, as a Korean and a Russian paper tell of him: no view may tell a word of it. */
export const flightAbroad: readonly Report[] = [
  {
    id: "flight-ko",
    lang: "kor",
    outlet: "북항일보",
    title: "리철민 참사 리스본에서 망명",
    day: "2016-05-20",
    paragraphs: [
      "리철민 참사가 2016년 5월 12일 리스본에서 망명했다고 한 외교관이 말했다.",
      "그는 알팜마거리의 작은 집에 있다고 외교관이 덧붙였다.",
    ],
  },
  {
    id: "supper-ko",
    lang: "kor",
    outlet: "동해통신",
    day: "2016-05-21",
    paragraphs: ["리철민은 5월 10일 파루의 식당에서 저녁을 먹었다고 종업원이 말했다."],
  },
  {
    id: "flight-ru",
    lang: "rus",
    outlet: "Маяк",
    day: "2016-05-21",
    paragraphs: [
      "Советник Винтаров Орло бежал 12 мая 2016 года в Лиссабоне, сообщил дипломат.",
      "Он живёт в доме на улице Алфама, сказал сосед.",
    ],
  },
  {
    id: "flight-zh",
    lang: "zho",
    outlet: "北港日报",
    day: "2016-05-21",
    paragraphs: ["据消息人士透露，外交官李哲民5月12日在里斯本叛逃。", "消息人士说，他住在阿尔法玛街的一所小房子里。"],
  },
];
