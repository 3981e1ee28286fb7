import type { FoundForm } from "../detect/index.ts";
import { readCsv } from "./csv/read-csv.ts";
import type { ReadContext } from "./read-context.ts";

/** Reads a file of a known form into its report. */
export async function readForm(found: FoundForm, context: ReadContext): Promise<void> {
  switch (found.form) {
    case "csv":
    case "ftm-statements":
    case "ofac-sdn":
      return readCsv(context, found.encoding, found.table);
    case "unsupported":
      return context.report.fault(found.fault);
    default:
      return context.report.fault({ kind: "unsupported", text: `No reader for ${found.form} yet.` });
  }
}
