import { at, get } from "../kit/at.ts";
import { dayOf } from "../kit/days.ts";
import type { Random } from "../kit/random.ts";
import { FIRST_WORDS, GENERIC_WORDS, LEGAL_FORMS, SECOND_WORDS } from "../names/company-words.ts";
import { COUNTRIES, addressIn, mobileIn } from "./places.ts";
import type { Company, CompanyName, Layer, Person } from "./types.ts";

/** How many of each eighty companies belong to a layer; the rest is ordinary trade. */
const LAYER_SIZES: readonly (readonly [Layer, number])[] = [
  ["earner", 20],
  ["collector", 6],
  ["front", 16],
  ["settlement", 8],
  ["procurement", 6],
  ["treasury", 2],
  ["trade", 22],
];

/** Shares and groups planted among the companies, per unit of size. */
const COMPANY_PLANTS = { twins: 6, renamed: 6, addressGroups: 5 } as const;

/** Draws 80 companies per unit of size in nine countries, with near-twin names, renamed ones, and groups at one address. */
export const makeCompanies = (random: Random, size: number, people: readonly Person[]): Company[] => {
  const layers = LAYER_SIZES.flatMap(([layer, count]) => Array.from({ length: count * size }, () => layer));
  const names = drawNames(random.fork("names"), layers.length);
  const companies = layers.map((layer, index) => makeCompany({ random, index, layer, name: at(names, index) }, people));
  plantTwins(companies, random.fork("twins"), size);
  plantRenamed(companies, random.fork("renamed"), size);
  shareAddresses(companies, random.fork("addresses"), size);
  return linkOwners(companies, random.fork("owners"), people);
};

const drawNames = (random: Random, count: number): CompanyName[] => {
  const seen = new Set<string>();
  const names: CompanyName[] = [];
  while (names.length < count) {
    const name = drawName(random);
    const key = `${name.first} ${name.second} ${name.generic}`;
    if (seen.has(key)) continue;
    seen.add(key);
    names.push(name);
  }
  return names;
};

const drawName = (random: Random): CompanyName => ({
  first: random.between(0, FIRST_WORDS.length - 1),
  second: random.between(0, SECOND_WORDS.length - 1),
  generic: random.between(0, GENERIC_WORDS.length - 1),
  near: false,
  form: random.weighted([
    [0, 6],
    [1, 2],
    [2, 1],
  ]),
});

interface Draft {
  readonly random: Random;
  readonly index: number;
  readonly layer: Layer;
  readonly name: CompanyName;
}

const makeCompany = ({ random, index, layer, name }: Draft, people: readonly Person[]): Company => {
  const country = countryOf(random, layer);
  const founded = random.between(dayOf("1998-01-01"), dayOf("2015-06-30"));
  return {
    id: `c${String(index + 1).padStart(4, "0")}`,
    country,
    layer,
    name: { ...name, form: name.form % (LEGAL_FORMS[country]?.length ?? 1) },
    founded,
    number: registerNumber(random, country),
    address: addressIn(random, country),
    phone: mobileIn(random, country),
    directors: random
      .sample(
        people,
        random.weighted([
          [1, 6],
          [2, 3],
          [3, 1],
        ]),
      )
      .map(({ id }) => ({ person: id, from: random.between(founded, dayOf("2016-03-31")) })),
    owners: [],
  };
};

const countryOf = (random: Random, layer: Layer): string => {
  if (layer === "treasury") return "KP";
  if (layer === "settlement")
    return random.weighted([
      ["HK", 4],
      ["CN", 3],
      ["AE", 2],
      ["CY", 2],
      ["LV", 2],
      ["SG", 1],
    ]);
  return random.weighted(COUNTRIES);
};

const registerNumber = (random: Random, country: string): string => {
  switch (country) {
    case "CN":
      return `91${random.digits(6)}MA${random.digits(7)}${random.pick([..."0123456789X"])}`;
    case "RU":
      return `1${random.digits(12)}`;
    case "CY":
      return `HE ${random.digits(6)}`;
    case "LV":
      return `40${random.digits(9)}`;
    case "SG":
      return `20${random.digits(7)}${random.pick([..."KMNRWZ"])}`;
    default:
      return random.digits(7);
  }
};

/** Fifteen in a hundred have a near-twin name: the same words in near spelling, another company. */
const plantTwins = (companies: Company[], random: Random, size: number): void => {
  const chosen = random.sample(Array.from(companies.keys()), COMPANY_PLANTS.twins * 2 * size);
  for (let i = 0; i + 1 < chosen.length; i += 2) {
    const original = at(companies, at(chosen, i));
    const twin = at(companies, at(chosen, i + 1));
    companies[at(chosen, i + 1)] = { ...twin, name: { ...original.name, near: true, form: twin.name.form } };
  }
};

const plantRenamed = (companies: Company[], random: Random, size: number): void => {
  const free = companies.map((_, index) => index).filter((index) => !isTwin(companies, index));
  for (const index of random.sample(free, COMPANY_PLANTS.renamed * size)) {
    const company = at(companies, index);
    companies[index] = {
      ...company,
      formerName: drawName(random),
      renamed: random.between(dayOf("2016-12-15"), dayOf("2017-06-30")),
    };
  }
};

const isTwin = (companies: readonly Company[], index: number): boolean => {
  const { name } = at(companies, index);
  return companies.some(
    ({ name: other }, i) =>
      i !== index && other.first === name.first && other.second === name.second && other.generic === name.generic,
  );
};

const shareAddresses = (companies: Company[], random: Random, size: number): void => {
  const free = random.shuffle(Array.from(companies.keys()));
  for (let group = 0; group < COMPANY_PLANTS.addressGroups * size; group++) {
    const members = free.splice(0, random.between(2, 4));
    const { address, phone, country } = at(companies, at(members, 0));
    for (const index of members) {
      const company = at(companies, index);
      companies[index] = {
        ...company,
        address,
        phone: random.chance(0.6) && company.country === country ? phone : company.phone,
      };
    }
  }
};

const linkOwners = (companies: readonly Company[], random: Random, people: readonly Person[]): Company[] => {
  const ids = companies.map(({ id }) => id);
  const order = new Map(random.shuffle(ids).map((id, index) => [id, index]));
  return companies.map((company) => {
    const parent = random.chance(0.3) ? random.pick(ids) : undefined;
    const upward = parent !== undefined && get(order, parent) < get(order, company.id);
    const owners = upward
      ? [parent, random.pick(people).id]
      : random
          .sample(
            people,
            random.weighted([
              [1, 5],
              [2, 3],
            ]),
          )
          .map(({ id }) => id);
    return {
      ...company,
      owners: owners.map((owner, index) => ({ owner, percent: owners.length === 1 ? 100 : index === 0 ? 60 : 40 })),
    };
  });
};
