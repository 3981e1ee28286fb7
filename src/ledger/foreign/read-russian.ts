import { findFirst, foreignPattern, wordsPattern, type ForeignWordKind } from "./foreign-words.ts";
import { outsideQuotes, quoteMark, trim, type Span } from "./split-units.ts";
import type { Telling, TellingManner } from "./telling.ts";

const words = (...kinds: readonly ForeignWordKind[]): string => wordsPattern("ru", ...kinds);

/** What Russian words give to whom: the attribution that closes a unit holds all before it; else the one that begins first. */
export function readRussian(text: string): Telling | undefined {
  const closing = readClosing(text);
  if (closing) return closing;
  const found = [
    readOpening(text),
    readAccording(text),
    readNobody(text),
    readDenial(text),
    readRefusal(text),
    readThat(text),
    readAbout(text),
    readBesideQuote(text),
  ];
  return found
    .filter((telling) => telling !== undefined)
    .toSorted((left, right) => left.start - right.start)
    .at(0);
}

/** "..., — сообщил X", "..., передаёт агентство со ссылкой на Y". */
function readClosing(text: string): Telling | undefined {
  const found = findFirst(
    `(?:[,${quoteMark}]\\s*[,.!?…]?\\s*[—–-]?\\s*|\\s[—–]\\s*)(?:как\\s+)?(?<verb>${words("say", "confirm")})\\s+(?<who>[^.;:!?${quoteMark}]{2,120}?)(?<rest>[.,:;]?\\s*[—–-]?\\s*${quoteMark}.*)?$`,
    text,
  );
  const who = found?.groups?.["who"] ?? "";
  if (!found || /^что(?![\p{L}])|,\s*(?:что|будто)\s/u.test(who) || /^об?\s/iu.test(who)) return undefined;
  const content = outsideQuotes(text, { from: 0, to: (found.index ?? 0) + 1 });
  return { tellers: tellersOf(who), manner: "said", content, start: 0, cue: found.groups?.["verb"] ?? "" };
}

/** "Как сообщает X со ссылкой на Y, ...". */
function readOpening(text: string): Telling | undefined {
  const found = findFirst(
    `^\\s*как\\s+(?<verb>${words("say", "confirm")})\\s+(?<who>[^,.:;${quoteMark}]{2,100}),\\s+(?!что\\s)`,
    text,
  );
  if (!found?.groups) return undefined;
  return telling(text, found, { who: found.groups["who"] ?? "", cue: found.groups["verb"] ?? "" });
}

/** "По словам X, ...", "..., по данным X". */
function readAccording(text: string): Telling | undefined {
  const found = findFirst(`(?<cue>${words("according")})\\s+(?<who>[^,.:;—–${quoteMark}]{2,80})(?<end>[,.:]?)`, text);
  if (!found?.groups) return undefined;
  const { cue = "", who = "" } = found.groups;
  const start = found.index ?? 0;
  const isFirst = /^[\s,—–-]*$/u.test(text.slice(0, start).replace(leadPattern(), ""));
  if (isFirst) return telling(text, found, { who, cue });
  const isLast = trim(text, { from: start + found[0].length, to: text.length }).from >= text.length;
  const content = trim(text, { from: 0, to: isLast ? start : text.length });
  return { tellers: tellersOf(who), manner: "said", content, start: isLast ? 0 : start, cue };
}

/** "Стало известно, что ...", "..., сообщается". */
function readNobody(text: string): Telling | undefined {
  const found = findFirst(
    `^\\s*(?:также\\s+)?(?:как\\s+)?(?<cue>${words("evidential")})(?:\\s[^,.:]{0,40})?,\\s+(?:что\\s+)?`,
    text,
  );
  if (found) return telling(text, found, { who: "", cue: found.groups?.["cue"] ?? "", manner: "evidential" });
  const last = findFirst(`,\\s+(?:как\\s+)?(?<cue>${words("evidential")})$`, text);
  const slurred = last ?? findFirst(`^\\s*(?<cue>по слухам|поговаривают),?\\s+`, text);
  if (!slurred) return undefined;
  const content = last ? trim(text, { from: 0, to: last.index ?? 0 }) : afterOf(text, slurred);
  return { tellers: [], manner: "evidential", content, start: 0, cue: slurred.groups?.["cue"] ?? "" };
}

