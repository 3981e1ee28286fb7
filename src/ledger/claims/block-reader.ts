import { at } from "../../base/index.ts";
import { findClauses } from "../text/find-clauses.ts";
import type { QuoteSpan } from "../text/find-quotes.ts";
import { textOf } from "../text/phrases.ts";
import { isVoice, type Block } from "../text/read-blocks.ts";
import type { Token } from "../text/tag-tokens.ts";
import { adverbialSource } from "./adverbial-source.ts";
import { BlockTokens } from "./block-tokens.ts";
import { canSpeak, readAttribution } from "./attribution.ts";
import { isPrecedent } from "./judge-statement.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import { tells } from "../text/reporting.ts";
import { introducing } from "./odd-voices.ts";
import { SegmentReader } from "./segment-reader.ts";
import type { SourceBook } from "./source-book.ts";
import type { Manner, Statement } from "./statement.ts";
import { Tellers } from "./tellers.ts";
import { isToReader } from "./to-reader.ts";
import { linkOf, through, type Voice } from "./voice.ts";

/** A statement as a reader of clauses finds it; `voice` undefined: nobody is named for it. */
export interface Told {
  readonly manner: Manner;
  readonly voice: Voice | undefined;
  readonly isQuoted?: boolean;
  readonly cues?: readonly string[];
  readonly condition?: string;
  /** The words by which it is judged, where not all of them: without inserted clauses. */
  readonly core?: readonly Token[];
  readonly isRetracted?: boolean;
  readonly isHedged?: boolean;
}

/** Reads the statements of one block, sentence by sentence. */
export class BlockReader {
  readonly #block: Block;
  readonly #index: number;
  readonly #statements: Statement[] = [];
  /** Positions of statements that nobody is named for, until the whole block has been read. */
  readonly #agentless = new Set<number>();
  readonly #quoteVoices = new Map<QuoteSpan, Voice>();
  readonly #wholeQuotes = new Map<QuoteSpan, boolean>();
  readonly #tellers: Tellers;
  readonly #words: BlockTokens;

  constructor(book: SourceBook, block: Block, index: number) {
    this.#block = block;
    this.#index = index;
    this.#tellers = new Tellers(book, block, index);
    this.#words = new BlockTokens(block);
  }

