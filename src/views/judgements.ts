import type { ClaimEdits, Decision, JudgementSubject } from "../model/index.ts";
import { integer, nullable, sql, text } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** A decision as it was written. */
export interface JudgementLine {
  readonly judgementNo: number;
  readonly subject: JudgementSubject;
  readonly leftId: string;
  readonly rightId: string;
  readonly decision: Decision;
  readonly reasons: readonly string[];
  /** Of an accepted claim the fields that the person put right. */
  readonly edits: ClaimEdits | null;
  readonly actor: string;
  readonly judgedAt: string;
}

/** Every decision, the latest first. */
export async function judgementLines(reader: Reader): Promise<JudgementLine[]> {
  const rows = await reader.database.rows(
    sql`select judgement_no as "judgementNo", subject, left_id as "leftId", right_id as "rightId", decision,
      reasons::varchar as reasons, edits::varchar as edits, actor, judged_at::varchar as "judgedAt"
      from ${reader.table("judgement")} order by judgement_no desc`,
    {
      judgementNo: integer,
      subject: text,
      leftId: text,
      rightId: text,
      decision: text,
      reasons: text,
      edits: nullable(text),
      actor: text,
      judgedAt: text,
    },
  );
  return rows.map((row) => ({
    ...row,
    subject: row.subject as JudgementSubject,
    decision: row.decision as Decision,
    reasons: JSON.parse(row.reasons),
    edits: row.edits === null ? null : JSON.parse(row.edits),
  }));
}

/** A decision that may be taken back, and the one that it answered, which rules again then. */
export interface JudgementToUndo extends JudgementLine {
  readonly answered: JudgementLine | undefined;
}

/** What a decision that takes another back says first. */
export const undoingReason = (judgementNo: number): string => `takes back decision ${judgementNo}`;

/** The last decision (or that of a number) that still rules its pair; undefined if there is none. */
export async function judgementToUndo(reader: Reader, judgementNo?: number): Promise<JudgementToUndo | undefined> {
  const standing = standingDecisions((await judgementLines(reader)).toReversed());
  const ruling = standing
    .flatMap((ofPair) => ofPair.slice(-1))
    .toSorted((left, right) => right.judgementNo - left.judgementNo);
  const found = ruling.find((line) => (judgementNo ?? line.judgementNo) === line.judgementNo);
  return found && { ...found, answered: standing.find((ofPair) => ofPair.at(-1) === found)?.at(-2) };
}

/** What a decision that takes one again says first. */
export const redoingReason = (judgementNo: number): string => `takes decision ${judgementNo} again`;

/** The decision of a number, where it was taken back and does not stand; else undefined. */
export async function judgementToRedo(reader: Reader, judgementNo: number): Promise<JudgementLine | undefined> {
  const lines = await judgementLines(reader);
  const found = lines.find((line) => line.judgementNo === judgementNo && line.decision !== "none");
  const isTakenBack = lines.some(({ reasons }) => reasons[0] === undoingReason(judgementNo));
  const standing = standingDecisions(lines.toReversed()).flat();
  return found && isTakenBack && !standing.includes(found) ? found : undefined;
}

/**
 * For each pair the decisions that nobody took back, in their order: the last rules, and each other rules again once
 * those after it are taken back. A decision told again counts once.
 */
function standingDecisions(lines: readonly JudgementLine[]): readonly (readonly JudgementLine[])[] {
  const byPair = new Map<string, readonly JudgementLine[]>();
  for (const line of lines) {
    const pair = [line.subject, line.leftId, line.rightId].join("\n");
    byPair.set(pair, standingAfter(byPair.get(pair) ?? [], line));
  }
  return [...byPair.values()];
}

function standingAfter(before: readonly JudgementLine[], line: JudgementLine): readonly JudgementLine[] {
  if (line.decision === "none") return [];
  const undone = before.filter(({ judgementNo }) => undoingReason(judgementNo) !== line.reasons[0]);
  if (undone.length < before.length) return undone;
  return isToldAgain(before.at(-1), line) ? [...before.slice(0, -1), line] : [...before, line];
}

const isToldAgain = (last: JudgementLine | undefined, line: JudgementLine): boolean =>
  last?.decision === line.decision && JSON.stringify(last.edits) === JSON.stringify(line.edits);

/** Which of the ids name no entity of the case. */
export async function unknownEntities(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await reader.database.rows(
    sql`select id from unnest(${ids}::varchar[]) as item(id)
      where id not in (select entity_id from ${reader.table("statement")}) order by id`,
    { id: text },
  );
  return rows.map((row) => row.id);
}
