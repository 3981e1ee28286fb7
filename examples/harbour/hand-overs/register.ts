import type { Case } from "../case.ts";
import type { WorkbookSheet } from "../files/xlsx.ts";
import { type Field, Grid, naming, plain } from "../grid.ts";
import { get } from "../kit/at.ts";
import { isoOf, writeDate } from "../kit/days.ts";
import { writePrefix, type Noise } from "../noise.ts";
import type { Company } from "../world/types.ts";
import { COUNTRY_NAMES } from "../world/places.ts";
import { HANDS } from "./habits.ts";

export const REGISTER_CSV = "h4-register/companies.csv";
export const REGISTER_XLSX = "h4-register/officers.xlsx";

/** The register's extract of November 2016: companies as CSV; officers and shareholders as a workbook. Names as they were then. */
export const writeRegister = (theCase: Case, noise: Noise): { companies: Grid; sheets: WorkbookSheet[] } => ({
  companies: companyList(theCase, noise.fork("companies")),
  sheets: [officers(theCase, noise.fork("officers")), shareholders(theCase, noise.fork("shareholders"))],
});

const companyList = (theCase: Case, noise: Noise): Grid => {
  const grid = new Grid(theCase.book, REGISTER_CSV, "");
  grid.header(
    "Registration No",
    "Company Name",
    "Jurisdiction",
    "Incorporated",
    "Status",
    "Registered Address",
    "Telephone",
  );
  for (const company of theCase.world.companies) {
    grid.add(
      plain(company.number),
      naming(theCase.company(noise, company, HANDS.registerMccune), "company", company.id),
      plain(COUNTRY_NAMES[company.country]?.en ?? company.country),
      incorporated(theCase, noise, company),
      plain(noise.random.pick(["Live", "Live", "Live", "Registered", "Active"])),
      plain(noise.blankOr(company.address)),
      plain(noise.blankOr(noise.phone(company.phone, company.phone))),
    );
  }
  return grid;
};

const incorporated = (theCase: Case, noise: Noise, { id, founded }: Company): Field => {
  const planted = theCase.plants.founded.get(id);
  const meaning = isoOf(planted ?? founded);
  const text = writeDate(meaning, "D Mon Y");
  if (planted === undefined && noise.hits("blank")) return plain("-");
  return {
    text,
    says: [
      {
        subject: id,
        property: "incorporationDate",
        meaning,
        ...(planted === undefined ? {} : { plant: "founded after payment" }),
      },
    ],
  };
};

/** Half of the officers are spelled after McCune and Reischauer, half after the Revised Romanisation: two clerks. */
const officers = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, REGISTER_XLSX, "Officers");
  grid.header(
    "Registration No",
    "Company",
    "Officer",
    "Role",
    "Date of birth",
    "Appointed",
    "Deceased",
    "Passport",
    "Service address",
  );
  for (const company of theCase.world.companies) {
    for (const { person: id, from } of company.directors) {
      const person = get(theCase.people, id);
      const hand = noise.random.chance(0.5) ? HANDS.registerMccune : HANDS.registerRevised;
      const [passport] = person.passports;
      const birth = theCase.plants.birth.has(id) ? isoOf(person.born) : noise.birth(person.born);
      const died = theCase.plants.death.get(id);
      const dead: Field =
        died === undefined
          ? plain("")
          : {
              text: writeDate(isoOf(died), "D Mon Y"),
              says: [{ subject: id, property: "deathDate", meaning: isoOf(died), plant: "dead director" }],
            };
      grid.add(
        plain(company.number),
        naming(theCase.company(noise, company, hand), "company", company.id),
        naming(theCase.party(noise, id, hand), "director", id),
        plain(noise.random.pick(["Director", "Director", "Secretary", "Director"])),
        { text: writePrefix(birth, "D/M/Y"), says: [{ subject: id, property: "birthDate", meaning: birth }] },
        plain(writeDate(isoOf(from), "D Mon Y")),
        dead,
        plain(noise.random.chance(0.5) ? noise.blankOr(passport?.number ?? "") : ""),
        plain(noise.blankOr(person.address)),
      );
    }
  }
  return { grid, merges: [] };
};

const shareholders = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, REGISTER_XLSX, "Shareholders");
  grid.header("Registration No", "Company", "Shareholder", "Shares %", "As at");
  for (const company of theCase.world.companies) {
    for (const { owner, percent } of company.owners) {
      const hand = noise.random.chance(0.5) ? HANDS.registerMccune : HANDS.registerRevised;
      grid.add(
        plain(company.number),
        naming(theCase.company(noise, company, hand), "company", company.id),
        {
          ...naming(theCase.party(noise, owner, hand), "owner", owner),
          says: [{ subject: company.id, property: "ownership", meaning: `${owner} ${percent}` }],
        },
        { text: String(percent), number: percent },
        plain("30 Nov 2016"),
      );
    }
  }
  return { grid, merges: [] };
};
