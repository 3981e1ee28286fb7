import { groupBy } from "../../base/index.ts";
import type { PropertyName } from "../../model/index.ts";
import { valuesAt, type FormValue } from "./form-value.ts";

/** One property line of a card as it was staged; `components` are those of a structured value such as N or ADR. */
export interface CardLine {
  readonly card: number;
  readonly property: string;
  readonly parameters: string;
  readonly value: string;
  readonly components: readonly string[];
}

/** The staged column that holds a property's value. */
export const cardValueColumn = 4;

const simpleProperties: Readonly<Record<string, PropertyName>> = {
  FN: "name",
  NICKNAME: "weakAlias",
  TEL: "phone",
  EMAIL: "email",
  BDAY: "birthDate",
  DEATHDATE: "deathDate",
  URL: "website",
  TITLE: "position",
  ROLE: "position",
  GENDER: "gender",
};

/** What a card says of itself and not of the person. */
const ofTheFile = new Set(["VERSION", "PRODID", "REV"]);

/**
 * The people of a vCard file (RFC 2426, RFC 6350, vCard 2.1). A card with a name is a Person; one with a number alone is
 * a LegalEntity. What has no FollowTheMoney property is kept as notes. `idOf` names an entity from a text that is its
 * own within the file.
 */
export function vcardValues(lines: readonly CardLine[], idOf: (text: string) => string): FormValue[] {
  return [...groupBy(lines, (line) => line.card)].flatMap(([card, own]) => cardValues(card, own, idOf));
}

function cardValues(card: number, lines: readonly CardLine[], idOf: (text: string) => string): FormValue[] {
  const isNamed = lines.some((line) => (line.property === "FN" || line.property === "N") && nameOf(line) !== "");
  const hasFullName = lines.some((line) => line.property === "FN" && line.value.trim() !== "");
  const entityId = idOf(`card ${card}`);
  return lines.flatMap((line) => {
    const value = valuesAt(entityId, isNamed ? "Person" : "LegalEntity", card);
    const say = (prop: PropertyName, raw: string): FormValue[] =>
      raw.trim() === "" ? [] : [value(prop, raw.trim(), cardValueColumn, line.value)];
    if (ofTheFile.has(line.property)) return [];
    if (line.property === "N") return nameValues(line, hasFullName, say);
    if (line.property === "ORG")
      return [...say("notes", `ORG: ${line.value}`), ...employerValues({ card, entityId, line, isNamed }, idOf)];
    if (line.property === "ADR")
      return say("address", line.components.filter((part) => part.trim() !== "").join(", ") || line.value);
    const prop = simpleProperties[line.property];
    const isForPeople = prop === "birthDate" || prop === "deathDate" || prop === "position" || prop === "gender";
    if (prop === undefined || (isForPeople && !isNamed)) return say("notes", `${line.property}: ${line.value}`);
    return say(prop, prop === "phone" ? line.value.replace(/^tel:/u, "") : line.value);
  });
}

const nameOf = (line: CardLine): string =>
  (line.property === "N" ? line.components.join("") || line.value : line.value).replaceAll(";", "").trim();

/** The parts of N: family, given, additional, prefix, suffix. They make the name where the card has no FN. */
function nameValues(
  line: CardLine,
  hasFullName: boolean,
  say: (prop: PropertyName, raw: string) => FormValue[],
): FormValue[] {
  const [family = "", given = "", additional = ""] =
    line.components.length > 0 ? line.components : line.value.split(";");
  const whole = [given, additional, family].filter((part) => part.trim() !== "").join(" ");
  if (whole === "") return [];
  return hasFullName ? [...say("lastName", family), ...say("firstName", given)] : say("name", whole);
}

function employerValues(
  of: { readonly card: number; readonly entityId: string; readonly line: CardLine; readonly isNamed: boolean },
  idOf: (text: string) => string,
): FormValue[] {
  const [name = ""] = of.line.components.length > 0 ? of.line.components : of.line.value.split(";");
  if (!of.isNamed || name.trim() === "") return [];
  const employer = idOf(`organisation ${name.trim()}`);
  const job = valuesAt(idOf(`employment ${of.card} ${name.trim()}`), "Employment", of.card);
  return [
    valuesAt(employer, "Organization", of.card)("name", name.trim(), cardValueColumn, of.line.value),
    job("employee", of.entityId, cardValueColumn, of.line.value),
    job("employer", employer, cardValueColumn, of.line.value),
  ];
}
