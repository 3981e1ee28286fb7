import type { SchemaName } from "../../model/index.ts";
import type { StagedForm } from "../parser/index.ts";
import { makeKeyedId } from "./entity-id.ts";
import type { IntakeTarget } from "./target.ts";

/** The entity that stands for the file itself: what no other entity says is noted there. */
export const fileEntityId = ({ dataset, member }: Pick<IntakeTarget, "dataset" | "member">): string =>
  makeKeyedId(dataset, "file", member.sha256);

/** What kind of document a file of a form is. */
export function fileSchema(form: StagedForm): SchemaName {
  if (["csv", "dbf", "ofac-sdn", "ftm-statements"].includes(form)) return "Table";
  return ["xlsx", "xls", "xlsb", "ods", "workbook", "sqlite"].includes(form) ? "Workbook" : "Document";
}
