import { visibleText } from "../base/index.ts";
import type { AppendixEntry } from "./appendix.ts";
import { citationRanges } from "./citation-ranges.ts";
import { drawCurve } from "./diagram/draw-curve.ts";
import { drawFlow } from "./diagram/draw-flow.ts";
import type { NumberedCitations } from "./number-citations.ts";
import type { Block, Citation, Outline } from "./outline.ts";
import { briefStyle } from "./style.ts";

/** A brief as one self-contained HTML page without script: it prints, and reads on a phone, in the light and the dark. */
export function renderHtml(
  outline: Outline,
  parts: { readonly numbered: NumberedCitations; readonly appendix: readonly AppendixEntry[]; readonly mark: string },
): string {
  const { numbered, appendix, mark } = parts;
  return [
    `<!doctype html>`,
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="referrer" content="no-referrer"><title>${escape(outline.title)}</title><style>${briefStyle}</style></head><body>`,
    `<p class="mark" role="note">${escape(mark)}</p>`,
    `<main><h1>${text(outline.title)}</h1>`,
    `<nav aria-label="Sections"><ol>${outline.sections.map((section) => `<li><a href="#${section.id}">${escape(section.title)}</a></li>`).join("")}<li><a href="#places">Cited places</a></li></ol></nav>`,
    ...outline.sections.map(
      (section) =>
        `<section id="${section.id}"><h2>${text(section.title)}</h2>${section.blocks.map((block) => blockHtml(block, numbered)).join("\n")}</section>`,
    ),
    `<section id="places"><h2>Cited places</h2>${appendix.map(appendixHtml).join("\n")}</section>`,
    `</main><p class="mark foot">${escape(mark)}</p></body></html>`,
    "",
  ].join("\n");
}

function blockHtml(block: Block, numbered: NumberedCitations): string {
  switch (block.kind) {
    case "empty":
      return `<p class="empty">${text(block.text)}</p>`;
    case "paragraph":
      return `<p>${block.sentences.map((sentence) => `${text(sentence.text)}${marks(sentence.cites, numbered)}`).join(" ")}</p>`;
    case "list":
      return `<ul>${block.sentences.map((sentence) => `<li>${text(sentence.text)}${marks(sentence.cites, numbered)}</li>`).join("\n")}</ul>`;
    case "figure":
      return figureHtml(drawFlow(block.drawing), block, numbered);
    case "curve":
      return figureHtml(drawCurve(block.drawing), block, numbered);
    case "table":
      return [
        `<div class="scroll" tabindex="0" role="region" aria-label="${escape(block.caption)}"><table><caption>${text(block.caption)}</caption>`,
        `<thead><tr>${block.head.map((head) => `<th scope="col">${escape(head)}</th>`).join("")}<th scope="col">cites</th></tr></thead><tbody>`,
        ...block.rows.map(
          (row) =>
            `<tr>${row.cells.map((cell, index) => cellHtml(cell, block.head[index] ?? "")).join("")}<td data-head="cites">${marks(row.cites, numbered)}</td></tr>`,
        ),
        `</tbody></table></div>`,
      ].join("\n");
  }
}

const figureHtml = (
  svg: string,
  { caption, cites }: { readonly caption: string; readonly cites: readonly Citation[] },
  numbered: NumberedCitations,
): string =>
  `<figure><div class="scroll" tabindex="0" role="region" aria-label="Drawing">${svg}</div><figcaption>${text(caption)}${marks(cites, numbered)}</figcaption></figure>`;

/** A cell; its heading goes with it, since a phone shows each row as a list. */
const cellHtml = (cell: string, head: string): string =>
  `<td${isFigure(cell) ? ' class="figure"' : ""} data-head="${escape(head)}">${text(cell)}</td>`;

const isFigure = (cell: string): boolean => /^[\d,.]+( [A-Z%]{1,4})*(, (less than )?\d+ %)?$/u.test(cell);

function marks(cites: readonly Citation[], numbered: NumberedCitations): string {
  const link = (number: number): string => `<a href="#c${number}">${number}</a>`;
  const shown = citationRanges(cites, numbered).map(([first, last]) =>
    first === last ? link(first) : `${link(first)}${last === first + 1 ? ", " : "–"}${link(last)}`,
  );
  return ` <span class="cites">[${shown.join(", ")}]</span>`;
}

function appendixHtml(entry: AppendixEntry): string {
  const lines =
    entry.excerpt?.lines.map((line, index) =>
      index === entry.excerpt?.focus ? `<mark>${text(line)}</mark>` : `<span>${text(line)}</span>`,
    ) ?? [];
  return [
    `<article id="c${entry.number}"><h3><b>${entry.number}</b> ${text(entry.title)}</h3>`,
    placeHtml([entry.place, entry.source].filter((each) => each !== "")),
    lines.length === 0 ? "" : `<pre>${lines.join("\n")}</pre>`,
    `</article>`,
  ].join("");
}

const placeHtml = (words: readonly string[]): string =>
  words.length === 0 ? "" : `<p class="place">${words.map(text).join(" · ")}</p>`;

/** Text from material: escaped, its direction kept to itself. */
const text = (raw: string): string => `<bdi>${escape(visibleText(raw))}</bdi>`;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (raw: string): string => raw.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? "");
