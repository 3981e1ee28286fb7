import { at } from "./kit/at.ts";
import { type DateOrder, isoOf, writeDate, type Day } from "./kit/days.ts";
import type { Random } from "./kit/random.ts";
import { CHINESE_GIVEN } from "./names/chinese.ts";
import { slipVowel } from "./names/hangul.ts";
import { type NameSystem, SYSTEMS_OF, type Spelled, joinParts, spell } from "./names/spell.ts";
import { BLANKS } from "./page.ts";
import type { PersonName } from "./world/types.ts";

/** The shares of level 1, of values, drawn independently; level 2 doubles each, level 0 has none. */
export const SHARES = {
  otherSystem: 0.2,
  typo: 0.06,
  missingPart: 0.08,
  swappedParts: 0.06,
  joinedOrSplit: 0.08,
  otherForm: 0.3,
  abbreviation: 0.1,
  translation: 0.08,
  birthMissing: 0.45,
  birthYearOnly: 0.15,
  birthSwapped: 0.04,
  birthDigit: 0.03,
  accountSpaced: 0.3,
  accountDigit: 0.03,
  accountSwapped: 0.01,
  accountLastFour: 0.04,
  accountRounded: 0.03,
  phoneNoCountry: 0.4,
  phoneOtherFormat: 0.4,
  phoneOld: 0.08,
  fee: 0.2,
  otherCurrency: 0.06,
  amountDigits: 0.01,
  amountThousands: 0.01,
  valueDate: 0.4,
  dateSwapped: 0.03,
  dateMonthOnly: 0.04,
  split: 0.04,
  joined: 0.03,
  rowTwice: 0.02,
  blank: 0.05,
} as const;

/** The noise of one hand-over: every draw is independent, every share is of the table above. */
export class Noise {
  readonly random: Random;
  readonly level: number;

  constructor(random: Random, level: number) {
    this.random = random;
    this.level = level;
  }

  fork(name: string): Noise {
    return new Noise(this.random.fork(name), this.level);
  }

  /** Whether this value suffers; `factor` says how much more (or less) this hand-over has of it than the average. */
  hits(kind: keyof typeof SHARES, factor = 1): boolean {
    return this.random.unit() < Math.min(1, SHARES[kind] * this.level * factor);
  }

  /** The text, or one of the ways to write nothing. */
  blankOr(text: string): string {
    return this.hits("blank") ? this.random.pick(BLANKS) : text;
  }

  /** A person's name in the source's habit, or in another system, with the slips of the table. */
  person(name: PersonName, habit: NameSystem): string {
    const others = SYSTEMS_OF[name.kind].filter((system) => system !== habit);
    const system = this.hits("otherSystem") ? this.random.pick(others) : habit;
    return this.#slips(this.#parts(spell(name, system)));
  }

  /** A space or a dash, for grouped numbers. */
  get separator(): string {
    return this.random.pick([" ", "-"]);
  }

  /** One typing error. */
  typo(text: string): string {
    const letters = [...text];
    const places = letters.flatMap((letter, index) => (/\p{L}/u.test(letter) ? [index] : []));
    if (places.length === 0) return text;
    const index = this.random.pick(places);
    const letter = at(letters, index);
    if (/[가-힣]/u.test(letter)) letters[index] = slipVowel(letter);
    else if (/\p{Script=Han}/u.test(letter))
      letters[index] = this.random.pick(CHINESE_GIVEN.filter(([[other]]) => other !== letter))[0][0];
    else this.#slipLetter(letters, index);
    return letters.join("");
  }

