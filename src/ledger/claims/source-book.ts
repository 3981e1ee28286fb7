import { announced, byNoun, representative, several } from "./by-noun.ts";
import type { SourceKind, SpeakerSource } from "./claim.ts";
import type { SpeakerPhrase } from "./noun-phrase.ts";
import { findCues, isWordOf } from "../text/phrases.ts";
import type { Described } from "./find-described.ts";
import type { PersonSpokenOf } from "./find-people.ts";
import { NameIndex } from "./name-index.ts";
import { PeopleSpokenOf } from "./people-spoken-of.ts";
import { Recency } from "./recency.ts";
import { canBe, initialsOf, isName, isUnnamed, nameKey } from "./same-source.ts";
import { newEntry, type Entry, type FoundSource } from "./source-entry.ts";

/**
 * Everybody who speaks in one document, found again by name, by noun ("the broker" after "a customs broker"), by pronoun or
 * by what they stand for ("a spokesman" of the ministry named last). An unnamed one that nothing ties to another stays apart.
 */
export class SourceBook {
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #names = new NameIndex<Entry>();
  /** Those with a name of several words, by its first letters: "LTU" of "Lake Transport Union". */
  readonly #initials = new Map<string, Entry[]>();
  readonly #recent = new Recency<Entry>();
  readonly #people = new PeopleSpokenOf();
  /** The names that an apposition describes, by its noun, with the block. */
  readonly #described = new Map<string, { readonly name: string; readonly block: number }>();
  /** Names that a verb of telling follows somewhere in the document. */
  readonly #voices: ReadonlySet<string>;
  readonly author: string;
  /** Who says "I" and "we": the author, or in a transcript whose turn it is. */
  firstPerson: string;

  /** The blocks that announce what others tell: titles, headings, points of a list, leads. */
  readonly #leads: ReadonlySet<number>;

  constructor(authorName: string, voices: ReadonlySet<string> = new Set(), leads: ReadonlySet<number> = new Set()) {
    this.#voices = voices;
    this.#leads = leads;
    this.author = this.#add({ kind: "author", text: authorName, names: [authorName], head: "author" }, -1);
    this.firstPerson = this.author;
  }

