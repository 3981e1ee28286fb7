import { isWordOf } from "../text/phrases.ts";
import type { SpeakerPhrase } from "./noun-phrase.ts";

/** Whether a phrase speaks of somebody without a name. */
export const isUnnamed = (phrase: SpeakerPhrase): boolean =>
  phrase.kind === "person" && phrase.determiner !== "none" && phrase.names.length === 0;

/** Whether a phrase is that name and nothing more. */
export const isName = (phrase: SpeakerPhrase, name: string): boolean =>
  phrase.text.replace(/^(?:the|an?)\s+/iu, "") === name;

/** A name without titles and articles, in small letters, by which it is found again. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\s*\.\s*/gu, " ")
    .replace(
      /^(?:(?:the|an?|mr|mrs|ms|dr|judge|colonel|general|president|minister|commander|captain|consul|inspector|sergeant|lieutenant|major|professor|cmdr|capt|col|gen|lt|sgt|prof|rev|sen|rep|gov)\s+)+/u,
      "",
    )
    .trim();

/** The first letters of the capital words of a name: "LTU" of "the Lake Transport Union". */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}\p{Ll}/u.test(word))
    .map((word) => word.charAt(0))
    .join("");

/** Two offices whose nouns are narrowed by different words are two: the trade ministry and the defence ministry. */
export const narrowsAlike = (left: readonly string[], right: ReadonlySet<string>): boolean =>
  left.length === 0 || right.size === 0 || left.some((word) => right.has(word));

/** "the Courier" after "the Mirren Courier", "Lakeside" after "Lakeside Daily": the shorter begins or ends the longer. */
export function endsAlike(known: string, wanted: string): boolean {
  const [shorter, longer] = known.length < wanted.length ? [known, wanted] : [wanted, known];
  return longer.endsWith(` ${shorter}`) || longer.startsWith(`${shorter} `);
}

/** "the supplier" for one "who supplies": the noun of the doer shares its stem with a verb of the mention. */
export function didAs(head: string, words: string): boolean {
  const stem = /^(?<stem>\p{L}{4,}?)(?:ier|er|or|ant|ist|s)$/u.exec(head)?.groups?.["stem"];
  return (
    stem !== undefined &&
    words.includes(stem) &&
    words.split(/\s+/u).some((word) => word !== head && word !== stem && word.startsWith(stem))
  );
}

const paperWords = new Set(["paper", "newspaper", "daily", "weekly", "tabloid"]);
const stationWords = new Set(["station", "radio", "television", "channel", "broadcaster"]);

/** Whether a noun for an outlet can be said of this one: "the station" of a radio, "the paper" of neither agency nor station. */
export function agreesWith(
  head: string,
  { words, heads }: { readonly words: string; readonly heads: ReadonlySet<string> },
): boolean {
  const own = [...words.split(/\s+/u), ...heads];
  const isStation = own.some((word) => stationWords.has(word));
  const isAgency =
    own.some((word) => /^(?:agency|wire|newswire)$/u.test(word)) || /(?:inform|tass|xinhua|fax)$/u.test(words);
  if (stationWords.has(head)) return isStation;
  if (head === "agency" || head === "wire") return isAgency;
  if (paperWords.has(head)) return !isStation && !isAgency;
  return true;
}

/** "the paper", "the station": it is said of any of its kind, so that the one spoken of last is meant. */
export const isSaidOfAny = (head: string): boolean => paperWords.has(head) || stationWords.has(head);

/** "the radio", "the agency": it can only be said of one of that kind. */
export const isOfOneKind = (head: string): boolean => stationWords.has(head) || head === "agency" || head === "wire";

const women =
  /(?:woman|^(?:mrs|ms|miss|dame|lady|madame|wife|sister|mother|daughter|aunt|widow|niece|girlfriend|grandmother|nun|queen|princess|waitress|actress|stewardess|hostess|heiress|midwife|housewife|maid|fiancée|abbess|countess|duchess|schoolgirl|girl))$/u;
const men =
  /^(?:mr|sir|lord|brother|father|son|uncle|husband|nephew|boyfriend|grandfather|monk|king|prince|waiter|widower|fiancé|abbot|duke|schoolboy|boy)$/u;

/** Whether "he" or "she" can stand for somebody who is spoken of in these words: no noun or title of the other sex before the first comma. */
export function canBe(pronoun: string, words: string): boolean {
  const isOther = /^(?:she|her|hers)$/u.test(pronoun) ? isMan : /^(?:he|him|his)$/u.test(pronoun) ? isWoman : undefined;
  const head = words.toLowerCase().split(/,| who | of | for /u)[0] ?? "";
  const own =
    head
      .split(/[’']s /u)
      .at(-1)
      ?.match(/\p{L}+/gu) ?? [];
  return isOther === undefined || !own.some(isOther);
}

const isWoman = (word: string): boolean => women.test(word);

/** "chairman", not "German" or a name such as "Hartman". */
const isMan = (word: string): boolean => men.test(word) || (/(?:^|[^o])man$/u.test(word) && isWordOf("person", word));

/** Nouns that can stand for anybody named just before. */
export const isGeneral = (head: string): boolean =>
  /^(?:man|woman|person|source|official|witness|defendant|accused|insider|informant)$/u.test(head);
