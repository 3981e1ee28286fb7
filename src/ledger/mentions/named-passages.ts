import { groupBy } from "../../base/index.ts";
import { boolean, integer, sql, text, type StageContext } from "../../store/index.ts";

/** A passage in which names are looked for. */
export interface NamedPassage {
  readonly documentId: string;
  readonly datasetNo: number;
  readonly fileNo: number;
  readonly part: number;
  readonly row: number;
  readonly text: string;
  /** Whether it is of people in flight, as the ledger guards them: who is named there is not proposed. */
  readonly isGuarded: boolean;
}

type Context = Pick<StageContext, "database" | "table">;

const shape = {
  documentId: text,
  datasetNo: integer,
  fileNo: integer,
  part: integer,
  documentNo: integer,
  row: integer,
  text,
  isGuarded: boolean,
};

/** What may name somebody: no head of a mail, no menu, no foot, no remark, nothing hidden or deleted. */
const kinds = ["title", "heading", "paragraph", "quote", "label", "list", "caption", "inserted", "table"];

/** The passages of the case, document by document, in order. */
export async function* namedDocuments({ database, table }: Context): AsyncGenerator<readonly NamedPassage[]> {
  const query = sql`
    select p.entity_id as "documentId", p.dataset_no as "datasetNo", p.file_no as "fileNo", p.part, p.document_no as "documentNo",
      p.row_no as "row", p.text, p.text in (select text from ${table("guarded_text")}) as "isGuarded"
    from ${table("passage")} p
    where not p.is_hidden and p.kind in (select unnest(${kinds}))
    order by p.file_no, p.part, p.document_no, p.row_no`;
  let document: NamedPassage[] = [];
  let key = "";
  for await (const chunk of database.chunks(query, shape)) {
    for (const [own, rows] of groupBy(chunk, ({ fileNo, part, documentNo }) => `${fileNo} ${part} ${documentNo}`)) {
      if (own !== key && document.length > 0) {
        yield document;
        document = [];
      }
      key = own;
      document.push(...rows);
    }
  }
  if (document.length > 0) yield document;
}
