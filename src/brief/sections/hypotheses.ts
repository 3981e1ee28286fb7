import { parseFindingId, type StatementId } from "../../model/index.ts";
import type { Block, Citation, Section, Sentence } from "../outline.ts";
import { counted, listed } from "../words.ts";

/** A question as it is told: its hypotheses, the evidence that counts, what is missing, and which hypotheses stand. */
export interface QuestionTold {
  readonly question: string;
  readonly hypotheses: readonly { readonly hypothesisNo: number; readonly text: string }[];
  readonly evidence: readonly {
    readonly inBrief: string;
    readonly kind: string;
    readonly id: string;
    readonly statements: readonly StatementId[];
    readonly file: string | null;
    readonly setAside: string | null;
    readonly cells: readonly { readonly hypothesisNo: number; readonly stance: string }[];
  }[];
  readonly missing: readonly { readonly hypothesisNo: number; readonly text: string }[];
  readonly weighed: {
    readonly tallies: readonly { readonly hypothesis: number; readonly against: number }[];
    readonly standing: readonly number[];
  };
}

type EvidenceTold = QuestionTold["evidence"][number];

/**
 * Hypotheses with the evidence that is cited for and against each. Notes, guesses and what has no known root are left out
 * and counted; a hypothesis is never called true.
 */
export const hypothesesSection = (questions: readonly QuestionTold[]): Section => ({
  id: "hypotheses",
  title: "Hypotheses",
  blocks: questions.flatMap(questionBlocks),
});

function questionBlocks(asked: QuestionTold): Block[] {
  const evidence = asked.evidence.filter((each) => each.setAside === null && citesOf(each).length > 0);
  const aside = asked.evidence.length - evidence.length;
  const names = listed(asked.hypotheses.map(nameOf));
  const question = asked.question === "" ? "No question is written" : asked.question;
  return [
    ...(evidence.length === 0
      ? [emptyBlock(`${question}: ${names}. No evidence that counts is cited.`)]
      : [
          matrixBlock(question, asked, evidence),
          { kind: "paragraph" as const, sentences: [sumSentence(asked, evidence)] },
        ]),
    ...(aside > 0
      ? [
          emptyBlock(
            `Set aside: ${counted(aside, "piece")} of evidence that counts for nothing, such as notes of analysts and guesses; "windfall hypothesis show" lists them.`,
          ),
        ]
      : []),
    ...asked.missing.map((each) => emptyBlock(`Not held, wanted for H${each.hypothesisNo}: ${each.text}.`)),
  ];
}

const emptyBlock = (text: string): Block => ({ kind: "empty", text });

const nameOf = ({ hypothesisNo, text }: QuestionTold["hypotheses"][number]): string => `H${hypothesisNo} "${text}"`;

const cellWords: Readonly<Record<string, string>> = {
  for: "consistent",
  against: "inconsistent",
  neutral: "neither",
};

const matrixBlock = (question: string, { hypotheses }: QuestionTold, evidence: readonly EvidenceTold[]): Block => ({
  kind: "table",
  caption: question,
  head: ["Evidence", ...hypotheses.map((each) => `H${each.hypothesisNo}: ${each.text}`)],
  rows: evidence.map((each) => ({
    cells: [
      each.inBrief,
      ...hypotheses.map(({ hypothesisNo }) => {
        const cell = each.cells.find((one) => one.hypothesisNo === hypothesisNo);
        return cellWords[cell?.stance ?? ""] ?? "not judged";
      }),
    ],
    cites: citesOf(each),
  })),
});

/** How much is counted against each; what is least spoken against stands, and is no more than that. */
function sumSentence({ hypotheses, weighed }: QuestionTold, evidence: readonly EvidenceTold[]): Sentence {
  const against = hypotheses.map(({ hypothesisNo }) => {
    const tally = weighed.tallies.find(({ hypothesis }) => hypothesis === hypothesisNo);
    return `${tally?.against ?? 0} against H${hypothesisNo}`;
  });
  const standing = weighed.standing.map((number) => `H${number}`);
  return {
    text: `Of ${counted(evidence.length, "piece")} of evidence, analysts read ${listed(against)}; least is counted against ${listed(standing)}${standing.length > 1 ? ", which are even" : ""}.`,
    cites: evidence.flatMap(citesOf),
  };
}

function citesOf({ kind, id, statements, file }: EvidenceTold): Citation[] {
  if (kind === "finding") return [{ kind: "finding", id: parseFindingId(id) }];
  if (statements.length > 0) return statements.map((each) => ({ kind: "statement", id: each }));
  return file === null ? [] : [{ kind: "file", file }];
}
