import { sha1 } from "../../base/index.ts";
import { parseCountry, propertyOf, type PropertyName, type SchemaName } from "../../model/index.ts";
import { valuesAt, type FormValue } from "../forms/form-value.ts";
import { rows as remarkRows } from "../generated/ofac-remarks.ts";

/** Which of the four files of the legacy CSV set a row is from. */
export type OfacFile = "sdn" | "alt" | "add" | "comments";

/**
 * The values of one row of OFAC's legacy CSV set (sdn, alt, add, sdn_comments; the columns are those of the list's data
 * specification; "-0-" is null). Entities are named `ofac-<ent_num>`, or by the prefix of another list of this form.
 * Alternate names and addresses say nothing of the entity's type: theirs is Thing. A row without a number has no values.
 */
export function ofacValues(
  file: OfacFile,
  row: { readonly rowNo: number; readonly cells: readonly (string | null)[] },
  prefix = "ofac",
  cut?: CutRemarks,
): FormValue[] {
  const cells = row.cells.map(known);
  const entNum = cells[0];
  if (entNum === null || entNum === undefined || !/^\d+$/u.test(entNum)) return [];
  const at = { entityId: `${prefix}-${entNum}`, rowNo: row.rowNo, cells };
  switch (file) {
    case "sdn":
      return sdnValues(at);
    case "alt":
      return altValues(at);
    case "add":
      return addressValues(at);
    case "comments":
      return remarkValues(at, {
        schema: cut?.schema ?? "Thing",
        column: 1,
        text: cells[1] ?? null,
        before: cut?.end ?? "",
      });
  }
}

/** Remarks that were cut in sdn.csv and go on in sdn_comments.csv: of what schema, and the piece that was cut through. */
export interface CutRemarks {
  readonly schema: SchemaName;
  readonly end: string;
}

// Where remarks pass this length, sdn.csv cuts them, mostly in a word; sdn_comments.csv goes on at the next character.
const remarksMax = 1000;

/** The piece through which remarks were cut; undefined where they are whole. */
export const cutEndOf = (remarks: string): string | undefined =>
  remarks.length === remarksMax ? (remarks.split(/;\s+/u).at(-1) ?? "") : undefined;

/** Tells the four files apart by the shape of their rows: number of columns and what stands in them. */
export function ofacFileOf(cells: readonly (string | null)[]): OfacFile {
  if (cells.length >= 10) return "sdn";
  if (cells.length <= 2) return "comments";
  return /^(?:aka|fka|nka)$/u.test(known(cells[2] ?? null) ?? "") ? "alt" : "add";
}

interface At {
  readonly entityId: string;
  readonly rowNo: number;
  readonly cells: readonly (string | null)[];
}

const known = (cell: string | null): string | null => {
  const text = cell?.trim() ?? "";
  return text === "" || text === "-0-" || text === "\u001A" ? null : text;
};

const schemaBySdnType: Readonly<Record<string, SchemaName>> = {
  individual: "Person",
  vessel: "Vessel",
  aircraft: "Airplane",
};
const vesselColumns: readonly (readonly [column: number, prop: PropertyName])[] = [
  [5, "callSign"],
  [6, "type"],
  [7, "tonnage"],
  [8, "grossRegisteredTonnage"],
  [9, "flag"],
];

function sdnValues(at: At): FormValue[] {
  const [, name, type, program, title] = at.cells;
  const schema = schemaBySdnType[type ?? ""] ?? "Organization";
  const value = valuesAt(at.entityId, schema, at.rowNo);
  const found: FormValue[] = [];
  const say = (prop: PropertyName, raw: string | null | undefined, column: number): void => {
    if (raw) found.push(propertyOf(schema, prop) ? value(prop, raw, column) : value("notes", raw, column));
  };
  if (name) found.push(value("name", schema === "Person" ? turnName(name) : name, 1, name));
  found.push(
    value("topics", "sanction", 1, name ?? ""),
    value("notes", `list number ${at.entityId}`, 0, at.cells[0] ?? ""),
  );
  if (type) found.push(value("notes", `list type: ${type}`, 2, type));
  say("position", title, 4);
  for (const [column, prop] of vesselColumns) say(prop, at.cells[column], column);
  if (at.cells[10]) found.push(value("notes", `vessel owner: ${at.cells[10]}`, 10, at.cells[10]));
  return [
    ...found,
    ...sanctionValues(at, program ?? null),
    ...remarkValues(at, { schema, column: 11, text: at.cells[11] ?? null }),
  ];
}

/** "KIM, Chol" is "Chol KIM"; names with more than one comma stay as they are. */
const turnName = (name: string): string => {
  const parts = name.split(",").map((part) => part.trim());
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name;
};

function sanctionValues(at: At, program: string | null): FormValue[] {
  if (program === null) return [];
  const value = valuesAt(`${at.entityId}-sanction`, "Sanction", at.rowNo);
  const programs = program.split(/\]\s*\[|;\s*/u).map((each) => each.replaceAll(/[[\]]/gu, "").trim());
  return [
    value("entity", at.entityId, 3),
    ...programs.filter((each) => each !== "").map((each) => value("program", each, 3, program)),
  ];
}

