import { readFileSync, statSync } from "node:fs";

import { PassageWriter } from "../documents/passage-writer.ts";
import type { ReadContext } from "../read-context.ts";
import { readRtfBlocks } from "./rtf-blocks.ts";

const bytesMax = 64 * 1024 * 1024;
const naming = new Set(["dc:creator", "lastModifiedBy", "Company", "Manager"]);

/** Reads an RTF document: its properties and its paragraphs with their bytes. */
export function readRtf(context: ReadContext): void {
  const { size } = statSync(context.path);
  if (size > bytesMax) {
    const text = `The document has ${size} bytes; RTF documents of more than ${bytesMax} are not read.`;
    return context.report.fault({ kind: "too-large", text, rowsLost: 1 });
  }
  const passages = new PassageWriter(context, { name: "", hasPlaces: true });
  passages.beginDocument();
  let isNamed = false;
  const isWhole = readRtfBlocks(readFileSync(context.path).toString("latin1"), ({ from, to, ...block }) => {
    // Who made a file may be who gave it.
    if (context.isSealed && naming.has(block.name ?? "")) isNamed = true;
    else passages.add({ ...block, byteFrom: from, byteTo: to });
  });
  if (isNamed) {
    const text = "The document's properties name who made it; this is not kept, since its source is protected.";
    passages.fault({ kind: "name", text });
  }
  if (!isWhole) {
    const text = "The document is cut off or its groups are not closed; it is read as far as it goes.";
    passages.fault({ kind: "damaged", rowNo: passages.nextRow, text });
  }
  passages.close();
}
