import type { Block } from "../text/read-blocks.ts";
import { canSpeak, citedIn, maySpeak, type Attribution } from "./attribution.ts";
import { phraseWords } from "./phrase-words.ts";
import type { ChainLink, SourceKind } from "./claim.ts";
import { findDescribed } from "./find-described.ts";
import { findPeople } from "./find-people.ts";
import { paperPresented } from "./paper-presented.ts";
import { isWordOf } from "../text/phrases.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { tells } from "../text/reporting.ts";
import type { SourceBook } from "./source-book.ts";
import type { Manner } from "./statement.ts";
import type { Token } from "../text/tag-tokens.ts";
import { inferred, linkOf, silentVoice, through, type Voice } from "./voice.ts";

/** Who tells what in one block: the outlet that closes it, who has been named so far, and through whom each was heard. */
export class Tellers {
  readonly #book: SourceBook;
  readonly #block: Block;
  readonly #index: number;
  /** The outlet of the block's tag. */
  readonly outer: readonly ChainLink[];
  /** Sources that are no outlets and were given words in this block. */
  readonly #named = new Set<string>();
  readonly #outerOf = new Map<string, readonly ChainLink[]>();
  /** The person on whom an outlet's report rests in this block, where the text says so. */
  readonly #basis = new Map<string, string>();
  readonly #rested = new Set<string>();
  /** From whom somebody has what he has told. */
  readonly #origins = new Map<string, string>();
  /** The last outlet that told something in this block. */
  #outlet: ChainLink | undefined;
  /** The voice of the last attribution. */
  current: Voice | undefined;
  /** A label such as "Delta-5:" gives the whole block to the one that it names. */
  isLabelled = false;
  /** In a transcript: the block is what somebody says. */
  readonly isSpoken: boolean;
  /** The sentence at hand gives an outlet's version. */
  isVersion = false;

  constructor(book: SourceBook, block: Block, index: number) {
    this.#book = book;
    this.#block = block;
    this.#index = index;
    const { turn } = block;
    const spoken = turn && !turn.isHost ? book.speaker(turn.label, turn.aside, index) : this.#writerOf(block.intro);
    this.isSpoken = spoken !== undefined;
    book.firstPerson = spoken ?? book.author;
    if (spoken !== undefined) this.outer = [linkOf(spoken)];
    else this.outer = block.tag ? [linkOf(book.outlet(block.tag.outlet, index))] : this.#introduced(block.intro);
  }

  get author(): string {
    return this.#book.author;
  }

