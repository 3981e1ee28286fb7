import type { PropertyName } from "../../model/index.ts";
import type { DatabaseRow, PartValue } from "./database-row.ts";
import { valuesAt } from "./form-value.ts";

type Tables = ReadonlyMap<string, readonly DatabaseRow[]>;

const personColumns: readonly (readonly [column: string, prop: PropertyName])[] = [
  ["first", "firstName"],
  ["last", "lastName"],
  ["middle", "middleName"],
  ["nickname", "weakAlias"],
  ["jobtitle", "position"],
  ["organization", "notes"],
  ["department", "notes"],
  ["note", "notes"],
];

// The numbers of ABMultiValue.property; 5 is an address, whose parts are rows of ABMultiValueEntry.
const propertyByNumber: Readonly<Record<string, PropertyName>> = { "3": "phone", "4": "email", "22": "website" };
const addressNumber = "5";

/** The people of an iPhone's AddressBook.sqlitedb; a contact with neither name nor organisation is a LegalEntity. */
export function appleContactsValues(tables: Tables, idOf: (text: string) => string): PartValue[] {
  const people = tables.get("abperson") ?? [];
  const named = new Set(people.filter((row) => nameOf(row) !== "").map((row) => keyOf(row)));
  const at = (person: string, row: DatabaseRow) => (prop: PropertyName, raw: string, column: string) => ({
    ...valuesAt(idOf(`contact ${person}`), named.has(person) ? "Person" : "LegalEntity", row.rowNo)(
      prop,
      raw,
      row.columns.get(column) ?? null,
      row.cells.get(column) ?? raw,
    ),
    part: row.part,
  });
  const multi = tables.get("abmultivalue") ?? [];
  const personByValue = new Map(multi.map((row) => [row.cells.get("uid") ?? "", row.cells.get("record_id") ?? ""]));
  const found = [
    ...people.flatMap((row) => personValues(row, named.has(keyOf(row)), at(keyOf(row), row))),
    ...multi.map((row) => {
      const prop = propertyByNumber[row.cells.get("property") ?? ""];
      const raw = row.cells.get("value") ?? "";
      return at(row.cells.get("record_id") ?? "", row)(prop ?? "notes", raw, "value");
    }),
    ...addressValues(tables, multi, { at, personByValue }),
  ];
  return found.filter((value) => value.raw.trim() !== "");
}

type Say = (prop: PropertyName, raw: string, column: string) => PartValue;

const keyOf = (row: DatabaseRow): string => row.cells.get("rowid") ?? String(row.rowNo);

const nameOf = (row: DatabaseRow): string =>
  ["first", "middle", "last"]
    .map((column) => row.cells.get(column)?.trim() ?? "")
    .filter((part) => part !== "")
    .join(" ");

function personValues(row: DatabaseRow, isNamed: boolean, say: Say): PartValue[] {
  const organisation = row.cells.get("organization")?.trim() ?? "";
  const parts = personColumns.map(([column, prop]) => {
    const isForPeople = !["notes", "weakAlias"].includes(prop);
    return say(isForPeople && !isNamed ? "notes" : prop, row.cells.get(column) ?? "", column);
  });
  if (isNamed) return [say("name", nameOf(row), row.cells.get("first") ? "first" : "last"), ...parts];
  return organisation === "" ? parts : [say("name", organisation, "organization"), ...parts];
}

/** The parts of an address (street, city, country) are rows of their own: they make one address, said by the first. */
function addressValues(
  tables: Tables,
  multi: readonly DatabaseRow[],
  of: { readonly at: (person: string, row: DatabaseRow) => Say; readonly personByValue: ReadonlyMap<string, string> },
): PartValue[] {
  const addresses = new Set(
    multi.filter((row) => row.cells.get("property") === addressNumber).map((row) => row.cells.get("uid") ?? ""),
  );
  const entries = (tables.get("abmultivalueentry") ?? []).filter((row) =>
    addresses.has(row.cells.get("parent_id") ?? ""),
  );
  const whole = new Map<string, DatabaseRow[]>();
  for (const entry of entries) {
    const parent = entry.cells.get("parent_id") ?? "";
    whole.set(parent, [...(whole.get(parent) ?? []), entry]);
  }
  return [...whole].flatMap(([parent, rows]) => {
    const person = of.personByValue.get(parent) ?? "";
    const address = rows.map((row) => row.cells.get("value")?.trim() ?? "").filter((part) => part !== "");
    return rows.map((row) => of.at(person, row)("address", address.join(", "), "value"));
  });
}
