import { isDocumentForm, isMailForm, type DocumentForm } from "../../model/index.ts";
import { literal, integer, nullable, rawSql, sql, tableName, text, type Sql } from "../../store/index.ts";
import type { PartValue } from "../forms/database-row.ts";
import { writeValues } from "../forms/write-form.ts";
import type { StagedPart } from "../parser/index.ts";
import { makeKeyedId } from "../statements/entity-id.ts";
import { parquetTable } from "../statements/sql-text.ts";
import { openChunks, type IntakeTarget } from "../statements/target.ts";
import { mailValues } from "./mail-values.ts";
import { byDocument, documentValues, type DocumentHead } from "./document-values.ts";

const linesMax = 12;

/** Writes the passages of a file of documents, and what each document says of itself as statements. */
export async function writeDocuments(target: IntakeTarget): Promise<void> {
  const { form } = target.member;
  if (!isDocumentForm(form)) return;
  const values: PartValue[] = [];
  for (const part of target.member.parts) {
    const paths = await openChunks(target, part.chunks);
    if (paths.length === 0) continue;
    const staged = parquetTable(paths);
    await target.database.run(insertPassages(target, part, staged));
    for (const value of await valuesOf(target, form, staged)) values.push({ ...value, part: part.part });
  }
  await writeValues(target, values);
}

/** Columns of staged passages by name: see `passageColumns` of the readers. */
const [textColumn, kindColumn, langColumn, pageColumn, boxColumn, documentColumn, nameColumn] = [
  "c0",
  "c1",
  "c2",
  "c3",
  "c4",
  "c5",
  "c6",
];

const entityOf = ({ dataset, member }: IntakeTarget, document: number): string =>
  makeKeyedId(dataset, "document", member.sha256, String(document));

const insertPassages = (target: IntakeTarget, part: StagedPart, staged: Sql): Sql => sql`
  insert into ${tableName("held", "passage")}
  select ${target.datasetNo}, ${target.fileNo}, ${part.part}, row_no, ${rawSql(documentColumn)}::integer,
    left(sha1(concat(${rawSql(idHead(target))}, ${rawSql(documentColumn)})), 20), ${rawSql(`${kindColumn}, ${nameColumn}, ${textColumn}, ${langColumn},
    ${pageColumn}::integer, string_split(${boxColumn}, ',')::double[], nullif(byte_from, -1), nullif(byte_to, -1), is_hidden`)},
    ${target.batchNo}
  from ${staged}`;

/** What the id of a document is made of, before its number: the same as `entityOf`. */
const idHead = ({ dataset, member }: IntakeTarget): string =>
  literal([dataset, "document", member.sha256, ""].join("\u001F"));

async function valuesOf(target: IntakeTarget, form: DocumentForm, staged: Sql) {
  const rows = await headRows(target, staged);
  const languages = await languageRows(target, staged);
  // What a feed is called is the outlet of each of its items.
  const channel = rows.filter(({ name }) => name === "channel:title").slice(0, 1);
  const ofChannel = channel.map((row) => ({ ...row, name: "channel" }));
  const byNumber = new Map(languages.map((row) => [row.document, row]));
  return [...byDocument(rows)].flatMap(([document, own]) => {
    const head: DocumentHead = {
      document,
      entityId: entityOf(target, document),
      meta: [...own.filter(({ kind }) => kind === "meta"), ...ofChannel].map((row) => ({
        ...row,
        name: row.name ?? "",
      })),
      lines: own.filter(({ kind }) => kind !== "meta"),
      language: byNumber.get(document),
    };
    const people = isMailForm(form) ? mailValues(head, (text) => makeKeyedId(target.dataset, "mail", text)) : [];
    return [...documentValues(form, target.name, head), ...people];
  });
}

/** What each document says of itself, and the first lines of its text. */
const headRows = ({ database }: IntakeTarget, staged: Sql) =>
  database.rows(
    sql`select document, row_no as "rowNo", kind, name, text from (
        select ${rawSql(`${documentColumn}::integer as document, row_no, ${kindColumn} as kind, ${nameColumn} as name, ${textColumn} as text,
          row_number() over (partition by ${documentColumn}, ${kindColumn} = 'meta' order by row_no) as line`)}
        from ${staged}
        where ${rawSql(`${kindColumn} = 'meta' or (not is_hidden and ${kindColumn} not in ('menu', 'header', 'footer', 'comment', 'deleted') and trim(${textColumn}) <> '')`)})
      where kind = 'meta' or line <= ${linesMax} order by document, row_no`,
    { document: integer, rowNo: integer, kind: text, name: nullable(text), text },
  );

/** The language of most letters of each document. */
const languageRows = ({ database }: IntakeTarget, staged: Sql) =>
  database.rows(
    sql`select document, code, "rowNo" from (
        select ${rawSql(`${documentColumn}::integer as document, ${langColumn} as code, min(row_no) as "rowNo", sum(length(${textColumn})) as letters`)}
        from ${staged} where ${rawSql(`${langColumn} is not null and ${kindColumn} not in ('menu', 'header', 'footer', 'comment')`)}
        group by all)
      qualify row_number() over (partition by document order by letters desc, code) = 1 order by document`,
    { document: integer, code: text, rowNo: integer },
  );
