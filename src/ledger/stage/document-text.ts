import type { PassageKind } from "../../model/index.ts";

/** One block of a document, as the table `passage` holds it. */
export interface HeldPassage {
  readonly fileNo: number;
  readonly part: number;
  readonly row: number;
  readonly kind: PassageKind;
  readonly text: string;
  readonly lang: string | null;
  /** Of what a document says of itself: what it is called. */
  readonly name?: string | null;
  /** Of an answer: what was asked. */
  readonly about?: string;
}

/** A stretch of a document's text as rows of its passages: `to` is an offset in the passage `rowTo`, the end left out. */
export interface PassageSpan {
  readonly fileNo: number;
  readonly part: number;
  readonly row: number;
  readonly from: number;
  readonly rowTo: number;
  readonly to: number;
}

/** A line of a document's text: the language of the first of its passages, as intake found it, and how many of them hold text. */
export interface TextLine {
  readonly lang: string | null;
  readonly passages: number;
}

/** The text of a document as the rules read it, one paragraph a line, and where each stretch of it stands. */
export interface DocumentText {
  readonly text: string;
  readonly lines: readonly TextLine[];
  placeOf(span: { readonly from: number; readonly to: number }): PassageSpan | undefined;
  /** Where words that stand at `from` of a passage stand in the text; undefined if they do not stand there. */
  offsetOf(row: number, words: { readonly from: number; readonly quote: string }): number | undefined;
}

interface Piece {
  readonly from: number;
  readonly passage: HeldPassage;
}

/** What is text of a document: no menu, no head, no foot, no remark, nothing deleted, and no table. */
const textKinds: ReadonlySet<PassageKind> = new Set([
  "title",
  "heading",
  "paragraph",
  "quote",
  "label",
  "list",
  "caption",
  "inserted",
]);

/**
 * Puts the passages of a document together: a label ("Anchor:") and the words behind it are one line, and so are the lines
 * into which a plain text or a mail was broken at a width. Lines of a quotation begin with "> ".
 */
export function documentText(passages: readonly HeldPassage[]): DocumentText {
  const ofText = passages.filter(({ kind }) => textKinds.has(kind));
  const isBroken = isBrokenAtWidth(ofText);
  const pieces: Piece[] = [];
  const lines: { lang: string | null; passages: number }[] = [];
  let text = "";
  let before: HeldPassage | undefined;
  for (const passage of ofText) {
    const goesOn = before !== undefined && isGoingOn(before, passage, isBroken);
    if (before) text += goesOn ? gapBetween(before, passage) : "\n";
    if (!goesOn) lines.push({ lang: passage.lang, passages: 0 });
    const line = lines.at(-1);
    if (line && passage.text.trim() !== "") line.passages += 1;
    if (passage.kind === "quote" && (text === "" || text.endsWith("\n")) && !passage.text.startsWith(">")) text += "> ";
    pieces.push({ from: text.length, passage });
    text += passage.text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, " ");
    before = passage;
  }
  return {
    text,
    lines,
    placeOf: (span) => placeOf(pieces, span),
    offsetOf: (row, words) => offsetOf(pieces, row, words),
  };
}

function placeOf(pieces: readonly Piece[], { from, to }: { from: number; to: number }): PassageSpan | undefined {
  const first = lastFrom(pieces, from);
  const last = lastFrom(pieces, to - 1);
  if (!first || !last) return undefined;
  const { fileNo, part, row } = first.passage;
  return { fileNo, part, row, from: from - first.from, rowTo: last.passage.row, to: to - last.from };
}

function offsetOf(
  pieces: readonly Piece[],
  row: number,
  { from, quote }: { readonly from: number; readonly quote: string },
): number | undefined {
  const piece = pieces.find(({ passage }) => passage.row === row);
  return piece?.passage.text.startsWith(quote, from) ? piece.from + from : undefined;
}

/** The last piece that begins at an offset or before it. */
function lastFrom(pieces: readonly Piece[], offset: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

function isGoingOn(before: HeldPassage, passage: HeldPassage, isBroken: boolean): boolean {
  if (before.kind === "label") return /[:：]\s*$/u.test(before.text) && passage.kind !== "label";
  return (
    isBroken &&
    isCutLine(before) &&
    passage.kind === before.kind &&
    /^\s*[\p{L}\p{N}“"‘'(«「『《（]/u.test(passage.text)
  );
}

/** Chinese has no gaps between words, and none where a line of it was broken. */
const gapBetween = (before: HeldPassage, passage: HeldPassage): string =>
  before.kind !== "label" && /\p{Script=Han}\s*$/u.test(before.text) && /^\s*\p{Script=Han}/u.test(passage.text)
    ? ""
    : " ";

/** Widths at which programs break lines, in columns of a terminal. */
const [narrowest, widest] = [50, 100];
const brokenShare = 0.5;

const isCutLine = ({ text }: HeldPassage): boolean =>
  widthOf(text.trimEnd()) >= narrowest && widthOf(text) <= widest && /[\p{L}\p{N},;’'"”)–-]$/u.test(text.trimEnd());

/** Whether the lines are those of a page width and not paragraphs: none is longer, and half of the long ones end within a sentence. */
function isBrokenAtWidth(passages: readonly HeldPassage[]): boolean {
  const lines = passages.filter(({ kind, text }) => kind === "paragraph" && text.trim() !== "");
  const long = lines.filter(({ text }) => widthOf(text.trimEnd()) >= narrowest);
  return (
    long.length > 2 &&
    lines.every(({ text }) => widthOf(text) <= widest) &&
    long.filter(isCutLine).length >= brokenShare * long.length
  );
}

/** Hangul, Han and kana take two columns. */
const widthOf = (text: string): number =>
  text.length +
  (text.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/gu)?.length ?? 0);
