import { boolean, hex, integer, nullable, sql, text, textList, type Row, type Sql } from "../store/index.ts";
import { placeText } from "./evidence.ts";
import type { Reader } from "./reader.ts";

/** A teller of a claim; inferred where the text does not say it in so many words. */
export interface ToldBy {
  readonly name: string;
  readonly isInferred: boolean;
}

/** A number in a claim; null at an end that the words leave open. */
export interface ClaimCount {
  readonly text: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly noun: string | null;
  readonly approx: boolean;
}

const shape = {
  claimId: hex,
  document: text,
  title: nullable(text),
  quote: text,
  kind: text,
  polarity: text,
  modality: text,
  cues: textList,
  speaker: text,
  chain: text,
  outlet: text,
  relation: text,
  isQuoted: boolean,
  isIronic: boolean,
  isRetracted: boolean,
  dateText: nullable(text),
  from: nullable(text),
  to: nullable(text),
  precision: nullable(text),
  counts: text,
  places: text,
  reasons: text,
  isGuarded: boolean,
  status: text,
  edited: textList,
  dataset: text,
  file: text,
  form: text,
  part: nullable(text),
  row: integer,
  rowTo: integer,
  charFrom: integer,
  charTo: integer,
  column: nullable(integer),
  page: nullable(integer),
  box: nullable(text),
  before: nullable(text),
  after: nullable(text),
  passage: nullable(text),
  lastPassage: nullable(text),
};

/** A claim with the place where it stands, as `windfall open` takes it. Of a guarded one places are countries and times months. */
export interface ClaimLine extends Omit<
  Row<typeof shape>,
  | "chain"
  | "counts"
  | "places"
  | "reasons"
  | "form"
  | "part"
  | "column"
  | "page"
  | "box"
  | "before"
  | "after"
  | "passage"
  | "lastPassage"
> {
  /** The rest of its paragraph. */
  readonly before: string;
  readonly after: string;
  readonly chain: readonly ToldBy[];
  readonly counts: readonly ClaimCount[];
  readonly places: readonly { readonly name: string; readonly country: string | null }[];
  readonly reasons: readonly { readonly field: string; readonly why: string }[];
  readonly place: string;
}

/** The claims of an event, in the order of the documents. */
export const claimsOfEvent = (reader: Reader, eventId: string): Promise<ClaimLine[]> =>
  claimLines(reader, {
    where: sql`c.claim_id in (select claim_id from ${reader.table("event_claim")} where event_id = ${eventId})`,
    offset: 0,
    limit: claimsMax,
  });

/** The claims of these ids. */
export const claimsByIds = (reader: Reader, claimIds: readonly string[]): Promise<ClaimLine[]> =>
  claimLines(reader, {
    where: sql`c.claim_id in (select unhex(id) from unnest(${claimIds}::varchar[]) as item(id))`,
    offset: 0,
    limit: claimIds.length,
  });

/** The claims whose id begins with these hex digits, in small letters. */
export const claimsBeginning = (reader: Reader, start: string): Promise<ClaimLine[]> =>
  claimLines(reader, { where: sql`starts_with(lower(hex(c.claim_id)), ${start})`, offset: 0, limit: 2 });

/** The claims of the documents of a file, `dataset/name`. */
export const claimsOfFile = (reader: Reader, file: string): Promise<ClaimLine[]> =>
  claimLines(reader, { where: sql`d.dataset || '/' || f.name = ${file}`, offset: 0, limit: claimsMax });

/** Whose proposals are meant: those that rules read, or those that a model made. */
export type ClaimMaker = "rules" | "model";

/** The claims that wait for a decision; a decision that no run has drawn yet counts as taken. */
export const claimsToReview = (
  reader: Reader,
  { made, ...window }: { readonly made?: ClaimMaker | undefined; readonly offset: number; readonly limit: number },
): Promise<ClaimLine[]> => claimLines(reader, { where: isWaiting(reader, made), ...window });

