import { isEmptyText } from "../../model/index.ts";
import { definitionOf, type Attribute, type Side } from "./vocabulary.ts";
import { confidenceMin, percent, type JudgedColumn } from "./judge-column.ts";
import { findFirmKinds } from "./party-schema.ts";
import type { TitleFacts } from "./title-facts.ts";

/** What a table tells of, which decides whose its columns without a side are. */
export type TableKind = "vessels" | "payments" | "accounts" | "people" | "companies" | "parties" | "unknown";

const paymentSides: ReadonlySet<Side | null> = new Set<Side | null>(["payer", "beneficiary", "counterparty"]);

/** Lets the columns of a table explain one another: gives sides to columns without one, and settles what the table tells of. */
export function settleColumns(columns: readonly JudgedColumn[], titles: TitleFacts): TableKind {
  settleDebitAccounts(columns);
  settleEither(columns);
  const kind = kindOfTable(columns, titles);
  if (kind === "payments") settlePayments(columns);
  else settleList(columns, kind);
  dropDoubtful(columns);
  return kind;
}

const has = (columns: readonly JudgedColumn[], ...names: readonly Attribute[]): boolean =>
  columns.some(
    ({ attribute, confidence, facts }) =>
      attribute !== null && names.includes(attribute) && confidence >= confidenceMin && facts.count > 0,
  );
const hasSide = (columns: readonly JudgedColumn[], ...sides: readonly Side[]): boolean =>
  columns.some(({ side, facts }) => side !== null && sides.includes(side) && facts.count > 0);

/** "Debit account", "debit name", "счет по кредиту": whose account or name it is, not which amount. */
function settleDebitAccounts(columns: readonly JudgedColumn[]): void {
  for (const each of columns) {
    if (each.attribute === null || each.attribute === "balance" || each.side !== null) continue;
    const { level } = definitionOf(each.attribute);
    if (level !== "account" && level !== "party") continue;
    if (each.words?.attributes.includes("debit")) each.side = "payer";
    else if (each.words?.attributes.includes("credit")) each.side = "beneficiary";
    else continue;
    each.evidence.push(`what is ${each.side === "payer" ? "debited" : "credited"} is the ${each.side}'s`);
  }
}

const personMarks: readonly Attribute[] = [
  "birthDate",
  "passport",
  "gender",
  "firstName",
  "lastName",
  "fatherName",
  "motherName",
  "position",
  "nationality",
  "deathDate",
  "birthPlace",
];
const companyMarks: readonly Attribute[] = [
  "registrationNumber",
  "incorporationDate",
  "dissolutionDate",
  "legalForm",
  "uscc",
  "ogrn",
  "kpp",
  "okpo",
  "lei",
  "capital",
  "sector",
  "jurisdiction",
];

function kindOfTable(columns: readonly JudgedColumn[], titles: TitleFacts): TableKind {
  const isAmount = has(columns, "amount", "debit", "credit");
  const hasParties = columns.some(({ side }) => paymentSides.has(side));
  const accounts = columns.filter(({ attribute }) => attribute === "accountNumber" || attribute === "iban").length;
  const isDated = has(columns, "date", "valueDate");
  if (
    isAmount &&
    (hasParties ||
      (isDated && has(columns, "debit", "credit")) ||
      (isDated && (accounts >= 2 || titles.account !== null)))
  )
    return "payments";
  if (
    isAmount &&
    isDated &&
    has(columns, "name") &&
    columns.filter(({ attribute }) => attribute === "name").length >= 2 &&
    !has(columns, ...personMarks)
  )
    return "payments";
  if (isAmount && isDated && has(columns, "purpose", "reference") && accounts > 0) return "payments";
  if (hasSide(columns, "vessel") && has(columns, "imo", "flag", "callSign", "mmsi", "tonnage")) return "vessels";
  if (
    accounts > 0 &&
    (hasSide(columns, "holder") || has(columns, "bankName", "balance", "openingDate")) &&
    !has(columns, "birthDate", "incorporationDate")
  )
    return "accounts";
  const people = personMarks.filter((mark) => has(columns, mark)).length + (hasSide(columns, "person") ? 1 : 0);
  const firms =
    companyMarks.filter((mark) => has(columns, mark)).length + (hasSide(columns, "director", "owner") ? 1 : 0);
  const isNamed = columns.some(
    ({ side, attribute, confidence }) =>
      side === null && confidence >= confidenceMin && (attribute === "name" || attribute === "lastName"),
  );
  if (people > firms && (isNamed || hasSide(columns, "person"))) return "people";
  if (firms > 0 && (isNamed || hasSide(columns, "company"))) return firms >= people ? "companies" : "people";
  if (hasSide(columns, "company") && isNamed) return "people";
  if (hasSide(columns, "company")) return "companies";
  const names = columns.filter(({ attribute }) => attribute === "name");
  const isTold = names.some(({ header }) => header !== null) || has(columns, "phone", "email", "country", "address");
  if ((isNamed || names.length > 0) && isTold) return "parties";
  return accounts > 0 ? "accounts" : "unknown";
}

