import { findCounts } from "../counts/index.ts";
import type { SourceKind, SpeakerSource } from "../claims/claim.ts";
import { plainLetters } from "./plain-letters.ts";
import { findFirst, foreignPattern, isWholly, wordsPattern, type ForeignLanguage } from "./foreign-words.ts";

interface Entry {
  readonly id: string;
  kind: SourceKind;
  readonly mentions: string[];
  readonly key: string;
  readonly isUnnamed: boolean;
  readonly most: number;
  /** The paragraph that named it last. */
  line: number;
}

/**
 * Everybody who speaks in the foreign paragraphs of one document, found again by the same words, by a part of a longer name, or
 * by a word for whoever was named last. One spoken of without a name in another paragraph is another.
 */
export class ForeignBook {
  readonly author: string = "s0";
  readonly #entries: Entry[];
  #recent: string[] = [];

  constructor(authorName: string) {
    this.#entries = [
      {
        id: "s0",
        kind: "author",
        mentions: [authorName],
        key: authorName.toLowerCase(),
        isUnnamed: false,
        most: 1,
        line: 0,
      },
    ];
  }

  /** The source that the words name, made if the document has not named it before. */
  find(language: ForeignLanguage, words: string, line: number): string {
    const plain = plainLetters(language, words);
    const bare = plain.replaceAll(/[«»《》]/gu, "").trim();
    const again = this.#again(language, bare);
    if (again) return this.#touch(again, line);
    const kind = kindOf(language, plain);
    const isUnnamed = kind === "person" && namesNobody(language, bare);
    const known = this.#known(keyOf(language, bare), { kind, isUnnamed, line });
    if (known) return this.#touch(known, line, words);
    return this.#add({ kind, mentions: [words], key: keyOf(language, bare), isUnnamed, most: mostOf(bare), line });
  }

  /** The outlet of a tag that closes a paragraph. */
  outlet(language: ForeignLanguage, name: string, line: number): string {
    const key = keyOf(language, plainLetters(language, name).replaceAll(/[«»《》]/gu, ""));
    const known = this.#entries.find((entry) => entry.key === key);
    if (known?.kind === "author") return known.id;
    if (known) known.kind = "outlet";
    return known
      ? this.#touch(known, line)
      : this.#add({ kind: "outlet", mentions: [name], key, isUnnamed: false, most: 1, line });
  }

  /** Another name of the author: the agency that a paragraph opens with. */
  nameAuthor(name: string): void {
    const mentions = this.#entries[0]?.mentions;
    if (mentions && !mentions.includes(name)) mentions.push(name);
  }

  kindOf = (id: string): SourceKind => this.#entries.find((entry) => entry.id === id)?.kind ?? "person";

  list(): readonly SpeakerSource[] {
    return this.#entries.map(({ id, kind, mentions, isUnnamed, most }) => ({
      id,
      kind,
      name: mentions[0] ?? "",
      mentions: [...mentions],
      isUnnamed,
      most,
    }));
  }

  /** Whoever a pronoun or "this man", "the paper" stands for: the last of that kind. */
  #again(language: ForeignLanguage, words: string): Entry | undefined {
    const last = (...kinds: readonly SourceKind[]): Entry | undefined =>
      this.#recent
        .flatMap((id) => this.#entries.filter((entry) => entry.id === id))
        .find(({ kind }) => kinds.includes(kind));
    if (isWholly(language, "pronoun", words)) return last("person") ?? last("body");
    if (isWholly(language, "outlet-pronoun", words)) return last("outlet");
    const pointed = findFirst(`^${wordsPattern(language, "demonstrative")}`, words);
    if (!pointed) return undefined;
    return kindOf(language, words) === "outlet" ? last("outlet") : last("person", "body");
  }

  #known(
    key: string,
    { kind, isUnnamed, line }: { kind: SourceKind; isUnnamed: boolean; line: number },
  ): Entry | undefined {
    const alike = this.#entries.filter(
      (entry) => entry.kind === kind || (entry.kind === "author" && kind === "outlet"),
    );
    if (isUnnamed) return alike.find((entry) => entry.key === key && entry.line === line);
    return (
      alike.find((entry) => entry.key === key && !entry.isUnnamed) ??
      alike.find((entry) => !entry.isUnnamed && entry.kind !== "author" && key.length > 1 && holdsName(entry.key, key))
    );
  }

  #touch(entry: Entry, line: number, words?: string): string {
    if (words !== undefined && entry.kind !== "author" && !entry.mentions.includes(words)) entry.mentions.push(words);
    entry.line = line;
    this.#recent = [entry.id, ...this.#recent.filter((id) => id !== entry.id)];
    return entry.id;
  }

  #add(entry: Omit<Entry, "id">): string {
    const id = `s${this.#entries.length}`;
    this.#entries.push({ ...entry, id });
    this.#recent = [id, ...this.#recent];
    return id;
  }
}

