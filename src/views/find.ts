import { boolean, hex, integer, nullable, sql, text, type Row } from "../store/index.ts";
import { placeText } from "./evidence.ts";
import { guardedWords } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

const shape = {
  term: text,
  prop: nullable(text),
  value: text,
  original: nullable(text),
  entityId: nullable(text),
  statementId: nullable(hex),
  dataset: text,
  file: text,
  form: text,
  part: nullable(text),
  row: nullable(integer),
  column: nullable(integer),
  kind: nullable(text),
  page: nullable(integer),
  box: nullable(text),
  hidden: boolean,
  guarded: boolean,
  placesInAll: integer,
};

/** One place where a term stands: in a recorded value, in what stood there originally, in a passage of a document (then `kind` says which), or in a fault's text. */
export interface Found extends Pick<
  Row<typeof shape>,
  "term" | "kind" | "prop" | "value" | "original" | "entityId" | "statementId" | "placesInAll"
> {
  readonly place: string;
  readonly isHidden: boolean;
  /** Whether it is told of people in flight: then its words are those that may be told. */
  readonly isGuarded: boolean;
}

/** What a search went through, so that "nothing found" says how far it looked. */
export interface Searched {
  readonly values: number;
  readonly passages: number;
  readonly faults: number;
  /** Texts about people in flight, of which the words alone were searched that may be told. */
  readonly guarded: number;
  readonly files: number;
  readonly rowsLost: number;
  /** Files of which no row was read. */
  readonly emptyFiles: number;
}

/**
 * Looks for terms through values, original values, passages of documents and faults, hidden ones included. A passage in
 * which a value stands that was found is not told again. Letters match without case and
 * accents; a term of digits (spaces, dashes and dots in it do not count) matches a number with any spacing. At most
 * `limit` places for each term. A text about people in flight is searched, and shown, by the words alone that may be told
 * of it: else a search for a town would say who is there.
 */
export async function findTerms(
  reader: Reader,
  terms: readonly string[],
  limit: number,
): Promise<{ found: Found[]; searched: Searched }> {
  const rows = await reader.database.rows(
    sql`
    with term as (
      select term, lower(strip_accents(nfc_normalize(term))) as words,
        case when regexp_matches(term, '^[0-9 ./()+-]{4,}$') then regexp_replace(term, '[^0-9]', '', 'g') end as digits
      from (select distinct unnest(${[...terms]}::varchar[]) as term)),
    distinct_text as (
      select value as text from ${reader.table("statement")} where prop_type <> 'entity'
      union select original_value from ${reader.table("statement")} where original_value is not null
      union select text from ${reader.table("passage")}
      union select text from ${reader.table("fault")}),
    prepared as (
      select t.text, lower(strip_accents(nfc_normalize(coalesce(g.words, t.text)))) as words,
        case when exists (select 1 from term where digits is not null) then regexp_replace(coalesce(g.words, t.text), '[^0-9]', '', 'g') end as digits
      from distinct_text t left join ${guardedWords(reader)} g using (text)),
    matching as (
      select distinct term, text from prepared p join term t
        on case when t.digits is null then contains(p.words, t.words) else contains(p.digits, t.digits) end),
    stated as (
      select m.term, s.prop, s.value, s.original_value as original, s.entity_id, s.statement_id
      from matching m join ${reader.table("statement")} s on s.value = m.text where s.prop_type <> 'entity'
      union
      select m.term, s.prop, s.value, s.original_value, s.entity_id, s.statement_id
      from matching m join ${reader.table("statement")} s on s.original_value = m.text),
    placed as (
      select s.*, o.file_no, o.part, o.row_no, o.col_no, o.is_hidden,
        null as kind, null as page, null as box
      from stated s join ${reader.table("occurrence")} o using (statement_id)
      union all
      select m.term, null, f.text, null, null, null, f.file_no, f.part, f.row_no, f.col_no, false, null, null, null
      from matching m join ${reader.table("fault")} f on f.text = m.text
      union all
      select m.term, null, a.text, null, a.entity_id, null, a.file_no, a.part, a.row_no, null, a.is_hidden, a.kind, a.page, a.box
      from matching m join ${reader.table("passage")} a on a.text = m.text
      where not exists (
        select 1 from stated s join ${reader.table("occurrence")} o using (statement_id)
        where s.term = m.term and o.file_no = a.file_no and o.part = a.part and o.row_no = a.row_no))
    select p.term, p.prop, coalesce(gv.words, p.value) as value, coalesce(go.words, p.original) as original,
      gv.words is not null or go.words is not null as guarded, p.entity_id as "entityId", p.statement_id as "statementId", d.dataset,
      f.name as file, f.form, part.name as part, p.row_no as row, p.col_no as "column", p.kind, p.page, array_to_string(p.box, ',') as box, p.is_hidden as hidden,
      count(*) over (partition by p.term) as "placesInAll"
    from placed p
    left join ${guardedWords(reader)} gv on gv.text = p.value
    left join ${guardedWords(reader)} go on go.text = p.original
    join ${reader.table("file")} f using (file_no)
    join ${reader.table("dataset")} d using (dataset_no)
    left join ${reader.table("part")} part on part.file_no = p.file_no and part.part = p.part
    qualify row_number() over (partition by p.term order by d.hand_over_no, p.file_no, p.part, p.row_no, p.col_no, p.prop, p.statement_id) <= ${limit}
    order by p.term, d.hand_over_no, p.file_no, p.part, p.row_no, p.col_no, p.prop, p.statement_id`,
    shape,
  );
  return { found: rows.map(toFound), searched: await searchedOf(reader) };
}

const toFound = ({
  dataset,
  file,
  form,
  part,
  row,
  column,
  page,
  box,
  hidden,
  guarded,
  ...rest
}: Row<typeof shape>): Found => ({
  ...rest,
  place: row === null ? `${dataset}/${file}` : placeText({ dataset, file, form, part, row, column, page, box }),
  isHidden: hidden,
  isGuarded: guarded,
});

const searchedOf = (reader: Reader): Promise<Searched> =>
  reader.database.row(
    sql`select (select count(*) from ${reader.table("statement")}) as "values",
      (select count(*) from ${reader.table("passage")}) as passages, (select count(*) from ${reader.table("fault")}) as faults,
      (select count(*) from ${reader.table("guarded_text")}) as guarded, count(*) as files, coalesce(sum(rows_lost), 0) as "rowsLost",
      count(*) filter (where rows_read = 0 and file_no not in (select parent_no from ${reader.table("file")} where parent_no is not null)) as "emptyFiles"
      from ${reader.table("file")}`,
    {
      values: integer,
      passages: integer,
      faults: integer,
      guarded: integer,
      files: integer,
      rowsLost: integer,
      emptyFiles: integer,
    },
  );
