import { plainLetters } from "./plain-letters.ts";
import { readOutletTag } from "../text/outlet-tag.ts";
import { findFirst, wordsPattern, type ForeignLanguage } from "./foreign-words.ts";

/** A paragraph of a document in one of the languages, with what its layout says; offsets are those of the document. */
export interface ForeignLine {
  readonly language: ForeignLanguage;
  readonly line: number;
  /** The words without bullet, dateline and tag. */
  readonly from: number;
  readonly text: string;
  /** The outlet whose name closes it. */
  readonly tag: string | undefined;
  /** The agency that it opens with. */
  readonly agency: string | undefined;
  readonly isTitle: boolean;
}

const agencies: Readonly<Record<ForeignLanguage, RegExp>> = {
  ko: /^[([](?:[^=()[\]]{1,16}=)?(?<agency>[^=()[\]]{2,20})[)\]]\s*(?:[^=.]{2,20}=\s*)?/u,
  zh: /^(?:【?(?<agency>[\p{Script=Han}]{2,6}[社报網网])[\p{Script=Han}\d０-９]{1,16}[电電讯訊]】?\s*(?:[（(][^（）()]{2,20}[）)])?[：:，,]?\s*)/u,
  ru: /^\p{Lu}[\p{Lu}\s-]{2,30},\s+\d{1,2}\s+\p{L}+(?:\s+\d{4}(?:\s*г)?)?\.?\s*(?:[—–-]\s*)?\/?(?<agency>\p{Lu}[\p{L}\s-]{1,20})\/?\.\s*/u,
};

const bullet = /^(?:[*•·▪–—-]|\(?\d{1,2}[.)]|[>|]+)\s+/u;
const closingTag = /[（(【[](?<inside>[^（）()【】[\]]{2,40})[）)】\]]\s*[.。]?$/u;

/** One paragraph as it is laid out; undefined for a line of a mail's head, and for a heading of a few words, which claim nothing. */
export function readLine(
  language: ForeignLanguage,
  raw: string,
  { from, line, isFirst }: { from: number; line: number; isFirst: boolean },
): ForeignLine | undefined {
  const body = raw.trim();
  const start = raw.indexOf(body);
  if (findFirst(`^(?:${wordsPattern(language, "header")})\\s*[:：]`, body)) return undefined;
  const tag = tagOf(language, body);
  const head = bullet.exec(body)?.[0].length ?? 0;
  const agency = agencies[language].exec(body.slice(head));
  const skipped = head + (agency?.[0].length ?? 0);
  const text = body.slice(skipped, tag?.from ?? body.length).trimEnd();
  const isClosed = /[.!?…。！？:：”"»」』’)）\]]$/u.test(text);
  if (text === "" || (!isClosed && head === 0 && !tag && isShort(language, text))) return undefined;
  return {
    language,
    line,
    from: from + start + skipped,
    text,
    tag: tag?.outlet,
    agency: agency?.groups?.["agency"]?.trim(),
    isTitle: isFirst || !isClosed,
  };
}

// A tag holds an outlet's name and a day.
const tagMax = 100;

const isShort = (language: ForeignLanguage, text: string): boolean =>
  language === "zh" ? text.replaceAll(/[^\p{L}]/gu, "").length < 6 : text.split(/\s+/u).length < 4;

/** "[조선일보, 3월 5일]", "（新华社）", "(ТАСС)": in round brackets, only what a word for an outlet or capitals show to be one. */
function tagOf(language: ForeignLanguage, body: string): { outlet: string; from: number } | undefined {
  const found = closingTag.exec(body);
  const [outlet = ""] = (found?.groups?.["inside"] ?? "").split(/[,，]/u).map((part) => part.trim());
  const tail = Math.max(0, body.length - tagMax);
  const square = /\][\s.]{0,3}$/u.test(body.slice(tail)) ? readOutletTag(body.slice(tail), tail) : undefined;
  if (square && body.charAt(square.from) === "[") return { outlet: square.outlet, from: square.from };
  const isOutlet =
    findFirst(`^${wordsPattern(language, "outlet")}$`, plainLetters(language, outlet)) ??
    (language === "ru" ? /^\p{Lu}{3,8}$/u.exec(outlet) : undefined);
  return found && isOutlet ? { outlet, from: found.index } : undefined;
}
