import { Refusal } from "../base/index.ts";
import type { CellExcerpt, PassageExcerpt } from "../intake/index.ts";
import { integer, nullable, sql, text } from "../store/index.ts";
import { contentProblem } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";
import { findPlace, type FoundPlace } from "./open-place.ts";
import { custodyOfFile, stagedLookup } from "./staged-lookup.ts";

/** A place as it is shown, read again from the material, and whether it still holds what was read there. */
export interface ShownPlace {
  readonly place: string;
  readonly isHidden: boolean;
  /** Null where the place says nothing that may be shown. */
  readonly excerpt: CellExcerpt | (PassageExcerpt & PageOfPassage) | null;
  readonly check: { readonly agrees: boolean; readonly words: string };
}

interface PageOfPassage {
  readonly form: "text" | "mail" | "page";
  readonly page: number | null;
  readonly box: readonly number[] | null;
}

/**
 * Opens a place with its surroundings and checks it: the file must have the hash that it had when it was added, and what a
 * statement quotes must stand at the place. Refuses a text that is no place.
 */
export async function showPlace(open: OpenCase, locator: string, statementId?: string): Promise<ShownPlace> {
  const place = await findPlace(open, locator);
  const file = await fileOf(open, place);
  const custody = await custodyOfFile(open, place.fileNo);
  const problem = custody ? await contentProblem(open.folder.paths, custody) : "the manifest does not name its file";
  if (problem !== undefined) return changed(locator, `moved or changed: ${problem}`);
  const staged = await stagedLookup(open)(place.fileNo, place.part);
  if (!staged) return changed(locator, "moved or changed: its file holds no such part any more; run the case again");
  const { excerptOfPlace } = await import("../intake/index.ts");
  const read = await excerptOfPlace(
    open.database,
    staged,
    { rowNo: place.rowNo, column: place.column },
    { form: gridForms.has(file.form) ? "grid" : "row", headers: await headersOf(open, place) },
  );
  if (!read)
    throw new Refusal(`${locator}: there is no row ${place.rowNo}; the part has ${staged.part.rowsPresent} rows`);
  if (read.ownText === null)
    return { place: locator, isHidden: read.isHidden, excerpt: null, check: { agrees: true, words: closedWords } };
  // What a whole row says need not stand in it as text: a currency that the header names, a type.
  const isQuoting = statementId !== undefined && (place.column !== null || read.excerpt.kind === "lines");
  const quoted = isQuoting ? await quotedBy(open, statementId) : undefined;
  const excerpt =
    read.excerpt.kind === "cells" ? read.excerpt : { ...read.excerpt, ...(await pageOf(open, place, file.form)) };
  return { place: locator, isHidden: read.isHidden, excerpt, check: checkOf(read.ownText, quoted) };
}

const closedWords = "a contact of a phone stands there and is closed";

const changed = (place: string, words: string): ShownPlace => ({
  place,
  isHidden: false,
  excerpt: null,
  check: { agrees: false, words },
});

/** Files whose tables are sheets; the rows of others are records. */
const gridForms = new Set(["xlsx", "xls", "xlsb", "ods", "workbook"]);

const fileOf = (open: OpenCase, { fileNo }: FoundPlace) =>
  open.database.row(sql`select form from ${open.table("file")} where file_no = ${fileNo}`, { form: text });

/** The names of a part's columns as they were read, by column. */
async function headersOf(open: OpenCase, { fileNo, part }: FoundPlace): Promise<(string | null)[]> {
  const rows = await open.database.rows(
    sql`select col_no as "column", min(header) as header from ${open.table("column_reading")}
      where file_no = ${fileNo} and part = ${part} group by col_no order by col_no`,
    { column: integer, header: nullable(text) },
  );
  const headers: (string | null)[] = [];
  for (const { column, header } of rows) headers[column] = header;
  return Array.from(headers, (header) => header ?? null);
}

async function pageOf(open: OpenCase, { fileNo, part, rowNo }: FoundPlace, form: string): Promise<PageOfPassage> {
  const [found] = await open.database.rows(
    sql`select page, array_to_string(box, ',') as box from ${open.table("passage")}
      where file_no = ${fileNo} and part = ${part} and row_no = ${rowNo} order by document_no limit 1`,
    { page: nullable(integer), box: nullable(text) },
  );
  const box = found?.box?.split(",").map(Number) ?? null;
  const isMail = form === "mail" || form === "mbox" || form === "eml" || form === "msg";
  return { form: isMail ? "mail" : found?.page ? "page" : "text", page: found?.page ?? null, box };
}

/** What a statement says stood there: as it was written, else its value. */
async function quotedBy(open: OpenCase, statementId: string): Promise<string | undefined> {
  const [said] = await open.database.rows(
    sql`select coalesce(original_value, value) as quoted from ${open.table("statement")}
      where statement_id = unhex(${/^[0-9a-f]+$/u.test(statementId) ? statementId : ""}) and prop_type <> 'entity'
      order by batch_no, dataset_no, entity_id limit 1`,
    { quoted: text },
  );
  return said?.quoted;
}

function checkOf(ownText: string, quoted: string | undefined): ShownPlace["check"] {
  if (quoted === undefined) return { agrees: true, words: "read again: the file is as it was added" };
  return bare(ownText).includes(bare(quoted))
    ? { agrees: true, words: "read again: the file and the quoted text agree" }
    : { agrees: false, words: `moved or changed: the place does not hold the quoted text "${quoted.slice(0, 200)}"` };
}

/** Letters and digits alone, so that how a cell was trimmed, padded or broken into lines makes no difference. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
