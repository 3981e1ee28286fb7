import { bad, good, type Result } from "../../base/index.ts";

/** A time as a filter names it: its first and last day, ISO; null: open on that side. */
export interface Days {
  readonly first: string | null;
  readonly last: string | null;
  readonly words: string;
}

/** Reads `2014`, `2014-03`, `2014-03-04`, and spans of them (`2014-03..2016`, `2014..`, `>2014`); else the nearest right text, or null. */
export function readDays(text: string): Result<Days, string | null> {
  const plain = text.replaceAll(/\s/gu, "").replaceAll(/(?<=\d)[./](?=\d)/gu, "-");
  const open = /^(>=|>|<=|<)(.+)$/u.exec(plain);
  if (open) return afterOrBefore(open[1] ?? "", open[2] ?? "");
  const [low = "", high, ...rest] = plain.split("..");
  if (rest.length > 0) return bad(null);
  if (high === undefined) return oneTime(low, text);
  if (low === "" && high === "") return bad(null);
  const [from, to] = [low === "" ? null : timeOf(low), high === "" ? null : timeOf(high)];
  if (from === undefined || to === undefined) return bad(null);
  if (from && to && from.first > to.last) return bad(`${high}..${low}`);
  return good({ first: from?.first ?? null, last: to?.last ?? null, words: spanWords(low, high) });
}

function oneTime(text: string, written: string): Result<Days, string | null> {
  const time = timeOf(text);
  if (time) return good({ first: time.first, last: time.last, words: `in ${text}` });
  const year = /(?:19|20)\d\d/u.exec(written)?.[0];
  return bad(year ?? null);
}

function afterOrBefore(sign: string, text: string): Result<Days, string | null> {
  const time = timeOf(text);
  if (!time) return bad(null);
  if (sign === ">=") return good({ first: time.first, last: null, words: `from ${text} on` });
  if (sign === "<=") return good({ first: null, last: time.last, words: `up to ${text}` });
  return sign === ">"
    ? good({ first: nextDay(time.last, 1), last: null, words: `after ${text}` })
    : good({ first: null, last: nextDay(time.first, -1), words: `before ${text}` });
}

const spanWords = (low: string, high: string): string =>
  low === "" ? `up to ${high}` : high === "" ? `from ${low} on` : `from ${low} to ${high}`;

const timePattern = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u;

/** The first and last day of a year, month or day; undefined where the calendar has no such time. */
function timeOf(text: string): { readonly first: string; readonly last: string } | undefined {
  const [, year = "", month, day] = timePattern.exec(text) ?? [];
  if (year === "") return undefined;
  const from = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const first = isoDay(from);
  const isReal =
    (month === undefined || Number(first.slice(5, 7)) === Number(month)) &&
    (day === undefined || Number(first.slice(8)) === Number(day));
  if (!isReal || first.length !== 10) return undefined;
  const last =
    day !== undefined
      ? from
      : month !== undefined
        ? Date.UTC(Number(year), Number(month), 0)
        : Date.UTC(Number(year), 12, 0);
  return { first, last: isoDay(last) };
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const nextDay = (day: string, days: number): string => isoDay(Date.parse(day) + days * 86_400_000);
