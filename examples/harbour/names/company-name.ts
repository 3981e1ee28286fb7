import { at } from "../kit/at.ts";
import type { CompanyName, Bank } from "../world/types.ts";
import {
  BANK_KINDS,
  FIRST_WORDS,
  GENERIC_WORDS,
  LEGAL_FORMS,
  LOCAL_FORMS,
  RUSSIAN_GENERIC,
  SECOND_WORDS,
  SHORT_GENERIC,
} from "./company-words.ts";
import { romanise } from "./hangul.ts";

export type Language = "en" | "ko" | "zh" | "ru";

/** How a clerk bends a company's name. */
export interface Bend {
  /** Another legal form of the country (1, 2, ...), none (-1), or the company's own (0). */
  readonly form: number;
  readonly generic: "own" | "abbreviated" | "translated";
  /** Words run together. */
  readonly joined: boolean;
}

const STRAIGHT: Bend = { form: 0, generic: "own", joined: false };

/** A company's name in one of the four languages of the books. */
export const writeCompany = (name: CompanyName, country: string, language: Language, bend: Bend = STRAIGHT): string => {
  const words = [
    wordOf(FIRST_WORDS, name.first, name.near, language),
    wordOf(SECOND_WORDS, name.second, false, language),
  ];
  if (name.near && language !== "en") words.push({ ko: "국제", zh: "国际", ru: "Интер" }[language]);
  words.push(genericOf(name, language, bend));
  const form = formOf(name, country, language, bend);
  switch (language) {
    case "en":
      return [bend.joined ? words.slice(0, 2).join("") : words.slice(0, 2).join(" "), ...words.slice(2), form]
        .filter(Boolean)
        .join(" ");
    case "ru": {
      const body = bend.joined
        ? words.slice(0, 2).join("") + (words.length > 2 ? ` ${words.slice(2).join(" ")}` : "")
        : words.join(" ");
      return form === "" ? body : `${form} "${body}"`;
    }
    case "ko":
    case "zh":
      return bend.joined ? `${words.join(" ")} ${form}`.trim() : words.join("") + form;
  }
};

/** A bank's name in one of the four languages of the books. */
export const writeBank = (bank: Bank, language: Language): string => {
  const words = [
    at(FIRST_WORDS, bank.first)[language],
    at(SECOND_WORDS, bank.second)[language],
    at(BANK_KINDS, bank.kind)[language],
  ];
  return words.join(language === "en" || language === "ru" ? " " : "");
};

const wordOf = (words: typeof FIRST_WORDS, index: number, near: boolean, language: Language): string => {
  const word = at(words, index);
  return near && language === "en" ? word.near : word[language];
};

const genericOf = (name: CompanyName, language: Language, { generic }: Bend): string => {
  const word = at(GENERIC_WORDS, name.generic);
  if (generic === "abbreviated")
    return {
      en: at(SHORT_GENERIC, name.generic),
      ru: `${word.ru.slice(0, 4)}.`,
      ko: word.ko.slice(0, 1),
      zh: word.zh.slice(0, 1),
    }[language];
  if (generic === "translated")
    return {
      en: titled(romanise(word.ko, "dprk", false).join("")),
      ru: at(RUSSIAN_GENERIC, name.generic),
      ko: word.zh,
      zh: word.en,
    }[language];
  return name.near && language === "en" ? word.near : word[language];
};

const formOf = (name: CompanyName, country: string, language: Language, { form }: Bend): string => {
  if (form < 0) return "";
  const forms = language === "en" ? (LEGAL_FORMS[country] ?? ["Ltd"]) : LOCAL_FORMS[language];
  return at(forms, (name.form + form) % forms.length);
};

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
