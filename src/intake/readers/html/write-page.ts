import type { PassageWriter } from "../documents/passage-writer.ts";
import { HtmlBlocks } from "./html-blocks.ts";
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
  blocks.read(markup);
}
