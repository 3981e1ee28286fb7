import { groupBy } from "../../base/index.ts";
import type { PassageKind } from "../../model/index.ts";
import { boolean, integer, nullable, sql, text, type Row, type StageContext } from "../../store/index.ts";
import type { HeldPassage } from "./document-text.ts";
import type { AskedDocuments } from "./documents-asked.ts";

/** A document of the case with what it says of itself. */
export interface HeldDocument {
  readonly entityId: string;
  readonly dataset: string;
  readonly datasetNo: number;
  readonly fileNo: number;
  readonly documentNo: number;
  readonly title: string | null;
  /** Who carries it: its outlet or author; else the source, if that is an outlet and not protected; else undefined. */
  readonly outlet: string | undefined;
  /** What it is called where nobody is named: hand-over and file. */
  readonly place: string;
  /** The day that it gives itself, as it writes it. */
  readonly header: string | undefined;
  readonly passages: readonly HeldPassage[];
}

type Context = Pick<StageContext, "database" | "table">;

const passageShape = {
  entityId: text,
  datasetNo: integer,
  fileNo: integer,
  part: integer,
  row: integer,
  documentNo: integer,
  kind: text,
  name: nullable(text),
  text,
  lang: nullable(text),
  dataset: text,
  file: text,
  label: nullable(text),
  sourceKind: text,
  isSealed: boolean,
  isMailbox: boolean,
};

/** How many passages are in memory at once, unless one file holds more. */
const passagesMax = 20_000;

/** By what a document is known among those of its case. */
export const documentKey = ({ fileNo, part, documentNo }: Pick<PassageRow, "fileNo" | "part" | "documentNo">): string =>
  `${fileNo} ${part} ${documentNo}`;

/**
 * The documents of the case in the order in which they came, one at a time, or those alone that are asked for. Hidden passages
 * are no part of their text.
 */
export async function* heldDocuments(context: Context, asked?: AskedDocuments): AsyncGenerator<HeldDocument> {
  const groups = asked ? asked.files.map((fileNo) => ({ first: fileNo, last: fileNo })) : await fileGroups(context);
  for (const files of groups) {
    const told = groupBy(await toldRows(context, files), ({ entityId }) => entityId);
    const rows = await context.database.rows(passageRows(context, files), passageShape);
    for (const [key, document] of groupBy(rows, documentKey))
      if (!asked || asked.keys.has(key)) yield toDocument(document, told.get(document[0]?.entityId ?? "") ?? []);
  }
}

/** How many there are. */
export const countDocuments = async ({ database, table }: Context): Promise<number> =>
  (
    await database.row(
      sql`select count(distinct (file_no, part, document_no)) as documents from ${table("passage")} where not is_hidden`,
      { documents: integer },
    )
  ).documents;

/** First and last file of runs of files that are read together. */
async function fileGroups({ database, table }: Context): Promise<readonly FileRange[]> {
  const files = await database.rows(
    sql`select file_no as "fileNo", count(*) as passages from ${table("passage")} group by file_no order by file_no`,
    { fileNo: integer, passages: integer },
  );
  const groups: { first: number; last: number; passages: number }[] = [];
  for (const { fileNo, passages } of files) {
    const group = groups.at(-1);
    if (group && group.passages + passages <= passagesMax) {
      group.last = fileNo;
      group.passages += passages;
    } else groups.push({ first: fileNo, last: fileNo, passages });
  }
  return groups;
}

interface FileRange {
  readonly first: number;
  readonly last: number;
}

type PassageRow = Row<typeof passageShape>;

const passageRows = ({ table }: Context, { first, last }: FileRange) => sql`
  select a.entity_id as "entityId", a.dataset_no as "datasetNo", a.file_no as "fileNo", a.part, a.row_no as "row",
    a.document_no as "documentNo", a.kind, a.name, a.text, a.lang, d.dataset, f.name as file, o.label, o.kind as "sourceKind",
    o.is_sealed as "isSealed", f.form = 'mbox' as "isMailbox"
  from ${table("passage")} a
  join ${table("file")} f on f.file_no = a.file_no
  join ${table("dataset")} d on d.dataset_no = a.dataset_no
  join ${table("source")} o on o.source_id = d.source_id
  where not a.is_hidden and a.file_no between ${first} and ${last}
  order by a.file_no, a.part, a.document_no, a.row_no`;

/** What the documents say of themselves, the first value of each property. */
const toldRows = ({ database, table }: Context, { first, last }: FileRange) =>
  database.rows(
    sql`select entity_id as "entityId", prop, min(value) as value from ${table("statement")}
      where entity_id in (select entity_id from ${table("passage")} where file_no between ${first} and ${last})
        and prop in ('title', 'subject', 'publisher', 'author', 'publishedAt', 'date')
      group by entity_id, prop order by entity_id, prop`,
    { entityId: text, prop: text, value: text },
  );

function toDocument(
  rows: readonly PassageRow[],
  told: readonly { readonly prop: string; readonly value: string }[],
): HeldDocument {
  const [first] = rows as readonly [PassageRow, ...PassageRow[]];
  const value = (...props: readonly string[]): string | undefined =>
    props.flatMap((prop) => told.find((each) => each.prop === prop)?.value ?? [])[0];
  const source = first.sourceKind === "outlet" && !first.isSealed ? (first.label ?? undefined) : undefined;
  return {
    entityId: first.entityId,
    dataset: first.dataset,
    datasetNo: first.datasetNo,
    fileNo: first.fileNo,
    documentNo: first.documentNo,
    title: value("title", "subject") ?? null,
    outlet: value("publisher") ?? source ?? value("author"),
    place: `${first.dataset}/${first.file}${first.isMailbox ? `#message ${first.documentNo}` : ""}`,
    header: value("publishedAt", "date"),
    passages: rows.map(({ fileNo, part, row, kind, name, text: words, lang }) => ({
      fileNo,
      part,
      row,
      kind: kind as PassageKind,
      name,
      text: words,
      lang,
    })),
  };
}
