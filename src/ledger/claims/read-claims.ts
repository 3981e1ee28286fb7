import { at } from "../../base/index.ts";
import { ledgerPhrases } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import { readBlocks, type Block } from "../text/read-blocks.ts";
import { findWritten, type WrittenOn } from "../dates/index.ts";
import { attachWords, type WordedClaim } from "./attach-words.ts";
import { BlockReader } from "./block-reader.ts";
import type { ChainLink, Claim, OutletRelation, SpeakerSource } from "./claim.ts";
import { judgeStatement, type SpeakerRank } from "./judge-statement.ts";
import { shareOpenQuotes } from "./open-quotes.ts";
import { ownName } from "./own-name.ts";
import { SourceBook } from "./source-book.ts";
import type { Statement } from "./statement.ts";

/** The text of a document, one paragraph a line, and who wrote it. */
export interface LedgerDocument {
  readonly text: string;
  readonly author: string;
  /** The head of the document that dates it, where there is one: a mail's date, a page's. */
  readonly header?: string;
}

export interface DocumentClaims {
  readonly claims: readonly WordedClaim[];
  /** The days on which the document was written, and what says so; undefined where nothing bounds them. */
  readonly written: WrittenOn | undefined;
  readonly sources: readonly SpeakerSource[];
}

/**
 * The claims of a document as proposals, in the order of the text: who says what, on whose word, how firmly, and why each of
 * these is read so. Nothing is looked up outside the text.
 */
export function readClaims({ text, author, header }: LedgerDocument): DocumentClaims {
  const blocks = readBlocks(text);
  const book = new SourceBook(
    author,
    voicesIn(blocks),
    new Set(blocks.flatMap((_, index) => (isLead(blocks, index) ? [index] : []))),
  );
  const own = ownName(blocks, text);
  if (own !== undefined) book.nameAuthor(own);
  for (const [index, block] of blocks.entries()) {
    if (block.dateline) book.nameAuthor(block.dateline);
    if (block.tag) book.outlet(block.tag.outlet, index - blocks.length);
  }
  const read = blocks.map((block, index) => (claimsNothing(block) ? [] : new BlockReader(book, block, index).read()));
  const statements = shareOpenQuotes(blocks, read).flat();
  const claims = distinct(statements).map((statement, index) => toClaim(text, blocks, { statement, index, book }));
  const written = findWritten(text.split("\n"), header);
  const judged = carryDenial(carryIrony(claims));
  return { claims: attachWords(text, judged, written), sources: book.list(), written };
}

/** The names right before a verb of telling, anywhere: "GOV says". */
const voicesIn = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    blocks
      .flatMap(({ sentences }) => sentences)
      .flatMap((sentence) =>
        sentence.flatMap(({ text, tag }, index) =>
          tag === "PROPN" && tells(sentence[index + 1]?.lemma ?? "", "say", "deny", "confirm", "allege") ? [text] : [],
        ),
      ),
  );

/** A sentence that follows an ironic one of the same author in the same paragraph is meant no more literally. */
function carryIrony(claims: readonly Claim[]): readonly Claim[] {
  let ironic: Claim | undefined;
  return claims.map((claim) => {
    const opens = opensIronically(claim);
    const goesOn =
      ironic !== undefined &&
      ironic.line === claim.line &&
      ironic.speaker === claim.speaker &&
      !claim.isQuoted &&
      claim.sentence.from > ironic.sentence.from;
    const carried = goesOn || opens ? { ...claim, isIronic: true, kind: "assessment" as const } : claim;
    ironic = carried.isIronic ? carried : undefined;
    return carried;
  });
}

/** "Of course", "no doubt" right before the claim, at the head of its part of the sentence. */
const opensIronically = ({ lead, isQuoted }: Claim): boolean => {
  const head = lead.split(/[.;:]/u).at(-1)?.trim().toLowerCase() ?? "";
  return !isQuoted && head !== "" && ledgerPhrases("irony").includes(head.replace(/,$/u, ""));
};

