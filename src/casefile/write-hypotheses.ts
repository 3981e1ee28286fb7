import { Refusal } from "../base/index.ts";
import { integer, isoTime, sql } from "../store/index.ts";
import { hypothesisLines, type EvidenceKind, type HypothesisLine, type MarkStance } from "../views/index.ts";
import { refuseSealedWords } from "./refuse-sealed-words.ts";
import type { OpenCase } from "./open-case.ts";
import { commitRow, hasNames, replayRows, type WrittenKind } from "./written-rows.ts";

interface WrittenHypothesis extends HypothesisLine {}

/** What somebody says of evidence and a hypothesis; the kind is null for words about what is missing. */
export interface MarkToWrite {
  readonly hypothesisNo: number;
  readonly stance: MarkStance;
  readonly ref: { readonly kind: EvidenceKind | null; readonly id: string };
  readonly why: string | null;
  readonly actor: string;
}

interface WrittenMark extends MarkToWrite {
  readonly markNo: number;
  readonly markedAt: string;
}

const hypotheses: WrittenKind<WrittenHypothesis> = {
  batchKind: "hypothesis",
  isWritten: (content): content is WrittenHypothesis => hasNames(content, ["hypothesisNo", "question", "text"]),
  insert: ({ hypothesisNo, question, text, actor, addedAt }, batchNo) =>
    sql`insert into held.hypothesis values (${hypothesisNo}, ${question}, ${text}, ${actor}, ${addedAt}::timestamp, ${batchNo})`,
};

const marks: WrittenKind<WrittenMark> = {
  batchKind: "hypothesis",
  isWritten: (content): content is WrittenMark => hasNames(content, ["markNo", "hypothesisNo", "stance", "ref"]),
  insert: ({ markNo, hypothesisNo, stance, ref, why, actor, markedAt }, batchNo) =>
    sql`insert into held.hypothesis_mark values (${markNo}, ${hypothesisNo}, ${stance}, ${ref.kind}, ${ref.id}, ${why},
      ${actor}, ${markedAt}::timestamp, ${batchNo})`,
};

/** Proposes a hypothesis; those of one question compete. Returns its number. */
export async function addHypothesis(
  open: OpenCase,
  of: { readonly question: string; readonly text: string; readonly actor: string },
): Promise<number> {
  refuseSealedWords(open, `${of.question}\n${of.text}`);
  const { asksForPerson } = await import("../ledger/index.ts");
  if (asksForPerson(of.question))
    throw new Refusal(
      `"${of.question}" asks where somebody is or who could have known; no hypothesis is kept of either: ask what was done, paid or said`,
    );
  const known = await hypothesisLines(open);
  const twin = known.find(({ question, text }) => question === of.question && text === of.text);
  if (twin) throw new Refusal(`"${of.text}" is hypothesis ${twin.hypothesisNo} already; cite evidence for it`);
  const { next } = await open.database.row(
    sql`select coalesce(max(hypothesis_no), 0)::integer + 1 as next from held.hypothesis`,
    { next: integer },
  );
  await commitRow(open, hypotheses, { ...of, hypothesisNo: next, addedAt: isoTime(open.clock()) });
  return next;
}

/** Writes a mark; it is never changed, only answered by a later one. Returns its number. */
export async function markEvidence(open: OpenCase, mark: MarkToWrite): Promise<number> {
  refuseSealedWords(open, [mark.why ?? "", mark.ref.kind === null ? mark.ref.id : ""].join("\n"));
  const { next } = await open.database.row(
    sql`select coalesce(max(mark_no), 0)::integer + 1 as next from held.hypothesis_mark`,
    { next: integer },
  );
  await commitRow(open, marks, { ...mark, markNo: next, markedAt: isoTime(open.clock()) });
  return next;
}

/** Writes again the hypotheses and marks that the database lost. */
export async function replayHypotheses(open: OpenCase): Promise<void> {
  await replayRows(open, hypotheses);
  await replayRows(open, marks);
}
