import { findFirst, isWholly, wordsPattern, type ForeignWordKind } from "./foreign-words.ts";
import { outsideQuotes, quoteMark, trim, type Span } from "./split-units.ts";
import type { Telling, TellingManner } from "./telling.ts";

const words = (...kinds: readonly ForeignWordKind[]): string => wordsPattern("ko", ...kinds);

/** What Korean words give to whom: "according to" at the head holds the rest, else the verb that closes the unit holds what stands before it. */
export function readKorean(text: string): Telling | undefined {
  return readAccording(text) ?? readNobody(text) ?? readRefusal(text) ?? readDenial(text) ?? readSaid(text);
}

/** "X에 따르면 ...". */
function readAccording(text: string): Telling | undefined {
  const found = findFirst(`^(?<who>[^,${quoteMark}]{2,60}?)(?<cue>${words("according")}),?\\s+`, text);
  if (!found?.groups) return undefined;
  const { who = "", cue = "" } = found.groups;
  const content = outsideQuotes(text, { from: found[0].length, to: text.length });
  return { tellers: [cleanName(who)], manner: "said", content, start: 0, cue: cue.trim() };
}

/** "...것으로 알려졌다", "...고 한다": nobody is named. */
function readNobody(text: string): Telling | undefined {
  const found = findFirst(`(?<cue>${words("evidential")})$`, text);
  if (!found) return undefined;
  const from = leadLength(text);
  // "떠났다고 한다" tells "떠났다"; "떠난 것으로 알려졌다" has no shorter sentence in it.
  const to = found[0].startsWith("다고") ? (found.index ?? 0) + 1 : text.length;
  const content = outsideQuotes(text, { from, to });
  return { tellers: [], manner: "evidential", content, start: 0, cue: found[0].trim() };
}

/** "X는 확인을 거부했다": the whole of it says that nothing was said for or against. */
function readRefusal(text: string): Telling | undefined {
  const found = findFirst(`(?<cue>${words("refusal")})$`, text);
  if (!found) return undefined;
  const subject = findSubject(text, { from: 0, to: found.index ?? 0 });
  const start = subject?.start ?? 0;
  return {
    // "확인되지 않았다" is passive: what stands before it was not confirmed, nobody refused.
    tellers: subject && !found[0].startsWith("확인되지") ? [subject.name] : [],
    manner: "refused",
    content: trim(text, { from: start, to: text.length }),
    start,
    cue: found[0],
  };
}

/** "X는 ...는 보도를 부인했다". */
function readDenial(text: string): Telling | undefined {
  const found = findFirst(
    `(?:(?<=[다라자])(?:는|고)?\\s*(?:보도|의혹|주장|소문|사실|설|혐의|것)?(?:을|를|에 대해)?|(?:을|를))\\s+(?:[가-힣]+(?:히|으로|적으로)\\s+|전면\\s+|공식\\s+)?(?<cue>${words("deny")})$`,
    text,
  );
  if (!found) return undefined;
  const subject = findSubject(text, { from: 0, to: found.index ?? 0 });
  const start = subject?.start ?? leadLength(text);
  const content = outsideQuotes(text, { from: subject?.end ?? start, to: found.index ?? 0 });
  // "이를 부인했다": what is denied stands in the words before.
  const isPointing = content !== undefined && pointing.test(text.slice(content.from, content.to));
  return {
    tellers: subject ? [subject.name] : [],
    manner: "denied",
    content: isPointing ? undefined : content,
    start,
    cue: found.groups?.["cue"] ?? "",
  };
}

/** "this", "that", alone or behind the end of a quotation. */
const pointing = /^(?:이?라?(?:고|며|면서)?\s*)?(?:이|그|이것|그것)$/u;

/** "X는 ...다고 말했다", "“...”고 X가 밝혔다", "X는 Y를 인용해 ...고 보도했다". */
function readSaid(text: string): Telling | undefined {
  const found = findFirst(
    `^(?<head>.*(?:${quoteMark}(?=\\s|이?라|고|며|면)|(?<!${quoteMark}이?)[다라자냐까야지죠](?=고|며|면서)|(?<=[음임])(?=을)|이(?=라고)))(?<conj>(?:이?라고|이?라며|이?라면서|고|며|면서|을)?)\\s+(?<mid>[^${quoteMark}]{0,60}?)(?<verb>${words("say", "confirm")}|(?<=(?:고|며|면서)\\s+)${words("say-bare")})$`,
    text,
  );
  if (!found?.groups) return undefined;
  const { head = "", conj = "", mid = "", verb = "" } = found.groups;
  const behind = findSubject(mid, { from: 0, to: mid.length });
  const before = behind ? undefined : findSubject(text, { from: 0, to: head.length });
  const subject = behind ?? before;
  if (!subject || (conj === "" && !head.endsWith(quoteMark))) return undefined;
  const cited = before && citedAfter(text, before.end);
  const from = occasionEnd(text, cited?.end ?? before?.end ?? leadLength(text));
  return {
    tellers: [cited?.name ?? "", subject.name].filter((name) => name !== ""),
    manner: mannerOf(verb),
    content: outsideQuotes(text, { from: Math.min(from, head.length), to: head.length }),
    start: before?.start ?? 0,
    cue: verb,
  };
}

