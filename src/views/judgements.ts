import type { Decision, JudgementSubject } from "../model/index.ts";
import { integer, sql, text } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** A decision as it was written. */
export interface JudgementLine {
  readonly judgementNo: number;
  readonly subject: JudgementSubject;
  readonly leftId: string;
  readonly rightId: string;
  readonly decision: Decision;
  readonly reasons: readonly string[];
  readonly actor: string;
  readonly judgedAt: string;
}

/** Every decision, the latest first. */
export async function judgementLines(reader: Reader): Promise<JudgementLine[]> {
  const rows = await reader.database.rows(
    sql`select judgement_no as "judgementNo", subject, left_id as "leftId", right_id as "rightId", decision,
      reasons::varchar as reasons, actor, judged_at::varchar as "judgedAt"
      from ${reader.table("judgement")} order by judgement_no desc`,
    {
      judgementNo: integer,
      subject: text,
      leftId: text,
      rightId: text,
      decision: text,
      reasons: text,
      actor: text,
      judgedAt: text,
    },
  );
  return rows.map((row) => ({
    ...row,
    subject: row.subject as JudgementSubject,
    decision: row.decision as Decision,
    reasons: JSON.parse(row.reasons),
  }));
}

/** A decision that may be taken back, and the one that it answered. */
export interface JudgementToUndo extends JudgementLine {
  readonly answered: JudgementLine | undefined;
}

/** The last decision (or that of a number) that still rules its pair; undefined if there is none. */
export async function judgementToUndo(reader: Reader, judgementNo?: number): Promise<JudgementToUndo | undefined> {
  const lines = await judgementLines(reader);
  const isOfPair = (line: JudgementLine, other: JudgementLine): boolean =>
    other.subject === line.subject && other.leftId === line.leftId && other.rightId === line.rightId;
  const isLatest = (line: JudgementLine, index: number): boolean =>
    lines.findIndex((other) => isOfPair(line, other)) === index;
  const found = lines.find(
    (line, index) =>
      line.decision !== "none" && isLatest(line, index) && (judgementNo ?? line.judgementNo) === line.judgementNo,
  );
  if (!found) return undefined;
  const before = lines.find((line) => line.judgementNo < found.judgementNo && isOfPair(found, line));
  return { ...found, answered: before?.decision === "none" ? undefined : before };
}

/** Which of the ids name no entity of the case. */
export async function unknownEntities(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await reader.database.rows(
    sql`select id from unnest(${ids}::varchar[]) as item(id)
      where id not in (select entity_id from ${reader.table("statement")}) order by id`,
    { id: text },
  );
  return rows.map((row) => row.id);
}
