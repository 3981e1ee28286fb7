import { readFileSync, statSync } from "node:fs";

import type { TextEncoding } from "../../detect/index.ts";
import { DocumentText } from "../documents/document-text.ts";
import { PassageWriter } from "../documents/passage-writer.ts";
import { HtmlBlocks } from "../html/html-blocks.ts";
import { readOrReport, writeMarkup } from "../html/write-page.ts";
import type { ReadContext } from "../read-context.ts";
import { readFeed as feedEntries, type FeedEntry } from "./feed-items.ts";

const bytesMax = 64 * 1024 * 1024;

/**
 * Reads a saved feed (RSS, Atom): the first document is the feed itself, each item is one more. The element `source` of an
 * item, which names the outlet that it was taken from, is kept as `meta` with the other elements.
 */
export function readFeed(context: ReadContext, encoding: TextEncoding): void {
  const { size } = statSync(context.path);
  if (size > bytesMax) {
    const text = `The feed has ${size} bytes; feeds of more than ${bytesMax} are not read.`;
    return context.report.fault({ kind: "too-large", text, rowsLost: 1 });
  }
  context.report.setEncoding(encoding.name);
  const feed = DocumentText.decode(readFileSync(context.path), encoding);
  const passages = new PassageWriter(context, { name: "", hasPlaces: true });
  feedEntries(feed.text, (entry) => writeEntry(passages, entry, feed));
  passages.close();
}

function writeEntry(passages: PassageWriter, { isChannel, fields }: FeedEntry, feed: DocumentText): void {
  passages.beginDocument();
  // The whole text of an item where it is given; a summary is the beginning of it.
  const whole = fields.find(({ name }) => name === "content:encoded" || name === "content");
  for (const field of fields) {
    const place = { byteFrom: feed.byteAt(field.from), byteTo: feed.byteAt(field.to) };
    if (field.name === "title" && !isChannel) {
      passages.add({ kind: "title", text: plainText(passages, field.text), ...place });
      continue;
    }
    const isSummary = whole !== undefined && field !== whole && field.isMarkup;
    if (!field.isMarkup || isChannel || isSummary) {
      const text = field.isMarkup ? plainText(passages, field.text) : field.text;
      passages.add({ kind: "meta", name: isChannel ? `channel:${field.name}` : field.name, text, ...place });
    } else writeMarkup(passages, field.text, place);
  }
}

/** The text of markup in one line. */
function plainText(passages: PassageWriter, markup: string): string {
  const blocks: string[] = [];
  const reader = new HtmlBlocks(
    ({ text }) => blocks.push(text),
    () => undefined,
  );
  readOrReport(passages, () => reader.read(markup));
  return blocks.join(" ");
}
