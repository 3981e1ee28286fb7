import type { SchemaName } from "../../model/index.ts";
import type { JudgedColumn } from "./judge-column.ts";
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
    columns.some(({ attribute }) => attribute !== null && list.includes(attribute));
  const names = columns.filter(({ attribute }) => attribute === "name");
  const companies = Math.max(0, ...names.map(({ facts }) => facts.share.company));
  const count = Math.max(0, ...names.map(({ facts }) => facts.count));
  if (has(personOnly) && !has(companyOnly) && companies < 0.1) return "Person";
  if (has(companyOnly) && !has(personOnly)) return "Company";
  return companies >= 0.98 && count >= 10 && !has(personOnly) ? "Company" : otherwise;
}