  /** The voice of an attribution, told through the outer links; undefined where nobody in it can speak. */
  voiceOf(attribution: Attribution, outer: readonly ChainLink[]): Voice | undefined {
    if (!maySpeak(attribution.speaker, attribution.lemma)) return undefined;
    const speaker = this.note(attribution.speaker);
    if (speaker === this.author) return this.#authorCiting(attribution, outer);
    const isCiting = attribution.from.length > 0 && attribution.lemma !== "tell" && !tells(attribution.lemma, "hear");
    if (isCiting && attribution.speaker.names.length > 0 && attribution.speaker.kind !== "body")
      this.#book.setOutlet(speaker);
    const deeper = attribution.from
      .filter((phrase) => phrase.names.length > 0 || canSpeak(phrase))
      .map((phrase) => linkOf(this.#noteCited(phrase, isCiting)));
    const carriers = [this.#toldTo(attribution.told), attribution.carrier && this.carrier(attribution.carrier)].filter(
      (id) => id !== undefined,
    );
    if (deeper.length === 0 && /\b(?:was|were|been) (?:told|informed|advised)\b/u.test(attribution.cue))
      deeper.push(...this.#tellerOf(speaker));
    const basis = this.#basis.get(speaker);
    if (deeper.length === 0 && basis !== undefined) deeper.push(linkOf(basis));
    const links = [...deeper, linkOf(speaker), ...carriers.map((id) => linkOf(id))];
    const before = this.#outerOf.get(speaker)?.map(({ source }) => linkOf(source, true)) ?? [];
    const voice = through({ links, why: `"${attribution.cue}"` }, [...outer, ...before]);
    for (const [index, { source }] of voice.links.entries()) this.#outerOf.set(source, voice.links.slice(index + 1));
    this.#book.touch(speaker, this.#index);
    this.#outlet = voice.links.findLast(({ source }) => this.kindOf(source) === "outlet") ?? this.#outlet;
    return voice;
  }

  /** Notes on whom an outlet's report rests; `isWhole`: what it has told in the block before rests on the same. */
  base(outlet: string, source: string, isWhole: boolean): void {
    this.#basis.set(outlet, source);
    if (isWhole) this.#rested.add(outlet);
  }

  /** What the last outlet has told in the block rests on somebody, who may speak next; false where no outlet has told anything. */
  baseLast(phrase: SpeakerPhrase): boolean {
    const outlet = this.outer[0] ?? this.#lastCarrier() ?? this.#outletBefore();
    if (!outlet || this.kindOf(outlet.source) !== "outlet") return false;
    const source = this.note(phrase);
    this.base(outlet.source, source, true);
    this.current = { links: [linkOf(source), outlet], why: `The text names ${phrase.text} as its source.` };
    return true;
  }

  /** The outlet that the block before was about. */
  #outletBefore(): ChainLink | undefined {
    const id = this.#book.lastOutlet(this.#index);
    return id === undefined ? undefined : linkOf(id);
  }

  /** The voice with the person on whom its outlet's report turned out to rest. */
  rest(voice: Voice): Voice {
    const first = voice.links[0]?.source;
    const basis = first !== undefined && this.#rested.has(first) ? this.#basis.get(first) : undefined;
    if (basis === undefined) return voice;
    const origin = this.#origins.get(basis);
    const links = [...(origin === undefined ? [] : [linkOf(origin)]), linkOf(basis)];
    return through({ links, why: voice.why }, voice.links);
  }

  /** Notes from whom somebody has what he has told so far. */
  had(teller: string, source: string): void {
    this.#origins.set(teller, source);
  }

  /** "The paper was told": by the only source that the block has named, where it is one that spoke to it. */
  #tellerOf(outlet: string): readonly ChainLink[] {
    const only = this.#named.size === 1 ? [...this.#named][0] : undefined;
    return only !== undefined && this.kindOf(outlet) === "outlet" ? [linkOf(only, true)] : [];
  }

  /** "I wrote, after Lake Daily, that ...": the author's words rest on the one that is cited. */
  #authorCiting(attribution: Attribution, outer: readonly ChainLink[]): Voice {
    const cited = attribution.from.map((phrase) => linkOf(this.#noteCited(phrase, true)));
    return cited.length > 0
      ? through({ links: cited, why: `"${attribution.cue}"` }, outer)
      : { links: [], why: "The author says it." };
  }

  /** Enters a speaker in the book; one that is no outlet counts as named in this block. */
  note(phrase: SpeakerPhrase): string {
    const id = this.#book.find(phrase, this.#index);
    if (this.#book.kindOf(id) !== "outlet" && id !== this.author) this.#named.add(id);
    return id;
  }

  /** A paper that the author lays before the reader: what follows in the block is read from it. False for any other sentence. */
  present(words: readonly Token[]): boolean {
    const phrase = this.isSpoken || this.outer.length > 0 ? undefined : paperPresented(words);
    if (!phrase) return false;
    const source = this.note(phrase);
    this.hear(source, { links: [linkOf(source)], why: `The text lays "${phrase.text}" before the reader.` });
    return true;
  }

  /** Someone known speaks in this block without a verb of telling. */
  hear(source: string, voice: Voice): void {
    this.#named.add(source);
    this.current = voice;
  }

  /** Enters someone who may speak later, without counting it as a source of this block. */
  mention = (phrase: SpeakerPhrase): string => this.#book.find(phrase, this.#index);

  /** Notes whom a sentence speaks of. */
  speakOf(sentence: readonly Token[]): void {
    this.#book.speakOf(findPeople(sentence), this.#index, sentence[0]?.from ?? 0);
    this.#book.describe(findDescribed(sentence), this.#index);
    const isOwn = sentence.some(
      ({ low }, index) => low === "the" && this.#book.isAuthorName(sentence[index + 1]?.text),
    );
    if (isOwn) this.#book.touch(this.author, this.#index);
  }

  /** Whether the words name the author of the document. */
  isAuthor = (phrase: SpeakerPhrase | undefined): boolean =>
    phrase !== undefined && phrase.names.length > 0 && this.peek(phrase) === this.author;

  peek = (phrase: SpeakerPhrase): string | undefined => this.#book.peek(phrase, this.#index);

  /** Whether a name before a colon says whose the words behind it are: it has spoken before, or does so elsewhere, or its noun says that it can. */
  opensWords = (phrase: SpeakerPhrase): boolean =>
    !phrase.isPronoun &&
    !isWordOf("addressed", phrase.head) &&
    (this.peek(phrase) !== undefined ||
      phrase.names.some((name) => this.#book.isVoice(name)) ||
      ["representative", "person", "body", "outlet"].some((kind) => isWordOf(kind, phrase.head)));

  /** Whether the words name an outlet, by what they say or by what the text has said before. */
  isOutlet = (phrase: SpeakerPhrase): boolean => {
    if (phrase.kind === "outlet") return true;
    const known = phrase.isPronoun ? undefined : this.peek(phrase);
    return known !== undefined && this.kindOf(known) === "outlet";
  };

  kindOf = (id: string): SourceKind => this.#book.kindOf(id);

  /** Whether the words name the outlet whose tag closes the block: then the block is told about it, not by it. */
  isOwnOutlet = (phrase: SpeakerPhrase | undefined): boolean =>
    phrase !== undefined && this.outer[0] !== undefined && !this.isSpoken && this.peek(phrase) === this.outer[0].source;

  /** An unnamed source that the text has named before and that now is said to have seen or done something: the words rest on it. */
  informant(phrase: SpeakerPhrase | undefined): string | undefined {
    if (!phrase || phrase.isPronoun || phrase.names.length > 0) return undefined;
    const id = this.peek(phrase);
    return id !== undefined && this.#book.isUnnamed(id) && this.kindOf(id) === "person" ? id : undefined;
  }

  /** The informant of whom an outlet tells. */
  informantOf = (voice: Voice, phrase: SpeakerPhrase | undefined): string | undefined =>
    voice.links[0] && this.kindOf(voice.links[0].source) === "outlet" ? this.informant(phrase) : undefined;

  /** Somebody who is said to have seen, heard or counted something, which nobody else can know: the words rest on him. */
  witness(phrase: SpeakerPhrase | undefined): string | undefined {
    if (this.isSpoken || phrase?.kind !== "person" || phrase.isPronoun || !isWordOf("person", phrase.head))
      return undefined;
    const id = this.note(phrase);
    return this.kindOf(id) === "person" ? id : undefined;
  }

  /** Whose a flat sentence is: carried over from the only source named so far in the block, else the outlet's, else the author's. */
  flat(): { readonly voice: Voice; readonly manner: Manner } {
    if (this.isLabelled && this.current) return { voice: this.current, manner: "said" };
    if (this.isSpoken) return { voice: this.background(), manner: "said" };
    const last = this.current;
    // An outlet is no source of its own: what follows is its word, and stands flat in its voice.
    const isOutlets = this.#named.size === 0 && this.outer.length === 0;
    if (last && last.links.length > 0 && (this.#named.size === 1 || isOutlets))
      return {
        voice: inferred(last, "It follows in the same block, where only this source has been named."),
        manner: isOutlets ? "flat" : "said",
      };
    const version = this.#versionOf();
    if (version) return { voice: version, manner: "said" };
    const carrier = this.#named.size > 1 ? (this.outer.at(-1) ?? this.#lastCarrier()) : undefined;
    if (carrier)
      return {
        voice: {
          links: [linkOf(carrier.source, this.outer.length === 0)],
          why: "Several sources have been named; the outlet carries it.",
        },
        manner: "flat",
      };
    return { voice: this.background(), manner: "flat" };
  }

  /** "In its version ...": the words of the one source that the outlet is said to have. */
  #versionOf(): Voice | undefined {
    const only = this.isVersion && this.#named.size === 1 ? [...this.#named][0] : undefined;
    return only === undefined
      ? undefined
      : { links: [linkOf(only), ...this.outer], why: "It is this outlet's version, and this is its only source here." };
  }

  /** The voice of background in passing: the outlet whose block it is, else the author. */
  background(): Voice {
    if (this.isSpoken) return { links: this.outer, why: `It is the turn of "${this.#block.turn?.label ?? ""}".` };
    return this.outer.length > 0
      ? { links: this.outer, why: `It stands flat in what is closed with "[${this.#block.tag?.outlet ?? ""}]".` }
      : silentVoice;
  }

  /** The one who spoke last goes on. */
  goesOn = (): Voice =>
    this.current ? inferred(this.current, "It goes on with the words of the one who spoke last.") : this.background();

  /** "Is said to": the only source of the block; with several or none, the outlet next to the author. */
  nobody(): Voice {
    const only = this.#named.size === 1 ? [...this.#named][0] : undefined;
    if (only !== undefined) {
      return {
        links: [linkOf(only, true), ...(this.#outerOf.get(only) ?? this.outer)],
        why: "The words name nobody; this is the only source of the block.",
      };
    }
    const outlet = this.outer[0] ?? this.#lastCarrier();
    return {
      links: outlet ? [linkOf(outlet.source, this.outer.length === 0)] : [],
      why: "The words name nobody; the outlet next to the author carries it.",
    };
  }

  /** "According to the paper, ...", "In the Mirren Post he ...", "In its version ...": an outlet that carries the whole sentence, then the block's. */
  carriersOf(words: readonly Token[]): readonly ChainLink[] {
    this.isVersion = false;
    const source = this.#leadingOutlet(words);
    if (source === undefined) return this.outer;
    if (!this.isVersion) this.#book.touch(source, this.#index);
    const basis = this.#basis.get(source);
    if (basis !== undefined && !this.isVersion)
      this.current = { links: [linkOf(basis), linkOf(source)], why: "It is what this outlet has from its source." };
    return [linkOf(source), ...this.outer.filter((link) => link.source !== source)];
  }

  /** Who wrote a quoted block, where the line before it names a person: "Rita Sandoval replied:". */
  #writerOf(intro: readonly Token[] | undefined): string | undefined {
    const verb = intro?.findIndex(({ lemma }) => /^(?:write|reply|answer|respond|comment|post)$/u.test(lemma)) ?? -1;
    const phrase = verb > 0 && intro ? readSpeakerPhrase(intro.slice(0, verb)) : undefined;
    const isFullName = phrase?.kind === "person" && phrase.names.some((name) => name.includes(" "));
    return phrase && isFullName ? this.#book.find(phrase, this.#index) : undefined;
  }

  /** Whose a quoted block is by the line before it: "Lake Daily reports:", "From the Bulletin, passing on Lake Radio:". */
  #introduced(intro: readonly Token[] | undefined): readonly ChainLink[] {
    if (!intro) return [];
    const from = /^(?:from|in|and|here|again|next)$/u.test(intro[0]?.low ?? "") ? 1 : 0;
    const phrase = readSpeakerPhrase(phraseWords(intro, from));
    if (!phrase) return [];
    const cited = citedIn(intro).map((other) => linkOf(this.carrier(other)));
    return [...cited, linkOf(this.carrier(phrase))];
  }

  #leadingOutlet(words: readonly Token[]): string | undefined {
    const first = words[0]?.low;
    const within = toldWithin(words);
    if (within === undefined && !/^(?:in|to|on|with|according)$/u.test(first ?? "")) return undefined;
    const named = phraseWords(words, within ?? (first === "according" ? 2 : 1));
    const cut = named.findIndex(
      ({ tag, low }, index) =>
        index > 0 && (tag === "PRON" || low === "there" || (tag === "DET" && named[index - 1]?.tag === "PROPN")),
    );
    const phrase = readSpeakerPhrase(cut > 0 ? named.slice(0, cut) : named);
    if (!phrase) return undefined;
    const isVersion =
      phrase.determiner === "possessive" && /^(?:version|account|report|telling|story)$/u.test(phrase.head);
    this.isVersion = isVersion;
    const source = isVersion
      ? (this.outer[0] ?? this.#lastCarrier())?.source
      : within !== undefined && phrase.kind === "outlet"
        ? this.mention(phrase)
        : this.peek(phrase);
    return source !== undefined && this.kindOf(source) === "outlet" ? source : undefined;
  }

  /** The outlet through which the last words came, else the last that has told something in the block. */
  #lastCarrier = (): ChainLink | undefined =>
    this.current?.links.findLast(({ source }) => this.kindOf(source) === "outlet") ?? this.#outlet;

  /** A source that another cites: a bare name that does not say what it is counts as an outlet. */
  #noteCited(phrase: SpeakerPhrase, isCiting: boolean): string {
    const id = this.note(phrase);
    const isBareName = phrase.determiner === "none" && phrase.names.length === 1 && phrase.text === phrase.names[0];
    const isOutlet = phrase.kind === "outlet" || !/\s/u.test(phrase.text);
    if (isCiting && isBareName && isOutlet) {
      this.#book.setOutlet(id);
      this.#named.delete(id);
    }
    return id;
  }

  /** Enters somebody as one who carries the words of others. */
  carrier(phrase: SpeakerPhrase): string {
    const id = this.#book.find(phrase, this.#index);
    this.#book.setOutlet(id);
    return id;
  }

  /** The outlet that was told; a court, a person or nobody is no carrier. */
  #toldTo(phrase: SpeakerPhrase | undefined): string | undefined {
    if (!phrase || phrase.isPronoun || phrase.kind === "body" || isAudience(phrase)) return undefined;
    const known = this.peek(phrase);
    if (known !== undefined) return this.kindOf(known) === "outlet" ? this.mention(phrase) : undefined;
    const isBareName =
      phrase.names.length > 0 &&
      phrase.determiner !== "indefinite" &&
      /^\p{Lu}/u.test(phrase.text.replace(/^the\s+/iu, ""));
    return phrase.kind === "outlet" || isBareName ? this.carrier(phrase) : undefined;
  }
}

/** "told reporters", "told this agency": who hears it with others, or writes it here, carries nothing on. */
const isAudience = ({ head, names, text }: SpeakerPhrase): boolean =>
  (names.length === 0 && isWordOf("audience", head)) || (/^this\s/iu.test(text) && isWordOf("outlet", head));

/** "In a statement to the Post, ...", "In an interview with Lake Radio, ...", "Speaking to the Post, ...": where the words for whom it was told to begin. */
function toldWithin(words: readonly Token[]): number | undefined {
  const first = words[0]?.low ?? "";
  if (/^(?:speaking|talking|writing)$/u.test(first))
    return /^(?:to|in|on|with|for)$/u.test(words[1]?.low ?? "") ? 2 : undefined;
  if (!/^(?:in|during)$/u.test(first)) return undefined;
  const comma = words.findIndex(({ low }) => low === ",");
  const to = words.findIndex(
    ({ low }, index) =>
      index > 1 &&
      index < comma &&
      /^(?:to|with|for|on|by|in)$/u.test(low) &&
      isWordOf("told-in", words[index - 1]?.low ?? ""),
  );
  return to < 0 ? undefined : to + 1;
}