/** "X отрицает, что ...", "X опроверг информацию о ...". */
function readDenial(text: string): Telling | undefined {
  const found =
    findFirst(`(?<!не\\s)(?<verb>${words("deny")})(?<mid>[^.;:${quoteMark}]{0,90}?),\\s+(?:что|будто)\\s+`, text) ??
    findFirst(`(?<!не\\s)(?<verb>${words("deny")})(?:\\s+(?=[А-Яа-яЁё«])|$)`, text);
  return found && subjectTelling(text, found, "denied");
}

/** "X отказался комментировать ...": the whole of it is the claim that nothing was said for or against. */
function readRefusal(text: string): Telling | undefined {
  const found = findFirst(`(?<verb>${words("refusal")})`, text);
  const refusal = found && subjectTelling(text, found, "refused");
  return refusal && { ...refusal, content: trim(text, { from: refusal.start, to: text.length }) };
}

/** "X заявил журналистам, что ...". */
function readThat(text: string): Telling | undefined {
  const found = findFirst(
    `(?<!не\\s)(?<verb>${words("say", "confirm")})(?<mid>[^.;:${quoteMark}]{0,90}?),\\s+(?:что|будто|как)(?![А-Яа-яЁё-]),?\\s+`,
    text,
  );
  return found && subjectTelling(text, found, mannerOf(found.groups?.["verb"] ?? ""));
}

/** "X сообщил о ...". */
function readAbout(text: string): Telling | undefined {
  const found = findFirst(
    `(?<!не\\s)(?<verb>${words("say", "confirm")})(?<mid>(?:\\s+${words("recipient")})?)\\s+(?=(?:о|об|обо)\\s(?!этом))`,
    text,
  );
  return found && subjectTelling(text, found, mannerOf(found.groups?.["verb"] ?? ""));
}

/** "X сказал: «...»", "«...», X заявил". */
function readBesideQuote(text: string): Telling | undefined {
  if (!text.includes(quoteMark)) return undefined;
  const found = findFirst(
    `(?<!не\\s)(?<verb>${words("say", "confirm")})(?<mid>[^.;:${quoteMark}]{0,90}?):?\\s*(?:${quoteMark}.*)?$`,
    text,
  );
  const said = found && subjectTelling(text, found, "said");
  return said && { ...said, content: undefined };
}

const mannerOf = (verb: string): TellingManner => (findFirst(`^${words("confirm")}$`, verb) ? "confirmed" : "said");

