import type { SourceKind, SpeakerSource } from "./claim.ts";
import type { SpeakerPhrase } from "./noun-phrase.ts";
import { findCues, isWordOf } from "../text/phrases.ts";
import { agreesWith, didAs, endsAlike, isGeneral, isName, isUnnamed, nameKey, narrowsAlike } from "./same-source.ts";

interface Entry {
  readonly id: string;
  kind: SourceKind;
  mentions: string[];
  names: Set<string>;
  heads: Set<string>;
  modifiers: Set<string>;
  /** Words of the fullest mention, for "the supplier" of "a businessman who supplies". */
  words: string;
  isUnnamed: boolean;
  most: number;
  lastBlock: number;
}

/**
 * Everybody who speaks in one document, found again by name, by noun ("the broker" after "a customs broker"), by pronoun or
 * by what they stand for ("a spokesman" of the ministry named last). An unnamed one that nothing ties to another stays apart.
 */
export class SourceBook {
  readonly #entries: Entry[] = [];
  /** Ids in the order in which they were last spoken of. */
  #recent: string[] = [];
  /** People spoken of who have told nothing yet, by block: a pronoun may stand for one of them. */
  #people: { readonly phrase: SpeakerPhrase; readonly block: number; readonly sentence: number }[] = [];
  readonly author: string;
  /** Who says "I" and "we": the author, or in a transcript whose turn it is. */
  firstPerson: string;

  constructor(authorName: string) {
    this.author = this.#add({ kind: "author", text: authorName, names: [authorName], head: "author" }, -1);
    this.firstPerson = this.author;
  }

  /** The source that the words name, made if the document has not named it before. */
  find(words: SpeakerPhrase, block: number): string {
    const phrase = this.#referent(words, block);
    const known = this.#known(phrase, block);
    if (known) return this.#note(known, phrase, block);
    return this.#add(
      {
        kind: phrase.kind ?? "person",
        modifiers: phrase.modifiers,
        text: phrase.text,
        names: phrase.names,
        head: phrase.head,
        most: phrase.number,
        isUnnamed: isUnnamed(phrase),
      },
      block,
    );
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

