import { bad, good, lazy } from "../../base/index.ts";
import { types } from "../ftm.ts";
import { rows as countryRows } from "../generated/country-names.ts";
import { rows as genderRows } from "../generated/gender-words.ts";
import { rows as languageRows } from "../generated/language-names.ts";
import type { CleanFault, Cleaner } from "./clean.ts";
import { toOneLine } from "./clean-text.ts";

const keyOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s.,'’()·-]/gu, "")
    .replaceAll("ё", "е");

const byName = (rows: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(([code = "", names = ""]) => [code, ...names.split("|")].map((name) => [keyOf(name), code] as const)),
  );

const countryByName = lazy(() => byName(countryRows));
const languageByName = lazy(() => byName(languageRows));
const genderByName = byName(genderRows);

/** The two-letter code (FollowTheMoney's, lower case) of a country named in English, Korean, Chinese or Russian. */
export const parseCountry = (text: string): string | undefined => {
  const key = keyOf(text);
  return countryByName().get(key) ?? countryByName().get(key.replace(/^the/u, ""));
};

/** Every country with the names that it is written under in English, Korean, Chinese and Russian: its two-letter code first. */
export const countryNames = (): readonly (readonly string[])[] =>
  countryRows.map(([code = "", names = ""]) => [code, ...names.split("|")]);

/** Whether a text is the two-letter code of a country, in lower case; FollowTheMoney's "zz" for the whole world is none. */
export const isCountryCode = (text: string): boolean =>
  /^[a-z]{2}$/u.test(text) && text !== "zz" && parseCountry(text) === text;

/** A country as FollowTheMoney's code. */
export const cleanCountry: Cleaner = (text) => {
  const code = parseCountry(text);
  return code === undefined
    ? unknown("unknown-country", text, `no country that is known; write its two-letter code such as "kp"`)
    : good(code);
};

/** A language as FollowTheMoney's three-letter code. */
export const cleanLanguage: Cleaner = (text) => {
  const code = languageByName().get(keyOf(text)) ?? languageByName().get(keyOf(text).slice(0, 2));
  return code === undefined
    ? unknown("unknown-code", text, `no language that is known; write its three-letter code such as "kor"`)
    : good(code);
};

/** A gender: female, male or other. */
export const cleanGender: Cleaner = (text) => {
  const code = genderByName.get(keyOf(text));
  return code === undefined
    ? unknown("unknown-code", text, `no gender that is known; write male, female or other`)
    : good(code);
};

/** A topic of FollowTheMoney. */
export const cleanTopic: Cleaner = (text) => {
  const code = text.trim().toLowerCase();
  return Object.hasOwn(types.topic.values ?? {}, code)
    ? good(code)
    : unknown("unknown-code", text, `no topic; write one such as "sanction"`);
};

const unknown = (kind: CleanFault["kind"], text: string, what: string) =>
  bad({ kind, text: `"${toOneLine(text)}" is ${what}` });
