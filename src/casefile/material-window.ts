import { Refusal } from "../base/index.ts";
import { isDocumentForm, parseEntityId } from "../model/index.ts";
import { boolean, integer, nullable, sql, text } from "../store/index.ts";
import { captionsOfMentions, sourceWords, valuesOnRows } from "../views/index.ts";
import { readManifest } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";
import { findPlace, type FoundPlace } from "./open-place.ts";
import { stagedLookup } from "./staged-lookup.ts";

/** Where a place of the material is, and what its file is; a file alone (`h1/book.xlsx`) is its first row. */
export async function locatePlace(open: OpenCase, locator: string) {
  const { fileNo, part, rowNo, column } = (await firstRowOf(open, locator)) ?? (await findPlace(open, locator));
  const { label, kind, sealed, ...file } = await open.database.row(
    sql`select d.dataset, f.name as file, f.form, o.label, o.kind, o.is_sealed as sealed, o.reliability || o.credibility::varchar as grade
      from ${open.table("file")} f join ${open.table("dataset")} d using (dataset_no) join ${open.table("source")} o using (source_id)
      where f.file_no = ${fileNo}`,
    { dataset: text, file: text, form: text, label: nullable(text), kind: text, sealed: boolean, grade: text },
  );
  const custody = readManifest(open.folder.paths).find(
    (entry) => entry.dataset === file.dataset && entry.name === file.file,
  );
  return {
    fileNo,
    part,
    row: rowNo,
    column,
    ...file,
    isText: isDocumentForm(file.form),
    source: sourceWords({ label, kind, sealed }),
    sha256: sealed ? null : (custody?.sha256 ?? null),
    parts: await partsOf(open, fileNo),
  };
}

async function firstRowOf(open: OpenCase, file: string): Promise<FoundPlace | undefined> {
  const [found] = await open.database.rows(
    sql`select f.file_no as "fileNo", p.part
      from ${open.table("file")} f join ${open.table("dataset")} d using (dataset_no) join ${open.table("part")} p using (file_no)
      where d.dataset || '/' || f.name = ${file} order by f.file_no, p.part limit 1`,
    { fileNo: integer, part: integer },
  );
  return found && { ...found, rowNo: 1, column: null };
}

const partsOf = (open: OpenCase, fileNo: number) =>
  open.database.rows(
    sql`select part, name, visibility, column_count as "columnCount", rows_present as "rowsPresent"
      from ${open.table("part")} where file_no = ${fileNo} order by part`,
    { part: integer, name: text, visibility: text, columnCount: integer, rowsPresent: integer },
  );

/** What was recorded from rows; where it is another entity, what that one is called. */
async function usedIn(open: OpenCase, at: Parameters<typeof valuesOnRows>[1]) {
  const values = await valuesOnRows(open, at);
  const captions = await captionsOfMentions(
    open,
    values.flatMap(({ value, isEntity }) => (isEntity ? [parseEntityId(value)] : [])),
  );
  return values.map(({ isEntity, ...used }) =>
    isEntity ? { ...used, value: captions.get(parseEntityId(used.value)) ?? used.value } : used,
  );
}

/** So many rows of material are shown at once. */
const mostRows = 500;

/** Rows of one part of the material as they were read, and what was recorded from them; refuses what is not there. */
export async function materialWindow(
  open: OpenCase,
  at: { readonly fileNo: number; readonly part: number; readonly from: number; readonly to: number },
) {
  if (at.to < at.from || at.to - at.from >= mostRows)
    throw new Refusal(`rows ${at.from} to ${at.to}: use a window of 1 to ${mostRows} rows`);
  const staged = await stagedLookup(open)(at.fileNo, at.part);
  if (!staged)
    throw new Refusal(
      `file ${at.fileNo}, part ${at.part}: the case holds no such part; "windfall status" lists the files`,
    );
  const { windowOfPart } = await import("../intake/index.ts");
  return {
    columnNames: staged.part.columnNames ?? null,
    hiddenColumns: staged.part.hiddenColumns,
    rows: await windowOfPart(open.database, staged, at),
    used: await usedIn(open, at),
  };
}
