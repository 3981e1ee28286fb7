import { readFileSync, statSync } from "node:fs";

import type { TextEncoding } from "../../detect/index.ts";
import { DocumentText } from "../documents/document-text.ts";
import { PassageWriter } from "../documents/passage-writer.ts";
import { HtmlBlocks } from "../html/html-blocks.ts";
import type { ReadContext } from "../read-context.ts";
import { readFeed as feedEntries, type FeedEntry, type FeedField } from "./feed-items.ts";

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
      passages.add({ kind: "title", text: plainText(field.text), ...place });
      continue;
    }
    const isSummary = whole !== undefined && field !== whole && field.isMarkup;
    if (!field.isMarkup || isChannel || isSummary) {
      const text = field.isMarkup ? plainText(field.text) : field.text;
      passages.add({ kind: "meta", name: isChannel ? `channel:${field.name}` : field.name, text, ...place });
    } else writeMarkup(passages, field, place);
  }
}

const writeMarkup = (
  passages: PassageWriter,
  field: FeedField,
  place: { readonly byteFrom: number; readonly byteTo: number },
): void =>
  new HtmlBlocks(
    ({ kind, text, isHidden }) => passages.add({ kind, text, isHidden, ...place }),
    () => undefined,
  ).read(field.text);

/** The text of markup in one line. */
function plainText(markup: string): string {
  const blocks: string[] = [];
  new HtmlBlocks(
    ({ text }) => blocks.push(text),
    () => undefined,
  ).read(markup);
  return blocks.join(" ");
}
