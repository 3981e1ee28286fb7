import { Refusal } from "../base/index.ts";
import { columnToLetters, parseLocator, type Locator } from "../model/index.ts";
import { integer, sql, text } from "../store/index.ts";
import { findPassage } from "./find-passage.ts";
import type { OpenCase } from "./open-case.ts";
import { stagedLookup } from "./staged-lookup.ts";

/** A place of the material with the lines about it; `focus` is the index of its own line. */
export interface OpenedPlace {
  readonly locator: string;
  readonly lines: readonly string[];
  readonly focus: number;
  /** Whether the material hides it: its sheet, its row or its column. */
  readonly isHidden: boolean;
  /** Whether it tells of people in flight, so that it is told in countries and months unless a reason was given. */
  readonly isGuarded: boolean;
}

/** Who opens a place, and why. */
export interface Opening {
  readonly actor: string;
  readonly reason: string;
}

/** A place as the tables know it: rows count from 1, columns from 0; the column is null for a whole row. */
export interface FoundPlace {
  readonly fileNo: number;
  readonly part: number;
  readonly rowNo: number;
  readonly column: number | null;
}

/**
 * Shows the cell, row, card or list line that a locator names, with its neighbours; refuses a contact of a phone that is
 * closed. What is told of people in flight is shown in countries and months; to somebody who gives a reason the place
 * itself is shown as it stands, once, and the audit log keeps who and why.
 */
export async function openPlace(open: OpenCase, locatorText: string, opening?: Opening): Promise<OpenedPlace> {
  const place = await findPlace(open, locatorText);
  const staged = await stagedLookup(open)(place.fileNo, place.part);
  if (!staged)
    throw new Refusal(
      `${locatorText}: the material that it stands in holds no such part any more; "windfall run" reads it anew`,
    );
  await refuseMissingColumn(open, place, { locatorText, columnCount: staged.part.columnCount });
  const { surroundingsOf } = await import("../intake/index.ts");
  const [around] = await surroundingsOf(open.database, staged, [place], { isPlaceOpened: opening !== undefined });
  if (!around)
    throw new Refusal(`${locatorText}: there is no row ${place.rowNo}; the part has ${staged.part.rowsPresent} rows`);
  const { isClosed, ...shown } = around;
  if (isClosed)
    throw new Refusal(
      `${locatorText}: a contact of a phone or mailbox stands there and is closed; add --reason WORDS, which opens it and keeps why`,
    );
  if (opening && shown.isGuarded)
    open.folder.audit.add([{ action: "open people in flight", subject: locatorText, ...opening }]);
  return { locator: locatorText, ...shown };
}

/** A comment may stand beside the columns of its sheet; nothing else does. */
async function refuseMissingColumn(
  open: OpenCase,
  { fileNo, part, rowNo, column }: FoundPlace,
  told: { readonly locatorText: string; readonly columnCount: number },
): Promise<void> {
  if (column === null || column < told.columnCount) return;
  const said = await open.database.rows(
    sql`select row_no as "rowNo" from ${open.table("occurrence")}
      where file_no = ${fileNo} and part = ${part} and row_no = ${rowNo} and col_no = ${column} order by row_no limit 1`,
    { rowNo: integer },
  );
  if (said.length > 0) return;
  const last = columnToLetters(Math.max(0, told.columnCount - 1));
  throw new Refusal(
    `${told.locatorText}: there is no column ${columnToLetters(column)}; the part has columns A-${last}`,
  );
}

/** Where a locator's text leads; refuses a text that is no place, and a file or part that the case has not read. */
export async function findPlace(open: OpenCase, locatorText: string): Promise<FoundPlace> {
  const locator = parseLocator(locatorText);
  if (!locator)
    throw new Refusal(
      `"${locatorText}" is no place; use one such as h1/ledger.csv#B17 or "h2/book.xlsx#'Payments'!C4"`,
    );
  const part = await findPart(open, locator);
  const { fileNo, part: partNo } = part;
  const rowNo = await findPassage(open, part, locator.place);
  return { fileNo, part: partNo, ...(rowNo === undefined ? placeInPart(locator) : { rowNo, column: null }) };
}

function placeInPart({ place, file }: Locator): { rowNo: number; column: number | null } {
  if (place.kind === "cell") return { rowNo: place.row, column: place.column };
  if (place.kind === "row" || place.kind === "message" || place.kind === "paragraph")
    return { rowNo: place.row, column: null };
  throw new Refusal(
    `${file}: places of kind "${place.kind}" cannot be opened in a table; use a cell such as B17 or a row such as "row 17"`,
  );
}

async function findPart(open: OpenCase, locator: Locator): Promise<{ fileNo: number; part: number; form: string }> {
  const name = "part" in locator.place ? locator.place.part : "";
  const parts = await open.database.rows(
    sql`select f.file_no as "fileNo", f.form, p.part, p.name
      from ${open.table("file")} f join ${open.table("dataset")} d using (dataset_no) join ${open.table("part")} p using (file_no)
      where d.dataset || '/' || f.name = ${locator.file} order by f.file_no, p.part`,
    { fileNo: integer, form: text, part: integer, name: text },
  );
  if (parts.length === 0)
    throw new Refusal(
      `${locator.file}: the case has no such file, or nothing of it was read; "windfall status" lists the files`,
    );
  const found = parts.find((part) => part.name === name) ?? (name === "" && parts.length === 1 ? parts[0] : undefined);
  if (found) return found;
  throw new Refusal(
    `${locator.file}: it has no part "${name}"; its parts are ${parts.map((part) => `'${part.name}'`).join(", ")}`,
  );
}
