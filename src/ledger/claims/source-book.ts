import type { SourceKind, SpeakerSource } from "./claim.ts";
import type { SpeakerPhrase } from "./noun-phrase.ts";
import { findCues, isWordOf } from "../text/phrases.ts";

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
  readonly author: string;

  constructor(authorName: string) {
    this.author = this.#add({ kind: "author", text: authorName, names: [authorName], head: "author" }, -1);
  }

  /** The source that the words name, made if the document has not named it before. */
  find(phrase: SpeakerPhrase, block: number): string {
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

  /** The source that the words name, if the document has named it before. */
  peek(phrase: SpeakerPhrase, block: number): string | undefined {
    return this.#known(phrase, block)?.id;
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
    if (/^(?:i|we|us)$/u.test(word)) return this.#entries[0];
    if (word === "he" || word === "she")
      return (
        recent.find(({ id, kind, most }) => (kind === "person" && most === 1) || this.isSpokesperson(id)) ?? recent[0]
      );
    if (word === "it") return recent.find(({ kind }) => kind === "body" || kind === "outlet") ?? recent[0];
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

const isUnnamed = (phrase: SpeakerPhrase): boolean =>
  phrase.kind === "person" && phrase.determiner !== "none" && phrase.names.length === 0;

const isName = (phrase: SpeakerPhrase, name: string): boolean => phrase.text.replace(/^(?:the|an?)\s+/iu, "") === name;

const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\s*\.\s*/gu, " ")
    .replace(
      /^(?:(?:the|an?|mr|mrs|ms|dr|judge|colonel|general|president|minister|commander|captain|consul|inspector|sergeant|lieutenant|major|professor|cmdr|capt|col|gen|lt|sgt|prof|rev|sen|rep|gov)\s+)+/u,
      "",
    )
    .trim();

/** Two offices whose nouns are narrowed by different words are two: the trade ministry and the defence ministry. */
const narrowsAlike = (left: readonly string[], right: ReadonlySet<string>): boolean =>
  left.length === 0 || right.size === 0 || left.some((word) => right.has(word));

/** "the Courier" after "the Temirsk Courier", "Dongmun" after "Dongmun Daily": the shorter begins or ends the longer. */
function endsAlike(known: string, wanted: string): boolean {
  const [shorter, longer] = known.length < wanted.length ? [known, wanted] : [wanted, known];
  return longer.endsWith(` ${shorter}`) || longer.startsWith(`${shorter} `);
}

/** "the supplier" for one "who supplies": the noun of the doer shares its stem with a verb of the mention. */
function didAs(head: string, words: string): boolean {
  const stem = /^(?<stem>\p{L}{4,}?)(?:ier|er|or|ant|ist|s)$/u.exec(head)?.groups?.["stem"];
  return stem !== undefined && words.split(/\s+/u).some((word) => word !== head && word.startsWith(stem));
}

const paperWords = new Set(["paper", "newspaper", "daily", "weekly", "tabloid", "courier", "gazette", "journal"]);
const stationWords = new Set(["station", "radio", "television", "channel", "broadcaster"]);

/** Whether a noun for an outlet can be said of this one: "the station" of a radio, "the paper" of neither agency nor station. */
function agreesWith(head: string, { words, heads }: Entry): boolean {
  const own = [...words.split(/\s+/u), ...heads];
  const isStation = own.some((word) => stationWords.has(word));
  const isAgency =
    own.some((word) => /^(?:agency|wire|newswire)$/u.test(word)) || /(?:inform|tass|xinhua|fax)$/u.test(words);
  if (stationWords.has(head)) return isStation;
  if (head === "agency" || head === "wire") return isAgency;
  if (paperWords.has(head)) return !isStation && !isAgency;
  return true;
}

/** Nouns that can stand for anybody named just before. */
const isGeneral = (head: string): boolean =>
  /^(?:man|woman|person|source|official|witness|defendant|accused|insider|informant)$/u.test(head);