/** How many they are. */
export const countClaimsToReview = async (reader: Reader, made?: ClaimMaker): Promise<number> =>
  (
    await reader.database.row(
      sql`select count(*) as n from ${reader.table("claim")} c where ${isWaiting(reader, made)}`,
      { n: integer },
    )
  ).n;

/** Of the table `claim` as `c`. */
const isWaiting = (reader: Reader, made: ClaimMaker | undefined): Sql =>
  sql`c.status = 'proposed' and hex(c.claim_id) not in (${decided(reader)})
    and ${made === undefined ? sql`true` : sql`(${isByModel}) = ${made === "model"}`}`;

/** Whether a model made the claim, as the reason says that its proposal carries. */
export const isByModel = sql`list_contains(json_extract_string(reasons, '$[*].field'), 'proposal')`;

/** Ids, hex in capitals, of the claims that a person accepted or rejected, and did not take it back. */
const decided = (reader: Reader): Sql => sql`
  select upper(left_id) from (
    select left_id, decision, row_number() over (partition by left_id order by judgement_no desc) as latest
    from ${reader.table("judgement")} where subject = 'claim')
  where latest = 1 and decision in ('accept', 'reject')`;

const claimsMax = 100_000;

async function claimLines(
  reader: Reader,
  { where, offset, limit }: { readonly where: Sql; readonly offset: number; readonly limit: number },
): Promise<ClaimLine[]> {
  const rows = await reader.database.rows(
    sql`
    select c.claim_id as "claimId", c.entity_id as document, l.title, c.quote, c.kind, c.polarity, c.modality, c.cues, c.speaker,
      c.chain::varchar as chain, c.outlet, c.relation, c.is_quoted as "isQuoted", c.is_ironic as "isIronic",
      c.is_retracted as "isRetracted", c.date_text as "dateText", c.date_from as "from", c.date_to as "to",
      c.date_precision as precision, c.counts::varchar as counts, c.places::varchar as places, c.reasons::varchar as reasons,
      c.is_guarded as "isGuarded", c.status, c.edited, d.dataset, f.name as file, f.form, p.name as part, c.row_no as "row",
      c.row_to as "rowTo", c.char_from as "charFrom", c.char_to as "charTo", c.before, c.after, coalesce(a.text, i.answer) as passage, coalesce(b.text, i.answer) as "lastPassage", i.col_no as "column", a.page, array_to_string(a.box, ',') as box
    from ${reader.table("claim")} c
    join ${reader.table("ledger_document")} l using (entity_id)
    join ${reader.table("file")} f on f.file_no = c.file_no
    join ${reader.table("dataset")} d on d.dataset_no = c.dataset_no
    left join ${reader.table("part")} p on p.file_no = c.file_no and p.part = c.part
    left join ${reader.table("passage")} a on a.file_no = c.file_no and a.part = c.part and a.row_no = c.row_no
    left join ${reader.table("passage")} b on b.file_no = c.file_no and b.part = c.part and b.row_no = c.row_to
    left join ${reader.table("interview_answer")} i on i.file_no = c.file_no and i.part = c.part and i.row_no = c.row_no
    where ${where}
    order by c.file_no, c.part, l.document_no, c.claim_no
    limit ${limit} offset ${offset}`,
    shape,
  );
  return rows.map(toClaimLine);
}

function toClaimLine(all: Row<typeof shape>): ClaimLine {
  const { chain, counts, places, reasons, form, part, column, page, box, passage, lastPassage, ...row } = all;
  return {
    ...row,
    before: row.before ?? passage?.slice(0, row.charFrom) ?? "",
    after: row.after ?? lastPassage?.slice(row.charTo) ?? "",
    chain: JSON.parse(chain),
    counts: JSON.parse(counts),
    places: JSON.parse(places),
    reasons: JSON.parse(reasons),
    place: placeText({ dataset: row.dataset, file: row.file, form, part, row: row.row, column, page, box }),
  };
}
