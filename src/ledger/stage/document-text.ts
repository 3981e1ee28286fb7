import type { PassageKind } from "../../model/index.ts";

/** One block of a document, as the table `passage` holds it. */
export interface HeldPassage {
  readonly fileNo: number;
  readonly part: number;
  readonly row: number;
  readonly kind: PassageKind;
  readonly text: string;
  readonly lang: string | null;
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

/** The text of a document as the rules read it, one paragraph a line, and where each stretch of it stands. */
export interface DocumentText {
  readonly text: string;
  readonly read: number;
  readonly unread: number;
  readonly unreadLanguages: readonly string[];
  placeOf(span: { readonly from: number; readonly to: number }): PassageSpan | undefined;
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

/** The language whose sentences the rules read. */
const readLanguage = "eng";

/**
 * Puts the passages of a document together: a label ("Anchor:") and the words behind it are one line, and so are the lines
 * into which a plain text or a mail was broken at a width. Lines of a quotation begin with "> ". What is in a language that
 * the rules do not read is left out and counted.
 */
export function documentText(passages: readonly HeldPassage[]): DocumentText {
  const ofText = passages.filter(({ kind }) => textKinds.has(kind));
  const readable = ofText.filter(({ lang }) => lang === null || lang === readLanguage);
  const foreign = ofText.filter(({ lang, text }) => lang !== null && lang !== readLanguage && text.trim() !== "");
  const isBroken = isBrokenAtWidth(readable);
  const pieces: Piece[] = [];
  let text = "";
  let before: HeldPassage | undefined;
  for (const passage of readable) {
    if (before) text += isGoingOn(before, passage, isBroken) ? " " : "\n";
    if (passage.kind === "quote" && (text === "" || text.endsWith("\n")) && !passage.text.startsWith(">")) text += "> ";
    pieces.push({ from: text.length, passage });
    text += passage.text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, " ");
    before = passage;
  }
  return {
    text,
    read: readable.filter((passage) => passage.text.trim() !== "").length,
    unread: foreign.length,
    unreadLanguages: [...new Set(foreign.flatMap(({ lang }) => lang ?? []))].toSorted(),
    placeOf: (span) => placeOf(pieces, span),
  };
}

function placeOf(pieces: readonly Piece[], { from, to }: { from: number; to: number }): PassageSpan | undefined {
  const first = pieces.findLast((piece) => piece.from <= from);
  const last = pieces.findLast((piece) => piece.from < to);
  if (!first || !last) return undefined;
  const { fileNo, part, row } = first.passage;
  return { fileNo, part, row, from: from - first.from, rowTo: last.passage.row, to: to - last.from };
}

function isGoingOn(before: HeldPassage, passage: HeldPassage, isBroken: boolean): boolean {
  if (before.kind === "label") return /[:：]\s*$/u.test(before.text) && passage.kind !== "label";
  return isBroken && isCutLine(before) && passage.kind === before.kind && /^\s*[\p{L}\p{N}“"‘'(]/u.test(passage.text);
}

/** Widths at which programs break lines. */
const [narrowest, widest] = [50, 100];
const brokenShare = 0.5;

const isCutLine = ({ text }: HeldPassage): boolean =>
  text.trimEnd().length >= narrowest && text.length <= widest && /[\p{L}\p{N},;’'"”)–-]$/u.test(text.trimEnd());

/** Whether the lines are those of a page width and not paragraphs: none is longer, and half of the long ones end within a sentence. */
function isBrokenAtWidth(passages: readonly HeldPassage[]): boolean {
  const lines = passages.filter(({ kind, text }) => kind === "paragraph" && text.trim() !== "");
  const long = lines.filter(({ text }) => text.trimEnd().length >= narrowest);
  return (
    long.length > 2 &&
    lines.every(({ text }) => text.length <= widest) &&
    long.filter(isCutLine).length >= brokenShare * long.length
  );
}
