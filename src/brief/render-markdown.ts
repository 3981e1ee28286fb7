import { visibleText } from "../base/index.ts";
import type { AppendixEntry } from "./appendix.ts";
import { citationRanges } from "./citation-ranges.ts";
import type { FlowDrawing } from "./diagram/draw-flow.ts";
import type { NumberedCitations } from "./number-citations.ts";
import type { Block, Citation, Outline } from "./outline.ts";

/** A brief as Markdown. Text from material is escaped: it cannot become a heading, a link or markup. */
export function renderMarkdown(
  outline: Outline,
  parts: { readonly numbered: NumberedCitations; readonly appendix: readonly AppendixEntry[]; readonly mark: string },
): string {
  const { numbered, appendix, mark } = parts;
  return [
    `**${mark}**`,
    `# ${plain(outline.title)}`,
    ...outline.sections.flatMap((section) => [
      `## ${plain(section.title)}`,
      ...section.blocks.map((block) => blockText(block, numbered)),
    ]),
    "## Cited places",
    ...appendix.map(appendixText),
    `**${mark}**`,
    "",
  ].join("\n\n");
}

function blockText(block: Block, numbered: NumberedCitations): string {
  switch (block.kind) {
    case "empty":
      return plain(block.text);
    case "paragraph":
      return block.sentences.map((sentence) => `${plain(sentence.text)} ${marks(sentence.cites, numbered)}`).join(" ");
    case "list":
      return block.sentences
        .map((sentence) => `- ${plain(sentence.text)} ${marks(sentence.cites, numbered)}`)
        .join("\n");
    case "figure":
      return [
        `*${plain(block.caption)}* ${marks(block.cites, numbered)}\n`,
        tableLine(["payer", "payee", "amount"]),
        tableLine(["---", "---", "---"]),
        ...arrowRows(block.drawing).map((row) => tableLine(row.map(cell))),
      ].join("\n");
    case "curve":
      return `*${plain(block.caption)}* ${marks(block.cites, numbered)}`;
    case "table":
      return [
        `*${plain(block.caption)}*\n`,
        tableLine([...block.head, "cites"]),
        tableLine([...block.head, "cites"].map(() => "---")),
        ...block.rows.map((row) => tableLine([...row.cells.map(cell), marks(row.cites, numbered)])),
      ].join("\n");
  }
}

/** The arrows of a drawing as rows, with which parties are blocked. */
const arrowRows = ({ nodes, edges }: FlowDrawing): string[][] =>
  edges.map(({ payer, payee, amount }) => [
    ...[payer, payee].map((node) => `${nodes[node]?.caption ?? ""}${nodes[node]?.isBlocked ? " (blocked)" : ""}`),
    amount,
  ]);

const tableLine = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const cell = (text: string): string => plain(text);

function marks(cites: readonly Citation[], numbered: NumberedCitations): string {
  const ranges = citationRanges(cites, numbered).map(([first, last]) =>
    first === last ? `${first}` : `${first}–${last}`,
  );
  return `\\[${ranges.join(", ")}\\]`;
}

function appendixText(entry: AppendixEntry): string {
  const head = [`**\\[${entry.number}\\]** ${plain(entry.title)}`, plain(entry.place), plain(entry.source)]
    .filter((text) => text !== "")
    .join("; ");
  const lines =
    entry.excerpt?.lines.map(
      (line, index) => `    ${index === entry.excerpt?.focus ? ">" : " "} ${visibleText(line)}`,
    ) ?? [];
  return lines.length === 0 ? head : `${head}\n\n${lines.join("\n")}`;
}

const plain = (text: string): string =>
  visibleText(text).replaceAll(/[\\`*_{}[\]<>()#+!|~&-]/gu, (mark) =>
    mark === "(" || mark === ")" || mark === "-" ? mark : `\\${mark}`,
  );
