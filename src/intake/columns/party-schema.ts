import { isEmptyText, type SchemaName } from "../../model/index.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { hasCompanyWord } from "./party-shapes.ts";
import type { Attribute } from "./vocabulary.ts";

const personOnly: readonly Attribute[] = [
  "birthDate",
  "deathDate",
  "birthPlace",
  "gender",
  "passport",
  "fatherName",
  "motherName",
  "firstName",
  "lastName",
  "middleName",
  "nationality",
  "position",
];
const companyOnly: readonly Attribute[] = [
  "incorporationDate",
  "dissolutionDate",
  "legalForm",
  "registrationNumber",
  "ogrn",
  "kpp",
  "uscc",
  "jurisdiction",
  "capital",
  "lei",
];

/** Person or company where the columns or the names leave no doubt; else the schema given, which holds both. */
export function partySchema(columns: readonly JudgedColumn[], otherwise: SchemaName): SchemaName {
  const has = (list: readonly Attribute[]): boolean =>
    columns.some(({ attribute, facts }) => attribute !== null && facts.count > 0 && list.includes(attribute));
  const names = columns.filter(({ attribute }) => attribute === "name");
  const companies = Math.max(0, ...names.map(({ facts }) => facts.share.company));
  const count = Math.max(0, ...names.map(({ facts }) => facts.count));
  if (isMixed(columns)) return "LegalEntity";
  if (has(personOnly) && !has(companyOnly) && companies < 0.1) return "Person";
  if (has(companyOnly) && !has(personOnly)) return "Company";
  return companies >= 0.98 && count >= 10 && !has(personOnly) ? "Company" : otherwise;
}

/** Whether a list holds people and firms: one column is headed for both, or a column of kinds parts firms from the rest. */
function isMixed(columns: readonly JudgedColumn[]): boolean {
  const isBoth = columns.some(({ words }) => {
    const said = words?.attributes ?? [];
    return said.some((each) => personOnly.includes(each)) && said.some((each) => companyOnly.includes(each));
  });
  const name = columns.find(({ attribute }) => attribute === "name");
  const kinds = columns.filter(({ attribute }) => attribute === "paymentType" || attribute === "legalForm");
  return isBoth || (name !== undefined && kinds.some((kind) => partsFirms(kind, name)));
}

/** Of two to four kinds, one is mostly firms by name and another mostly is not. */
function partsFirms(kind: JudgedColumn, name: JudgedColumn): boolean {
  const shares = firmShares(kind, name);
  return shares.some(({ share }) => share >= firmsMin) && shares.some(({ share }) => share <= peopleMax);
}

const firmsMin = 0.5;
const peopleMax = 0.1;
const kindsMax = 4;
const namesMin = 3;

/** The share of firms among the names of each kind that enough names have. */
function firmShares(kind: JudgedColumn, name: JudgedColumn): { readonly value: string; readonly share: number }[] {
  if (kind.facts.distinct < 2 || kind.facts.distinct > kindsMax) return [];
  return kind.facts.values.flatMap((value) => {
    const names = name.facts.cells.filter((cell, row) => kind.facts.cells[row] === value && !isEmptyText(cell));
    return names.length < namesMin ? [] : [{ value, share: names.filter(hasCompanyWord).length / names.length }];
  });
}

/** The column that says of each row of a list whether it is a person's or a firm's, and its words for either. */
export interface FirmKinds {
  readonly column: JudgedColumn;
  readonly people: readonly string[];
  readonly firms: readonly string[];
}

/** Finds the column of kinds of which each says one or the other. */
export function findFirmKinds(columns: readonly JudgedColumn[]): FirmKinds | undefined {
  const name = columns.find(({ attribute }) => attribute === "name");
  if (!name) return undefined;
  const kinds = columns.filter(({ attribute }) => attribute === "paymentType" || attribute === "legalForm");
  for (const column of kinds) {
    const shares = firmShares(column, name);
    const words = (isMeant: (share: number) => boolean): string[] =>
      shares.filter(({ share }) => isMeant(share)).map(({ value }) => value);
    const [people, firms] = [words((share) => share <= peopleMax), words((share) => share >= firmsMin)];
    const isWhole = people.length + firms.length === shares.length;
    if (isWhole && people.length > 0 && firms.length > 0) return { column, people, firms };
  }
  return undefined;
}
