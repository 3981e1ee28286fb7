import { groupBy, sha1 } from "../../base/index.ts";
import type { DecidedDocument } from "../stage/decided-claims.ts";
import type { HeldPassage } from "../stage/document-text.ts";
import type { Kept } from "../stage/kept.ts";
import { documentParts, type DocumentLine } from "./document-lines.ts";
import { foreignNameFinder } from "./foreign-people.ts";
import { subjectNamed, type NamePart } from "./people-named.ts";
import { factsOf, WordNumbers, type TextFacts } from "./text-facts.ts";

/** What of a document tells of people in flight. */
export interface GuardedParts {
  /** Whether the document as a whole does, and its title with it. */
  readonly isWhole: boolean;
  /** Lines of its text, counted from 1. */
  readonly lines: ReadonlySet<number>;
  /** Passages that are no line, or share one, by their rows. */
  readonly others: ReadonlySet<string>;
}

/** A section, or a document, in which so many of the paragraphs with claims tell of people in flight is guarded whole. */
const wholeShare = { section: 1 / 3, document: 1 / 2 };

/** What the guard has to know of a document, whatever else the case holds. */
export interface DocumentFacts {
  readonly id: string;
  readonly title: TextFacts | undefined;
  readonly lines: readonly TextFacts[];
  /** Lines with claims, counted from 1. */
  readonly claimed: readonly number[];
  readonly others: readonly { readonly key: string; readonly facts: TextFacts }[];
  /** Whether its lines are answers to questions of their own, so that some say nothing of what the rest is about. */
  readonly isInterview: boolean;
}

/**
 * Learns document by document who is in flight, and then says what of each document tells of them: each different text is
 * read once, and a name is looked up once in each paragraph, however many names there are.
 */
export class GuardBook {
  readonly #numbers = new WordNumbers();
  readonly #documents: Kept<DocumentFacts>;
  /** The first document of each different text. */
  readonly #firsts = new Map<string, number>();
  readonly #names = new Map<string, boolean>();

  /** `documents` keeps what it learns of each document. */
  constructor(documents: Kept<DocumentFacts>) {
    this.#documents = documents;
  }

  /** Reads a document. */
  add(document: DecidedDocument): void {
    const { held, claims, textHash } = document;
    const parts = documentParts(document);
    const read = (text: string, about?: string): TextFacts =>
      factsOf(text, { sources: claims.sources, numbers: this.#numbers, ...(about !== undefined && { about }) });
    const asked = held.passages.map(({ about }) => about ?? "").join("\n");
    const key = sha1(`${textHash} ${asked}`);
    const first = this.#firsts.get(key);
    if (first === undefined) this.#firsts.set(key, this.#documents.length);
    const lines =
      first === undefined
        ? parts.lines.map(({ text, passages }) => read(text, passages[0]?.about))
        : this.#documents.at(first).lines;
    const title = held.title === null ? undefined : read(held.title);
    const others = parts.others.map((passage) => ({ key: passageKey(passage), facts: read(passage.text) }));
    this.#documents.add({
      id: held.entityId,
      title,
      lines,
      claimed: [...new Set(claims.claims.map(({ line }) => line))],
      others,
      isInterview: held.passages.some(({ about }) => about !== undefined),
    });
    const people = [...lines, ...(title ? [title] : []), ...others.map(({ facts }) => facts)].flatMap(
      (facts) => facts.people,
    );
    this.#addNames([...people, ...namedBefore(lines, parts.lines)]);
  }

  #addNames(people: readonly NamePart[]): void {
    for (const { name, isSure } of people) this.#names.set(name, isSure || this.#names.get(name) === true);
  }

  /** The names of people in flight by their parts, in small letters; true: surely a person's. */
  get names(): ReadonlyMap<string, boolean> {
    return this.#names;
  }

  /** What is guarded, by document, once all are read; documents of which nothing is are left out. */
  guardedParts(): ReadonlyMap<string, GuardedParts> {
    const named = this.#numbers.known(this.#names.keys());
    const isForeignNamed = foreignNameFinder(this.#names.keys());
    const isOwn = ({ isOwn: own, words, otherLetters }: TextFacts): boolean =>
      own || words.some((word) => named.has(word)) || (otherLetters !== undefined && isForeignNamed(otherLetters));
    const guarded = new Map<string, GuardedParts>();
    for (let no = 0; no < this.#documents.length; no += 1) {
      const facts = this.#documents.at(no);
      const parts = partsOf(facts, isOwn);
      if (parts.isWhole || parts.lines.size > 0 || parts.others.size > 0) guarded.set(facts.id, parts);
    }
    return guarded;
  }
}

