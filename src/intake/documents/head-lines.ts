import { rows as words } from "../generated/byline-words.ts";
import { findDay } from "../sentences/find-day.ts";

/** A line at the head of a text. */
export interface HeadLine {
  readonly rowNo: number;
  readonly kind: string;
  readonly text: string;
}

/** What the head of a text says of it: a property, its value, and the line that says so. */
export interface HeadFact {
  readonly prop: "title" | "author" | "publishedAt" | "publisher";
  readonly value: string;
  readonly line: HeadLine;
}

const listOf = (kind: string): readonly string[] =>
  words.filter(([each]) => each === kind).flatMap(([, list = ""]) => list.split("|"));
const anyOf = (kind: string): string =>
  listOf(kind)
    .toSorted((left, right) => right.length - left.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join("|");

const lineMax = 160;
const titleMax = 220;
const nameMax = 60;

/**
 * Reads title, author, day and outlet off the first lines of a text, each where a line says nothing else: a byline, a line
 * with a day in it ("Tuesday 20 June 2017, page 1"), a slug with bars ("STRAIT WIRE | Haedong | 2019-11-11"), the name of
 * a paper above such a line. What no line says stays unsaid.
 */
export function readHeadLines(lines: readonly HeadLine[]): readonly HeadFact[] {
  const shown = lines.filter(({ text }) => text.trim() !== "");
  const dated = shown.find((line) => isHeadLine(line.text) && dayOf(line.text) !== undefined);
  const day = dated && dayOf(dated.text);
  const byline = shown.find((line) => authorOf(line.text) !== undefined);
  const author = byline && authorOf(byline.text);
  const outlet = dated && outletOf(dated, shown);
  const taken = new Set([dated, byline, outlet?.line]);
  const title = titleOf(shown, taken);
  return [
    ...(title ? [{ prop: "title" as const, value: title.text.trim(), line: title }] : []),
    ...(byline && author !== undefined ? [{ prop: "author" as const, value: author, line: byline }] : []),
    ...(dated && day !== undefined ? [{ prop: "publishedAt" as const, value: day, line: dated }] : []),
    ...(outlet ? [{ prop: "publisher" as const, ...outlet }] : []),
  ];
}

/** A line that is no sentence of the text. */
const isHeadLine = (text: string): boolean => text.length <= lineMax && !/[.!?。！？][”"’']?\s*$/u.test(text.trim());

const noOrders = new Map<string, "day" | "month">();

/**
 * A whole day with its year that the line gives as its own; a month alone may be the subject of the text, and so may a day
 * that goes on or is led to within a headline ("Two barges left on 3 May 2018", "3 May 2018 attack claimed").
 */
function dayOf(text: string): string | undefined {
  const found = findDay(text, { writtenOn: undefined, orders: noOrders, isReport: false });
  return found?.date.length === 10 && isApart(text, found) ? found.date : undefined;
}

/** Whether a day stands apart in its line: marks, names, or words of publication before it, marks or nothing behind it. */
function isApart(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const before = text.slice(0, from).replace(weekdayBefore, "").trimEnd();
  const behind = text.slice(to).trim();
  const isLed = before === "" || /[^\p{L}\p{N}\s]$/u.test(before) || publishing.test(before) || isNames(before);
  return isLed && (behind === "" || !/^[\p{L}\p{N}]/u.test(behind) || /^\p{Lo}/u.test(behind) || timed.test(behind));
}

const weekdayBefore = /\s*\p{L}+day\.?,?\s*$/iu;
const timed = /^(?:at|page|p\.|\d{1,2}[:.h]\d{2}|um|no|issue|edition|update)(?![\p{L}])/iu;
const publishing = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf("publishing")})(?:\s+\d{1,2}[:.]\d{2})?(?:\s+(?:on|of|am|le|el))?$`,
  "iu",
);

/** Words that all begin large: a name of a paper or of a place. */
const isNames = (words: string): boolean =>
  !/(?<!\p{L})(?:on|in|of|since|by|until|till|before|after|from|between|to|at|for|and)$/iu.test(words) &&
  words
    .split(/\s+/u)
    .every((word) => /^[\p{Lu}\p{Lo}\p{N}&]/u.test(word) || /^(?:of|the|and|de|la|du|der|von)$/u.test(word));

/** Of a slug with bars the first part that is no day; else the line above, if it is the name of a paper and nothing more. */
function outletOf(dated: HeadLine, lines: readonly HeadLine[]): { value: string; line: HeadLine } | undefined {
  const parts = dated.text.split(/\s+[|·•]\s+/u).map((part) => part.trim());
  const named = parts.length > 1 ? parts.find((part) => dayOf(part) === undefined) : undefined;
  if (named !== undefined && named !== "") return { value: named, line: dated };
  const above = lines[lines.indexOf(dated) - 1];
  if (!above || lines.indexOf(above) !== 0 || dated.kind === "label") return undefined;
  const isName = above.text.length <= nameMax && isHeadLine(above.text) && !/[:;,]/u.test(above.text);
  return isName ? { value: above.text.trim(), line: above } : undefined;
}

function titleOf(lines: readonly HeadLine[], taken: ReadonlySet<HeadLine | undefined>): HeadLine | undefined {
  const titled = lines.find(({ kind }) => kind === "title");
  if (titled) return titled;
  const first = lines.find((line) => !taken.has(line));
  return first && first.text.length <= titleMax && isHeadLine(first.text) ? first : undefined;
}

const name = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.’'-]*|de|van|der|al|bin|and|und|et|y|и|,))*`;
const before = new RegExp(String.raw`^(?:${anyOf("before")})\s*[:：]?\s+(${name})$`, "iu");
const cjkBefore = new RegExp(String.raw`^(?:${anyOf("before")})\s*[:：]?\s*([\p{sc=Han}\p{sc=Hangul}]{2,5})$`, "u");
const after = new RegExp(String.raw`([\p{sc=Han}\p{sc=Hangul}]{2,5})\s*(?:${anyOf("after")})$`, "u");
const nobody = new RegExp(String.raw`(?<!\p{L})(?:${anyOf("nobody")})(?!\p{L})`, "iu");

/** The name in a line that is a byline and nothing more. */
function authorOf(text: string): string | undefined {
  const line = text.trim().replace(/^[([（【]|[)\]）】]$/gu, "");
  if (line.length > nameMax * 2) return undefined;
  const found = before.exec(line)?.[1] ?? cjkBefore.exec(line)?.[1] ?? after.exec(line)?.[1];
  return found === undefined || found.length > nameMax || nobody.test(found) || !/^\p{Lu}|^\p{Lo}/u.test(found)
    ? undefined
    : found;
}