/** Columns without a side belong to the party before them: "Payer | Account | Bank | Beneficiary | Account | Bank". */
function settlePayments(columns: readonly JudgedColumn[]): void {
  for (const each of columns) {
    if (each.attribute === "idNumber" && each.words?.attributes.includes("reference")) each.attribute = "reference";
  }
  moveSides(columns, { from: ["holder", "person", "company", "owner"], to: null });
  nameUnnamedParties(columns);
  const sided = columns.filter(({ side }) => paymentSides.has(side));
  const open = columns.filter(
    ({ side, attribute }) =>
      side === null &&
      attribute !== null &&
      attribute !== "balance" &&
      ["party", "account", "address"].includes(definitionOf(attribute).level),
  );
  const sides = [...new Set(sided.map(({ side }) => side))];
  const isBefore =
    sides.length > 1 &&
    open.length > 0 &&
    (open[0]?.column ?? 0) < (sided[0]?.column ?? 0) &&
    open.filter(({ attribute }) => attribute === open[0]?.attribute).length === sides.length;
  for (const each of open) {
    const neighbour = isBefore
      ? sided.find(({ column }) => column > each.column)
      : sided.findLast(({ column }) => column < each.column);
    if (!neighbour || neighbour.side === null) continue;
    const isTaken =
      each.attribute !== "name" &&
      columns.some((other) => other !== each && other.side === neighbour.side && other.attribute === each.attribute);
    if (isTaken || each.attribute === "name") continue;
    each.side = neighbour.side;
    each.confidence *= 0.95;
    each.evidence.push(
      `it stands ${isBefore ? "before" : "after"} the ${neighbour.side}'s column and is taken as the ${neighbour.side}'s`,
    );
  }
}

function moveSides(columns: readonly JudgedColumn[], { from, to }: { from: readonly Side[]; to: Side | null }): void {
  for (const each of columns) if (each.side !== null && from.includes(each.side)) each.side = to;
}

/** Two columns of names or of accounts without a word for either party: the first is taken to pay, at low confidence. */
function nameUnnamedParties(columns: readonly JudgedColumn[]): void {
  if (columns.some(({ side }) => paymentSides.has(side))) return;
  const isLedger = has(columns, "debit", "credit");
  for (const attribute of ["name", "accountNumber", "iban"] as const) {
    const open = columns.filter((each) => each.attribute === attribute && each.side === null);
    const [first, second] = open;
    if (first && second && !isLedger) {
      giveSide(first, "payer", "of two such columns the first is taken as the payer's: no header says so");
      giveSide(
        second,
        "beneficiary",
        "of two such columns the second is taken as the beneficiary's: no header says so",
      );
    } else if (first && attribute === "name" && (isLedger || !second))
      giveSide(first, "counterparty", "the only party named beside the account");
  }
}

function giveSide(column: JudgedColumn, side: Side, why: string): void {
  column.side = side;
  column.confidence = Math.max(Math.min(column.confidence, 0.55), confidenceMin);
  column.evidence.push(why);
}

