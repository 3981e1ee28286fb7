import { isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { adverbialSource, type AdverbialSource } from "./adverbial-source.ts";
import { canSpeak } from "./attribution.ts";
import { findVerblessPrecedent, splitNumberTail } from "./background.ts";
import type { Told } from "./block-reader.ts";
import type { ChainLink } from "./claim.ts";
import * as shapes from "./clause-shapes.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import type { Manner } from "./statement.ts";
import type { Tellers } from "./tellers.ts";
import { linkOf, silentVoice, through, type Voice } from "./voice.ts";

/** What the parts of one sentence share. */
export interface SegmentContext {
  /** The outlets that carry the sentence. */
  readonly carriers: readonly ChainLink[];
  /** Whose words it is, where it stands in quotation marks. */
  readonly voice: Voice | undefined;
  readonly push: (tokens: readonly Token[], told: Told) => void;
  /** Gives what was told flat right before to somebody: "..., or so a diplomat suggests". */
  readonly retell: (voice: Voice, isHedged: boolean) => void;
  /** What a teller has told so far in the block rests on a source of his own. */
  readonly deepen: (teller: string, source: string) => void;
  /** Says who carries all that the sentence has told: "..., officials said, the Post reported". */
  readonly carry: (voice: Voice) => void;
}

/** A clause that waits to see whether someone is named for it behind it. */
export interface Pending {
  readonly tokens: readonly Token[];
  readonly core: readonly Token[];
  readonly manner: Manner;
  readonly condition: string;
  readonly cues: readonly string[];
  /** The base form of its verb. */
  readonly lemma: string;
}

/** The clauses of a sentence that nobody has been named for yet, and what becomes of them. */
export class Contents {
  readonly #tellers: Tellers;
  readonly #context: SegmentContext;
  #pending: Pending[] = [];

  constructor(tellers: Tellers, context: SegmentContext) {
    this.#tellers = tellers;
    this.#context = context;
  }

  get areWaiting(): boolean {
    return this.#pending.length > 0;
  }

  wait(pending: Pending): void {
    this.#pending.push(pending);
  }

  /** "The bank issued a statement saying ...": the clause that leads to what is said claims nothing itself. */
  drop(): void {
    this.#pending = this.#pending.slice(0, -1);
  }

  /** ", it was announced on Tuesday": whose it is shows when the block has been read. */
  giveToNobody(cues: readonly string[]): void {
    this.#pending = this.#pending.map((pending) => ({ ...pending, manner: "evidential", cues }));
  }

  /** What is told ends where the one who tells it is named: "..., the trader's attorney, Emil Raske, said". */
  endBefore(position: number): void {
    const cut = (tokens: readonly Token[]): readonly Token[] => {
      const kept = tokens.filter(({ from }) => from < position);
      return kept.at(-1)?.low === "," ? kept.slice(0, -1) : kept;
    };
    this.#pending = this.#pending.map((pending) =>
      (pending.tokens[0]?.from ?? position) < position
        ? { ...pending, tokens: cut(pending.tokens), core: cut(pending.core) }
        : pending,
    );
  }

  /** "It was taken, the newspaper says, by a mechanic": what stands behind the attribution belongs to the clause before it. */
  extend(tail: readonly Token[]): void {
    const last = this.#pending.at(-1);
    if (!last || tail.length === 0) return;
    this.#pending.splice(-1, 1, { ...last, tokens: [...last.tokens, ...tail], core: [...last.core, ...tail] });
  }

  /** What came before a trailing attribution is its content; where an outlet says what its informant saw, the informant is the source. */
  settle(voice: Voice, manner: Manner, isHedged: boolean): void {
    for (const { tokens, core, manner: own, condition, cues } of this.#pending) {
      const isEvidential = own === "evidential";
      const informant = this.#tellers.informantOf(voice, readSpeakerPhrase(shapes.subjectOf(tokens)));
      const told = informant
        ? through({ links: [linkOf(informant)], why: `${voice.why}, of what its source saw` }, voice.links)
        : voice;
      this.pushNumbers(tokens, {
        manner: isEvidential ? own : manner === "silent" ? "said" : manner,
        voice: told,
        cues: isEvidential ? cues : [voice.why],
        condition,
        core,
        isHedged,
      });
    }
    this.#pending = [];
    this.#tellers.current = voice;
  }

  /** The sentence is over: "according to" is looked for, then the words are carried over, flat or the author's. */
  flush(words: readonly Token[]): void {
    if (this.#pending.length === 0) return;
    const beside = adverbialSource(words);
    if (beside && canSpeak(beside.phrase)) this.#settleBeside(words, beside);
    if (this.#pending.length === 0) return;
    const carried =
      this.#tellers.outer.length > 0 && this.#tellers.current === undefined && !this.#tellers.isVersion
        ? undefined
        : this.#tellers.flat();
    for (const pending of this.#pending) this.#pushFlat(pending, carried);
    this.#pending = [];
  }

  /** "According to X": whose all the waiting clauses are, or the relative clause alone that the words stand in. */
  #settleBeside(words: readonly Token[], beside: AdverbialSource): void {
    const named = this.#tellers.note(beside.phrase);
    const inner: Voice = {
      links: named === this.#tellers.author ? [] : [linkOf(named)],
      why: textOf(words.slice(beside.from, beside.to)),
    };
    const naming = new Set(words.slice(beside.from, beside.to));
    const holders = this.#pending.filter(({ tokens }) => tokens.some((token) => naming.has(token)));
    const inmost =
      holders.length > 1 ? holders.toSorted((left, right) => left.tokens.length - right.tokens.length)[0] : undefined;
    const rest = this.#pending.filter((pending) => inmost !== undefined && pending !== inmost);
    this.#pending = this.#pending
      .filter((pending) => !rest.includes(pending))
      .map((pending) => ({ ...pending, tokens: shapes.withoutRange(pending.tokens, words, beside) }));
    const carrier = beside.carrier && canSpeak(beside.carrier) ? [linkOf(this.#tellers.carrier(beside.carrier))] : [];
    this.settle(through(inner, [...carrier, ...this.#context.carriers]), "said", false);
    this.#pending = rest;
  }

  #pushFlat(
    { tokens, core, manner, condition, cues, lemma }: Pending,
    carried: { readonly voice: Voice; readonly manner: Manner } | undefined,
  ): void {
    if (manner === "evidential") return this.push(tokens, { manner, voice: undefined, cues, core });
    const seen = this.#seenBy(tokens, lemma);
    if (seen) return this.pushNumbers(tokens, { manner: "said", voice: seen, condition, core });
    const isOwn = this.#tellers.isOwnOutlet(readSpeakerPhrase(shapes.subjectOf(tokens)));
    if (isOwn) return this.push(tokens, { manner: "flat", voice: silentVoice, condition, core });
    if (this.#tellers.isAuthor(readSpeakerPhrase(shapes.subjectOf(tokens))))
      return this.pushNumbers(tokens, { manner: "flat", voice: silentVoice, condition, core });
    const goesOn = this.#tellers.isSpoken ? this.#spokenOf(tokens) : carried;
    const told =
      goesOn && !shapes.isAuthorial(tokens, condition)
        ? goesOn
        : { voice: this.#tellers.background(), manner: this.#tellers.isSpoken ? ("said" as const) : ("flat" as const) };
    this.pushNumbers(tokens, { ...told, condition, core });
  }

  /** In a transcript a flat sentence is the speaker's own, unless it goes on about the only one he has quoted: "He was paid". */
  #spokenOf(tokens: readonly Token[]): { readonly voice: Voice; readonly manner: Manner } | undefined {
    const { current } = this.#tellers;
    const subject = textOf(shapes.subjectOf(tokens));
    const isAbout =
      current &&
      current.links.length > 1 &&
      /^(?:he|she|they|(?:one|some|several|two|both|all) of them)\b/iu.test(subject);
    return isAbout ? { voice: this.#tellers.goesOn(), manner: "said" } : undefined;
  }

  /** "The nurse watched three people get into the taxi": flat in an outlet's block, it rests on the one who was there. */
  #seenBy(tokens: readonly Token[], lemma: string): Voice | undefined {
    if (!isWordOf("saw", lemma)) return undefined;
    const named = shapes.subjectOf(tokens);
    const subject = readSpeakerPhrase(
      /^(?:who|which|that)$/u.test(named.at(-1)?.low ?? "") ? named.slice(0, -1) : named,
    );
    const informant =
      this.#tellers.informant(subject) ?? (perceives(tokens, lemma) ? this.#tellers.witness(subject) : undefined);
    if (informant === undefined) return undefined;
    const voice = through({ links: [linkOf(informant)], why: "It is what this source saw." }, this.#context.carriers);
    this.#tellers.hear(informant, voice);
    return voice;
  }

  /** A clause that ends with a number of another thing is two claims. */
  pushNumbers(tokens: readonly Token[], told: Told): void {
    const precedent = findVerblessPrecedent(tokens);
    if (precedent && precedent.length < tokens.length - 3) {
      const { core: _core, ...rest } = told;
      this.pushNumbers(tokens.slice(0, tokens.findIndex((token) => token === precedent[0]) - 1), rest);
      return this.push(precedent, { ...rest, manner: told.manner === "flat" ? "flat" : told.manner });
    }
    const parts = splitNumberTail(tokens);
    if (!parts) return this.push(tokens, told);
    const { core: _core, ...rest } = told;
    this.push(parts.head, rest);
    this.pushNumbers(parts.tail, rest);
  }

  push(tokens: readonly Token[], told: Told): void {
    this.#context.push(tokens, { ...told, isQuoted: told.isQuoted ?? this.#context.voice !== undefined });
  }
}

/** "saw no carrier", not "was seen". */
const perceives = (tokens: readonly Token[], lemma: string): boolean =>
  isWordOf("perceive", lemma) &&
  !tokens.some(
    (token, index) =>
      token.lemma === "be" && tokens.slice(index + 1, index + 3).some(({ lemma: own }) => own === lemma),
  );
