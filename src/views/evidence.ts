import { isDocumentForm, locatorToText, type EntityId, type Place, type StatementId } from "../model/index.ts";
import { boolean, entityId, integer, nullable, sql, statementId, text, type Row } from "../store/index.ts";
import { besideClosed, phoneHandOvers } from "./closed-contacts.ts";
import { guardedTexts } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

/** One recorded value with its first place and the source behind it, as the viewer may know it: of people in flight countries and months. */
export interface Evidence {
  readonly statementId: StatementId;
  readonly dataset: string;
  readonly handOverNo: number;
  readonly entityId: EntityId;
  readonly schema: string;
  readonly prop: string;
  readonly value: string;
  /** What stood there, where it differs from the value and no closed contact stands there too. */
  readonly original: string | null;
  /** As `windfall open` takes it; null for a value that no file holds. */
  readonly locator: string | null;
  /** In how many places it stands. */
  readonly places: number;
  readonly isHidden: boolean;
  /** Whether it tells of people in flight, so that it is told in countries and months. */
  readonly isGuarded: boolean;
  readonly source: string;
  readonly grade: string;
}

const shape = {
  id: statementId,
  dataset: text,
  handOver: integer,
  entity: entityId,
  schema: text,
  prop: text,
  value: text,
  original: nullable(text),
  file: nullable(text),
  form: nullable(text),
  part: nullable(text),
  row: nullable(integer),
  column: nullable(integer),
  places: integer,
  hidden: boolean,
  label: nullable(text),
  kind: text,
  sealed: boolean,
  grade: text,
  isOfPhone: boolean,
};

/** The evidence for statements, by their ids; ordered by hand-over, entity, property and value. */
export async function evidenceOf(reader: Reader, statementIds: readonly StatementId[]): Promise<Evidence[]> {
  if (statementIds.length === 0) return [];
  const rows = await reader.database.rows(
    sql`
    with wanted as (select distinct unhex(id) as statement_id from unnest(${statementIds}::varchar[]) as item(id)),
    place as (
      select statement_id, count(*) as places, bool_and(is_hidden) as is_hidden,
        min(struct_pack(file_no, part, row_no, col_no := coalesce(col_no, -1))) as first
      from ${reader.table("occurrence")} where statement_id in (select statement_id from wanted) group by statement_id)
    select s.statement_id as id, d.dataset, d.hand_over_no as "handOver", s.entity_id as entity, s.schema, s.prop, s.value,
      s.original_value as original, f.name as file, f.form, p.name as part, place.first.row_no as row,
      nullif(place.first.col_no, -1) as "column", coalesce(place.places, 0) as places,
      coalesce(place.is_hidden, false) as hidden, o.label, o.kind, o.is_sealed as sealed,
      o.reliability || o.credibility::varchar as grade, s.dataset_no in (${phoneHandOvers(reader)}) as "isOfPhone"
    from ${reader.table("statement")} s
    join ${reader.table("dataset")} d using (dataset_no)
    join ${reader.table("source")} o using (source_id)
    left join place using (statement_id)
    left join ${reader.table("file")} f on f.file_no = place.first.file_no
    left join ${reader.table("part")} p on p.file_no = place.first.file_no and p.part = place.first.part
    where s.statement_id in (select statement_id from wanted)
    qualify row_number() over (partition by s.statement_id order by s.batch_no, s.dataset_no, s.entity_id) = 1
    order by d.hand_over_no, s.entity_id, s.prop, s.value, s.statement_id`,
    shape,
  );
  const beside = await besideClosed(
    reader,
    rows.filter((row) => row.isOfPhone).map((row) => row.id),
  );
  const guarded = await guardedTexts(
    reader,
    rows.flatMap(({ value, original }) => [value, original]),
  );
  const told = (words: string): string => guarded.get(words)?.words ?? words;
  return rows.map((row) =>
    toEvidence({
      ...row,
      isGuarded: guarded.has(row.value),
      value: told(row.value),
      original: row.original === null || beside.has(row.id) ? null : told(row.original),
    }),
  );
}

/** The text of every recorded value but the notes of files, and what stood there, in chunks. */
export const statementTexts = (reader: Reader) =>
  reader.database.chunks(
    sql`select statement_id as id, concat_ws(chr(10), value, original_value) as text from ${reader.table("statement")}
      where prop_type <> 'entity' and not (prop = 'notes' and schema in ('Document', 'Table', 'Workbook')) order by dataset_no, statement_id`,
    { id: statementId, text },
  );

function toEvidence(row: Row<typeof shape> & Pick<Evidence, "isGuarded">): Evidence {
  return {
    statementId: row.id,
    dataset: row.dataset,
    handOverNo: row.handOver,
    entityId: row.entity,
    schema: row.schema,
    prop: row.prop,
    value: row.value,
    original: row.original === row.value ? null : row.original,
    locator: row.file === null || row.row === null ? null : locatorText(row, row.file, row.row),
    places: row.places,
    isHidden: row.hidden,
    isGuarded: row.isGuarded,
    source: sourceWords(row),
    grade: row.grade,
  };
}

/** How a source is named to a viewer: never by name if it is sealed. */
export const sourceWords = (source: {
  readonly sealed: boolean;
  readonly label: string | null;
  readonly kind: string;
}): string => (source.sealed ? `a protected source (${source.kind})` : (source.label ?? source.kind));

function locatorText(row: Row<typeof shape>, file: string, rowNo: number): string {
  return placeText({ dataset: row.dataset, file, form: row.form, part: row.part, row: rowNo, column: row.column });
}

/** Forms whose files hold several tables; a locator in others names no part. */
const formsWithParts = new Set(["xlsx", "xls", "xlsb", "ods", "workbook", "sqlite", "contacts", "messages"]);

/** The text of a place, from the columns that say where it is. */
export function placeText(at: {
  readonly dataset: string;
  readonly file: string;
  readonly form: string | null;
  readonly part: string | null;
  readonly row: number;
  readonly column: number | null;
  /** Of a passage: its page, and its box as four numbers. */
  readonly page?: number | null;
  readonly box?: string | null;
}): string {
  const part = formsWithParts.has(at.form ?? "") ? (at.part ?? "") : "";
  const place: Place = at.page
    ? { kind: "page", page: at.page, ...boxOf(at.box) }
    : isDocumentForm(at.form ?? "")
      ? { kind: "paragraph", part, row: at.row }
      : at.form === "messages"
        ? { kind: "message", part, row: at.row }
        : at.column === null
          ? { kind: "row", part, row: at.row }
          : { kind: "cell", part, row: at.row, column: at.column };
  return locatorToText({ file: `${at.dataset}/${at.file}`, place });
}

function boxOf(box: string | null | undefined): { readonly box?: readonly [number, number, number, number] } {
  const [left, bottom, right, top] = (box ?? "").split(",").map(Number);
  return left === undefined || bottom === undefined || right === undefined || top === undefined
    ? {}
    : { box: [left, bottom, right, top] };
}
