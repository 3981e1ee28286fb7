import type { Case } from "../case.ts";
import { at } from "../kit/at.ts";
import { isoOf, writeDate } from "../kit/days.ts";
import { writeCompany } from "../names/company-name.ts";
import { joinParts, type NameSystem, spell } from "../names/spell.ts";
import type { Random } from "../kit/random.ts";
import { makePeople } from "../world/people.ts";
import { makeCompanies } from "../world/companies.ts";
import { COUNTRY_NAMES, countryOfAddress } from "../world/places.ts";
import type { Company, Person } from "../world/types.ts";
import { Grid, type Field, naming, plain } from "../grid.ts";
import { encode } from "../files/encode.ts";

/** How many true people and companies stand on the list, per unit of size, and how many strangers beside them. */
const LISTED = { people: 7, companies: 5, strangers: 48 } as const;

export interface Watchlist {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly listed: ReadonlySet<string>;
}

const NONE = "-0- ";

const countryName = (country: string): string => COUNTRY_NAMES[country]?.en ?? country;

/** An invented watchlist in the legacy form of OFAC's SDN list: twelve of this world's people and companies under one spelling each, among strangers. */
export const writeWatchlist = (theCase: Case, random: Random): Watchlist => {
  const { world } = theCase;
  const people = random.sample(world.people, LISTED.people * world.size);
  const companies = random.sample(world.companies, LISTED.companies * world.size);
  const [strangers, foreign] = drawStrangers(random.fork("strangers"), world.size);
  const entries = random.shuffle([
    ...people.map((person) => personEntry(random, person, person.id)),
    ...companies.map((company) => companyEntry(company, company.id)),
    ...strangers.map((person) => personEntry(random, person, undefined)),
    ...foreign.map((company) => companyEntry(company, undefined)),
  ]);
  return {
    files: writeFiles(theCase, random, entries),
    listed: new Set([...people, ...companies].map(({ id }) => id)),
  };
};

interface Entry {
  readonly name: string;
  readonly type: string;
  readonly program: string;
  readonly title: string;
  readonly remarks: string;
  readonly address: string;
  readonly country: string;
  readonly alias?: string;
  readonly entity: string | undefined;
  readonly birth?: string;
}

/** People and companies of another world, so that the list is not made of hits. */
const drawStrangers = (random: Random, size: number): readonly [Person[], Company[]] => {
  const people = makePeople(random.fork("people"), 1);
  const companies = makeCompanies(random.fork("companies"), 1, people);
  const count = Math.min(60, (LISTED.strangers / 2) * size);
  return [random.sample(people, count), random.sample(companies, count)];
};

const personEntry = (random: Random, person: Person, entity: string | undefined): Entry => {
  const systems: Readonly<Record<Person["name"]["kind"], readonly NameSystem[]>> = {
    korean: ["dprk", "mccune plain"],
    chinese: ["pinyin"],
    russian: ["bgn"],
    other: ["latin"],
  };
  const parts = spell(person.name, random.pick(systems[person.name.kind]));
  const given = [parts.given.join(parts.join === "" ? "" : " "), parts.patronymic ?? ""].filter(Boolean).join(" ");
  const other = joinParts({
    ...spell(person.name, person.name.kind === "korean" ? "revised" : "latin"),
    familyFirst: true,
  });
  const birth = isoOf(person.born);
  const passport = at(person.passports, 0);
  const details = [
    `DOB ${random.chance(0.7) ? writeDate(birth, "D Mon Y") : birth.slice(0, 4)}`,
    `nationality ${countryName(person.country)}`,
  ];
  if (random.chance(0.5)) details.push(`Passport ${passport.number} (${countryName(passport.country)})`);
  const whole = /DOB \d\d /u.test(at(details, 0));
  return {
    name: `${parts.family.toUpperCase()}, ${given}`,
    type: "individual",
    program: "HARBOUR",
    title: NONE,
    remarks: `${details.join("; ")}.`,
    address: person.address,
    country: countryName(countryOfAddress(person.address)),
    entity,
    birth: whole ? birth : birth.slice(0, 4),
    ...(entity === undefined && random.chance(0.3) ? { alias: other.toUpperCase() } : {}),
  };
};

const companyEntry = (company: Company, entity: string | undefined): Entry => ({
  name: writeCompany(company.name, company.country, "en").toUpperCase(),
  type: NONE,
  program: "HARBOUR",
  title: NONE,
  remarks: entity === undefined ? NONE : `Registration Number ${company.number}.`,
  address: company.address,
  country: countryName(company.country),
  entity,
});

const quote = (text: string): string => (text === NONE ? text : `"${text}"`);

/** The columns of the published files: primary names, other names, addresses, remarks that run over. */
const writeFiles = (theCase: Case, random: Random, entries: readonly Entry[]): Watchlist["files"] => {
  const lines = { sdn: "", alt: "", add: "", comments: "" };
  const grid = new Grid(theCase.book, "l1-watchlist/sdn.csv", "");
  const addresses = new Grid(theCase.book, "l1-watchlist/add.csv", "");
  let number = 900_100;
  for (const [index, entry] of entries.entries()) {
    number += random.between(1, 7);
    lines.sdn += `${number},${quote(entry.name)},${quote(entry.type)},"${entry.program}",${NONE},${NONE},${NONE},${NONE},${NONE},${NONE},${NONE},${quote(entry.remarks)}\r\n`;
    lines.add += `${number},${number + 1000},"${entry.address.replace(/, [^,]*$/u, "")}","${entry.address.replace(/^.*, /u, "")}","${entry.country}",${NONE}\r\n`;
    if (entry.alias !== undefined) lines.alt += `${number},${number + 2000},"aka","${entry.alias}",${NONE}\r\n`;
    grid.record(index + 1, sdnFields(entry, number));
    addresses.record(index + 1, [
      plain(String(number)),
      plain(String(number + 1000)),
      plain(entry.address.replace(/, [^,]*$/u, "")),
      plain(entry.address.replace(/^.*, /u, "")),
      plain(entry.country),
    ]);
    if (index % 29 === 28)
      lines.comments += `${number},"; alt. nationality unknown; Linked To: ${at(entries, 0).name.replaceAll(",", "")}."\r\n`;
  }
  const file = (path: string, text: string): { path: string; bytes: Uint8Array } => ({
    path: `l1-watchlist/${path}`,
    bytes: encode(`${text}\u001a`, "utf-8"),
  });
  return [
    file("sdn.csv", lines.sdn),
    file("alt.csv", lines.alt),
    file("add.csv", lines.add),
    file("sdn_comments.csv", lines.comments),
  ];
};

const sdnFields = (entry: Entry, number: number): Field[] => {
  const name =
    entry.entity === undefined
      ? plain(entry.name)
      : naming(entry.name, entry.type === "individual" ? "person" : "company", entry.entity);
  const says =
    entry.entity === undefined || entry.birth === undefined
      ? []
      : [{ subject: entry.entity, property: "birthDate", meaning: entry.birth }];
  return [
    plain(String(number)),
    name,
    plain(entry.type === NONE ? "" : entry.type),
    plain(entry.program),
    ...Array.from({ length: 7 }, () => plain("")),
    { text: entry.remarks === NONE ? "" : entry.remarks, says },
  ];
};