const mannerOf = (verb: string): TellingManner => (isWholly("ko", "confirm", verb) ? "confirmed" : "said");

/** "Y를 인용해 " behind the subject. */
function citedAfter(text: string, from: number): { name: string; end: number } | undefined {
  const found = findFirst(`^\\s*(?<who>[^,${quoteMark}]{2,40}?)(?:을|를)\\s+${words("cite")},?\\s+`, text.slice(from));
  return found && { name: cleanName(found.groups?.["who"] ?? ""), end: from + found[0].length };
}

/** Where the words begin that are told, behind "3일 기자회견에서". */
function occasionEnd(text: string, from: number): number {
  const found = findFirst(
    `^\\s*(?:[^\\s${quoteMark}]+\\s+){0,4}?[^\\s${quoteMark}]*${words("occasion")},?\\s+`,
    text.slice(from),
  );
  return from + (found?.[0].length ?? 0);
}

interface Subject {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The first words that a particle marks as those of whoever speaks; a noun before 이 or 가 must be one for a speaker. */
function findSubject(text: string, { from, to }: Span): Subject | undefined {
  const start = from + leadLength(text.slice(from, to));
  const tokens = [...text.slice(start, to).matchAll(/[^\s,]+/gu)].slice(0, 10);
  const marked = tokens.flatMap((token) => markedStem(token, tokens));
  const found = marked.find(({ isTopic, isPerson }) => isTopic || isPerson) ?? marked[0];
  if (!found) return undefined;
  const name = cleanName(text.slice(start, start + found.stemEnd));
  return name === "" || name.includes(quoteMark) ? undefined : { name, start, end: start + found.end };
}

interface Marked {
  readonly stemEnd: number;
  readonly end: number;
  readonly isTopic: boolean;
  readonly isPerson: boolean;
}

function markedStem(token: RegExpMatchArray, tokens: readonly RegExpMatchArray[]): readonly Marked[] {
  const found = findFirst(`^(?<stem>.+?)(?<particle>${words("subject")})$`, token[0]);
  const { stem = "", particle = "" } = found?.groups ?? {};
  const isPronoun = isWholly("ko", "pronoun", stem);
  if (
    !found ||
    isWholly("ko", "adnominal", token[0]) ||
    (stem.length < 2 && !isPronoun && !isCounter(stem, tokens) && !isSide(stem, token))
  )
    return [];
  // "한 소식통이": a quotation or another clause between would make it another's subject.
  if (tokens.some((other) => (other.index ?? 0) < (token.index ?? 0) && other[0].includes(quoteMark))) return [];
  const at = token.index ?? 0;
  return [
    {
      stemEnd: at + stem.length,
      end: at + token[0].length,
      isTopic: !/^(?:이|가)$/u.test(particle),
      isPerson: isPronoun || isSpeaker(stem),
    },
  ];
}

/** "목격자 두 명은": the word that counts people stands behind them. */
const isCounter = (stem: string, tokens: readonly RegExpMatchArray[]): boolean =>
  tokens.length > 1 && /^[명분인곳]$/u.test(stem);

/** "은행 측은": "the side of", behind the name of a house. */
const isSide = (stem: string, token: RegExpMatchArray): boolean => stem === "측" && (token.index ?? 0) > 0;

const isSpeaker = (stem: string): boolean =>
  findFirst(`^${words("person", "body", "outlet", "representative", "pronoun")}$`, stem) !== undefined;

/** How many letters the words take that open a sentence and name nobody: "한편", "3일", "이날 오전,". */
function leadLength(text: string): number {
  return findFirst(`^\\s*(?:(?:${words("lead")}|\\d+(?:일|월|년))(?:에)?,?\\s+)*`, text)?.[0].length ?? 0;
}

const cleanName = (raw: string): string =>
  raw
    .slice(leadLength(raw))
    .replace(/^[^,]*,\s+/u, "")
    .replaceAll(/\s+/gu, " ")
    .replace(/^["'‘“]+|["'’”]+$/gu, "")
    .trim();