  /** The source that the words name, made if the document has not named it before. */
  find(words: SpeakerPhrase, block: number): string {
    const phrase = this.#referent(words, block);
    const known = this.#known(phrase, block);
    if (known) return this.#note(known, phrase, block);
    if (phrase.house?.kind === "body") return this.#speaksFor(phrase.house, phrase, block);
    return this.#add(
      {
        kind: phrase.kind ?? "person",
        modifiers: phrase.modifiers,
        text: phrase.text,
        names: phrase.names,
        head: phrase.head,
        most: phrase.number,
        isPlural: phrase.isPlural,
        isUnnamed: isUnnamed(phrase),
      },
      block,
    );
  }

  /** A spokesman is no source beside his house: what he says is its word. */
  #speaksFor(house: SpeakerPhrase, phrase: SpeakerPhrase, block: number): string {
    const known = this.#known(house, block);
    if (known) return this.#note(known, phrase, block);
    const { names, head, modifiers } = house;
    return this.#add({ kind: "body", text: phrase.text, names, head, modifiers }, block);
  }

  /** The outlet of a tag, a label or a dateline. */
  outlet(name: string, block: number): string {
    const known = this.#named(name);
    if (known) {
      if (known.kind !== "author") known.kind = "outlet";
      return this.#touch(known, block);
    }
    return this.#add({ kind: "outlet", text: name, names: [name], head: "" }, block);
  }

  /** The speaker of a transcript's label, with the name that its brackets give: "THE MINISTER OF TRADE (Mr Emil Raske)". */
  speaker(label: string, aside: string, block: number): string {
    const name = /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|senator|judge)\b/iu.test(aside)
      ? aside
      : undefined;
    const known = this.#named(name ?? label) ?? this.#named(label);
    if (!known || known.kind === "author")
      return this.#add({ kind: "person", text: name ?? label, names: name ? [name, label] : [label], head: "" }, block);
    for (const other of [label, name ?? label]) {
      this.#mention(known, other);
      this.#name(known, other);
    }
    return this.#touch(known, block);
  }

  /** The source that the words name, if the document has named it before. */
  peek(phrase: SpeakerPhrase, block: number): string | undefined {
    return this.#known(this.#referent(phrase, block), block)?.id;
  }

  /** Notes whom a sentence speaks of; `sentence`: where it begins. */
  speakOf = (people: readonly PersonSpokenOf[], block: number, sentence: number): void =>
    this.#people.note(people, block, sentence);

  /** Notes what names a sentence describes. */
  describe(described: readonly Described[], block: number): void {
    for (const { name, head } of described) this.#described.set(head, { name, block });
  }

  /** Whether a name tells something somewhere in the document. */
  isVoice = (name: string): boolean => this.#voices.has(name);

  /** "The agency" after "Tide Crewing, an agency in Manila": that one by its name, where nobody with that noun has spoken since. */
  #byDescription(phrase: SpeakerPhrase, block: number): SpeakerPhrase {
    const known = this.#described.get(phrase.head);
    const isBare = phrase.determiner === "definite" && phrase.names.length === 0 && phrase.modifiers.length === 0;
    if (!isBare || !known || known.block < block - 1 || phrase.owner !== undefined) return phrase;
    const hasSpoken = this.#recent.find(({ heads, lastBlock }) => lastBlock >= known.block && heads.has(phrase.head));
    return hasSpoken ? phrase : { ...phrase, text: known.name, names: [known.name], determiner: "none" };
  }

  /**
   * Whom a pronoun stands for where the one who told something last in the block is not meant: the one whom the sentence before
   * brings up, where the teller does not stand in it; where nobody has told anything, the first of those that the last sentence
   * with somebody in it speaks of.
   */
  #referent(phrase: SpeakerPhrase, block: number): SpeakerPhrase {
    const isMany = /^(?:they|them|their)$/u.test(phrase.head);
    if (!phrase.isPronoun) return this.#byDescription(phrase, block);
    if (!(isMany || /^(?:he|she|him|her|his)$/u.test(phrase.head))) return phrase;
    const teller = (since: number): Entry | undefined =>
      this.#recent.find(
        ({ id, kind, lastBlock, most, isPlural, isSpokesperson, words }) =>
          id !== this.firstPerson &&
          lastBlock >= since &&
          (isMany
            ? most > 1 || isPlural || kind === "body"
            : ((kind === "person" && most === 1) || isSpokesperson) && canBe(phrase.head, words)),
      );
    const told = teller(block);
    if (told)
      return (told.lastSentence < this.#people.previous ? this.#people.centre(phrase, block) : undefined) ?? phrase;
    const within = this.#people.first(phrase, block);
    return within ?? (teller(block - 1) ? undefined : this.#people.first(phrase, block - 1)) ?? phrase;
  }

  touch(id: string, block: number): void {
    const entry = this.#byId.get(id);
    if (entry) this.#touch(entry, block);
  }

  /** Another name of the author: the agency of a dateline. */
  nameAuthor(name: string): void {
    const author = this.#entries[0];
    if (!author) return;
    author.mentions.push(name);
    this.#name(author, name);
  }

  /** Whether a word is a name by which the document speaks of its author. */
  isAuthorName = (word: string | undefined): boolean =>
    word !== undefined && /^\p{Lu}/u.test(word) && this.#entries[0]?.names.has(nameKey(word)) === true;

  /** The outlet spoken of last, in the block or the one before. */
  lastOutlet = (block: number): string | undefined =>
    this.#recent.find(({ kind, lastBlock }) => kind === "outlet" && lastBlock >= block - 1)?.id;

  /** Marks a source as a carrier of others' words, because the text has others speak to it or it cites them. */
  setOutlet(id: string): void {
    const entry = this.#byId.get(id);
    if (entry && entry.kind !== "author") entry.kind = "outlet";
  }

  isUnnamed = (id: string): boolean => this.#byId.get(id)?.isUnnamed ?? false;

  /** Whether a mention says that it speaks for an office. */
  isSpokesperson = (id: string): boolean => this.#byId.get(id)?.isSpokesperson ?? false;

  kindOf(id: string): SourceKind {
    return this.#byId.get(id)?.kind ?? "person";
  }

  list(): readonly SpeakerSource[] {
    return this.#entries.map(({ id, kind, mentions, isUnnamed: unnamed, most }) => ({
      id,
      kind,
      name: mentions[0] ?? "",
      mentions,
      isUnnamed: unnamed,
      most,
    }));
  }

  #known(phrase: SpeakerPhrase, block: number): Entry | undefined {
    // "All three" of those who have been spoken of.
    if (phrase.isPronoun && phrase.number > 1) return several(this.#recent, block);
    if (phrase.isPronoun) return this.#byPronoun(phrase.text.toLowerCase(), block);
    if (phrase.owner) return this.#byPronoun(phrase.owner, block);
    // "told this bulletin": it is the author's own.
    if (/^this /iu.test(phrase.text) && isWordOf("outlet", phrase.head)) return this.#byId.get(this.firstPerson);
    if (phrase.head === "one" && phrase.names.length === 0) return this.#byPronoun("it", block);
    for (const name of phrase.names) {
      const named = this.#named(name);
      if (
        named &&
        (named.kind !== "outlet" ||
          phrase.kind === "outlet" ||
          phrase.head === name.toLowerCase() ||
          isName(phrase, name))
      )
        return named;
    }
    const group = phrase.isOfThem === true ? several(this.#recent, block) : undefined;
    if (group) return group;
    const own = phrase.house && phrase.head === "office" ? this.#known(phrase.house, block) : undefined;
    if (own) return own;
    const headline = announced(this.#recent, phrase, block);
    if (headline) return headline;
    if (phrase.determiner === "indefinite" && !phrase.isSame) return representative(this.#recent, phrase, block);
    return byNoun(this.#recent, phrase, block);
  }

  #named(name: string): Entry | undefined {
    const latest = (entries: readonly Entry[]): Entry | undefined =>
      entries.reduce<Entry | undefined>((last, entry) => (last && last.at > entry.at ? last : entry), undefined);
    return (
      latest(this.#names.withName(name)) ??
      latest(this.#names.alike(name)) ??
      (/^\p{Lu}{2,6}$/u.test(name) ? latest(this.#initials.get(name) ?? []) : undefined)
    );
  }

  #byPronoun(word: string, block: number): Entry | undefined {
    if (/^(?:i|we|us|me)$/u.test(word)) return this.#byId.get(this.firstPerson);
    const find = (fits: (entry: Entry) => boolean): Entry | undefined =>
      this.#recent.find(
        (entry) =>
          entry.kind !== "author" && entry.id !== this.firstPerson && entry.lastBlock >= block - 1 && fits(entry),
      );
    const last = (): Entry | undefined => find(() => true);
    if (/^(?:he|she|him|her|his)$/u.test(word))
      return (
        find(
          ({ kind, most, isSpokesperson, words }) =>
            ((kind === "person" && most === 1) || isSpokesperson) && canBe(word, words),
        ) ?? find(({ kind }) => kind !== "outlet")
      );
    if (word === "it" || word === "its") {
      const house = this.#recent.find(
        ({ id, kind, names, lastBlock }) =>
          lastBlock >= block - 1 &&
          (kind === "body" || kind === "outlet" || (id === this.author && names.size > 1 && lastBlock === block)),
      );
      return house ?? last();
    }
    return find(({ most, kind, isPlural }) => most > 1 || isPlural || kind === "body") ?? last();
  }

  #note(entry: Entry, phrase: SpeakerPhrase, block: number): string {
    if (!phrase.isPronoun && entry.kind !== "author") {
      if (phrase.kind === "outlet" && phrase.names.length > 0) entry.kind = "outlet";
      this.#mention(entry, phrase.text);
      for (const name of phrase.names) this.#name(entry, name);
      if (phrase.names.length > 0 && entry.isAnnounced) entry.isUnnamed = false;
      if (phrase.head && !isWordOf("representative", phrase.head)) entry.heads.add(phrase.head);
      for (const modifier of phrase.modifiers) entry.modifiers.add(modifier);
    }
    return this.#touch(entry, block);
  }

  #touch(entry: Entry, block: number): string {
    entry.lastBlock = Math.max(entry.lastBlock, block);
    entry.lastSentence = this.#people.sentence;
    this.#recent.touch(entry);
    return entry.id;
  }

  #add(found: FoundSource, block: number): string {
    const isAnnounced = this.#leads.has(block);
    const seen = { at: this.#entries.length, block, sentence: this.#people.sentence, isAnnounced };
    const entry = newEntry(found, seen);
    this.#entries.push(entry);
    this.#byId.set(entry.id, entry);
    this.#mention(entry, found.text);
    if (!(found.kind === "person" && found.isUnnamed)) for (const name of found.names) this.#name(entry, name);
    this.#recent.touch(entry);
    return entry.id;
  }

  #mention(entry: Entry, words: string): void {
    if (entry.mentions.includes(words)) return;
    entry.mentions.push(words);
    entry.isSpokesperson ||= findCues("representative", words).length > 0;
  }

  #name(entry: Entry, name: string): void {
    const key = nameKey(name);
    if (entry.names.has(key)) return;
    entry.names.add(key);
    this.#names.add(name, entry);
    const initials = initialsOf(name);
    if (initials.length > 1) this.#initials.set(initials, [...(this.#initials.get(initials) ?? []), entry]);
  }
}
