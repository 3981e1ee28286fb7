import { bad, good, type Result } from "../../base/index.ts";
import { rows as monthRows } from "../generated/month-names.ts";
import type { CleanFault, CleanOptions, Cleaner } from "./clean.ts";

const monthByName: ReadonlyMap<string, number> = new Map(
  monthRows.flatMap(([month, names = ""]) => names.split("|").map((name) => [name, Number(month)] as const)),
);

/** The number of a month that is named or shortened in a text ("May", "Sept", "мая"); undefined for other words. */
export const parseMonth = (name: string): number | undefined => monthByName.get(name.toLowerCase().replace(/\.$/u, ""));

// Two-digit years up to this one are of this century: birth years and accounting years both occur in material.
const lastShortYear = 35;
const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?`;
const timePattern = new RegExp(
  String.raw`(?:T|\s+|,\s*)(?:(오전|오후|上午|下午)\s*)?${time}\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$`,
  "iu",
);

/**
 * A date as a prefix of an ISO date (2016, 2016-07, 2016-07-28, 2016-07-28T12:30:00): numbers in any of the usual orders,
 * month names in English and Russian and a few more, Korean, Chinese and Japanese dates. A time with a zone becomes UTC.
 */
export const cleanDate: Cleaner = (text, options) => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  const whole = iso && makeDate(iso[1], iso[2], iso[3]);
  if (whole?.ok) return whole;
  const plain = toPlainDigits(text);
  if (options.dateSystem && /^\d{1,7}(?:\.\d+)?$/u.test(plain)) return serialToDate(plain, options.dateSystem);
  const timed = timePattern.exec(plain);
  const datePart = (timed ? plain.slice(0, timed.index) : plain).replace(/[,.;]$/u, "").trim();
  const read = readDate(datePart, options);
  if (!read.ok) return bad({ ...read.fault, text: `"${text.trim()}" ${read.fault.text}` });
  return timed && read.value.length === 10 ? addTime(text, read.value, timed) : read;
};

type DateResult = Result<string, CleanFault>;
const refuse = (kind: CleanFault["kind"], text: string): DateResult => bad({ kind, text });
const notDate = (): DateResult =>
  refuse("not-a-date", "is no date that can be read; write it as 2016-07-28, 2016-07 or 2016");

function toPlainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[‐-―−]/gu, "-")
    .replace(/\s*\([\p{L}.]{1,4}\)/u, "")
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/u, "")
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/gu, "$1")
    .replace(/\s*(?:г\.?|года?|год)$/u, "")
    .replaceAll(/[〇零一二三四五六七八九十]+(?=[年月日号號])/gu, hanNumber)
    .replace(/t(?=\d{1,2}:)/u, "T");
}

const hanDigits = "〇一二三四五六七八九";

function hanNumber(han: string): string {
  const plain = han.replaceAll("零", "〇");
  if (!plain.includes("十")) return [...plain].map((each) => hanDigits.indexOf(each)).join("");
  const [tens = "", ones = ""] = plain.split("十");
  return String((tens === "" ? 1 : hanDigits.indexOf(tens)) * 10 + (ones === "" ? 0 : hanDigits.indexOf(ones)));
}

function readDate(text: string, options: CleanOptions): DateResult {
  const cjk = /^(\d{4})\s?[년年](?:\s?(\d{1,2})\s?[월月](?:\s?(\d{1,2})\s?[일日号號]?)?)?$/u.exec(text);
  if (cjk) return makeDate(cjk[1], cjk[2], cjk[3]);
  const numbers = /^(\d{1,4})(?:\s?[./\- ]\s?(\d{1,4})(?:\s?[./\- ]\s?(\d{1,4}))?)?$/u.exec(text);
  if (numbers) return readNumbers(numbers, options);
  if (/^\d{8}$/u.test(text)) return readEightDigits(text, options);
  return readWords(text, options);
}

function readNumbers([, first = "", second, third]: RegExpExecArray, options: CleanOptions): DateResult {
  if (second === undefined) return first.length === 4 ? makeDate(first) : notDate();
  if (third === undefined) {
    if (first.length === 4 && second.length <= 2) return makeDate(first, second);
    return second.length === 4 && first.length <= 2 ? makeDate(second, first) : notDate();
  }
  if (first.length === 4 && second.length <= 2 && third.length <= 2) return makeDate(first, second, third);
  if (first.length > 2 || second.length > 2 || third.length === 3) return notDate();
  if (third.length <= 2 && options.dateOrder === "ymd") return makeDate(longYear(first), second, third);
  if (third.length <= 2 && options.dateOrder === undefined) {
    return refuse("ambiguous-date", "does not say which number is the year; set dateOrder in the mapping");
  }
  return readDayAndMonth([first, second, longYear(third)], options);
}

/** Day and month in either order before the year: where only one reading exists, it is taken even against the stated order. */
function readDayAndMonth([first, second, year]: [string, string, string], options: CleanOptions): DateResult {
  const dayFirst = makeDate(year, second, first);
  const monthFirst = makeDate(year, first, second);
  if (!dayFirst.ok) return monthFirst.ok ? monthFirst : dayFirst;
  if (!monthFirst.ok || first === second) return dayFirst;
  if (options.dateOrder === "mdy") return monthFirst;
  if (options.dateOrder === "dmy") return dayFirst;
  return refuse("ambiguous-date", "does not say which number is the month; set dateOrder in the mapping");
}

function readEightDigits(text: string, options: CleanOptions): DateResult {
  const yearFirst = makeDate(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (yearFirst.ok || options.dateOrder === undefined || options.dateOrder === "ymd") return yearFirst;
  return readDayAndMonth([text.slice(0, 2), text.slice(2, 4), text.slice(4)], options);
}

function readWords(text: string, options: CleanOptions): DateResult {
  const words = text.split(/[\s.,/-]+/u).filter((word) => word !== "" && word !== "of");
  const month = words.map((word) => monthByName.get(word)).find((found) => found !== undefined);
  const numbers = words.filter((word) => /^\d{1,4}$/u.test(word));
  if (month === undefined || numbers.length + 1 !== words.length) return notDate();
  const [first = "", second] = numbers;
  if (second === undefined) return first.length === 4 ? makeDate(first, String(month)) : notDate();
  if (first.length === 4) return makeDate(first, String(month), second);
  if (second.length === 4) return makeDate(second, String(month), first);
  if (first.length > 2 || second.length !== 2) return notDate();
  if (options.dateOrder === "ymd") return makeDate(longYear(first), String(month), second);
  return makeDate(longYear(second), String(month), first);
}

const longYear = (year: string): string =>
  year.length === 4 ? year : String(Number(year) + (Number(year) <= lastShortYear ? 2000 : 1900));

function makeDate(year = "", month?: string, day?: string): DateResult {
  if (!/^(?:1\d{3}|2[01]\d{2})$/u.test(year))
    return refuse("impossible-date", `has the year ${year}; years run from 1000 to 2199`);
  if (month === undefined) return good(year);
  if (Number(month) < 1 || Number(month) > 12)
    return refuse("impossible-date", `has the month ${Number(month)}; months run from 1 to 12`);
  const prefix = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return good(prefix);
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > last) {
    return refuse("impossible-date", `has the day ${Number(day)}; ${prefix} has days from 1 to ${last}`);
  }
  return good(`${prefix}-${day.padStart(2, "0")}`);
}

function addTime(
  text: string,
  date: string,
  [, before, hours = "", minutes = "", seconds, after, zone]: RegExpExecArray,
): DateResult {
  const half = `${before ?? ""}${after ?? ""}`;
  const isAfternoon = /오후|下午|^p/u.test(half);
  const hour = half === "" ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) {
    return refuse(
      "impossible-date",
      `"${text.trim()}" has a time that does not exist; write it as 2016-07-28T23:59:59`,
    );
  }
  const clock = `${String(hour).padStart(2, "0")}:${minutes}${seconds === undefined ? "" : `:${seconds}`}`;
  if (zone !== undefined) return good(toUtc(`${date}T${clock}`, zone));
  return good(/^00:00(?::00)?$/u.test(clock) ? date : `${date}T${clock}`);
}

function toUtc(moment: string, zone: string): string {
  const offset = /^[+-]/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "Z";
  return new Date(`${moment.length === 16 ? `${moment}:00` : moment}${offset}`).toISOString().slice(0, moment.length);
}

/** Spreadsheets of the 1900 system count a 29 February 1900 that never was (a fault of Lotus 1-2-3 that Excel keeps). */
function serialToDate(text: string, system: "1900" | "1904"): DateResult {
  const [whole = "0", fraction = "0"] = text.split(".");
  const days = Number(whole) + (system === "1904" ? 1462 : 0);
  if (days < 1 || days > 109_573)
    return refuse("impossible-date", `"${text}" is no day number of a spreadsheet; they run from 1 to 109573`);
  const seconds = Math.round(Number(`0.${fraction}`) * 86_400);
  const moment = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + (days * 86_400 + seconds) * 1000).toISOString();
  return good(seconds === 0 ? moment.slice(0, 10) : moment.slice(0, 19));
}
