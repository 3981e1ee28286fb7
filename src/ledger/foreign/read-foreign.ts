import { at } from "../../base/index.ts";
import type { ChainLink, Claim, OutletRelation } from "../claims/claim.ts";
import type { ForeignBook } from "./foreign-book.ts";
import { judgeForeign } from "./judge-foreign.ts";
import { ParagraphReader, type ForeignStatement } from "./read-paragraph.ts";
import { asWritten } from "./plain-letters.ts";
import type { ForeignLine } from "./read-lines.ts";

/** The claims of the foreign paragraphs of a document, in the order of the text; their sources are those of the book. */
export function readForeign(text: string, lines: readonly ForeignLine[], book: ForeignBook): readonly Claim[] {
  for (const { agency } of lines) if (agency !== undefined) book.nameAuthor(agency);
  return lines.flatMap((line, index) => {
    const isLead = line.isTitle || index < 3 || index > lines.length - 3;
    return new ParagraphReader(book, line).read().map((statement) => toClaim(text, line, { statement, book, isLead }));
  });
}

function toClaim(
  text: string,
  line: ForeignLine,
  { statement, book, isLead }: { statement: ForeignStatement; book: ForeignBook; isLead: boolean },
): Claim {
  const { links, why } = statement.voice;
  const isAuthor = links.length === 0;
  const { cues: plain, ...judged } = judgeForeign(line.language, statement.plain, {
    manner: statement.manner,
    isAuthor,
  });
  const cues = plain.map((cue) => asWritten(cue, statement.plain, statement.text));
  const chain: readonly ChainLink[] = [...links, { source: book.author, isInferred: false }];
  return {
    id: `c${statement.from}`,
    from: statement.from,
    to: statement.to,
    line: line.line,
    quote: statement.text,
    ...judged,
    cues,
    speaker: at(chain, 0).source,
    chain,
    outlet: chain.findLast(({ source }) => book.kindOf(source) === "outlet")?.source ?? book.author,
    relation: relationOf({ isAuthor, isQuoted: statement.isQuoted, isTagged: line.tag !== undefined }),
    isQuoted: statement.isQuoted,
    isIronic: false,
    isRetracted: false,
    isLead,
    sentence: statement.sentence,
    lead: text.slice(Math.max(statement.sentence.from, statement.from - 40), statement.from),
    reasons: [{ field: "speaker", why }, ...cues.map((cue) => ({ field: "modality" as const, why: cue }))],
  };
}

function relationOf(seen: { isAuthor: boolean; isQuoted: boolean; isTagged: boolean }): OutletRelation {
  if (seen.isAuthor) return "own";
  return seen.isQuoted || seen.isTagged ? "quoting" : "citing";
}