/** The telling whose subject stands before its verb, or behind it where nothing stands before. */
function subjectTelling(text: string, found: RegExpMatchArray, manner: TellingManner): Telling | undefined {
  const { verb = "", mid = "" } = found.groups ?? {};
  const at = found.index ?? 0;
  const start = Math.max(...[",", ";", ":", "—", "–", quoteMark].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const before = subjectBefore(text.slice(start, at));
  const described = describedBefore(text.slice(0, at));
  const cited = `${before.name} ${citedIn(mid)}`;
  if (described !== undefined)
    return { tellers: tellersOf(described), manner, content: afterOf(text, found), start: 0, cue: verb };
  const tellers = before.name.trim() === "" ? tellersOf(mid) : tellersOf(`${cited}${recipientOf(mid)}`);
  if (tellers.length === 0 && manner !== "refused") return undefined;
  return {
    tellers,
    manner,
    content: afterOf(text, found),
    start: trim(text, { from: start, to: at }).from,
    aside: outsideQuotes(text, { from: 0, to: start + before.asideTo }),
    cue: verb,
  };
}

/** "Источник, пожелавший остаться неназванным, сообщил": the one that a clause between commas describes. */
const describedBefore = (text: string): string | undefined =>
  /^(?<who>[^,]{2,80}),\s+(?:\p{L}+(?:вший|вшая|вшие|щий|щая|щие)(?:ся)?|котор\p{L}+|не)\s[^,]*,\s*(?:также\s+)?$/u.exec(
    text,
  )?.groups?.["who"];

const finite = /(?<!\p{L})(?=\p{Ll}{4,})\p{Ll}*(?:л|ла|ли|лся|лась|лись)(?!\p{L})/gu;
const nounsInL = /^(?:канал|телеканал|журнал|генерал|адмирал|портал|капитал|материал|школа|дела|филиал|персонал)$/u;

/** The name before a verb of telling; "X прибыл в порт и сообщил": what X did first is not part of it. */
function subjectBefore(words_: string): { name: string; asideTo: number } {
  const verb = [...words_.matchAll(finite)].find(([word]) => !nounsInL.test(word));
  if (!verb) return { name: words_, asideTo: 0 };
  return { name: words_.slice(0, verb.index), asideTo: words_.replace(/\s+и\s*$/u, "").length };
}

const citedIn = (mid: string): string => findFirst(`,?\\s*${words("cite")}\\s+[^,]+`, mid)?.[0] ?? "";

/** "сообщил агентству «Интерфакс»": whoever was told carries it, if it is an outlet. */
const recipientOf = (mid: string): string =>
  findFirst(`${words("outlet-recipient")}(?:\\s+[«А-ЯЁA-Z][^,]*)?|^\\s*«[А-Яа-яЁё]+у»`, mid)?.[0] ?? "";

function telling(
  text: string,
  found: RegExpMatchArray,
  { who, cue, manner = "said" }: { who: string; cue: string; manner?: TellingManner },
): Telling {
  return { tellers: tellersOf(who), manner, content: afterOf(text, found), start: 0, cue };
}

const afterOf = (text: string, found: RegExpMatchArray): Span | undefined =>
  outsideQuotes(text, { from: (found.index ?? 0) + found[0].length, to: text.length });

const leadPattern = (): RegExp =>
  foreignPattern(`^[\\s,—–-]*(?:(?:${words("lead")}|\\d{1,2}\\s+[А-Яа-яЁё]+(?:\\s+\\d{4}(?:\\s+года)?)?)[\\s,]+)+`);

/** The tellers in the words beside a verb: the cited one first, then the one who speaks, then the outlet that was told. */
function tellersOf(beside: string): readonly string[] {
  const cite = findFirst(`,?\\s*${words("cite")}\\s+(?<who>[^,]+)`, beside);
  const rest = cite ? beside.replace(cite[0], " ") : beside;
  const told = findFirst(
    `${words("outlet-recipient")}(?:\\s+(?:«[^»]*»|[А-ЯЁA-Z][А-Яа-яЁё-]*))?|^\\s*«[А-Яа-яЁё]+у»(?=\\s)|«[А-Яа-яЁё]+у»\\s*$`,
    rest,
  );
  const speaker = told ? rest.replace(told[0], " ") : rest;
  return [cite?.groups?.["who"] ?? "", speaker.split(",")[0] ?? "", told?.[0] ?? ""]
    .map(cleanName)
    .filter((name) => name !== "");
}

/** A teller's words without the adverbs around them, those who were told, and "в" of "в министерстве сообщили". */
function cleanName(raw: string): string {
  const recipients = foreignPattern(words("recipient"));
  const open = ` ${raw.replace(foreignPattern(`\\s+${words("denied-object")}\\s*$`), "")} `
    .replace(leadPattern(), " ")
    .replace(recipients, " ")
    .trim();
  const closed = open.replace(foreignPattern(`(?:[\\s,]+${words("lead")})+$`), "").trim();
  return closed
    .replace(/^(?:во?|на)\s+/iu, "")
    .replace(/\s+на условиях анонимности$/u, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
