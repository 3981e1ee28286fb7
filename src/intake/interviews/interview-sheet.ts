import { sql, type Database } from "../../store/index.ts";
import { loadRows, partRows } from "../columns/part-rows.ts";
import type { StagedMember, StagedPart } from "../parser/index.ts";
import { interviewColumns, type InterviewColumns } from "./interview-columns.ts";

/** A part whose rows are answers of interviews: its columns, and the row that heads them (0: the columns have names). */
export interface InterviewPart {
  readonly part: StagedPart;
  readonly columns: InterviewColumns;
  readonly headerRow: number;
}

const searchedRows = 20;
const sheetForms: ReadonlySet<string> = new Set(["csv", "xlsx", "xls", "xlsb", "ods", "workbook", "interview"]);

/**
 * The parts of a file that are interview sheets; none where the first part with rows is not: what stands beside a table of
 * another kind is read as tables are.
 */
export async function interviewParts(
  database: Database,
  member: Pick<StagedMember, "form" | "parts">,
  stagedDir: string,
): Promise<readonly InterviewPart[]> {
  if (!sheetForms.has(member.form)) return [];
  const found: InterviewPart[] = [];
  for (const part of member.parts.filter(({ rowsRead, columnCount }) => rowsRead > 0 && columnCount > 0)) {
    const sheet = await interviewPart(database, part, stagedDir);
    if (sheet) found.push(sheet);
    else if (found.length === 0) return [];
  }
  return found;
}

async function interviewPart(
  database: Database,
  part: StagedPart,
  stagedDir: string,
): Promise<InterviewPart | undefined> {
  if (part.columnNames) {
    const columns = interviewColumns(part.columnNames);
    return columns && { part, columns, headerRow: 0 };
  }
  const rows = await loadRows(
    database,
    part,
    sql`select * from ${partRows(stagedDir, part)} order by row_no limit ${searchedRows}`,
  );
  for (const { rowNo, cells } of rows) {
    const columns = interviewColumns(cells);
    if (columns) return { part, columns, headerRow: rowNo };
  }
  return undefined;
}
