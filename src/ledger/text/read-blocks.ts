import { headLemma } from "../events/head-lemma.ts";
import { ledgerPhrases } from "./phrases.ts";
import { tells } from "./reporting.ts";
import { readOutletTag, type OutletTag } from "./outlet-tag.ts";
import { findQuotes, type QuoteSpan } from "./find-quotes.ts";
import { clockHeads } from "./clock-heads.ts";
import { splitSentences } from "./split-sentences.ts";
import { entryDateLength } from "./entry-date.ts";
import { markTurns, type Turn } from "./find-turns.ts";
import { tagTokens, type Token } from "./tag-tokens.ts";

export type BlockKind = "title" | "heading" | "bullet" | "dateline" | "note" | "header" | "quoted" | "paragraph";

/** A paragraph of a document with what its layout says: offsets are those of the document. */
export interface Block {
  readonly kind: BlockKind;
  readonly line: number;
  /** The words without bullet, label, dateline and tag. */
  readonly from: number;
  readonly to: number;
  readonly label: string | undefined;
  /** What stands in brackets between a label and its colon. */
  readonly labelAside: string;
  /** Whose turn it is, in a transcript. */
  readonly turn?: Turn;
  /** The tag that closes this block or the run of blocks that it belongs to. */
  readonly tag: OutletTag | undefined;
  /** The agency in brackets behind a dateline. */
  readonly dateline: string | undefined;
  readonly sentences: readonly (readonly Token[])[];
  readonly quotes: readonly QuoteSpan[];
  /** The words before a quoted block that say whose it is: "Lake Daily reports:". */
  readonly intro: readonly Token[] | undefined;
}

/** The blocks of a document whose paragraphs are lines; empty lines are none. Voices before a tag ("Anchor:", an ellipsis in brackets) belong to it. */
export function readBlocks(text: string): readonly Block[] {
  const headEnds = new Map(clockHeads(text).map(({ from, to }) => [from, to]));
  const lines = splitLines(text);
  const blocks = lines.map((line, index) =>
    readBlock(line, {
      isFirst: index === 0 || lines.slice(0, index).every(({ body }) => body === ""),
      clock: (headEnds.get(line.from) ?? line.from) - line.from,
    }),
  );
  const present = blocks.filter((block) => block !== undefined);
  return markTurns(introduce(shareTags(present, text), text));
}

interface Line {
  readonly from: number;
  readonly body: string;
  readonly number: number;
}

function splitLines(text: string): readonly Line[] {
  let from = 0;
  return text.split("\n").map((raw, index) => {
    const body = raw.trim();
    const line = { from: from + raw.indexOf(body), body, number: index + 1 };
    from += raw.length + 1;
    return line;
  });
}

const ellipsisPattern = /\[\s*(?:…|\.)[….\s]*\]\s*$/u;
/** Lines of a mail's head, and lists of sources: they claim nothing. */
const headerPattern =
  /^(?:date|from|to|cc|subject|sent|reply-to|sources?|compiled by|edited by|posted|updated|published)\s*:/iu;