  #parts(spelled: Spelled): Spelled {
    let result = spelled;
    if (this.hits("missingPart")) result = this.#without(result);
    if (this.hits("swappedParts")) result = { ...result, familyFirst: !result.familyFirst };
    if (this.hits("joinedOrSplit"))
      result = result.tight
        ? { ...result, tight: false, join: "" }
        : {
            ...result,
            join: at(
              ["", " ", "-"].filter((join) => join !== result.join),
              this.random.between(0, 1),
            ),
          };
    return result;
  }

  #without({ patronymic, ...rest }: Spelled): Spelled {
    if (patronymic !== undefined) return rest;
    if (rest.given.length > 1 && this.random.chance(0.5)) return { ...rest, given: rest.given.slice(0, 1) };
    return { ...rest, family: rest.tight || this.random.chance(0.5) ? "" : `${rest.family.slice(0, 1)}.` };
  }

  #slips(spelled: Spelled): string {
    const text = joinParts(spelled);
    return this.hits("typo") ? this.typo(text) : text;
  }

  #slipLetter(letters: string[], index: number): void {
    const letter = at(letters, index);
    const next = letters[index + 1];
    switch (this.random.between(0, 3)) {
      case 0:
        letters[index] = "";
        return;
      case 1:
        letters[index] = letter + letter.toLowerCase();
        return;
      case 2:
        if (next !== undefined && /\p{L}/u.test(next)) {
          letters[index] = next;
          letters[index + 1] = letter;
          return;
        }
    }
    letters[index] = this.#neighbour(letter);
  }

  #neighbour(letter: string): string {
    const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзх", "фывапролджэ", "ячсмитьбю"];
    const lower = letter.toLowerCase();
    const row = rows.find((keys) => keys.includes(lower));
    if (row === undefined) return letter + letter;
    const at = row.indexOf(lower);
    const other = row[at === 0 ? 1 : at - 1] ?? letter;
    return letter === lower ? other : other.toUpperCase();
  }

  /** A birth date as an ISO prefix ("" if missing): whole, year only, day and month swapped, or one digit wrong. */
  birth(born: Day): string {
    const iso = isoOf(born);
    if (this.hits("birthMissing")) return "";
    if (this.hits("birthYearOnly")) return iso.slice(0, 4);
    if (this.hits("birthSwapped")) return swapDayMonth(iso);
    return this.hits("birthDigit") ? this.#wrongDigit(iso) : iso;
  }

  #wrongDigit(iso: string): string {
    for (;;) {
      const index = this.random.pick([2, 3, 6, 8, 9]);
      const digit = String((Number(iso[index]) + this.random.between(1, 9)) % 10);
      const wrong = iso.slice(0, index) + digit + iso.slice(index + 1);
      if (
        !Number.isNaN(Date.parse(wrong)) &&
        new Date(wrong).toISOString().startsWith(wrong) &&
        wrong < "2000" &&
        wrong >= "1930"
      )
        return wrong;
    }
  }

  /** A telephone number in some clerk's format; sometimes the old one. */
  phone(current: string, old: string): string {
    const [country, national] = splitPhone(this.hits("phoneOld") ? old : current);
    const without = this.hits("phoneNoCountry");
    const digits = this.hits("phoneOtherFormat")
      ? groupDigits(national, this.random.pick([" ", "-"]), this.random.pick([3, 4]))
      : national;
    if (without) return this.random.chance(0.5) && TRUNK.has(country) ? `0${digits}` : digits;
    return `${this.random.pick(["+", "+", "00"])}${country}${digits === national ? "" : " "}${digits}`;
  }
}

/** Day and month change places, where that makes a date. */
export const swapDayMonth = (iso: string): string => {
  const [year = "", month = "", day = ""] = iso.split("-");
  return Number(day) <= 12 && day !== "" ? `${year}-${day}-${month}` : iso;
};

/** Writes a day or a prefix in an order; "" stays "". */
export const writePrefix = (prefix: string, order: DateOrder): string =>
  prefix === "" ? "" : writeDate(prefix, order);

const TRUNK = new Set(["60", "971", "850"]);
const CODES = ["852", "850", "971", "357", "371", "86", "65", "60", "7"];

const splitPhone = (e164: string): readonly [country: string, national: string] => {
  const digits = e164.slice(1);
  const country = CODES.find((code) => digits.startsWith(code)) ?? "";
  return [country, digits.slice(country.length)];
};

const groupDigits = (digits: string, separator: string, group: number): string =>
  digits.replaceAll(new RegExp(`\\d{${group}}(?=\\d{2})`, "gu"), (part) => part + separator);