/** What an office negates in the words that follow its denial is part of the denial. */
function carryDenial(claims: readonly Claim[]): readonly Claim[] {
  return claims.map((claim, index) => {
    const follows = claim.isQuoted && claim.modality === "reported" && claim.polarity === "negative";
    const denied =
      follows &&
      claims
        .slice(0, index)
        .some((other) => other.line === claim.line && other.speaker === claim.speaker && other.modality === "denied");
    return denied ? { ...claim, modality: "denied", kind: "denial" } : claim;
  });
}

/** Heads of mails, lists of sources and short headings claim nothing. */
const claimsNothing = ({ kind, sentences }: Block): boolean =>
  kind === "header" || ((kind === "heading" || kind === "title") && sentences.flat().length < 5);

/** In the order of the text, each span once. */
function distinct(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements
    .toSorted((left, right) => left.from - right.from || right.to - left.to)
    .filter(({ from, to }) => !seen.has(`${from}-${to}`) && seen.add(`${from}-${to}`));
}

function toClaim(
  text: string,
  blocks: readonly Block[],
  { statement, index, book }: { statement: Statement; index: number; book: SourceBook },
): Claim {
  const { links } = statement.voice;
  const isAuthor = links.length === 0;
  const speaker = rankOf(book, links[0]);
  const judged = judgeStatement(statement, { isAuthor, speaker });
  const chain: readonly ChainLink[] = [...links, { source: book.author, isInferred: false }];
  const block = at(blocks, statement.block);
  return {
    id: `c${String(index + 1).padStart(3, "0")}`,
    from: statement.from,
    to: statement.to,
    line: block.line,
    quote: text.slice(statement.from, statement.to),
    ...judged,
    speaker: at(chain, 0).source,
    chain,
    outlet: chain.findLast(({ source }) => book.kindOf(source) === "outlet")?.source ?? book.author,
    relation: relationOf(statement, { isAuthor, isTagged: block.tag !== undefined || block.turn?.isHost === false }),
    isQuoted: statement.isQuoted,
    isRetracted: statement.isRetracted || isOwnMistake(block, statement),
    isLead: isLead(blocks, statement.block),
    sentence: statement.sentence,
    lead: text.slice(Math.max(statement.sentence.from, statement.from - 40), statement.from),
    reasons: [
      { field: "speaker", why: statement.voice.why },
      ...judged.cues.filter((cue) => cue !== "").map((cue) => ({ field: "modality" as const, why: cue })),
    ],
  };
}

/** "Correction: in No. 8 we gave ...": the first sentence says what was wrong, what follows stands for it. */
const isOwnMistake = ({ label, sentences }: Block, { from }: Statement): boolean =>
  label !== undefined && /^correction|^clarification|^erratum/iu.test(label) && from <= (sentences[0]?.at(-1)?.to ?? 0);

/** Titles, headings and points of a list, the first two paragraphs of the document, the first below a heading, and the last two. */
function isLead(blocks: readonly Block[], index: number): boolean {
  const kind = blocks[index]?.kind;
  const isHead = (at: number): boolean => blocks[at]?.kind === "title" || blocks[at]?.kind === "heading";
  return (
    kind === "title" ||
    kind === "heading" ||
    kind === "bullet" ||
    kind === "dateline" ||
    isHead(index - 1) ||
    index < 4 ||
    index > blocks.length - 3
  );
}

function rankOf(book: SourceBook, link: ChainLink | undefined): SpeakerRank {
  if (!link) return "other";
  if (book.kindOf(link.source) === "body" || book.isSpokesperson(link.source)) return "office";
  return book.kindOf(link.source) === "person" && !book.isUnnamed(link.source) ? "named" : "other";
}

function relationOf(
  statement: Statement,
  { isAuthor, isTagged }: { isAuthor: boolean; isTagged: boolean },
): OutletRelation {
  if (isAuthor) return "own";
  return statement.isQuoted || isTagged ? "quoting" : "citing";
}
