import type { FoundForm } from "../detect/index.ts";
import { readCsv } from "./csv/read-csv.ts";
import { readDbf } from "./dbf/read-dbf.ts";
import { readFtmEntities } from "./ftm/read-ftm-entities.ts";
import type { ReadContext } from "./read-context.ts";
import { readVcard } from "./vcard/read-vcard.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

/** Reads a file of a known form into its report; an archive has no rows of its own. */
export async function readForm(found: FoundForm, context: ReadContext): Promise<void> {
  switch (found.form) {
    case "csv":
    case "ftm-statements":
    case "ofac-sdn":
      return readCsv(context, found.encoding, found.table);
    case "vcard":
      return readVcard(context, found.encoding);
    case "ftm-entities":
      return readFtmEntities(context, found.encoding);
    case "xlsx":
      return readXlsx(context);
    case "dbf":
      return readDbf(context);
    case "xls":
    case "xlsb":
    case "ods":
    case "workbook":
      // The library and the database engine are loaded only where they are needed: they take 40 and 20 MB.
      return (await import("./sheets/read-sheets.ts")).readSheets(context);
    case "sqlite":
    case "contacts":
    case "messages":
      return (await import("./sqlite/read-sqlite.ts")).readSqlite(context);
    case "zip":
      return undefined;
    case "unsupported":
      // How many rows an encrypted file has cannot be known: it counts as one.
      return context.report.fault({ ...found.fault, rowsLost: found.fault.kind === "encrypted" ? 1 : 0 });
  }
}
