import type { FindingId, StatementId } from "../model/index.ts";
import type { CurveDrawing } from "./diagram/draw-curve.ts";
import type { FlowDrawing } from "./diagram/draw-flow.ts";

/** What a sentence rests on; each exists in the case, and a check walks them all before a brief is written. */
export type Citation =
  | { readonly kind: "statement"; readonly id: StatementId }
  | { readonly kind: "finding"; readonly id: FindingId }
  | { readonly kind: "fault"; readonly place: string; readonly text: string }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "claim"; readonly id: string }
  | { readonly kind: "blockSet"; readonly id: string };

/** One sentence and what it rests on: at least one citation. */
export interface Sentence {
  readonly text: string;
  readonly cites: readonly Citation[];
}

/** One row of a table; it is cited as a sentence is. */
export interface Row {
  readonly cells: readonly string[];
  readonly cites: readonly Citation[];
}

/** A piece of a section. */
export type Block =
  | { readonly kind: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "list"; readonly sentences: readonly Sentence[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly Row[];
    }
  /** A drawing with its caption, which is cited as a sentence is; who does not see it reads its arrows as a table. */
  | {
      readonly kind: "figure";
      readonly caption: string;
      readonly drawing: FlowDrawing;
      readonly cites: readonly Citation[];
    }
  /** A curve with its caption, which is cited as a sentence is; a table before it holds the same figures. */
  | {
      readonly kind: "curve";
      readonly caption: string;
      readonly drawing: CurveDrawing;
      readonly cites: readonly Citation[];
    }
  /** Says that there is nothing, and how far it looked: the only words that rest on nothing. */
  | { readonly kind: "empty"; readonly text: string };

/** One section of a brief. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A brief before it has a form. */
export interface Outline {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Every sentence and row of an outline, in reading order. */
export const sentencesOf = (outline: Outline): readonly Sentence[] =>
  outline.sections.flatMap((section) => section.blocks.flatMap(sentencesOfBlock));

/** Those of one section. */
export const sentencesOfSection = (outline: Outline, id: string): readonly Sentence[] =>
  outline.sections.filter((section) => section.id === id).flatMap(({ blocks }) => blocks.flatMap(sentencesOfBlock));

function sentencesOfBlock(block: Block): readonly Sentence[] {
  if (block.kind === "empty") return [];
  if (block.kind === "figure" || block.kind === "curve") return [{ text: block.caption, cites: block.cites }];
  if (block.kind === "table") return block.rows.map((row) => ({ text: row.cells.join(" | "), cites: row.cites }));
  return block.sentences;
}

/** A citation as one text, so that equal ones get one number. */
export const citationKey = (citation: Citation): string => {
  switch (citation.kind) {
    case "fault":
      return `fault ${citation.place} ${citation.text}`;
    case "file":
      return `file ${citation.file}`;
    default:
      return `${citation.kind} ${citation.id}`;
  }
};
