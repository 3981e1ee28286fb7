import type { Answer } from "../../api/answers.ts";

export type OwnQuestion = Answer<"GET /api/network">;

/** What the address calls the ends of the seen flows, where the case itself names others. */
const seenEnds = "seen";

interface Ends {
  entities: string[];
  countries: string[];
}

/** What an address says of a question. */
export interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly between?: string;
  readonly never?: string;
  readonly cannot?: string;
  readonly mode?: string;
  readonly draw?: string;
}

/** A question as the routes take it. */
export interface Question {
  from?: Ends | null;
  to?: Ends | null;
  between?: [string, string] | null;
  protect?: string[];
  unblockable?: string[];
}

/** The question that an address asks; what it leaves out is as the case asks it. */
export function questionOf({ from, to, between, never, cannot }: Asked): Question {
  const span = between === undefined ? undefined : daysOf(between);
  return {
    ...(from !== undefined && { from: endsOf(from) }),
    ...(to !== undefined && { to: endsOf(to) }),
    ...(span !== undefined && { between: span }),
    ...(never !== undefined && { protect: wordsOf(never) }),
    ...(cannot !== undefined && { unblockable: wordsOf(cannot) }),
  };
}

/** Words between semicolons, as the command line takes them. */
export const wordsOf = (text: string): string[] =>
  text
    .split(";")
    .map((word) => word.trim())
    .filter((word) => word !== "");

const endsOf = (text: string): Ends | null => (text === seenEnds ? null : { entities: wordsOf(text), countries: [] });

/** The words of one side as they stand now: the address's, or the case's own; none: the ends of the seen flows. */
export function shownWords(address: string | undefined, own: Ends | null | undefined | OwnQuestion["from"]): string[] {
  if (address !== undefined) return address === seenEnds ? [] : wordsOf(address);
  return own ? [...own.entities, ...own.countries.map((country) => `country:${country}`)] : [];
}

/** What the address holds for words; `seen` says that nobody is named though the case names somebody. */
export const writeWords = (words: readonly string[], own: OwnQuestion["from"]): string | undefined =>
  words.length > 0 ? words.join(";") : own ? seenEnds : undefined;

/** `2013-01..2016-07` as first and last day; undefined where it is no span. */
export function daysOf(span: string): [string, string] | undefined {
  const [, from, to] = /^(\d{4}-\d{2}(?:-\d{2})?)\.\.(\d{4}-\d{2}(?:-\d{2})?)$/u.exec(span) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return [from.length === 7 ? `${from}-01` : from, to.length === 7 ? `${to}-${lastDayOf(to)}` : to];
}

function lastDayOf(month: string): string {
  const [year = "2000", number = "1"] = month.split("-");
  return String(new Date(Date.UTC(Number(year), Number(number), 0)).getUTCDate()).padStart(2, "0");
}

/** The question as one sentence, for exports and for whoever listens. */
export function questionSentence(address: Asked, own: OwnQuestion): string {
  const side = (words: readonly string[], seen: string): string => (words.length === 0 ? seen : words.join("; "));
  const from = side(shownWords(address.from, own.from), "who pays out and is hardly paid");
  const to = side(shownWords(address.to, own.to), "who is paid and hardly pays out");
  const span = address.between ?? own.between?.join("..");
  return `money from ${from} to ${to}${span === undefined ? "" : `, paid ${span.replace("..", " to ")}`}`;
}

/** Under which name the places of this question's drawing are kept; `draw` where the largest ways are not what is drawn. */
export const layoutName = ({ mode, from, to, between, draw }: Asked): string =>
  [mode ?? "ways", from ?? "", to ?? "", between ?? "", ...(draw === undefined || draw === "largest" ? [] : [draw])]
    .join("|")
    .slice(0, 600);
