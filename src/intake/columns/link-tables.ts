import type { JudgedColumn } from "./judge-column.ts";
import type { UnderstoodTable } from "./read-table.ts";

/**
 * Ties the tables of a database: where a column numbers the parties of one table and stands under the same name in
 * another, the other table's rows belong to those parties.
 */
export function linkTables(tables: readonly UnderstoodTable[]): void {
  for (const home of tables) {
    if (home.kind !== "people" && home.kind !== "companies" && home.kind !== "parties") continue;
    const number = home.columns.find((each) => isNumbering(each, tables, home));
    if (!number) continue;
    number.linksTo = home.input.context.partName;
    number.evidence.push("the file's other tables name the same number: it tells one of these parties from another");
    for (const other of tables) {
      if (other === home || other.kind !== "accounts") continue;
      const link = other.columns.find(({ header }) => header === number.header);
      if (!link || !isWithin(link, number)) continue;
      link.linksTo = home.input.context.partName;
      link.evidence.push(`its values number the parties of the table "${home.input.context.partName}"`);
    }
  }
}

const isNumbering = (column: JudgedColumn, tables: readonly UnderstoodTable[], home: UnderstoodTable): boolean =>
  column.header !== null &&
  (column.attribute === "recordId" || column.attribute === "rowNumber") &&
  column.facts.count > 0 &&
  column.facts.distinct === column.facts.count &&
  tables.some(
    (other) =>
      other !== home &&
      other.kind === "accounts" &&
      other.columns.some((each) => each.header === column.header && isWithin(each, column)),
  );

/** Most values of the one stand in the other, as far as both were looked at. */
function isWithin(column: JudgedColumn, numbering: JudgedColumn): boolean {
  const known = new Set(numbering.facts.values);
  const found = column.facts.values.filter((value) => known.has(value)).length;
  return column.facts.count > 0 && found >= column.facts.values.length * (numbering.facts.count < 1000 ? 0.9 : 0.3);
}
