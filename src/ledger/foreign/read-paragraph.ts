import type { ChainLink } from "../claims/claim.ts";
import { linkOf, through, type Voice } from "../claims/voice.ts";
import type { ForeignBook } from "./foreign-book.ts";
import { findFirst, foreignPattern, wordsPattern, type ForeignLanguage } from "./foreign-words.ts";
import { readChinese } from "./read-chinese.ts";
import { readKorean } from "./read-korean.ts";
import { asWritten, plainLetters } from "./plain-letters.ts";
import type { ForeignLine } from "./read-lines.ts";
import { readRussian } from "./read-russian.ts";
import { outsideQuotes, quotedSentences, quoteMark, splitUnits, trim, type Span, type Unit } from "./split-units.ts";
import type { Telling, TellingManner } from "./telling.ts";

/** Words that claim something, with who says them; offsets are those of the document. */
export interface ForeignStatement extends Span {
  readonly text: string;
  /** The same in the letters of the word lists. */
  readonly plain: string;
  readonly voice: Voice;
  readonly manner: TellingManner | "flat";
  readonly isQuoted: boolean;
  readonly sentence: Span;
}

const readers: Readonly<Record<ForeignLanguage, (text: string) => Telling | undefined>> = {
  ko: readKorean,
  ru: readRussian,
  zh: readChinese,
};

export const languageNames: Readonly<Record<ForeignLanguage, string>> = { ko: "Korean", ru: "Russian", zh: "Chinese" };

// "A said that B had been told that C said": deeper chains are rarer than wrong readings of one.
const depthMax = 3;

/** Reads the statements of one paragraph, unit by unit. */
export class ParagraphReader {
  readonly #book: ForeignBook;
  readonly #line: ForeignLine;
  readonly #plain: string;
  readonly #statements: ForeignStatement[] = [];
  readonly #outlet: readonly ChainLink[];
  /** Who was quoted last, while nothing but quotations follows. */
  #spoken: Voice | undefined;

  constructor(book: ForeignBook, line: ForeignLine) {
    this.#book = book;
    this.#line = line;
    this.#plain = plainLetters(line.language, line.text);
    const tag = line.tag === undefined ? undefined : book.outlet(line.language, line.tag, line.line);
    this.#outlet = tag === undefined || tag === book.author ? [] : [linkOf(tag)];
  }

