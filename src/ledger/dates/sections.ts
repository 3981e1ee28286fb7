import { readOutletTag } from "../text/outlet-tag.ts";
import type { Span } from "../words/sentences.ts";
import type { Day } from "./civil-day.ts";
import { datelineEnd, datelineStart } from "./dateline.ts";
import type { Dated } from "./find-dates.ts";
import { spokenDay, type Statement } from "./statements.ts";

/**
 * The parts of a text whose layout says on which day they were written or spoken: what stands below a heading that is a day or
 * behind a dateline, the entries of a chronology, and the blocks that a tag with a day closes.
 */
export function findSections(text: string, dated: readonly Dated[]): Statement[] {
  const lines = linesOf(text);
  const headed = lines.flatMap((line) => {
    const day = dayAtHead(text, line, dated);
    return day === undefined ? [] : [{ line, ...day }];
  });
  const running = headed.filter(({ isEntry }) => !isEntry);
  return [
    ...running.map(({ line, day }, index) => ({
      from: line.from,
      to: running[index + 1]?.line.from ?? text.length,
      day,
    })),
    ...headed.filter(({ isEntry }) => isEntry).map(({ line, day }) => ({ ...line, day })),
    ...lines.flatMap((line) => taggedBlock(text, line, dated)),
  ];
}

function linesOf(text: string): Span[] {
  let from = 0;
  return text.split("\n").map((line) => {
    const span = { from, to: from + line.length };
    from = span.to + 1;
    return span;
  });
}

/** The day that a line consists of or begins with, as heading, dateline or head of an entry. */
function dayAtHead(
  text: string,
  line: Span,
  dated: readonly Dated[],
): { readonly day: Day; readonly isEntry: boolean } | undefined {
  const first = dated.find(({ from, to }) => from >= line.from && to <= line.to);
  const day = first && spokenDay(first);
  if (!first || day === undefined) return undefined;
  const [before, behind] = [text.slice(line.from, first.from), text.slice(first.to, line.to)];
  const isHeading = /^[\W_]*(?:day \w+\W+)?$/iu.test(before) && /^[\W_]*$/u.test(behind);
  const isDateline = before !== "" && datelineStart.test(before) && datelineEnd.test(behind);
  if (isHeading || isDateline) return { day, isEntry: false };
  return before.trim() === "" && /^(?:\s+[-–—]{1,2}|:)\s/u.test(behind) ? { day, isEntry: true } : undefined;
}

/** A block runs from the tag before, or from its paragraph's start; over a paragraph before that breaks off with "[...]" or has a label too. */
function taggedBlock(text: string, line: Span, dated: readonly Dated[]): Statement[] {
  const tag = readOutletTag(text.slice(line.from, line.to).trimEnd(), line.from);
  const found = tag && dated.find(({ from, to }) => from >= tag.from && to <= tag.to);
  const day = found && spokenDay(found);
  return tag && day !== undefined ? [{ from: blockStart(text, tag.from), to: tag.to, day }] : [];
}

const isLabelled = (paragraph: string): boolean => /^\p{Lu}[\p{L} ]{1,24}:\s/u.test(paragraph);
const isBroken = (paragraph: string): boolean => /(?:…|\.\.\.)\.?\s*[\])]?\s*$/u.test(paragraph);

function blockStart(text: string, place: number): number {
  let from = text.lastIndexOf("\n", place - 1) + 1;
  for (;;) {
    const end = text.slice(0, from).trimEnd().length;
    const before = text.lastIndexOf("\n", end - 1) + 1;
    const paragraph = text.slice(before, end);
    if (end === 0 || !(isBroken(paragraph) || (isLabelled(text.slice(from)) && isLabelled(paragraph)))) break;
    from = before;
  }
  const sameLine = text.slice(from, place).lastIndexOf("]");
  return sameLine < 0 || isBroken(text.slice(from, from + sameLine + 1)) ? from : from + sameLine + 1;
}
