import { integer, nullable, sql, text } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** What a piece of evidence is; the id of a statement is its place, of a note its number. */
export type EvidenceKind = "finding" | "claim" | "statement" | "note";

/** What somebody said of evidence and a hypothesis. */
export type MarkStance = "for" | "against" | "neutral" | "missing" | "cleared" | "dropped";

/** A hypothesis with who proposed it and when. */
export interface HypothesisLine {
  readonly hypothesisNo: number;
  readonly question: string;
  readonly text: string;
  readonly actor: string;
  readonly addedAt: string;
}

/** The mark that rules of one hypothesis and one piece of evidence (or of one thing that is missing). */
export interface MarkLine {
  readonly markNo: number;
  readonly hypothesisNo: number;
  readonly stance: MarkStance;
  readonly refKind: EvidenceKind | null;
  readonly refId: string;
  readonly why: string | null;
  readonly actor: string;
  readonly markedAt: string;
}

/** The hypotheses that nobody dropped, in their order. */
export const hypothesisLines = (reader: Reader): Promise<HypothesisLine[]> =>
  reader.database.rows(
    sql`select hypothesis_no as "hypothesisNo", question, text, actor, added_at::varchar as "addedAt"
      from ${reader.table("hypothesis")}
      where hypothesis_no not in (select hypothesis_no from ${reader.table("hypothesis_mark")} where stance = 'dropped')
      order by hypothesis_no`,
    { hypothesisNo: integer, question: text, text, actor: text, addedAt: text },
  );

/** The marks that rule, cleared ones left out, in the order in which their evidence was first cited. */
export async function markLines(reader: Reader): Promise<MarkLine[]> {
  const rows = await reader.database.rows(
    sql`
    select mark_no as "markNo", hypothesis_no as "hypothesisNo", stance, ref_kind as "refKind", ref_id as "refId", why, actor,
      marked_at::varchar as "markedAt", min(mark_no) over (partition by ref_kind, ref_id) as first
    from ${reader.table("hypothesis_mark")}
    qualify row_number() over (partition by hypothesis_no, ref_kind, ref_id order by mark_no desc) = 1 and stance not in ('cleared', 'dropped')
    order by first, hypothesis_no, mark_no`,
    {
      markNo: integer,
      hypothesisNo: integer,
      stance: text,
      refKind: nullable(text),
      refId: text,
      why: nullable(text),
      actor: text,
      markedAt: text,
      first: integer,
    },
  );
  return rows.map(({ first: _first, ...row }) => ({
    ...row,
    stance: row.stance as MarkStance,
    refKind: row.refKind as EvidenceKind | null,
  }));
}
