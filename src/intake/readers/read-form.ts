import type { FoundForm } from "../detect/index.ts";
import type { ReadContext } from "./read-context.ts";

/** Reads a file of a known form into its report, by a reader that is loaded then; an archive has no rows of its own. */
export async function readForm(found: FoundForm, context: ReadContext): Promise<void> {
  switch (found.form) {
    case "csv":
    case "ftm-statements":
    case "ofac-sdn":
      return (await import("./csv/read-csv.ts")).readCsv(context, found.encoding, found.table);
    case "vcard":
      return (await import("./vcard/read-vcard.ts")).readVcard(context, found.encoding);
    case "interview":
      return (await import("./interview/read-interview.ts")).readInterview(context, found.encoding);
    case "text":
      return (await import("./documents/read-plain-text.ts")).readPlainText(context, found.encoding);
    case "html":
      return (await import("./html/read-html.ts")).readHtml(context, found.encoding);
    case "email":
      return (await import("./mail/read-mail.ts")).readEmail(context);
    case "mbox":
      return (await import("./mail/read-mail.ts")).readMbox(context);
    case "docx":
      return (await import("./docx/read-docx.ts")).readDocx(context);
    case "rtf":
      return (await import("./rtf/read-rtf.ts")).readRtf(context);
    case "pdf":
      return (await import("./pdf/read-pdf.ts")).readPdf(context);
    case "feed":
      return (await import("./feed/read-feed.ts")).readFeed(context, found.encoding);
    case "warc":
      return (await import("./warc/read-warc.ts")).readWarc(context);
    case "ftm-entities":
      return (await import("./ftm/read-ftm-entities.ts")).readFtmEntities(context, found.encoding);
    case "xlsx":
      return (await import("./xlsx/read-xlsx.ts")).readXlsx(context);
    case "dbf":
      return (await import("./dbf/read-dbf.ts")).readDbf(context);
    case "xls":
    case "xlsb":
    case "ods":
    case "workbook":
      // The library takes 40 MB and the database engine 20.
      return (await import("./sheets/read-sheets.ts")).readSheets(context);
    case "sqlite":
    case "contacts":
    case "messages":
      return (await import("./sqlite/read-sqlite.ts")).readSqlite(context);
    case "zip":
    case "gzip":
      return undefined;
    case "unsupported":
      // How many rows an encrypted file has cannot be known: it counts as one.
      return context.report.fault({ ...found.fault, rowsLost: found.fault.kind === "encrypted" ? 1 : 0 });
  }
}
