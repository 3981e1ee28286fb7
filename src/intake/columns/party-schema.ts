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
  if (kind.facts.distinct < 2 || kind.facts.distinct > 4) return false;
  const shares = kind.facts.values.map((value) => {
    const names = name.facts.cells.filter((cell, row) => kind.facts.cells[row] === value && !isEmptyText(cell));
    return names.length < 3 ? undefined : names.filter(hasCompanyWord).length / names.length;
  });
  return (
    shares.some((share) => share !== undefined && share >= 0.5) &&
    shares.some((share) => share !== undefined && share <= 0.1)
  );
}
