import { findFirst, findWords, foreignPattern, wordsPattern, type ForeignWordKind } from "./foreign-words.ts";
import { outsideQuotes, quoteMark, trim } from "./split-units.ts";
import type { Telling, TellingManner } from "./telling.ts";

const words = (...kinds: readonly ForeignWordKind[]): string => wordsPattern("zh", ...kinds);

/** What Chinese words give to whom: the telling that begins first holds the rest. */
export function readChinese(text: string): Telling | undefined {
  const opening = readNobody(text) ?? readAccording(text) ?? readCiting(text);
  if (opening) return opening;
  const found = [readRefusal(text), readDenial(text), readSaid(text)];
  return found
    .filter((telling) => telling !== undefined)
    .toSorted((left, right) => left.start - right.start)
    .at(0);
}

/** "据悉，...", "有消息称，...": nobody is named. */
function readNobody(text: string): Telling | undefined {
  const found = findFirst(`^${leads()}(?<cue>${words("evidential")})[，,：:]?\\s*`, text);
  if (!found) return undefined;
  return rest(text, found, { tellers: [], manner: "evidential", cue: found.groups?.["cue"] ?? "" });
}

const leads = (): string => `(?:${words("lead")}[，,]?)?`;

/** "据X报道，...", "根据X的声明，...". */
function readAccording(text: string): Telling | undefined {
  const found = findFirst(
    `^${leads()}(?<cue>${words("according")})(?<who>[^，。：:,${quoteMark}]{2,40}?)的?(?<end>(?:${words("according-end")})*)[，,：:]\\s*`,
    text,
  );
  const { cue = "", who = "", end = "" } = found?.groups ?? {};
  // A bare 据 also begins other words; it speaks of a source where a word for telling or for a speaker closes it.
  if (!found || (end === "" && !isSpeaker(who))) return undefined;
  return rest(text, found, { tellers: citedTellers(who), manner: "said", cue: `${cue}…${end}` });
}

const isSpeaker = (who: string): boolean =>
  findFirst(`^${words("outlet", "body", "representative", "person")}$`, who) !== undefined;

/** "X援引Y的话报道称，...". */
function readCiting(text: string): Telling | undefined {
  const found = findFirst(
    `^${leads()}(?<outlet>[^，。：:,${quoteMark}]{2,24}?)(?<cue>${words("cite")})(?<who>[^，。：:,${quoteMark}]{2,30}?)的?(?<end>(?:${words("according-end")})+)[，,：:]?\\s*`,
    text,
  );
  if (!found?.groups) return undefined;
  const { outlet = "", who = "", cue = "" } = found.groups;
  return rest(text, found, { tellers: [who, cutName(outlet)].filter((name) => name !== ""), manner: "said", cue });
}

function citedTellers(who: string): readonly string[] {
  const [outlet = "", ...cited] = who.split(foreignPattern(words("cite")));
  const ends = foreignPattern(`的?(?:${words("according-end")})*$`);
  return [...cited.map((name) => name.replace(ends, "")), cutName(outlet)].filter((name) => name !== "");
}

/** "X拒绝评论...": the whole of it says that nothing was said for or against. */
function readRefusal(text: string): Telling | undefined {
  const [found] = findWords("zh", text, { kind: "refusal", except: "not-refusal" });
  if (!found) return undefined;
  const subject = subjectBefore(text, found.index ?? 0);
  return {
    tellers: subject.name === "" ? [] : [subject.name],
    manner: "refused",
    content: trim(text, { from: subject.name === "" ? 0 : subject.start, to: text.length }),
    start: subject.start,
    aside: subject.name === "" ? undefined : asideOf(text, subject.start),
    cue: found[0],
  };
}

/** "X否认..."; a denial that is itself denied is none. */
function readDenial(text: string): Telling | undefined {
  const found = findFirst(
    `(?<!没有|没|未|不|并未|既不|也不|既未|也未|不可)(?<verb>(?:予以|断然|坚决|矢口)?${words("deny")})了?`,
    text,
  );
  if (!found) return undefined;
  const subject = subjectBefore(text, found.index ?? 0);
  if (subject.name === "") return undefined;
  const after = outsideQuotes(text, { from: (found.index ?? 0) + found[0].length, to: text.length });
  return {
    tellers: [subject.name],
    manner: "denied",
    content: after ?? trim(text, { from: subject.start, to: text.length }),
    start: subject.start,
    aside: after && asideOf(text, subject.start),
    cue: found.groups?.["verb"] ?? "",
  };
}

