import type { PersonName } from "../world/types.ts";
import { toPalladius, toWadeGiles } from "./chinese.ts";
import { romanise } from "./hangul.ts";
import { HABITUAL_SURNAMES, southernSurname } from "./korean.ts";
import { type RussianSystem, transliterate } from "./russian.ts";

/** The scripts and systems in which the hand-overs write people. */
export type NameSystem =
  | "hangul"
  | "hangul southern"
  | "hanja"
  | "dprk"
  | "mccune"
  | "mccune plain"
  | "revised"
  | "habitual"
  | "cyrillic"
  | "hanzi"
  | "pinyin"
  | "wade"
  | "bgn"
  | "iso"
  | "icao"
  | "german"
  | "latin";

/** A name as parts, before it becomes one line. */
export interface Spelled {
  readonly family: string;
  readonly given: readonly string[];
  readonly patronymic?: string;
  /** What stands between the syllables of the given name. */
  readonly join: string;
  /** Written without any space, as in Hangul and Hanja. */
  readonly tight: boolean;
  readonly familyFirst: boolean;
}

/** The systems that can write a name of each people; a slip of habit draws from them. */
export const SYSTEMS_OF: Readonly<Record<PersonName["kind"], readonly NameSystem[]>> = {
  korean: ["hangul", "dprk", "mccune", "mccune plain", "revised", "habitual", "hanja", "cyrillic"],
  chinese: ["hanzi", "pinyin", "wade", "cyrillic"],
  russian: ["cyrillic", "bgn", "iso", "icao", "german"],
  other: ["latin", "cyrillic"],
};

/** Spells a name in a system; a system that is not of this people falls back to its nearest. */
export const spell = (name: PersonName, system: NameSystem): Spelled => {
  switch (name.kind) {
    case "korean":
      return spellKorean(name, system);
    case "chinese":
      return spellChinese(name, system);
    case "russian":
      return spellRussian(name, system);
    case "other":
      return spellOther(name, system);
  }
};

/** The parts of a name as one line. */
export const joinParts = ({ family, given, patronymic, join, tight, familyFirst }: Spelled): string => {
  const first = given.join(join);
  if (tight) return familyFirst ? family + first : first + family;
  const own = patronymic === undefined ? [first] : [first, patronymic];
  return (familyFirst ? [family, ...own] : [...own, family]).filter((part) => part !== "").join(" ");
};

/** The plain Latin lines, without patronymic, by which a name is looked for in the stop list. */
export const stopKeys = (name: PersonName): string[] =>
  SYSTEMS_OF[name.kind].map((system) => {
    const { family, given } = spell(name, system);
    return [family, ...given]
      .join("")
      .normalize("NFD")
      .toUpperCase()
      .replaceAll(/[^A-Z]/gu, "");
  });

type Named<K extends PersonName["kind"]> = Extract<PersonName, { kind: K }>;

const spellKorean = (name: Named<"korean">, system: NameSystem): Spelled => {
  const southern = southernSurname(name.family);
  const [first = "", second = ""] = name.given;
  switch (system) {
    case "hangul":
      return { family: name.family, given: [first, second], join: "", tight: true, familyFirst: true };
    case "hangul southern":
      return { family: southern, given: [first, second], join: "", tight: true, familyFirst: true };
    case "hanja":
    case "hanzi":
      return { family: name.hanja[0] ?? "", given: name.hanja.slice(1), join: "", tight: true, familyFirst: true };
    case "mccune":
      return latinKorean(romanise(name.family, "mccune", false), romanise(name.given, "mccune", true), "-", true);
    case "mccune plain":
      return latinKorean(
        romanise(name.family, "mccune", false).map(plain),
        romanise(name.given, "mccune", true).map(plain),
        " ",
        true,
      );
    case "revised":
      return latinKorean(romanise(southern, "revised", false), romanise(name.given, "revised", false), "", true);
    case "habitual":
      return latinKorean(
        [HABITUAL_SURNAMES[southern] ?? romanise(southern, "revised", false).join("")],
        romanise(name.given, "revised", false),
        "-",
        false,
      );
    case "cyrillic":
      return {
        family: title(romanise(name.family, "kontsevich", false).join("")),
        given: romanise(name.given, "kontsevich", false).map(title),
        join: " ",
        tight: false,
        familyFirst: true,
      };
    default:
      return {
        family: title(romanise(name.family, "dprk", false).join("")),
        given: romanise(name.given, "dprk", false).map(title),
        join: " ",
        tight: false,
        familyFirst: true,
      };
  }
};

const latinKorean = (
  family: readonly string[],
  given: readonly string[],
  join: string,
  familyFirst: boolean,
): Spelled => {
  const [first = "", ...rest] = given;
  return {
    family: title(family.join("")),
    given: [title(first), ...(join === " " ? rest.map(title) : rest)],
    join,
    tight: false,
    familyFirst,
  };
};

const spellChinese = (name: Named<"chinese">, system: NameSystem): Spelled => {
  const spaced = { tight: false, familyFirst: true } as const;
  switch (system) {
    case "hanzi":
    case "hanja":
    case "hangul":
    case "hangul southern":
      return { family: name.family, given: [...name.given], join: "", tight: true, familyFirst: true };
    case "wade":
      return {
        family: title(toWadeGiles(name.familyPinyin)),
        given: firstTitled(name.givenPinyin.map(toWadeGiles)),
        join: "-",
        ...spaced,
      };
    case "cyrillic":
      return {
        family: title(toPalladius(name.familyPinyin)),
        given: firstTitled(name.givenPinyin.map(toPalladius)),
        join: "",
        ...spaced,
      };
    default:
      return {
        family: title(name.familyPinyin.replace("lv", "lu")),
        given: firstTitled(name.givenPinyin),
        join: "",
        ...spaced,
      };
  }
};

const spellRussian = (name: Named<"russian">, system: NameSystem): Spelled => {
  const cyrillic = system === "cyrillic";
  const latin: RussianSystem = system === "iso" || system === "icao" || system === "german" ? system : "bgn";
  const write = (text: string): string => (cyrillic ? text : transliterate(text, latin));
  return {
    family: write(name.family),
    given: [write(name.given)],
    patronymic: write(name.patronymic),
    join: "",
    tight: false,
    familyFirst: cyrillic,
  };
};

const spellOther = (name: Named<"other">, system: NameSystem): Spelled => {
  const cyrillic = system === "cyrillic";
  return {
    family: cyrillic ? name.familyCyrillic : name.family,
    given: (cyrillic ? name.givenCyrillic : name.given).split(" "),
    join: " ",
    tight: false,
    familyFirst: false,
  };
};

const plain = (text: string): string => text.normalize("NFD").replaceAll(/[\u0300-\u036f']/gu, "");
const title = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const firstTitled = (parts: readonly string[]): string[] =>
  parts.map((part, index) => (index === 0 ? title(part) : part));
