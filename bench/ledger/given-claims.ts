import {
  attachWords,
  type Claim,
  type DocumentClaims,
  type SourceKind,
  type SpeakerSource,
} from "../../src/ledger/index.ts";
import type { GoldClaim, GoldFile, GoldSource } from "./gold.ts";
import type { MatchedPair } from "./match-claims.ts";

/** Marked claims as if they had been read, and each with the one that stands for it. */
export interface GivenClaims {
  readonly found: DocumentClaims;
  readonly pairs: readonly MatchedPair[];
}

/**
 * The marked claims in the reader's place, so that what follows it is scored alone: spans, speakers, chains, kinds, modality and days as marked;
 * numbers and places as the words have them, and the layout as it was read. What the author only retells is in his own voice: on whose word it rests is to be found.
 */
export function givenClaims(
  text: string,
  gold: readonly GoldClaim[],
  { file, read }: { readonly file: GoldFile; readonly read: DocumentClaims },
): GivenClaims {
  const inOrder = gold.toSorted((left, right) => left.start - right.start || right.end - left.end);
  const claims = inOrder.map((marked) => claimOf(text, marked, read));
  const worded = attachWords(text, claims, read.written).map((claim, index) => ({
    ...claim,
    date: dateOf(inOrder[index], claim.from),
  }));
  return {
    found: { claims: worded, written: read.written, sources: file.sources.map(sourceOf(file)) },
    pairs: worded.flatMap((found, index) => {
      const marked = inOrder[index];
      return marked ? [{ gold: marked, found }] : [];
    }),
  };
}

function claimOf(text: string, marked: GoldClaim, { claims }: DocumentClaims): Claim {
  const { start: from, end: to, chain, outlet_relation: relation } = marked;
  const line = text.slice(0, from).split("\n").length;
  const sentence = sentenceAt(text, from, to);
  const isRetelling = relation === "based-on";
  const links = isRetelling ? chain.slice(-1) : chain;
  const read =
    claims.find((claim) => claim.from < to && claim.to > from) ?? claims.find((claim) => claim.line === line);
  return {
    id: marked.id,
    from,
    to,
    line,
    quote: text.slice(from, to),
    kind: marked.kind as Claim["kind"],
    polarity: marked.polarity as Claim["polarity"],
    modality: marked.modality as Claim["modality"],
    cues: [],
    speaker: marked.speaker,
    chain: links.map((link) => ({ source: link.replace("?", ""), isInferred: link.endsWith("?") })),
    outlet: isRetelling ? authorId : marked.outlet,
    relation: isRetelling ? "own" : (relation as Claim["relation"]),
    isQuoted: marked.direct_quote,
    isIronic: marked.irony,
    isRetracted: marked.retracted,
    isLead: read?.isLead ?? false,
    sentence,
    lead: text.slice(Math.max(sentence.from, from - 40), from),
    reasons: [],
  };
}

const authorId = "S-AUTH";

function sentenceAt(text: string, start: number, end: number) {
  const from = Math.max(
    0,
    ...[...text.slice(0, start).matchAll(/\n|[.!?]["”’')]?\s+(?=\p{Lu})/gu)].map((stop) => stop.index + stop[0].length),
  );
  const stop = /[.!?]["”’')]?(?=\s)|\n/u.exec(text.slice(end));
  return { from, to: stop ? end + stop.index + 1 : text.length };
}

function dateOf(marked: GoldClaim | undefined, from: number): DocumentClaims["claims"][number]["date"] {
  const date = marked?.date;
  if (!date || date.text === null || (date.start === null && date.end === null)) return undefined;
  const at = Math.max(0, marked.quote.indexOf(date.text));
  const precision = (date.precision ?? "day") as "day";
  return {
    from: from + at,
    to: from + at + (marked.quote.includes(date.text) ? date.text.length : 0),
    text: date.text,
    start: date.start,
    end: date.end,
    precision,
    approx: false,
  };
}

const kinds: Readonly<Record<string, SourceKind>> = {
  author: "author",
  outlet: "outlet",
  "official-body": "body",
  body: "body",
  company: "body",
  document: "body",
};

const sourceOf =
  (file: GoldFile) =>
  ({ id, name, type, named, aliases }: GoldSource): SpeakerSource => ({
    id,
    kind: kinds[type] ?? "person",
    name,
    mentions: [...new Set([...aliases, name])],
    isUnnamed: !named,
    most: file.root_groups.find(({ origin, roots }) => origin === id && roots.high > 1)?.roots.high ?? 1,
  });
