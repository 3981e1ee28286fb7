import { at } from "../kit/at.ts";
import { dayOf } from "../kit/days.ts";
import type { Random } from "../kit/random.ts";
import { CHINESE_GIVEN, CHINESE_SURNAMES } from "../names/chinese.ts";
import { FIRST_SYLLABLES, KOREAN_SURNAMES, SECOND_SYLLABLES } from "../names/korean.ts";
import { OTHER_PEOPLES } from "../names/other.ts";
import { RUSSIAN_FATHERS, RUSSIAN_MEN, RUSSIAN_SURNAMES, RUSSIAN_WOMEN } from "../names/russian.ts";
import { stopKeys } from "../names/spell.ts";
import { STOP_LIST } from "../names/stop-list.ts";
import { addressIn, mobileIn, passportOf } from "./places.ts";
import type { Person, PersonName } from "./types.ts";

/** Draws 60 people per unit of size: 60 % Korean, 20 % Chinese, 8 % Russian, 12 % other; at least 10 % share their full name with another. */
export const makePeople = (random: Random, size: number): Person[] => {
  const count = 60 * size;
  const people = Array.from({ length: count }, (_, index) => makePerson(random, index, count));
  shareNames(people, random.fork("homonyms"));
  plantFamilies(people, random.fork("families"));
  return people;
};

/** How many people per unit of size form each planted family or double: the traps of the sample. */
export const FAMILIES = { brothers: 4, married: 3, riAndLee: 5, twoPassports: 4 } as const;

/** The people of a trap: pairs of brothers, of Ri and Lee, women with two names, people with two passports. Positions are fixed, so every size has its share. */
export const familyPlan = (size: number): Record<keyof typeof FAMILIES, readonly (readonly number[])[]> => {
  const koreans = Math.round(60 * size * 0.6);
  const foreigners = Math.round(60 * size * 0.8);
  const pairs = (from: number, count: number): number[][] =>
    Array.from({ length: count }, (_, i) => [from + 2 * i, from + 2 * i + 1]);
  return {
    brothers: pairs(0, FAMILIES.brothers * size),
    riAndLee: pairs(FAMILIES.brothers * 2 * size, FAMILIES.riAndLee * size),
    twoPassports: Array.from({ length: FAMILIES.twoPassports * size }, (_, i) => [koreans - 1 - i]),
    married: Array.from({ length: FAMILIES.married * size }, (_, i) => [foreigners + i]),
  };
};

const POSITIONS = ["지배인", "부지배인", "대표", "참사", "지도원", "회계원", "운전수", "무역원", "소장", "고문"];
const NICKNAMES = [
  "Boss",
  "Uncle",
  "Old Fox",
  "The Captain",
  "Doctor",
  "Glasses",
  "Big Brother",
  "Tall",
  "Teacher",
  "Chairman",
  "Chef",
  "Driver",
];

const makePerson = (random: Random, index: number, count: number): Person => {
  const kind =
    index < count * 0.6 ? "korean" : index < count * 0.8 ? "chinese" : index < count * 0.88 ? "russian" : "other";
  const woman = random.chance(kind === "korean" ? 0.15 : 0.25);
  const { name, country } = drawUnlisted(random, kind, woman);
  const passportCountry = country;
  return {
    id: `p${String(index + 1).padStart(4, "0")}`,
    country,
    woman,
    name,
    nickname: random.pick(NICKNAMES),
    born: random.between(dayOf("1950-01-01"), dayOf("1989-12-31")),
    passports: [{ country: passportCountry, number: passportOf(random, passportCountry) }],
    phone: mobileIn(random, random.pick(livingIn(country))),
    oldPhone: mobileIn(random, country),
    address: addressIn(random, random.pick(livingIn(country))),
    position: random.pick(POSITIONS),
  };
};

const livingIn = (country: string): readonly string[] =>
  country === "KP" ? ["KP", "CN", "CN", "RU", "MY", "SG", "AE"] : [country];

const drawUnlisted = (
  random: Random,
  kind: PersonName["kind"],
  woman: boolean,
): { name: PersonName; country: string } => {
  for (;;) {
    const drawn = drawName(random, kind, woman);
    if (!isListed(drawn.name)) return drawn;
  }
};

const isListed = (name: PersonName): boolean => stopKeys(name).some((key) => STOP_LIST.has(key));

const drawName = (random: Random, kind: PersonName["kind"], woman: boolean): { name: PersonName; country: string } => {
  switch (kind) {
    case "korean":
      return { name: drawKorean(random), country: "KP" };
    case "chinese":
      return { name: drawChinese(random), country: random.chance(0.8) ? "CN" : "HK" };
    case "russian":
      return { name: drawRussian(random, woman), country: "RU" };
    case "other": {
      const people = random.pick(OTHER_PEOPLES);
      const [family, familyCyrillic] = random.pick(people.families);
      const [given, givenCyrillic] = random.pick(woman ? people.women : people.men);
      return { name: { kind, family, given, familyCyrillic, givenCyrillic, woman }, country: people.country };
    }
  }
};

