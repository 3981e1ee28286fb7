import type { Box } from "../documents/passage-writer.ts";

/** A run of text as pdf.js gives it: where its baseline begins, how wide and high it is, in points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether the text runs from left to right along the page. */
  readonly isLevel: boolean;
  readonly endsLine: boolean;
}

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline, and the height of its letters. */
  readonly y: number;
  readonly height: number;
}

// In heights of the letters: what is a gap between words, between columns of a table, between columns of a page.
const wordGap = 0.18;
const cellGap = 1.6;
const columnGap = 5;

/** Puts the runs of a page together to lines, in the order in which the page gives them; cells of a table are apart by tabs. */
export function makeLines(runs: readonly TextRun[]): PageLine[] {
  const lines: PageLine[] = [];
  let line: PageLine | undefined;
  let isEnded = false;
  for (const run of runs) {
    if (run.text === "") {
      isEnded ||= run.endsLine;
      continue;
    }
    const gap = line && continues(line, run) ? run.x - line.right : undefined;
    if (line === undefined || gap === undefined || (isEnded && gap > line.height * cellGap)) {
      if (line) lines.push(line);
      line = lineOf(run);
    } else line = extended(line, run, gap);
    isEnded = run.endsLine;
  }
  if (line) lines.push(line);
  return lines.map((each) => ({ ...each, text: each.text.trim() })).filter(({ text }) => text !== "");
}

/** Whether a run stands on a line and behind it, no column further. */
function continues(line: PageLine, run: TextRun): boolean {
  const height = Math.max(line.height, run.height);
  const gap = run.x - line.right;
  return run.isLevel && Math.abs(run.y - line.y) < height * 0.5 && gap > -height && gap < height * columnGap;
}

const lineOf = ({ text, x, y, width, height }: TextRun): PageLine => ({ text, left: x, right: x + width, y, height });

function extended(line: PageLine, run: TextRun, gap: number): PageLine {
  const height = Math.max(line.height, run.height);
  const isBlank = run.text.trim() === "";
  const space =
    /\s/u.test(line.text.at(-1) ?? "") || isBlank || /^\s/u.test(run.text) ? "" : gap > height * wordGap ? " " : "";
  const between = gap > height * cellGap ? "\t" : space;
  // A wide space is the gap between two cells.
  const text = isBlank && run.width > height * cellGap ? "\t" : run.text;
  return {
    ...line,
    text: `${between === "\t" ? line.text.trimEnd() : line.text}${between}${text}`,
    right: Math.max(line.right, run.x + run.width),
    height,
  };
}

/** The box about lines: their letters reach a little below the baseline. */
export const boxOf = (lines: readonly PageLine[]): Box => [
  Math.min(...lines.map(({ left }) => left)),
  Math.min(...lines.map(({ y, height }) => y - height * 0.25)),
  Math.max(...lines.map(({ right }) => right)),
  Math.max(...lines.map(({ y, height }) => y + height)),
];
