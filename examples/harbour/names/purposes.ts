import type { Language } from "./company-name.ts";

/** What payments are said to be for, in the four languages. */
export const PURPOSES: Readonly<Record<Language, readonly string[]>> = {
  ko: ["무역대금", "봉사비", "로임", "수산물 대금", "림시 보관금", "설비 대금", "운임", "식당 수입", "위탁금", "기타"],
  zh: ["货款", "服务费", "劳务费", "海产品货款", "往来款", "设备款", "运费", "营业款", "代付款", "其他"],
  ru: [
    "Оплата за товар",
    "Оплата услуг",
    "Заработная плата",
    "Оплата морепродуктов",
    "Временная финансовая помощь",
    "Оплата за оборудование",
    "Оплата фрахта",
    "Выручка",
    "По агентскому договору",
    "Прочее",
  ],
  en: [
    "payment for goods",
    "service fee",
    "labour cost",
    "seafood",
    "loan",
    "equipment",
    "freight",
    "restaurant takings",
    "on behalf of principal",
    "other",
  ],
};