  /** The speaker of a transcript's label, with the name that its brackets give: "THE MINISTER OF TRADE (Mr Ansgar Pohl)". */
  speaker(label: string, aside: string, block: number): string {
    const name = /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|senator|judge)\b/iu.test(aside)
      ? aside
      : undefined;
    const known = this.#named(name ?? label) ?? this.#named(label);
    if (!known || known.kind === "author")
      return this.#add({ kind: "person", text: name ?? label, names: name ? [name, label] : [label], head: "" }, block);
    for (const other of [label, name ?? label]) {
      if (!known.mentions.includes(other)) known.mentions.push(other);
      known.names.add(nameKey(other));
    }
    return this.#touch(known, block);
  }

  /** The source that the words name, if the document has named it before. */
  peek(phrase: SpeakerPhrase, block: number): string | undefined {
    return this.#known(this.#referent(phrase, block), block)?.id;
  }

  /** Notes whom a sentence speaks of; `sentence`: where it begins. */
  speakOf(people: readonly SpeakerPhrase[], block: number, sentence: number): void {
    this.#people = this.#people.filter((person) => person.block >= block - 1);
    for (const phrase of people) this.#people.push({ phrase, block, sentence });
  }

  /**
   * Whom a pronoun stands for where nobody who has told something in the block can be meant: the first of those that the last
   * sentence with somebody in it speaks of.
   */
  #referent(phrase: SpeakerPhrase, block: number): SpeakerPhrase {
    const isMany = /^(?:they|them)$/u.test(phrase.head);
    if (!phrase.isPronoun || !(isMany || /^(?:he|she|him|her)$/u.test(phrase.head))) return phrase;
    const hasTold = (since: number): boolean =>
      this.#entries.some(
        ({ kind, lastBlock, most, id }) =>
          lastBlock >= since &&
          (isMany ? most > 1 || kind === "body" : (kind === "person" && most === 1) || this.isSpokesperson(id)),
      );
    if (hasTold(block)) return phrase;
    const before = this.#people.filter(
      (person) => person.phrase.isPlural === isMany && person.phrase.from < phrase.from,
    );
    const near = before.filter((person) => person.block === block);
    const pool = near.length > 0 ? near : hasTold(block - 1) ? [] : before;
    const last = pool.at(-1)?.sentence;
    return pool.find(({ sentence }) => sentence === last)?.phrase ?? phrase;
  }

  touch(id: string, block: number): void {
    const entry = this.#entries.find((other) => other.id === id);
    if (entry) this.#touch(entry, block);
  }

  /** Another name of the author: the agency of a dateline. */
  nameAuthor(name: string): void {
    const author = this.#entries[0];
    if (!author) return;
    author.mentions.push(name);
    author.names.add(nameKey(name));
  }

  /** Marks a source as a carrier of others' words, because the text has others speak to it or it cites them. */
  setOutlet(id: string): void {
    const entry = this.#entries.find((other) => other.id === id);
    if (entry && entry.kind !== "author") entry.kind = "outlet";
  }

  isUnnamed = (id: string): boolean => this.#entries.find((other) => other.id === id)?.isUnnamed ?? false;

  /** Whether a mention says that it speaks for an office. */
  isSpokesperson = (id: string): boolean =>
    this.#entries
      .find((other) => other.id === id)
      ?.mentions.some((mention) => findCues("representative", mention).length > 0) ?? false;

  kindOf(id: string): SourceKind {
    return this.#entries.find((other) => other.id === id)?.kind ?? "person";
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
    if (phrase.isPronoun) return this.#byPronoun(phrase.text.toLowerCase(), block);
    if (phrase.owner) return this.#byPronoun(phrase.owner, block);
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
    if (phrase.determiner === "indefinite" && !phrase.isSame) return this.#representative(phrase, block);
    return this.#byHead(phrase, block);
  }

  #named(name: string): Entry | undefined {
    const wanted = nameKey(name);
    return (
      this.#entries.findLast(({ names }) => [...names].some((known) => known === wanted)) ??
      this.#entries.findLast(({ names }) => [...names].some((known) => endsAlike(known, wanted)))
    );
  }

  /** "the cashier", "its employee", "the paper": the latest whose noun it is, else of the kind that the noun says. */
  #byHead({ head, kind, names, isSame, determiner, modifiers }: SpeakerPhrase, block: number): Entry | undefined {
    const recent = this.#byRecency();
    const byNoun = recent.find(
      (entry) =>
        entry.kind !== "author" &&
        entry.heads.has(head) &&
        narrowsAlike(modifiers, entry.modifiers) &&
        (names.length === 0 || entry.names.size === 0 || determiner === "definite"),
    );
    if (byNoun && (names.length === 0 || isSame)) return byNoun;
    if (names.length > 0) return undefined;
    if (isSame)
      return (
        recent.find((entry) => entry.kind === "person" && entry.isUnnamed) ??
        recent.find((entry) => entry.kind === "person")
      );
    const byDeed = recent.find((entry) => entry.kind === "person" && didAs(head, entry.words));
    if (byDeed) return byDeed;
    if (isWordOf("outlet", head))
      return (
        recent.find((entry) => entry.kind === "outlet" && agreesWith(head, entry)) ??
        recent.find((entry) => entry.kind === "outlet")
      );
    if (isWordOf("representative", head))
      return recent.find((entry) => entry.kind === "body" && entry.lastBlock >= block - 1);
    if (kind === "body") return undefined;
    return isWordOf("person", head)
      ? recent.find(
          (entry) => entry.kind === "person" && entry.lastBlock === block && !entry.heads.has(head) && isGeneral(head),
        )
      : undefined;
  }

  /** "a spokesman" without a house of its own speaks for the office named last. */
  #representative({ head, text, kind }: SpeakerPhrase, block: number): Entry | undefined {
    const isHouseless = kind === "person" && !/\b(?:of|for|from|at|in|with)\b/u.test(text.split(",")[0] ?? "");
    if (!isHouseless || !(isWordOf("representative", head) || /^(?:officer|official|aide|clerk)$/u.test(head)))
      return undefined;
    return this.#byRecency().find((entry) => entry.kind === "body" && entry.lastBlock >= block - 1);
  }

  #byPronoun(word: string, block: number): Entry | undefined {
    const recent = this.#byRecency().filter((entry) => entry.kind !== "author" && entry.lastBlock >= block - 1);
    if (/^(?:i|we|us|me)$/u.test(word)) return this.#entries.find(({ id }) => id === this.firstPerson);
    if (/^(?:he|she|him|her)$/u.test(word))
      return (
        recent.find(({ id, kind, most }) => (kind === "person" && most === 1) || this.isSpokesperson(id)) ?? recent[0]
      );
    if (word === "it") {
      const house = this.#byRecency().find(
        ({ id, kind, names, lastBlock }) =>
          lastBlock >= block - 1 &&
          (kind === "body" || kind === "outlet" || (id === this.author && names.size > 1 && lastBlock === block)),
      );
      return house ?? recent[0];
    }
    return recent.find(({ most, kind }) => most > 1 || kind === "body") ?? recent[0];
  }

  #byRecency(): readonly Entry[] {
    return this.#recent.flatMap((id) => this.#entries.filter((entry) => entry.id === id));
  }

  #note(entry: Entry, phrase: SpeakerPhrase, block: number): string {
    if (!phrase.isPronoun && entry.kind !== "author") {
      if (phrase.kind === "outlet" && phrase.names.length > 0) entry.kind = "outlet";
      if (!entry.mentions.includes(phrase.text)) entry.mentions.push(phrase.text);
      for (const name of phrase.names) entry.names.add(nameKey(name));
      if (phrase.head && !isWordOf("representative", phrase.head)) entry.heads.add(phrase.head);
      for (const modifier of phrase.modifiers) entry.modifiers.add(modifier);
    }
    return this.#touch(entry, block);
  }

  #touch(entry: Entry, block: number): string {
    entry.lastBlock = Math.max(entry.lastBlock, block);
    this.#recent = [entry.id, ...this.#recent.filter((id) => id !== entry.id)];
    return entry.id;
  }

  #add(
    found: {
      kind: SourceKind;
      text: string;
      names: readonly string[];
      head: string;
      most?: number;
      isUnnamed?: boolean;
      modifiers?: readonly string[];
    },
    block: number,
  ): string {
    const id = `s${this.#entries.length}`;
    this.#entries.push({
      id,
      kind: found.kind,
      mentions: [found.text],
      names: new Set(found.kind === "person" && found.isUnnamed ? [] : found.names.map(nameKey)),
      heads: new Set(found.head === "" ? [] : [found.head]),
      modifiers: new Set(found.modifiers),
      words: found.text.toLowerCase(),
      isUnnamed: found.isUnnamed ?? false,
      most: found.most ?? 1,
      lastBlock: block,
    });
    this.#recent = [id, ...this.#recent];
    return id;
  }
}
