import type { PassageWriter } from "../documents/passage-writer.ts";
import { HtmlBlocks, HtmlTrouble } from "./html-blocks.ts";
import { readLinkedData } from "./linked-data.ts";

/** Where a range of the markup stands in the file. */
export type PlaceOf = (range: { readonly from: number; readonly to: number }) => {
  readonly byteFrom: number;
  readonly byteTo: number;
};

/** Writes a page: what stands in its head as `meta` passages, its text block by block. */
export function writePage(passages: PassageWriter, markup: string, placed: PlaceOf): void {
  const blocks = new HtmlBlocks(
    ({ from, to, ...block }) => passages.add({ ...block, ...placed({ from, to }) }),
    (name, value, range) => {
      const place = placed(range);
      for (const [key, text] of name === "ld+json" ? readLinkedData(value) : [[name, value] as const])
        passages.add({ kind: "meta", name: key, text, ...place });
    },
  );
  readOrReport(passages, () => blocks.read(markup));
}

/** Writes the blocks of a piece of HTML that is part of something else, all in one place. */
export function writeMarkup(
  passages: PassageWriter,
  markup: string,
  place: { readonly byteFrom: number; readonly byteTo: number },
): void {
  const blocks = new HtmlBlocks(
    ({ kind, text, isHidden }) => passages.add({ kind, text, isHidden, ...place }),
    () => undefined,
  );
  readOrReport(passages, () => blocks.read(markup));
}

/** What lies too deep ends the reading, and is a fault. */
export function readOrReport(passages: PassageWriter, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof HtmlTrouble)) throw error;
    const text = `The page is not read to its end: ${error.message}.`;
    passages.fault({ kind: "too-deep", rowNo: passages.nextRow, text, rowsLost: 1 });
  }
}