function altValues(at: At): FormValue[] {
  const [, number, type, name, remarks] = at.cells;
  const value = valuesAt(at.entityId, "Thing", at.rowNo);
  if (!name) return [];
  return [
    value(type === "fka" ? "previousName" : "alias", turnName(name), 3, name),
    ...(number ? [value("notes", `alternate name number ${number}`, 1, number)] : []),
    ...(type ? [value("notes", `alternate name type: ${type}`, 2, type)] : []),
    ...(remarks ? [value("notes", remarks, 4)] : []),
  ];
}

function addressValues(at: At): FormValue[] {
  const [, number, street, city, country, remarks] = at.cells;
  const value = valuesAt(at.entityId, "Thing", at.rowNo);
  const whole = [street, city, country].filter((part) => part !== null && part !== undefined);
  return [
    ...(street || city ? [value("address", whole.join(", "), street ? 2 : 3, street ?? city ?? "")] : []),
    ...(street && city ? [value("notes", `city: ${city}`, 3, city)] : []),
    ...(country ? [value("country", country, 4)] : []),
    ...(number ? [value("notes", `address number ${number}`, 1, number)] : []),
    ...(remarks ? [value("notes", remarks, 5)] : []),
  ];
}

interface Remark {
  readonly schema: SchemaName;
  readonly column: number;
  readonly text: string | null;
  /** The end of the remarks that this text continues. */
  readonly before?: string;
}

interface Label {
  readonly words: string;
  readonly person: string;
  readonly organisation: string;
  readonly craft: string;
  readonly form: string;
}

/** The longest words first, so that "Identification Number IMO" is not taken for "Identification Number". */
const labels: readonly Label[] = remarkRows
  .map(([words = "", person = "notes", organisation = "notes", craft = "notes", form = "text"]) => ({
    words,
    person,
    organisation,
    craft,
    form,
  }))
  .toSorted((left, right) => right.words.length - left.words.length || (left.words < right.words ? -1 : 1));

function remarkValues(at: At, remark: Remark): FormValue[] {
  if (remark.text === null) return [];
  const { text } = remark;
  const pieces = `${remark.before ?? ""}${text}`.split(/;\s+/u);
  const cut = cutEndOf(text);
  const whole = cut === undefined ? pieces : pieces.slice(0, -1);
  return [
    ...whole.flatMap((piece) => pieceValues(at, remark, piece.trim().replace(/[.;]$/u, ""))),
    ...(cut === undefined ? [] : [cutNote(at, remark, cut)]),
  ];
}

const cutNote = (at: At, remark: Remark, cut: string): FormValue =>
  valuesAt(at.entityId, remark.schema, at.rowNo)("notes", `remarks cut off: ${cut}`, remark.column, remark.text ?? cut);

function pieceValues(at: At, remark: Remark, piece: string): FormValue[] {
  const value = valuesAt(at.entityId, remark.schema, at.rowNo);
  const original = remark.text ?? piece;
  const bare = piece.replace(/^alt\. /u, "");
  const label = labels.find(({ words }) => bare.startsWith(`${words} `) || bare === words);
  const prop = label && propertyFor(label, remark.schema);
  if (!label || prop === undefined) return piece === "" ? [] : [value("notes", piece, remark.column, original)];
  const rest = bare.slice(label.words.length).trim();
  if (label.form === "number") return numberValues(at, remark, { prop, rest });
  const raw =
    label.form === "quoted" ? rest.replaceAll(/^'|'$/gu, "") : label.form === "country" ? countryText(rest) : rest;
  if (label.form === "date" && /^circa|\bto\b/u.test(raw)) return [value("notes", piece, remark.column, original)];
  return [value(prop, raw, remark.column, original)];
}

/** The label's property for the schema; undefined where the schema has none and the remark stays a note. */
function propertyFor(label: Label, schema: SchemaName): PropertyName | undefined {
  const name =
    schema === "Person"
      ? label.person
      : schema === "Vessel" || schema === "Airplane"
        ? label.craft
        : label.organisation;
  if (name === "notes" || !propertyOf(schema, name)) return undefined;
  return name as PropertyName;
}

const countryText = (text: string): string =>
  text.replace(/^Korea, North$/u, "North Korea").replace(/^Korea, South$/u, "South Korea");

/** "Passport 1084010 (Egypt) issued 5 May 2001": the number is the value; number and country make an identification. */
function numberValues(at: At, remark: Remark, { prop, rest }: { prop: PropertyName; rest: string }): FormValue[] {
  const match = /^(.*?)(?:\s*\(([^()]+)\))?(?:\s+(?:issued|expires)\b.*)?$/u.exec(rest);
  const number = match?.[1]?.trim() ?? rest;
  const country = parseCountry(countryText(match?.[2] ?? ""));
  const original = remark.text ?? rest;
  const value = valuesAt(at.entityId, remark.schema, at.rowNo);
  const found = [value(prop, number, remark.column, original)];
  if (country === undefined || (prop !== "passportNumber" && prop !== "idNumber")) return found;
  const schema: SchemaName = prop === "passportNumber" ? "Passport" : "Identification";
  const paper = valuesAt(`${at.entityId}-id-${sha1(`${prop} ${number}`).slice(0, 8)}`, schema, at.rowNo);
  return [
    ...found,
    paper("holder", at.entityId, remark.column, original),
    paper("number", number, remark.column, original),
    paper("country", country, remark.column, original),
  ];
}
