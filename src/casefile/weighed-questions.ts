import { groupBy } from "../base/index.ts";
import type { Stance, Weighed } from "../ledger/index.ts";
import { markLines, type HypothesisLine, type MarkLine } from "../views/index.ts";
import { describeEvidence, type CitedEvidence } from "./cited-evidence.ts";
import type { OpenCase } from "./open-case.ts";
import { hypothesisLines } from "./told-lines.ts";
import { wordsTelling } from "./told-words.ts";

/** A piece of evidence with its cells: how it stands to which hypothesis, who says so and why. */
export interface WeighedEvidence extends CitedEvidence {
  /** By which the weighing knows it. */
  readonly key: string;
  readonly cells: readonly (Pick<MarkLine, "hypothesisNo" | "why" | "actor" | "markedAt"> & {
    readonly stance: Stance;
  })[];
}

/** What would have to be known and is not. */
export type MissingEvidence = Pick<MarkLine, "hypothesisNo" | "actor" | "why"> & { readonly text: string };

/** A question with the hypotheses that compete for it, the evidence, and what it comes to. */
export interface WeighedQuestion {
  readonly question: string;
  readonly hypotheses: readonly HypothesisLine[];
  readonly evidence: readonly WeighedEvidence[];
  readonly missing: readonly MissingEvidence[];
  readonly weighed: Weighed;
}

/** Every question of the case, weighed; those of one hypothesis alone, if its number is given. What people wrote of people in flight is told in countries and months. */
export async function weighedQuestions(open: OpenCase, hypothesisNo?: number): Promise<WeighedQuestion[]> {
  const all = await hypothesisLines(open);
  if (all.length === 0) return [];
  const { told } = await wordsTelling(open);
  const marks = (await markLines(open)).map((mark) => ({
    ...mark,
    refId: mark.refKind === null ? told(mark.refId) : mark.refId,
    why: mark.why === null ? null : told(mark.why),
  }));
  const asked = all.find((each) => each.hypothesisNo === hypothesisNo)?.question;
  const questions = [...groupBy(all, (each) => each.question)].filter(
    ([question]) => asked === undefined || question === asked,
  );
  const weighed: WeighedQuestion[] = [];
  for (const [question, hypotheses] of questions)
    weighed.push(await weighQuestion(open, { question, hypotheses }, marks));
  return weighed;
}

/** The same for a brief: what people wrote of somebody's flight or asylum is not repeated there at all. */
export async function questionsForBrief(open: OpenCase): Promise<WeighedQuestion[]> {
  const { isGuarded } = await wordsTelling(open);
  const told = (text: string): string => (isGuarded(text) ? "about people in flight, not told here" : text);
  return (await weighedQuestions(open)).map((asked) => ({
    ...asked,
    question: told(asked.question),
    hypotheses: asked.hypotheses.map((each) => ({ ...each, text: told(each.text) })),
    missing: asked.missing.map((each) => ({ ...each, text: told(each.text) })),
  }));
}

async function weighQuestion(
  open: OpenCase,
  { question, hypotheses }: Pick<WeighedQuestion, "question" | "hypotheses">,
  marks: readonly MarkLine[],
): Promise<WeighedQuestion> {
  const { weighHypotheses } = await import("../ledger/index.ts");
  const numbers = hypotheses.map((each) => each.hypothesisNo);
  const own = marks.filter((mark) => numbers.includes(mark.hypothesisNo));
  const evidence: WeighedEvidence[] = [];
  for (const [key, cells] of groupBy(own.filter(isCell), (mark) => `${mark.refKind} ${mark.refId}`)) {
    const [first] = cells;
    if (!first) continue;
    const { isHeld: _isHeld, ...described } = await describeEvidence(open, { kind: first.refKind, id: first.refId });
    evidence.push({
      ...described,
      key,
      cells: cells.map(({ refKind: _kind, refId: _id, markNo: _no, ...cell }) => cell),
    });
  }
  return {
    question,
    hypotheses,
    evidence,
    missing: own
      .filter((mark) => mark.stance === "missing")
      .map((mark) => ({ hypothesisNo: mark.hypothesisNo, actor: mark.actor, why: mark.why, text: mark.refId })),
    weighed: weighHypotheses({
      hypotheses: numbers,
      cells: evidence.flatMap(({ key, cells }) =>
        cells.map(({ hypothesisNo, stance }) => ({ evidence: key, hypothesis: hypothesisNo, stance })),
      ),
      counted: new Set(evidence.filter(({ setAside }) => setAside === null).map(({ key }) => key)),
    }),
  };
}

type CellMark = MarkLine & { readonly refKind: NonNullable<MarkLine["refKind"]>; readonly stance: Stance };

const isCell = (mark: MarkLine): mark is CellMark =>
  mark.refKind !== null && (mark.stance === "for" || mark.stance === "against" || mark.stance === "neutral");
