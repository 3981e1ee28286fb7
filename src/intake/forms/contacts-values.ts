import type { PropertyName } from "../../model/index.ts";
import { appleContactsValues } from "./apple-contacts-values.ts";
import type { DatabaseRow, PartValue } from "./database-row.ts";
import { valuesAt } from "./form-value.ts";

const propertyByMimetype: Readonly<Record<string, PropertyName>> = {
  name: "name",
  phone_v2: "phone",
  email_v2: "email",
  nickname: "weakAlias",
  note: "notes",
  "postal-address_v2": "address",
  website: "website",
  organization: "notes",
  contact_event: "notes",
};

/**
 * The people of Apple's AddressBook.sqlitedb, and of Android's contacts2.db: raw_contacts, and its data rows by their kind. `tables` are the rows by table
 * name; a contact without any name is a LegalEntity.
 */
export const contactsValues = (
  tables: ReadonlyMap<string, readonly DatabaseRow[]>,
  idOf: (text: string) => string,
): PartValue[] => [...androidValues(tables, idOf), ...appleContactsValues(tables, idOf)];

function androidValues(
  tables: ReadonlyMap<string, readonly DatabaseRow[]>,
  idOf: (text: string) => string,
): PartValue[] {
  const kinds = new Map(
    (tables.get("mimetypes") ?? []).map((row) => [
      row.cells.get("_id") ?? "",
      (row.cells.get("mimetype") ?? "").split("/").at(-1) ?? "",
    ]),
  );
  const data = tables.get("data") ?? [];
  const kindOf = (row: DatabaseRow): string =>
    kinds.get(row.cells.get("mimetype_id") ?? "") ?? row.cells.get("mimetype")?.split("/").at(-1) ?? "";
  const named = new Set([
    ...(tables.get("raw_contacts") ?? [])
      .filter((row) => isName(row.cells.get("display_name")))
      .map((row) => row.cells.get("_id") ?? ""),
    ...data.filter((row) => kindOf(row) === "name").map((row) => row.cells.get("raw_contact_id") ?? ""),
  ]);
  const say = (contact: string, row: DatabaseRow, what: { prop: PropertyName; column: string }): PartValue[] => {
    const raw = row.cells.get(what.column)?.trim() ?? "";
    if (raw === "" || contact === "") return [];
    const value = valuesAt(idOf(`contact ${contact}`), named.has(contact) ? "Person" : "LegalEntity", row.rowNo);
    return [{ ...value(what.prop, raw, row.columns.get(what.column) ?? null), part: row.part }];
  };
  return [
    ...(tables.get("raw_contacts") ?? []).flatMap((row) =>
      say(row.cells.get("_id") ?? "", row, {
        prop: isName(row.cells.get("display_name")) ? "name" : "phone",
        column: "display_name",
      }),
    ),
    ...data.flatMap((row) =>
      say(row.cells.get("raw_contact_id") ?? "", row, {
        prop: propertyByMimetype[kindOf(row)] ?? "notes",
        column: "data1",
      }),
    ),
  ];
}

const isName = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text);
