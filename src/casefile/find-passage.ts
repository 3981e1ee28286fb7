import { Refusal } from "../base/index.ts";
import { isDocumentForm, type Place } from "../model/index.ts";
import { integer, sql, type Sql } from "../store/index.ts";
import type { OpenCase } from "./open-case.ts";

/** A part of a file of the case, with the form of the file. */
interface PlacedPart {
  readonly fileNo: number;
  readonly part: number;
  readonly form: string;
}

/**
 * The row of the passage that a place in a document names: the passage in a box of a page, the first one of a page or a
 * message, the one that holds a byte. Undefined for a place of another kind, or in a file that holds no documents.
 */
export async function findPassage(open: OpenCase, part: PlacedPart, place: Place): Promise<number | undefined> {
  const wanted = isDocumentForm(part.form) ? wantedBy(place) : undefined;
  if (wanted === undefined) return undefined;
  const [found] = await open.database.rows(
    sql`select row_no as "row" from ${open.table("passage")}
      where file_no = ${part.fileNo} and part = ${part.part} and ${wanted.condition}
      order by ${wanted.distance}, row_no limit 1`,
    { row: integer },
  );
  if (!found)
    throw new Refusal(`the document has nothing at ${placeWords(place)}; "windfall show" prints its passages`);
  return found.row;
}

/** Which passages a place can mean, and how far each is from it. */
function wantedBy(place: Place): { readonly condition: Sql; readonly distance: Sql } | undefined {
  // Who wrote a message stands first and may be closed; its subject is open.
  if (place.kind === "message")
    return {
      condition: sql`document_no = ${place.row}`,
      distance: sql`case when lower(name) = 'subject' then 0 when kind <> 'meta' then 1 else 2 end`,
    };
  if (place.kind === "bytes") {
    const to = Math.max(place.to, place.from + 1);
    return { condition: sql`byte_to > ${place.from} and byte_from < ${to}`, distance: sql`byte_from` };
  }
  if (place.kind !== "page") return undefined;
  const condition = sql`page = ${place.page}`;
  if (!place.box) return { condition, distance: sql`page` };
  const [left, bottom, right, top] = place.box;
  return {
    condition: sql`${condition} and box is not null`,
    distance: sql`abs(box[1] - ${left}) + abs(box[2] - ${bottom}) + abs(box[3] - ${right}) + abs(box[4] - ${top})`,
  };
}

function placeWords(place: Place): string {
  if (place.kind === "message") return `message ${place.row}`;
  if (place.kind === "bytes") return `bytes ${place.from}-${place.to}`;
  return place.kind === "page" ? `page ${place.page}` : place.kind;
}