  read(): readonly Statement[] {
    const { label } = this.#block;
    if (label && !isVoice(label) && !this.#block.turn) this.#readLabel(label);
    for (const sentence of this.#block.sentences) this.#readSentence(sentence);
    const nobody = this.#tellers.nobody();
    return this.#statements
      .map((statement, index) => ({
        ...statement,
        voice: this.#agentless.has(index) ? nobody : this.#tellers.rest(statement.voice),
      }))
      .filter((statement) => !isToReader(statement));
  }

  /** "Delta-5: private jet left": a label that names a speaker says what follows. */
  #readLabel(label: string): void {
    const phrase = readSpeakerPhrase(labelTokens(label));
    if (!phrase || !(phrase.names.length > 0 || phrase.kind)) return;
    const isShort = label.split(" ").length <= labelMax;
    const isOpening = isShort ? this.#tellers.opensWords(phrase) : this.#tellers.peek(phrase) !== undefined;
    if (this.#block.kind !== "bullet" && !isOpening) return;
    this.#tellers.current = { links: [linkOf(this.#tellers.mention(phrase))], why: `It stands behind "${label}:".` };
    this.#tellers.isLabelled = true;
  }

  /** "Dam is safe - mayor": in a headline, who says it stands behind a dash or colon at its end. */
  #withoutTail(sentence: readonly Token[]): readonly Token[] {
    if (!/^(?:title|heading|bullet)$/u.test(this.#block.kind)) return sentence;
    const dash = sentence.findLastIndex(({ text }) => /^[-–—:]$/u.test(text));
    const tail = sentence.slice(dash + 1);
    const isTeller =
      dash > 2 && tail.length > 0 && tail.length < 5 && !tail.some(({ tag }) => /^(?:VERB|AUX|NUM)$/u.test(tag));
    const phrase = isTeller ? readSpeakerPhrase(tail) : undefined;
    if (phrase?.kind === undefined || phrase.isPronoun || /[.!?]$/u.test(tail.at(-1)?.text ?? "")) return sentence;
    this.#tellers.current = {
      links: [linkOf(this.#tellers.note(phrase))],
      why: `The headline ends with "${phrase.text}".`,
    };
    this.#tellers.isLabelled = true;
    return sentence.slice(0, dash);
  }

  #readSentence(whole: readonly Token[]): void {
    const sentence = this.#withoutTail(whole);
    this.#tellers.speakOf(sentence.filter((token) => this.#quoteAt(token) === undefined));
    if (isQuestion(sentence)) return;
    const spoken = sentence.filter((token) => this.#quoteAt(token) !== undefined && token.tag !== "QUOTE");
    const told = sentence.filter((token) => this.#quoteAt(token) === undefined);
    const quote = spoken[0] && this.#quoteAt(spoken[0]);
    const carriers = this.#tellers.carriersOf(told);
    if (!quote) {
      this.#readSegments(
        told,
        new SegmentReader(this.#tellers, {
          carriers,
          voice: undefined,
          push: this.#pusher(sentence),
          retell: this.#retell,
          carry: this.#carry,
          deepen: this.#deepen,
        }),
      );
      return this.#readPartly(sentence);
    }
    const voice = this.#quoteVoice(quote);
    for (const each of new Set(spoken.map(this.#quoteAt)))
      this.#readSegments(
        spoken.filter((token) => this.#quoteAt(token) === each),
        new SegmentReader(this.#tellers, {
          carriers,
          voice,
          push: this.#pusher(sentence),
          retell: this.#retell,
          carry: this.#carry,
          deepen: this.#deepen,
        }),
      );
    this.#readBeside(sentence, told, voice);
    this.#tellers.current = voice;
  }

  #readSegments(words: readonly Token[], reader: SegmentReader): void {
    for (const segment of splitAtSemicolons(words)) reader.read(segment);
  }

  /** Words quoted within a clause, if they claim something: "may have sent as much as 42 million dollars". */
  #readPartly(sentence: readonly Token[]): void {
    const before = this.#statements.length;
    for (const quote of new Set(sentence.map(this.#words.quoteOf))) {
      if (!quote) continue;
      const inside = this.#words.within(quote.from + 1, quote.to - 1).filter(({ tag }) => tag !== "QUOTE");
      const holder = this.#statements
        .slice(0, before)
        .findLast(({ from, to }) => from <= quote.from && to >= (inside.at(-1)?.to ?? quote.to));
      const claims = inside.length > 3 && inside.some(({ tag }) => tag === "VERB" || tag === "AUX");
      if (!claims || !holder || this.#isWhole(quote) || holder.manner === "refused") continue;
      const { voice, manner, cues } = holder;
      this.#push(sentence, inside, { manner, voice, cues, isQuoted: true });
    }
  }

  /** A quotation of whole sentences; words quoted within a clause belong to the clause. */
  #quoteAt = (token: Token): QuoteSpan | undefined => {
    const quote = this.#words.quoteOf(token);
    return quote && this.#isWhole(quote) ? quote : undefined;
  };

  #isWhole(quote: QuoteSpan): boolean {
    const known = this.#wholeQuotes.get(quote) ?? this.#findWhole(quote);
    this.#wholeQuotes.set(quote, known);
    return known;
  }

  #findWhole(quote: QuoteSpan): boolean {
    const inside = this.#words.within(quote.from + 1, quote.to);
    const first = inside.find(({ tag }) => tag !== "QUOTE");
    if (
      first &&
      inside.filter(({ text }) => /\p{L}/u.test(text)).length > (this.#isAlone(quote) ? 1 : 3) &&
      /^\p{Lu}/u.test(first.text) &&
      this.#isTold(quote)
    )
      return true;
    return (
      first !== undefined &&
      inside.length > 4 &&
      (/^[\p{Lu}\p{Lo}\p{N}]/u.test(first.text) || this.#goesOn(quote)) &&
      findClauses(inside).length > 0
    );
  }

  /** "“We left,” she said, “and we shall not come back.”": the words of the quotation before go on. */
  #goesOn(quote: QuoteSpan): boolean {
    const before = this.#block.quotes.findLast(({ to }) => to <= quote.from);
    const between = before ? this.#words.within(before.to, quote.from) : [];
    const isTold = between.some(({ lemma, tag }) => tag === "VERB" && tells(lemma, "say"));
    return before !== undefined && isTold && between.at(-1)?.low === "," && this.#isWhole(before);
  }

  /** No other part of the same words stands in the sentence: "“The dam,” he said, “is safe.”". */
  #isAlone = (quote: QuoteSpan): boolean =>
    new Set(this.#words.sentenceFrom(quote.to - 1).map(this.#words.quoteOf)).size < 3;

  /** "“Everybody there signs,” she said": whole words behind which the teller stands. */
  #isTold(quote: QuoteSpan): boolean {
    const inside = this.#words.within(quote.from, quote.to);
    if (!/^[,!?]$/u.test(inside.findLast(({ tag }) => tag !== "QUOTE")?.text ?? "")) return false;
    const behind = this.#words.within(quote.to, quote.to + 60).slice(0, 6);
    const verb = behind.findIndex(({ lemma, tag }) => tag === "VERB" && tells(lemma, "say"));
    return verb >= 0 && behind.slice(0, verb).every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|PRON|PART)$/u.test(tag));
  }

  /** Who says a quotation: named behind it, named before it, or whoever spoke last. */
  #quoteVoice(quote: QuoteSpan): Voice {
    const known = this.#quoteVoices.get(quote);
    if (known) return known;
    const closing = this.#words.sentenceFrom(quote.to - 1);
    const opening = this.#words.sentenceFrom(quote.from);
    const behind = closing.filter(({ from }) => from >= quote.to);
    const before = opening.filter(({ to }) => to <= quote.from);
    const voice =
      this.#voiceBeside(behind) ?? this.#voiceBeside(before) ?? this.#introducedBy(before) ?? this.#tellers.goesOn();
    this.#quoteVoices.set(quote, voice);
    return voice;
  }

  /** "The central bank's position, in an e-mail: “...”": whose the quotation behind a colon is, without a verb of telling. */
  #introducedBy(before: readonly Token[]): Voice | undefined {
    const words = before.filter(({ tag }) => tag !== "QUOTE");
    if (words.at(-1)?.low !== ":") return undefined;
    const phrase = readSpeakerPhrase(introducing(words));
    if (!canSpeak(phrase) || phrase.isPronoun) return undefined;
    return through({ links: [linkOf(this.#tellers.note(phrase))], why: `"${phrase.text}:"` }, this.#tellers.outer);
  }

  #voiceBeside(tokens: readonly Token[]): Voice | undefined {
    const words = tokens.filter(({ tag }) => tag !== "QUOTE");
    const { outer } = this.#tellers;
    for (const clause of findClauses(words)) {
      if (
        !tells(clause.lemma, "say", "allege", "find", "confirm", "deny", "hedge", "relay") ||
        clause.kind === "relative"
      )
        continue;
      const voice = this.#tellers.voiceOf(readAttribution(words, clause, words.length), outer);
      if (voice) return voice;
    }
    const beside = adverbialSource(words);
    if (!beside || !canSpeak(beside.phrase)) return undefined;
    const why = textOf(words.slice(beside.from, beside.to));
    return through({ links: [linkOf(this.#tellers.note(beside.phrase))], why }, outer);
  }

  /** What stands beside a quotation: what the speaker did; the attribution itself is no claim. */
  #readBeside(sentence: readonly Token[], told: readonly Token[], voice: Voice): void {
    const words = told.filter(({ tag }) => tag !== "QUOTE");
    for (const clause of findClauses(words)) {
      if (clause.kind !== "relative" || !tells(clause.lemma, "find")) continue;
      this.#push(sentence, words.slice(clause.from, clause.to), {
        manner: "act",
        voice: { ...voice, why: "It is the speaker's own act." },
      });
    }
  }

  /** "He walked out and was not seen", "We audit it, and have been since May": a short second deed without a number or a name belongs to the first. */
  #extendLast(tokens: readonly Token[]): boolean {
    const last = this.#statements.at(-1);
    const first = tokens[0];
    const isElliptic =
      tokens.length < 6 && tokens.every(({ tag }) => tag !== "VERB") && /^(?:has|have|had)$/u.test(first?.low ?? "");
    if (
      !last ||
      !first ||
      tokens.length > (isElliptic ? 5 : 4) ||
      (!isElliptic && tokens.some(({ tag }) => tag === "NUM" || tag === "PROPN" || tag === "PRON"))
    )
      return false;
    const between = this.#words.within(last.to, first.from);
    const joint = between[0]?.low === "," && isElliptic ? between.slice(1) : between;
    if (joint.length !== 1 || joint[0]?.low !== "and" || !(first.tag === "AUX" || tokens[1]?.low === "to"))
      return false;
    const all = [...last.tokens, ...between, ...tokens];
    this.#statements.splice(-1, 1, { ...last, to: tokens.at(-1)?.to ?? last.to, tokens: all });
    return true;
  }

  /** What measures a precedent is told by whoever tells the precedent. */
  #precedentAround = (first: Token, last: Token): Statement | undefined =>
    this.#statements.findLast(
      ({ from, to, voice, tokens }) =>
        from < first.from && to >= last.to && voice.links.length > 0 && isPrecedent(textOf(tokens)),
    );

  #pusher =
    (sentence: readonly Token[]) =>
    (tokens: readonly Token[], told: Told): void =>
      this.#push(sentence, tokens, told);

  /** Gives the flat statements of the last sentence to somebody who is named behind it. */
  #retell = (voice: Voice, isHedged: boolean): void => {
    const last = this.#statements.at(-1);
    for (const [index, statement] of this.#statements.entries()) {
      const isFlat = statement.manner === "flat" && statement.sentence.from === last?.sentence.from;
      if (isFlat) this.#statements[index] = { ...statement, manner: "said", voice, isHedged, cues: [voice.why] };
    }
  };

  /** What a teller has told so far rests on a source of his own; of the author's words, what he says that he has reported. */
  #deepen = (teller: string, source: string): void => {
    const isAuthor = teller === this.#tellers.author;
    for (const [index, statement] of this.#statements.entries()) {
      const { voice } = statement;
      const isTold = isAuthor
        ? voice.links.length === 0 && this.#words.within(statement.sentence.from, statement.to).some(isFirstPerson)
        : voice.links[0]?.source === teller;
      if (!isTold || statement.manner === "background") continue;
      const deeper = through({ links: [linkOf(source)], why: `${voice.why}, who had it from there` }, voice.links);
      this.#statements[index] = {
        ...statement,
        voice: deeper,
        manner: statement.manner === "flat" ? "said" : statement.manner,
      };
    }
  };

  /** Adds those who carry it to what the last sentence has told. */
  #carry = (carrier: Voice): void => {
    const last = this.#statements.at(-1);
    for (const [index, statement] of this.#statements.entries()) {
      if (statement.sentence.from !== last?.sentence.from || statement.manner === "background") continue;
      const isFlat = statement.voice.links.length === 0;
      const voice = isFlat ? carrier : through(statement.voice, carrier.links);
      this.#statements[index] = {
        ...statement,
        voice,
        manner: isFlat && statement.manner === "flat" ? "said" : statement.manner,
      };
    }
  };

  #push(sentence: readonly Token[], tokens: readonly Token[], told: Told): void {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (!first || !last || tokens.length < 2) return;
    if (this.#extendLast(tokens)) return;
    if (told.voice === undefined) this.#agentless.add(this.#statements.length);
    const holder = told.manner === "background" ? this.#precedentAround(first, last) : undefined;
    this.#statements.push({
      from: first.from,
      to: last.to,
      tokens,
      core: told.core ?? tokens,
      manner: holder?.manner ?? told.manner,
      voice: holder?.voice ?? told.voice ?? this.#tellers.background(),
      cues: told.cues ?? [],
      isQuoted: told.isQuoted ?? false,
      isRetracted: told.isRetracted ?? false,
      isHedged: told.isHedged ?? false,
      condition: told.condition ?? "",
      sentence: { from: at(sentence, 0).from, to: at(sentence, sentence.length - 1).to },
      block: this.#index,
    });
  }
}

const isFirstPerson = ({ low }: Token): boolean => /^(?:i|we|my|our)$/u.test(low);

/** A question claims nothing, a rhetorical one neither in so many words. */
const isQuestion = (sentence: readonly Token[]): boolean =>
  sentence.findLast(({ tag, text }) => tag !== "QUOTE" && text !== ")")?.text === "?";

// "The Mirren Post quotes a miner:" is a sentence.
const labelMax = 4;

const labelTokens = (label: string): readonly Token[] =>
  [...label.matchAll(/\S+/gu)].map(({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
    text,
    low: text.toLowerCase(),
    lemma: text.toLowerCase(),
    tag: /^\p{Lu}/u.test(text) ? "PROPN" : "NOUN",
  }));

/** The parts of a sentence between semicolons, those in brackets left alone. */
function splitAtSemicolons(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === "(") depth += 1;
    if (token.text === ")") depth -= 1;
    if (depth === 0 && token.text === ";") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