/** In lists the subject's columns have no side; words for the subject itself are taken off. */
function settleList(columns: readonly JudgedColumn[], kind: TableKind): void {
  const isNamed = columns.some(
    ({ side, attribute }) => side === null && (attribute === "name" || attribute === "lastName"),
  );
  if (kind === "people" || kind === "parties")
    moveSides(columns, { from: isNamed ? ["person"] : ["person", "holder"], to: null });
  if (kind === "companies") {
    const subject: Side = "company";
    if (!isNamed || columns.every(({ side, attribute }) => side !== "company" || attribute !== "name"))
      moveSides(columns, { from: [subject], to: null });
    else nameSecondCompany(columns);
  }
  if (kind === "accounts") {
    const named = isNamed
      ? []
      : (["holder", "company", "person", "owner"] as const).filter((side) => hasSide(columns, side)).slice(0, 1);
    moveSides(columns, { from: ["holder", ...named], to: null });
    for (const each of columns)
      if (each.attribute === "amount" && !has(columns, "balance"))
        reassign(each, "balance", "amounts in a list of accounts are taken as balances");
  }
  if (kind !== "people") return;
  if (!columns.some(({ side, attribute }) => side === null && (attribute === "name" || attribute === "lastName")))
    moveSides(columns, { from: ["director"], to: null });
  if (isSameSubject(columns)) moveSides(columns, { from: ["company"], to: null });
  else if (hasSide(columns, "company")) giveFirmItsMarks(columns);
}

/** In a list of people with their firm, registration numbers and the like are the firm's. */
function giveFirmItsMarks(columns: readonly JudgedColumn[]): void {
  for (const each of columns) {
    if (each.side !== null || each.attribute === null || !companyMarks.includes(each.attribute)) continue;
    each.side = "company";
    each.evidence.push("in a list of people it is taken as their firm's");
  }
}

const isFilled = (column: JudgedColumn, row: number): boolean => !isEmptyText(column.facts.cells[row] ?? "");

/** People's names and firms' names in two columns of which each row fills one: both name the row's subject. */
function isSameSubject(columns: readonly JudgedColumn[]): boolean {
  const firms = columns.filter(({ side, attribute }) => side === "company" && attribute === "name");
  const people = columns.filter(
    ({ side, attribute }) => side === null && (attribute === "name" || attribute === "lastName"),
  );
  const count = Math.max(0, ...firms.map(({ facts }) => facts.count));
  if (count < 3) return false;
  const both = firms[0]?.facts.cells.filter(
    (_, row) => firms.some((each) => isFilled(each, row)) && people.some((each) => isFilled(each, row)),
  );
  if (people.length === 0 || (both?.length ?? 0) > count * 0.05) return false;
  for (const firm of firms) {
    firm.isFirmName = true;
    firm.evidence.push("a row has either this or a person's name: such rows speak of a firm");
  }
  return true;
}

/** "Name" and "Company" in one list of firms: the subject is the firm without a side if its values are firms. */
function nameSecondCompany(columns: readonly JudgedColumn[]): void {
  const name = columns.find(({ side, attribute }) => side === null && attribute === "name");
  if (!name) return;
  if (name.facts.share.company >= name.facts.share.person) {
    moveSides(columns, { from: ["company"], to: null });
    return;
  }
  for (const each of columns) {
    if (each.side === null && each.attribute !== null && personMarks.includes(each.attribute)) each.side = "director";
    if (each.side === "company") each.side = null;
  }
  name.side = "director";
  name.evidence.push(`${percent(name.facts.share.person)} of the values look like people beside a column of firms`);
}

function reassign(column: JudgedColumn, attribute: Attribute, why: string): void {
  column.attribute = attribute;
  column.confidence *= 0.85;
  column.evidence.push(why);
}

/** "Born or founded": what it is differs by row, and a mapping speaks of all rows. */
function settleEither(columns: readonly JudgedColumn[]): void {
  const kinds = findFirmKinds(columns);
  for (const each of columns) {
    const said = each.words?.attributes ?? [];
    if (each.attribute === null || !said.some((one) => personMarks.includes(one))) continue;
    if (!said.some((one) => companyMarks.includes(one))) continue;
    const [person, company] = [
      said.find((one) => personMarks.includes(one)),
      said.find((one) => companyMarks.includes(one)),
    ];
    if (kinds && person !== undefined && company !== undefined) {
      each.either = { person, company };
      each.evidence.push("it holds one thing for people and another for firms");
    } else
      each.evidence.push(
        "it holds one thing for people and another for firms, and no column says which by row: kept as text",
      );
    each.attribute = null;
  }
}

function dropDoubtful(columns: readonly JudgedColumn[]): void {
  for (const each of columns) {
    if (each.attribute === null || each.confidence >= confidenceMin) continue;
    each.evidence.push("too doubtful to use: kept as text");
    each.attribute = null;
    each.side = null;
  }
}