/** "X表示，...", "“...”X说". */
function readSaid(text: string): Telling | undefined {
  const verbs = [
    ...findWords("zh", text, { kind: "say", except: "not-say" }),
    ...findWords("zh", text, { kind: "confirm", except: "not-confirm" }),
    ...text.matchAll(/告诉/gu),
  ].toSorted((left, right) => (left.index ?? 0) - (right.index ?? 0));
  for (const verb of verbs) {
    const said = saidBy(text, verb);
    if (said) return said;
  }
  return undefined;
}

function saidBy(text: string, verb: RegExpMatchArray): Telling | undefined {
  const at = verb.index ?? 0;
  const subject = subjectBefore(text, at);
  if (subject.name === "") return undefined;
  const told =
    verb[0] === "告诉"
      ? recipientAfter(text, at + 2)
      : { name: recipientBefore(text.slice(subject.start, at)), to: at + verb[0].length };
  const after = outsideQuotes(text, { from: told.to, to: text.length });
  const before = outsideQuotes(text, { from: 0, to: subject.start });
  const goesOnBehind = isQuoteNext(text, told.to) && after && readSaid(text.slice(after.from)) === undefined;
  if (goesOnBehind)
    return {
      tellers: [subject.name],
      manner: "said",
      content: undefined,
      start: subject.start,
      aside: after,
      cue: verb[0],
    };
  const isBehind = after === undefined && before !== undefined && !text.includes(quoteMark);
  return {
    tellers: [subject.name, told.name].filter((name) => name !== ""),
    manner: mannerOf(verb[0]),
    content: isBehind ? before : after,
    start: isBehind ? 0 : subject.start,
    aside: isBehind ? undefined : asideOf(text, subject.start),
    cue: verb[0],
  };
}

const isQuoteNext = (text: string, at: number): boolean => /^[，,：:\s]?\u{E000}/u.test(text.slice(at, at + 3));

const mannerOf = (verb: string): TellingManner => (findFirst(`^${words("confirm")}$`, verb) ? "confirmed" : "said");

/** "告诉新华社记者，...": an outlet that was told carries it. */
function recipientAfter(text: string, from: number): { name: string; to: number } {
  const found = /^(?<who>[^，,：:。]{1,14}?)(?:记者)?(?:说|称)?[，,：:]/u.exec(
    text.slice(from).replaceAll(quoteMark, "："),
  );
  if (!found) return { name: "", to: from + (/^.{0,8}?记者/u.exec(text.slice(from))?.[0].length ?? 0) };
  return { name: outletIn(found.groups?.["who"] ?? ""), to: from + found[0].length - 1 };
}

/** "对新华社表示": the outlet between 对 and the verb. */
const recipientBefore = (clause: string): string =>
  outletIn(/(?:对|向)(?<who>[^，。]{2,12}?)(?:记者)?$/u.exec(clause)?.groups?.["who"] ?? "");

const outletIn = (who: string): string => (findFirst(`^${words("outlet")}$`, who) ? who : "");

/** The words for a speaker before a verb: from the last stop on, up to the first word of when, where or to whom. */
function subjectBefore(text: string, at: number): { name: string; start: number } {
  const start =
    Math.max(
      ...["，", "。", "；", "：", ",", ":", ";", quoteMark, "！", "？"].map((mark) => text.lastIndexOf(mark, at - 1)),
    ) + 1;
  const clause = text.slice(start, at);
  const lead = findFirst(`^\\s*${leads()}`, clause)?.[0].length ?? 0;
  const name = cutName(clause.slice(lead));
  return {
    name: name.length > 30 || /[的所被不没是了]$|无法|没有|未能|拒绝(?!透露姓名|透露身份)|否认/u.test(name) ? "" : name,
    start: start + lead,
  };
}

/** A name without the words behind it for the day, the place or the listener; nothing where it begins with one. */
function cutName(clause: string): string {
  const words_ = clause.trim();
  if (findFirst(`^(?:${words("adverbial")}|\\d)`, words_) && !isSpeaker(words_)) return "";
  const cut = [...words_.matchAll(foreignPattern(`${words("cut")}|\\d`))].find(({ index }) => index > 0);
  return words_.slice(0, cut?.index ?? words_.length).trim();
}

/** What stands before a telling and is more than a word of when or of what. */
function asideOf(text: string, start: number): { from: number; to: number } | undefined {
  const aside = outsideQuotes(text, { from: 0, to: start });
  if (!aside) return undefined;
  const said = text.slice(aside.from, aside.to);
  return said.replaceAll(/[^\p{Script=Han}]/gu, "").length > 5 && !findFirst(`^${words("adverbial")}`, said)
    ? aside
    : undefined;
}

function rest(
  text: string,
  found: RegExpMatchArray,
  told: { tellers: readonly string[]; manner: TellingManner; cue: string },
): Telling {
  return { ...told, content: outsideQuotes(text, { from: found[0].length, to: text.length }), start: 0 };
}