/** Names a passage of a document. */
export const passageKey = ({ fileNo, part, row }: Pick<HeldPassage, "fileNo" | "part" | "row">): string =>
  `${fileNo} ${part} ${row}`;

/** Who is meant where a paragraph says "he fled": whom the paragraph before it names. */
const namedBefore = (facts: readonly TextFacts[], lines: readonly DocumentLine[]): readonly NamePart[] =>
  facts.flatMap(({ isOwn, pointsBack, people }, index) => {
    if (!isOwn || !pointsBack || people.length > 0) return [];
    let before = index - 1;
    while (facts[before]?.isBlank) before -= 1;
    return facts[before]?.isOwn === false ? subjectNamed(lines[before]?.text ?? "") : [];
  });

type IsOwn = (facts: TextFacts) => boolean;

function partsOf(document: DocumentFacts, isOwn: IsOwn): GuardedParts {
  const { title, lines, claimed, others } = document;
  const own = withPointers(lines, isOwn);
  const guarded = new Set([...own, ...guardedSections(lines, { own, claimed })]);
  const isWhole =
    (title !== undefined && isOwn(title)) ||
    (!document.isInterview && isAbout(guarded, [...claimed, ...guarded], wholeShare.document));
  const ownOthers = others.filter(({ facts }) => isOwn(facts));
  // Which of the paragraphs in other letters goes on about them no rule tells.
  const isForeignGuarded =
    ownOthers.some(({ facts }) => facts.isForeign) || [...guarded].some((line) => lines[line - 1]?.isForeign === true);
  const isIn = (facts: TextFacts): boolean => isWhole || (isForeignGuarded && facts.isForeign);
  return {
    isWhole,
    lines: new Set([...guarded, ...lines.flatMap((facts, index) => (isIn(facts) ? [index + 1] : []))]),
    others: new Set([...ownOthers, ...others.filter(({ facts }) => isIn(facts))].map(({ key }) => key)),
  };
}

/** Lines that tell of people in flight or name one, and those behind such a line that go on about them. */
function withPointers(lines: readonly TextFacts[], isOwn: IsOwn): ReadonlySet<number> {
  const guarded = new Set<number>();
  let goesOn = false;
  for (const [index, facts] of lines.entries()) {
    if (facts.isBlank) continue;
    goesOn = isOwn(facts) || (goesOn && !facts.isHeading && facts.pointsBack);
    if (goesOn) guarded.add(index + 1);
  }
  return guarded;
}

/** The lines of the sections whose heading, or whose paragraphs for a good part, tell of people in flight. What stands under no heading is no section. */
function guardedSections(
  lines: readonly TextFacts[],
  { own, claimed }: { readonly own: ReadonlySet<number>; readonly claimed: readonly number[] },
): readonly number[] {
  const sections = new Map<number, number>();
  let heading = 0;
  for (const [index, { isHeading }] of lines.entries()) {
    if (isHeading) heading = index + 1;
    sections.set(index + 1, heading);
  }
  const withClaims = new Set(claimed);
  const byHeading = groupBy([...sections.keys()], (line) => sections.get(line) ?? 0);
  return [...byHeading].flatMap(([first, all]) => {
    if (first === 0) return [];
    const told = all.filter((line) => withClaims.has(line) || own.has(line));
    return own.has(first) || isAbout(own, told, wholeShare.section) ? all : [];
  });
}

const isAbout = (guarded: ReadonlySet<number>, lines: readonly number[], least: number): boolean => {
  const all = new Set(lines);
  const share = [...all].filter((line) => guarded.has(line)).length;
  return share > 0 && share >= least * all.size;
};