/** A name that begins or ends the longer words by which it was given: 李明 after 外交部发言人李明. */
const holdsName = (long: string, short: string): boolean =>
  long.length > short.length && (long.endsWith(short) || long.startsWith(short));

// Case endings of Russian nouns and adjectives, so that "министерстве" is found as "министерство".
const russianEnding =
  /(?<=\p{L}{3})(?:ого|его|ому|ему|ыми|ими|ами|ями|ую|юю|ая|яя|ое|ее|ой|ей|ом|ем|ах|ях|ов|ев|ам|ям|ые|ие|ый|ий|а|я|у|ю|ы|и|е|о|ь)(?!\p{L})/gu;

function keyOf(language: ForeignLanguage, words: string): string {
  const low = words.toLowerCase();
  return language === "ru" ? low.replaceAll(russianEnding, "") : low.replaceAll(/\s+/gu, "");
}

function kindOf(language: ForeignLanguage, words: string): SourceKind {
  if (language === "ru") return russianKind(words);
  const last = language === "ko" ? (words.split(/\s+/u).at(-1) ?? words) : words.replaceAll(/[《》]/gu, "");
  const kinds = [
    ["person", wordsPattern(language, "representative", "person")],
    ["outlet", wordsPattern(language, "outlet")],
    ["body", wordsPattern(language, "body")],
  ] as const;
  const isNoOutlet = findFirst(`${wordsPattern(language, "not-outlet")}$`, last) !== undefined;
  return (
    kinds.find(([kind, source]) => !(kind === "outlet" && isNoOutlet) && findFirst(`^${source}$`, last))?.[0] ??
    "person"
  );
}

/** The first word that says what one is: "представитель полиции" is a person, "агентство «Интерфакс»" an outlet; a name in marks alone is an outlet's. */
function russianKind(words: string): SourceKind {
  const outlets = words.replaceAll(foreignPattern(wordsPattern("ru", "not-outlet")), "");
  const at = (source: string, text: string): number => findFirst(source, text)?.index ?? Infinity;
  const found = (
    [
      ["person", at(wordsPattern("ru", "representative", "person"), words)],
      ["outlet", at(wordsPattern("ru", "outlet"), outlets)],
      ["body", at(wordsPattern("ru", "body"), words)],
    ] as const
  ).toSorted((left, right) => left[1] - right[1])[0];
  if (found && found[1] < Infinity) return found[0];
  return /^«[^»]+»$/u.test(words) ? "outlet" : "person";
}

/** Two words with a capital, or one at the end that is no place ("житель Темирска", "источник в Темирске"). */
const russianName =
  /(?<=\s)\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+|(?<!жител\p{L}{0,3}\s)(?<!(?:^|\s)(?:в|во|на|из|при|с|от|у)\s)(?<=\s)\p{Lu}\p{Ll}+$/u;

function namesNobody(language: ForeignLanguage, words: string): boolean {
  const unnamed = wordsPattern(language, "unnamed");
  if (language === "ru") return findFirst(unnamed, words) !== undefined && !russianName.test(words);
  return findFirst(`^${unnamed}|${unnamed}$`, words) !== undefined;
}

/** How many people the words may be, where they give a number: "两名官员" are two. */
const mostOf = (words: string): number => {
  const count = findCounts(words).find(({ unit, isOrdinal }) => unit === null && !isOrdinal);
  return Math.max(1, count?.high ?? count?.low ?? 1);
};
