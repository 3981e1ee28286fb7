import type { DecidedDocument } from "../stage/decided-claims.ts";
import type { HeldPassage } from "../stage/document-text.ts";
import type { Span } from "../words/sentences.ts";

/** A line of a document's text with the passages that it is put together from. */
export interface DocumentLine extends Span {
  /** Counted from 1, as claims name it. */
  readonly line: number;
  readonly text: string;
  readonly passages: readonly HeldPassage[];
}

/** A document's text line by line, and the passages of it that are no line, or share one with others. */
export interface DocumentParts {
  readonly lines: readonly DocumentLine[];
  readonly others: readonly HeldPassage[];
}

/** Takes a document apart into lines and the passages beside them: tables, remarks, what a document says of itself. */
export function documentParts({ held, text }: Pick<DecidedDocument, "held" | "text">): DocumentParts {
  const indexByRow = new Map(held.passages.map((passage, index) => [rowKey(passage), index]));
  const alone = new Set<HeldPassage>();
  let from = 0;
  const lines = text.text.split("\n").map((words, index): DocumentLine => {
    const to = from + words.length;
    const place = words.trim() === "" ? undefined : text.placeOf({ from, to });
    const passages = place
      ? held.passages.slice(
          indexByRow.get(rowKey(place)),
          (indexByRow.get(rowKey({ ...place, row: place.rowTo })) ?? 0) + 1,
        )
      : [];
    if (passages.length === 1) for (const passage of passages) alone.add(passage);
    const line = { line: index + 1, from, to, text: words, passages };
    from = to + 1;
    return line;
  });
  return { lines, others: held.passages.filter((passage) => !alone.has(passage) && passage.text.trim() !== "") };
}

const rowKey = ({ fileNo, part, row }: Pick<HeldPassage, "fileNo" | "part" | "row">): string =>
  `${fileNo} ${part} ${row}`;
