import { groupBy } from "../../base/index.ts";
import { isSchemaName } from "../../model/index.ts";
import { sql, text } from "../../store/index.ts";
import { cutEndOf, ofacFileOf, ofacValues, type CutRemarks } from "../lists/ofac-sdn.ts";
import type { StagedMember } from "../parser/index.ts";
import { makeKeyedId } from "../statements/entity-id.ts";
import type { IntakeTarget } from "../statements/target.ts";
import { contactsValues } from "./contacts-values.ts";
import type { DatabaseRow, PartValue } from "./database-row.ts";
import { holdsMessages, messagesValues } from "./messages-values.ts";
import { rowsOf } from "./part-cells.ts";
import { vcardValues } from "./vcard-values.ts";

/** Files whose entities are persons of a telephone: bystanders until somebody opens them. */
export const isPhoneFile = ({ form, parts }: Pick<StagedMember, "form" | "parts">): boolean =>
  form === "vcard" ||
  form === "contacts" ||
  form === "messages" ||
  (form === "sqlite" && parts.some((part) => part.name.toLowerCase() === "sms"));

/** Whether a file says itself what it holds, so that no columns have to be read. */
export const isSelfDescribed = (member: Pick<StagedMember, "form" | "parts">): boolean =>
  member.form === "ofac-sdn" || isPhoneFile(member);

/** The values of a file whose form says itself what it holds; undefined where columns have to be read. */
export async function formValues(target: IntakeTarget): Promise<PartValue[] | undefined> {
  const idOf = (text: string): string => makeKeyedId(target.dataset, target.member.sha256, text);
  const { member } = target;
  if (member.form === "ofac-sdn") return ofacRows(target);
  if (member.form === "vcard") return cardRows(target, idOf);
  if (!isSelfDescribed(member)) return undefined;
  const tables = await databaseRows(target);
  if (member.form === "contacts") return contactsValues(tables, idOf);
  return holdsMessages(tables) ? messagesValues(tables, idOf) : [];
}

/** Entities of a list are named by the list: `ofac-12345`, so that the next edition speaks of the same ones. */
async function ofacRows(target: IntakeTarget): Promise<PartValue[]> {
  const prefix = target.dataset.startsWith("ofac") ? "ofac" : (target.dataset.split("-")[0] ?? target.dataset);
  const values: PartValue[] = [];
  for (const part of target.member.parts) {
    const rows = await rowsOf(target, part);
    const file = ofacFileOf(rows[0]?.cells ?? []);
    const cut = file === "comments" ? await cutRemarks(target) : new Map<string, CutRemarks>();
    for (const row of rows)
      for (const value of ofacValues(file, row, prefix, cut.get(`${prefix}-${row.cells[0]?.trim()}`)))
        values.push({ ...value, part: part.part });
  }
  return values;
}

/** The remarks of this list that its main file, taken in before, cuts off: by entity. */
async function cutRemarks({ database, datasetNo }: IntakeTarget): Promise<Map<string, CutRemarks>> {
  const rows = await database.rows(
    sql`select distinct entity_id as entity, schema, original_value as remarks from held.current_statement
      where dataset_no = ${datasetNo} and prop = 'notes' and starts_with(value, 'remarks cut off: ') and original_value is not null
      order by entity, schema, remarks`,
    { entity: text, schema: text, remarks: text },
  );
  return new Map(
    rows.flatMap(({ entity, schema, remarks }) => {
      const end = cutEndOf(remarks);
      return end === undefined || !isSchemaName(schema) ? [] : [[entity, { schema, end }] as const];
    }),
  );
}

async function cardRows(target: IntakeTarget, idOf: (text: string) => string): Promise<PartValue[]> {
  const values: PartValue[] = [];
  for (const part of target.member.parts) {
    const lines = (await rowsOf(target, part))
      .toSorted((left, right) => Number(left.cells[5]) - Number(right.cells[5]))
      .map(({ rowNo, cells }) => ({
        card: rowNo,
        property: (cells[2] ?? "").toUpperCase(),
        parameters: cells[3] ?? "",
        value: cells[4] ?? "",
        components: cells
          .slice(6)
          .filter((component, index, all) => component !== "" || all.slice(index).some((later) => later !== "")),
      }));
    for (const value of vcardValues(lines, idOf)) values.push({ ...value, part: part.part });
  }
  return values;
}

async function databaseRows(target: IntakeTarget): Promise<Map<string, DatabaseRow[]>> {
  const rows: (DatabaseRow & { readonly table: string })[] = [];
  for (const part of target.member.parts) {
    const names = (part.columnNames ?? []).map((name) => name.toLowerCase());
    const columns = new Map(names.map((name, index) => [name, index]));
    for (const { rowNo, cells } of await rowsOf(target, part)) {
      const named = new Map(names.map((name, index) => [name, cells[index] ?? ""]));
      rows.push({ table: part.name.toLowerCase(), part: part.part, rowNo, cells: named, columns });
    }
  }
  return groupBy(rows, (row) => row.table);
}
