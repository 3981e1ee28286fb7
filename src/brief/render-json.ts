import type { AppendixEntry } from "./appendix.ts";
import { drawCurve } from "./diagram/draw-curve.ts";
import { drawFlow } from "./diagram/draw-flow.ts";
import type { NumberedCitations } from "./number-citations.ts";
import type { Block, Citation, Outline } from "./outline.ts";

/** A brief as data, for a program that shows it: each sentence with the numbers of its citations, drawings as SVG; texts are as stored. */
export function renderJson(
  outline: Outline,
  parts: { readonly numbered: NumberedCitations; readonly appendix: readonly AppendixEntry[]; readonly mark: string },
): string {
  const { numbered, appendix, mark } = parts;
  const sections = outline.sections.map(({ id, title, blocks }) => ({
    id,
    title,
    blocks: blocks.map((block) => blockData(block, numbered)),
  }));
  const citations = appendix.map((entry) => ({ ...entry, kind: numbered.inOrder[entry.number - 1]?.kind ?? "file" }));
  return `${JSON.stringify({ mark, title: outline.title, sections, citations })}\n`;
}

function blockData(block: Block, numbered: NumberedCitations): unknown {
  const numbers = (cites: readonly Citation[]): number[] => [...new Set(cites.map((cite) => numbered.numberOf(cite)))];
  const cited = ({ cites, ...rest }: { readonly cites: readonly Citation[] }) => ({ ...rest, cites: numbers(cites) });
  switch (block.kind) {
    case "empty":
      return block;
    case "paragraph":
    case "list":
      return { kind: block.kind, sentences: block.sentences.map(cited) };
    case "figure":
      return { kind: "drawing", caption: block.caption, cites: numbers(block.cites), svg: drawFlow(block.drawing) };
    case "curve":
      return { kind: "drawing", caption: block.caption, cites: numbers(block.cites), svg: drawCurve(block.drawing) };
    case "table":
      return { kind: "table", caption: block.caption, head: block.head, rows: block.rows.map(cited) };
  }
}
