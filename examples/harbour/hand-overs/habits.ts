import type { Hand } from "../case.ts";
import type { Currency } from "../kit/money.ts";

/** How each source writes names. */
export const HANDS = {
  fund: {
    systems: { korean: "hangul", chinese: "hanzi", russian: "cyrillic", other: "latin" },
    language: "ko",
    otherLanguages: ["en", "zh"],
    upper: false,
    oldNames: false,
    marriedNames: true,
  },
  fundLatin: {
    systems: { korean: "dprk", chinese: "pinyin", russian: "bgn", other: "latin" },
    language: "en",
    otherLanguages: ["ko"],
    upper: false,
    oldNames: false,
    marriedNames: true,
  },
  bankChinese: {
    systems: { korean: "hanja", chinese: "hanzi", russian: "icao", other: "latin" },
    language: "zh",
    otherLanguages: ["en"],
    upper: false,
    oldNames: false,
    marriedNames: true,
  },
  bankRussian: {
    systems: { korean: "cyrillic", chinese: "cyrillic", russian: "cyrillic", other: "cyrillic" },
    language: "ru",
    otherLanguages: ["en"],
    upper: false,
    oldNames: false,
    marriedNames: true,
  },
  bankEnglish: {
    systems: { korean: "mccune plain", chinese: "pinyin", russian: "icao", other: "latin" },
    language: "en",
    otherLanguages: ["zh", "ru"],
    upper: true,
    oldNames: false,
    marriedNames: true,
  },
  registerMccune: {
    systems: { korean: "mccune", chinese: "pinyin", russian: "bgn", other: "latin" },
    language: "en",
    otherLanguages: ["zh"],
    upper: false,
    oldNames: true,
    marriedNames: false,
  },
  registerRevised: {
    systems: { korean: "revised", chinese: "wade", russian: "iso", other: "latin" },
    language: "en",
    otherLanguages: ["zh"],
    upper: false,
    oldNames: true,
    marriedNames: false,
  },
  phone: {
    systems: { korean: "hangul", chinese: "pinyin", russian: "cyrillic", other: "latin" },
    language: "en",
    otherLanguages: ["ko"],
    upper: false,
    oldNames: false,
    marriedNames: true,
  },
} as const satisfies Record<string, Hand>;

export const CURRENCY_WORDS: Readonly<
  Record<"ko" | "zh" | "ru" | "en", Readonly<Record<Currency, readonly string[]>>>
> = {
  ko: {
    USD: ["USD", "딸라", "$"],
    EUR: ["EUR", "유로"],
    CNY: ["CNY", "위안", "인민폐"],
    RUB: ["RUB", "루블"],
    HKD: ["HKD", "향항딸라"],
    AED: ["AED", "디르함"],
  },
  zh: {
    USD: ["USD", "美元"],
    EUR: ["EUR", "欧元"],
    CNY: ["CNY", "人民币", "RMB"],
    RUB: ["RUB", "卢布"],
    HKD: ["HKD", "港币"],
    AED: ["AED", "迪拉姆"],
  },
  ru: {
    USD: ["USD", "доллар США"],
    EUR: ["EUR", "евро"],
    CNY: ["CNY", "юань"],
    RUB: ["RUB", "RUR", "руб."],
    HKD: ["HKD"],
    AED: ["AED"],
  },
  en: { USD: ["USD", "US$"], EUR: ["EUR"], CNY: ["CNY", "RMB"], RUB: ["RUB"], HKD: ["HKD", "HK$"], AED: ["AED"] },
};