const drawKorean = (random: Random): PersonName => {
  const [family, familyHanja] = random.weighted(KOREAN_SURNAMES);
  const [first, firstHanja] = random.weighted(FIRST_SYLLABLES);
  const others = SECOND_SYLLABLES.filter(([[syllable]]) => syllable !== first);
  const [second, secondHanja] = random.weighted(others);
  return { kind: "korean", family, given: first + second, hanja: [familyHanja, firstHanja, secondHanja] };
};

const drawChinese = (random: Random): PersonName => {
  const [family, familyPinyin] = random.weighted(CHINESE_SURNAMES);
  const given = random.chance(0.35)
    ? [random.weighted(CHINESE_GIVEN)]
    : [random.weighted(CHINESE_GIVEN), random.weighted(CHINESE_GIVEN)];
  return {
    kind: "chinese",
    family,
    familyPinyin,
    given: given.map(([char]) => char).join(""),
    givenPinyin: given.map(([, pinyin]) => pinyin),
  };
};

const drawRussian = (random: Random, woman: boolean): PersonName => ({
  kind: "russian",
  family: random.weighted(RUSSIAN_SURNAMES) + (woman ? "а" : ""),
  given: random.weighted(woman ? RUSSIAN_WOMEN : RUSSIAN_MEN),
  patronymic: random.weighted(RUSSIAN_FATHERS) + (woman ? "на" : "ич"),
});

/** Small worlds have fewer homonyms than life; names are shared until one person in ten has a namesake. */
const shareNames = (people: Person[], random: Random): void => {
  const koreans = people.filter(({ name }) => name.kind === "korean").length;
  const free = random.shuffle(
    Array.from({ length: koreans }, (_, index) => index).slice(
      (FAMILIES.brothers + FAMILIES.riAndLee) * 2 * (people.length / 60),
    ),
  );
  while (homonymShare(people) < 0.1 && free.length > 1) {
    const [bearer = 0, namesake = 0] = free.splice(0, 2);
    people[namesake] = { ...at(people, namesake), name: at(people, bearer).name };
  }
};

/** The share of people whose full name another bears too. */
export const homonymShare = (people: readonly Person[]): number => {
  const counts = new Map<string, number>();
  const keys = people.map(
    ({ name }) => `${name.family} ${name.given} ${name.kind === "russian" ? name.patronymic : ""}`,
  );
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.filter((key) => (counts.get(key) ?? 0) > 1).length / people.length;
};

const plantFamilies = (people: Person[], random: Random): void => {
  const plan = familyPlan(people.length / 60);
  for (const [one = 0, other = 0] of plan.brothers) plantBrothers(people, one, other, random);
  for (const [one = 0, other = 0] of plan.riAndLee) plantRiAndLee(people, one, other, random);
  for (const [index = 0] of plan.twoPassports) {
    const person = at(people, index);
    const country = random.pick(["KN", "CN", "KH"]);
    people[index] = { ...person, passports: [...person.passports, { country, number: passportOf(random, country) }] };
  }
  for (const [index = 0] of plan.married) people[index] = marry(at(people, index), random);
};

/** Twins: one surname, one first syllable, one birth date, two people. */
const plantBrothers = (people: Person[], one: number, other: number, random: Random): void => {
  const elder = at(people, one);
  if (elder.name.kind !== "korean") return;
  for (;;) {
    const [second, hanja] = random.weighted(SECOND_SYLLABLES);
    const name = {
      ...elder.name,
      given: elder.name.given.slice(0, 1) + second,
      hanja: [...elder.name.hanja.slice(0, 2), hanja],
    };
    if (name.given === elder.name.given || isListed(name)) continue;
    people[other] = { ...at(people, other), name, born: elder.born, woman: elder.woman };
    return;
  }
};

/** Two of one family, of whom books spell one Ri (Ryu, Rim) and the other Lee (Yoo, Lim). */
const plantRiAndLee = (people: Person[], one: number, other: number, random: Random): void => {
  const [family, familyHanja] = random.pick(
    KOREAN_SURNAMES.filter(([[surname]]) => ["리", "류", "림"].includes(surname)),
  )[0];
  for (const index of [one, other]) {
    for (;;) {
      const drawn = drawKorean(random);
      if (drawn.kind !== "korean") continue;
      const name = { ...drawn, family, hanja: [familyHanja, ...drawn.hanja.slice(1)] };
      if (isListed(name)) continue;
      people[index] = { ...at(people, index), name };
      break;
    }
  }
};

/** A married woman keeps her given name and patronymic and takes another family name. */
const marry = (person: Person, random: Random): Person => {
  for (;;) {
    const before = drawName(random, person.name.kind, true);
    const after = drawName(random, person.name.kind, true);
    if (before.name.family === after.name.family || before.country !== person.country) continue;
    const married = withFamily(before.name, after.name);
    if (!isListed(before.name) && !isListed(married))
      return { ...person, woman: true, name: before.name, otherName: married };
  }
};

const withFamily = (own: PersonName, taken: PersonName): PersonName => {
  if (own.kind === "russian" && taken.kind === "russian") return { ...own, family: taken.family };
  if (own.kind === "other" && taken.kind === "other")
    return { ...own, family: taken.family, familyCyrillic: taken.familyCyrillic };
  return own;
};
