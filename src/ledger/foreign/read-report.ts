import { attachWords, type WordedClaim } from "../claims/attach-words.ts";
import type { Claim, SpeakerSource } from "../claims/claim.ts";
import { readClaims, type DocumentClaims, type LedgerDocument } from "../claims/read-claims.ts";
import { findWritten } from "../dates/index.ts";
import { ForeignBook } from "./foreign-book.ts";
import { givenLatin, languageOf, latinLanguage, type ParagraphLanguage } from "./language-of.ts";
import { readForeign } from "./read-foreign.ts";
import { readLine, type ForeignLine } from "./read-lines.ts";

/**
 * A document in any language; `lang`, an ISO 639 code, says what its Latin text is where its small words do not tell;
 * `langs` the same of each paragraph, in order, where that is known.
 */
export interface Report extends LedgerDocument {
  readonly lang?: string;
  readonly langs?: readonly (string | null)[];
}

/** By which rules a document was read, and what no rules read. */
export interface ReportReading {
  /** Languages by whose rules paragraphs were read, in the order of the alphabet, with how many paragraphs each. */
  readonly languages: readonly { readonly language: "en" | "ko" | "ru" | "zh"; readonly paragraphs: number }[];
  /** Paragraphs that give no claims because there are no rules for their language. */
  readonly notRead: readonly { readonly line: number; readonly language: string; readonly why: string }[];
}

export interface ReportClaims extends DocumentClaims {
  readonly reading: ReportReading;
}

/**
 * The claims of a document, each paragraph by the rules of its language: English as `readClaims` reads it, Korean, Chinese and
 * Russian by cue lists of their own. A paragraph in any other language gives no claims and is counted as not read.
 */
export function readReport({ lang, langs, ...document }: Report): ReportClaims {
  const paragraphs = paragraphsOf(document.text, lang, langs ?? []);
  const reading = readingOf(paragraphs);
  const isAllEnglish = paragraphs.every(({ language }) => language === undefined || isEnglish(language));
  if (isAllEnglish) return { ...readClaims(document), reading };
  const english = readClaims({ ...document, text: englishOf(paragraphs) });
  const foreign = foreignOf(document, paragraphs);
  const sources = joinSources(english.sources, foreign.sources);
  const written = findWritten(document.text.split("\n"), document.header);
  const claims = inOrder([...english.claims, ...foreign.claims.map((claim) => renamed(claim, sources.ids))]);
  return { claims: attachWords(document.text, claims, written), sources: sources.list, written, reading };
}

interface Paragraph {
  readonly line: number;
  readonly from: number;
  readonly text: string;
  readonly language: ParagraphLanguage | undefined;
}

function paragraphsOf(text: string, lang: string | undefined, langs: readonly (string | null)[]): readonly Paragraph[] {
  const latin = latinLanguage(text, lang);
  let from = 0;
  return text.split("\n").map((raw, index) => {
    const paragraph = {
      line: index + 1,
      from,
      text: raw,
      language: languageOf(raw, givenLatin(langs[index] ?? undefined) ?? latin),
    };
    from += raw.length + 1;
    return paragraph;
  });
}

const isEnglish = (language: ParagraphLanguage): boolean => language.kind === "read" && language.language === "en";

function readingOf(paragraphs: readonly Paragraph[]): ReportReading {
  const read = paragraphs.flatMap(({ language }) => (language?.kind === "read" ? [language.language] : []));
  const languages = (["en", "ko", "ru", "zh"] as const)
    .map((language) => ({ language, paragraphs: read.filter((other) => other === language).length }))
    .filter(({ paragraphs: count }) => count > 0);
  const notRead = paragraphs.flatMap(({ line, language }) =>
    language?.kind === "not-read" ? [{ line, language: language.language, why: language.why }] : [],
  );
  return { languages, notRead };
}

/** The text with gaps where paragraphs are not English, so that every offset stays. */
const englishOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map(({ text, language }) => (language === undefined || isEnglish(language) ? text : " ".repeat(text.length)))
    .join("\n");

function foreignOf(
  { text, author }: LedgerDocument,
  paragraphs: readonly Paragraph[],
): { claims: readonly Claim[]; sources: readonly SpeakerSource[] } {
  const first = paragraphs.find((paragraph) => paragraph.text.trim() !== "");
  const lines = paragraphs.flatMap((paragraph): readonly ForeignLine[] => {
    const { language, line, from } = paragraph;
    if (language?.kind !== "read" || language.language === "en") return [];
    return [readLine(language.language, paragraph.text, { from, line, isFirst: paragraph === first })].filter(
      (read) => read !== undefined,
    );
  });
  const book = new ForeignBook(author);
  return { claims: readForeign(text, lines, book), sources: book.list() };
}

/** The sources of both readers under ids of one row; those whose first words are the same are one, the author is one. */
function joinSources(
  english: readonly SpeakerSource[],
  foreign: readonly SpeakerSource[],
): { list: readonly SpeakerSource[]; ids: ReadonlyMap<string, string> } {
  const ids = new Map<string, string>();
  const added: SpeakerSource[] = [];
  for (const source of foreign) {
    const known = english.find(
      (other) =>
        (source.kind === "author" && other.kind === "author") || (!source.isUnnamed && other.name === source.name),
    );
    const id = known?.id ?? `s${english.length + added.length}`;
    ids.set(source.id, id);
    if (!known) added.push({ ...source, id });
  }
  const author = foreign.find(({ kind }) => kind === "author");
  const list = english.map((source) =>
    source.kind === "author"
      ? { ...source, mentions: [...new Set([...source.mentions, ...(author?.mentions ?? [])])] }
      : source,
  );
  return { list: [...list, ...added], ids };
}

function renamed(claim: Claim, ids: ReadonlyMap<string, string>): Claim {
  const idOf = (id: string): string => ids.get(id) ?? id;
  return {
    ...claim,
    speaker: idOf(claim.speaker),
    outlet: idOf(claim.outlet),
    chain: claim.chain.map((link) => ({ ...link, source: idOf(link.source) })),
  };
}

/** In the order of the text, each span once, with ids in that order. */
function inOrder(claims: readonly (Claim | WordedClaim)[]): readonly Claim[] {
  const seen = new Set<string>();
  return claims
    .toSorted((left, right) => left.from - right.from || right.to - left.to)
    .filter(({ from, to }) => !seen.has(`${from}-${to}`) && seen.add(`${from}-${to}`))
    .map((claim, index) => ({ ...claim, id: `c${String(index + 1).padStart(3, "0")}` }));
}