  read(): readonly ForeignStatement[] {
    for (const unit of splitUnits(this.#line.language, this.#plain)) {
      for (const part of this.#partsOf(unit)) this.#readPart(unit, part);
    }
    return this.#statements.toSorted((left, right) => left.from - right.from || right.to - left.to);
  }

  /** Two tellings side by side ("A said that ..., but B denied it") are read apart; a part that tells nothing is none. */
  #partsOf(unit: Unit): readonly Span[] {
    const reader = readers[this.#line.language];
    const parts: Span[] = [];
    let from = unit.from;
    for (const at of splitsOf(this.#line.language, unit.masked, unit)) {
      const tells = (span: Span): boolean => reader(unit.masked.slice(span.from, span.to)) !== undefined;
      const left = trim(unit.masked, { from, to: at });
      const right = trim(unit.masked, { from: at, to: unit.to });
      if (!tells(left) || !tells(right)) continue;
      parts.push(left);
      from = right.from;
    }
    return [...parts, { from, to: unit.to }];
  }

  #readPart(unit: Unit, part: Span): void {
    const words = unit.masked.slice(part.from, part.to);
    const telling = readers[this.#line.language](words);
    const quotes = unit.quotes.filter(({ from, to }) => from >= part.from && to <= part.to);
    if (!telling) return this.#readUntold(unit, part, quotes);
    // "이를 부인하였다" without a subject goes on about whoever spoke last.
    const spoken = telling.manner === "denied" && telling.tellers.length === 0 ? this.#spoken : undefined;
    const voice = spoken
      ? { ...spoken, why: `Nobody is named anew for "${telling.cue}": whoever spoke last goes on.` }
      : this.#voiceOf(telling, this.#outlet);
    if (telling.content === undefined && quotes.length === 0)
      return this.#push(unit, { span: part, voice, manner: telling.manner });
    if (telling.content) this.#readContent(unit, { span: shift(telling.content, part.from), telling, voice, depth: 1 });
    if (telling.aside)
      this.#push(unit, { span: shift(telling.aside, part.from), voice: this.#author(), manner: "flat" });
    this.#readQuotes(unit, quotes, voice);
    this.#spoken = telling.tellers.length > 0 ? voice : undefined;
  }

  /** No rule names a speaker: a quotation goes on in the voice of the one before it, other words are the author's or the outlet's. */
  #readUntold(unit: Unit, part: Span, quotes: readonly Span[]): void {
    const isOnlyQuotes = outsideQuotes(unit.masked, part) === undefined;
    const voice =
      quotes.length > 0 && this.#spoken
        ? { ...this.#spoken, why: "It goes on behind the last quotation." }
        : this.#author();
    this.#readQuotes(unit, quotes, voice);
    if (isOnlyQuotes) return;
    this.#spoken = undefined;
    for (const span of gapsBetween(part, quotes)) {
      const own = outsideQuotes(unit.masked, span);
      if (own) this.#push(unit, { span: own, voice: this.#author(), manner: "flat" });
    }
  }

  #readQuotes(unit: Unit, quotes: readonly Span[], voice: Voice): void {
    for (const quote of quotes) {
      for (const span of quotedSentences(this.#line.language, this.#plain, quote))
        this.#push(unit, { span, voice, manner: "said", isQuoted: true });
    }
  }

  /** What is told may itself begin with a teller: "A said that B had said ...". */
  #readContent(
    unit: Unit,
    { span, telling, voice, depth }: { span: Span; telling: Telling; voice: Voice; depth: number },
  ): void {
    const words = unit.masked.slice(span.from, span.to);
    const inner = depth < depthMax && telling.manner !== "refused" ? readers[this.#line.language](words) : undefined;
    const isNested = inner !== undefined && inner.start < 3 && !inner.aside && !words.includes(quoteMark);
    if (!isNested || !inner.content) {
      const manner = isNested ? inner.manner : telling.manner;
      return this.#push(unit, { span, voice: isNested ? this.#voiceOf(inner, voice.links) : voice, manner });
    }
    const own = inner.tellers.length > 0 ? this.#voiceOf(inner, voice.links) : voice;
    // What one denies and another retells stays denied; what one retells and another denies is denied too.
    const manner = telling.manner === "denied" ? "denied" : inner.manner;
    this.#readContent(unit, {
      span: shift(inner.content, span.from),
      telling: { ...inner, manner },
      voice: own,
      depth: depth + 1,
    });
  }

  #voiceOf({ cue, manner, ...telling }: Telling, outer: readonly ChainLink[]): Voice {
    const { language, line, text } = this.#line;
    const tellers = telling.tellers.map((words) => asWritten(words, this.#plain, text));
    if (tellers.length === 0) return { links: outer, why: nobody(language, cue, manner) };
    const outwards = [...tellers].toReversed();
    const links = outwards.map((words) => linkOf(this.#book.find(language, words, line))).toReversed();
    const told = links.filter(({ source }) => source !== this.#book.author);
    return through(
      { links: told, why: `${languageNames[language]} words name the speaker: ${tellers.join(" < ")} (${cue}).` },
      outer,
    );
  }

  #author(): Voice {
    const name = languageNames[this.#line.language];
    const whose =
      this.#outlet.length > 0 ? "the outlet whose name closes the paragraph says it" : "it stays in the author's voice";
    return { links: this.#outlet, why: `No ${name} rule finds anybody who is named for it: ${whose}.` };
  }

  #push(
    unit: Unit,
    {
      span,
      voice,
      manner,
      isQuoted = false,
    }: { span: Span; voice: Voice; manner: TellingManner | "flat"; isQuoted?: boolean },
  ): void {
    if (span.to - span.from < 2) return;
    const { from, text } = this.#line;
    this.#statements.push({
      ...shift(span, from),
      text: text.slice(span.from, span.to),
      plain: this.#plain.slice(span.from, span.to),
      voice,
      manner,
      isQuoted,
      sentence: shift(unit, from),
    });
  }
}

const nobody = (language: ForeignLanguage, cue: string, manner: TellingManner): string =>
  manner === "evidential"
    ? `${languageNames[language]} words give it to nobody: ${cue}.`
    : `${languageNames[language]} words tell it without naming who does: ${cue}.`;

const shift = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

/** The stretches of a part that no quotation takes. */
const gapsBetween = (part: Span, quotes: readonly Span[]): readonly Span[] =>
  [...quotes, { from: part.to, to: part.to }].map(({ from }, index) => ({
    from: quotes[index - 1]?.to ?? part.from,
    to: from,
  }));

/** Where one telling may end and the next begin. */
function splitsOf(language: ForeignLanguage, text: string, { from, to }: Span): readonly number[] {
  const at = (pattern: string): readonly number[] =>
    [...text.slice(from, to).matchAll(foreignPattern(pattern))].map((found) => from + found.index + found[0].length);
  switch (language) {
    case "ru":
      return at(String.raw`;|,(?=\s+(?:а|но|однако|тогда\s+как|в\s+то\s+время\s+как)\s)`);
    case "zh":
      return at("[；;]|，(?=但|而|不过|然而)");
    case "ko":
      return [
        ...text
          .slice(from, to)
          .matchAll(foreignPattern(`${wordsPattern("ko", "say", "confirm", "deny", "refusal")}(?=,?\\s)`)),
      ]
        .filter((found) => findFirst("(?:으나|지만|는데|고|으며|며)$", found[0]))
        .map((found) => from + found.index + found[0].length);
  }
}