const datelinePattern =
  /^\p{Lu}[\p{Lu}\s.'’/-]+,\s(?:[^()]{0,40}\((?<agency>[^()]{2,40})\)\s*[-–—]\s*|[^()\d]{0,30}\d[^()]{0,20}\s(?:--|[-–—])\s+)/u;
/** "Dec. 9 (Bayside) - ": an agency's line without a place. */
const dayLinePattern = /^\p{Lu}\p{L}{2,8}\.? \d{1,2} \((?<agency>[^()]{2,40})\)\s*[-–—]{1,2}\s+/u;
const labelPattern = /^(?<label>\p{Lu}[\p{L}\p{N}.’' -]{0,60}?)(?:\s*\((?<aside>[^()]{1,60})\))?:\s+(?=\S)/u;

/** `clock`: the length of the hour at the head of a log's entry. */
function readBlock(
  { from, body, number }: Line,
  { isFirst, clock }: { readonly isFirst: boolean; readonly clock: number },
): Block | undefined {
  if (body === "") return undefined;
  let start = 0;
  let end = body.length;
  const tag = readOutletTag(body, from);
  if (tag) end = tag.from - from;
  else end -= ellipsisPattern.exec(body.slice(-40))?.[0].length ?? 0;
  const bullet = /^(?:[*•·▪–—-]|\(?\d{1,2}[.)]|[>|]+)\s+/u.exec(body);
  if (bullet) start = bullet[0].length;
  const dateline = datelinePattern.exec(body) ?? dayLinePattern.exec(body);
  start = dateline?.[0].length ?? (clock || entryDateLength(body) || start);
  const label = labelPattern.exec(body.slice(start));
  const isLabelled = label !== null && isLabel(label.groups?.["label"] ?? "");
  if (isLabelled) start += label[0].length;
  const kind = kindOf(body, { isFirst, isBullet: bullet !== null, isDateline: dateline !== null });
  const words = body.slice(start, end).trimEnd();
  const quotes = findQuotes(words, from + start);
  const tokens = markQuotes(tagLine(words, from + start), quotes);
  return {
    kind,
    line: number,
    from: from + start,
    to: from + start + words.length,
    label:
      label && !endsWithTelling((label.groups?.["label"] ?? "").split(/\s+/u)) ? label.groups?.["label"] : undefined,
    labelAside: label?.groups?.["aside"] ?? "",
    tag,
    dateline: dateline?.groups?.["agency"],
    sentences: splitSentences(tokens),
    quotes,
    intro: undefined,
  };
}

/** The marks of quotations as such: a single one is an apostrophe elsewhere. */
function markQuotes(tokens: readonly Token[], quotes: readonly QuoteSpan[]): readonly Token[] {
  const marks = new Set(quotes.flatMap(({ from, to, isOpen }) => (isOpen ? [from] : [from, to - 1])));
  return tokens.map((token) =>
    /^(?:PUNCT|PART)$/u.test(token.tag) && token.to - token.from === 1 && marks.has(token.from)
      ? { ...token, tag: "QUOTE" }
      : token,
  );
}

/** All in capitals, or most words with one and no full stop at the end. */
function isCapitalised(words: string): boolean {
  if (words === words.toUpperCase()) return words !== words.toLowerCase();
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  return (
    long.length > 3 &&
    !/[.!?]$/u.test(words) &&
    long.every((word) => /^\p{Lu}/u.test(word) || /^(?:with|from|over|after|into|that|this|says|said)$/u.test(word))
  );
}

/** A headline in capitals is tagged as if it were written small. */
function tagLine(words: string, offset: number): readonly Token[] {
  if (!isCapitalised(words)) return tagTokens(words, offset);
  const small = words.toLowerCase();
  if (small.length !== words.length) return tagTokens(words, offset);
  return tagTokens(small, offset).map((token) => ({
    ...token,
    text: words.slice(token.from - offset, token.to - offset),
  }));
}

/** A label names a voice in few words, in capitals in more; a clause before a colon is none. */
const isLabel = (label: string): boolean => {
  const words = label.split(/\s+/u);
  return words.length <= (label === label.toUpperCase() ? 8 : 4) && !endsWithTelling(words);
};

/** "Police said:": a clause that tells, and no label. */
const endsWithTelling = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? "";
  return words.length > 1 && /^\p{Ll}+(?:s|ed|id|ld|ote)$/u.test(last) && tells(headLemma(last), "say");
};

function kindOf(body: string, seen: { isFirst: boolean; isBullet: boolean; isDateline: boolean }): BlockKind {
  if (headerPattern.test(body)) return "header";
  if (seen.isFirst) return "title";
  if (seen.isDateline) return "dateline";
  if (/^\(.*\)$/u.test(body)) return "note";
  if (/^[>|]/u.test(body)) return "quoted";
  const isClosed = /[.!?…。！？:”"\])]$/u.test(body);
  if (/^(?:[*•·▪]|[-–—]\s)/u.test(body)) return "bullet";
  return isClosed ? "paragraph" : "heading";
}

/** A line that ends with a colon says whose the quoted blocks behind it are. */
function introduce(blocks: readonly Block[], text: string): readonly Block[] {
  let intro: readonly Token[] | undefined;
  return blocks.map((block, index) => {
    if (block.kind !== "quoted") {
      intro = undefined;
      return block;
    }
    const before = blocks[index - 1];
    if (
      before &&
      before.kind !== "quoted" &&
      text
        .slice(before.from, before.to + 1)
        .trimEnd()
        .endsWith(":")
    )
      intro = before.sentences.at(-1);
    return { ...block, intro };
  });
}

/** A voice's label or an ellipsis in brackets says that the block goes on to the next tag. */
function shareTags(blocks: readonly Block[], text: string): readonly Block[] {
  const shared = [...blocks];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const block = shared[index];
    const next = shared[index + 1];
    if (!block || !next?.tag || block.tag) continue;
    const goesOn = isVoice(block.label) || ellipsisPattern.test(text.slice(block.from, next.from).trimEnd().slice(-40));
    if (goesOn) shared[index] = { ...block, tag: next.tag };
  }
  return shared;
}

/** Whether a label is the voice of a broadcast ("Anchor", "Report"), not a name. */
export const isVoice = (label: string | undefined): boolean =>
  label !== undefined && ledgerPhrases("voice").some((voice) => label.toLowerCase() === voice);
