import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { at, sha256 } from "../../src/base/index.ts";
import type { Mention } from "../../src/ledger/index.ts";
import { readZipMember } from "./read-zip-member.ts";

/** Mentions of events with the chain to which each belongs, and the texts in which they stand. */
export interface MentionSet {
  /** The first twelve digits of the SHA-256 of what was read. */
  readonly input: string;
  readonly texts: readonly string[];
  readonly mentions: readonly LabelledMention[];
}

export interface LabelledMention extends Mention {
  readonly chain: string;
  /** The base form that the file itself gives for the head, in small letters. */
  readonly givenLemma: string;
  /** The story that the file names: never given to the method. */
  readonly topic: string;
}

/** The mentions of a file as ECB+'s are distributed with spaCy's heads and lemmas; `mention_context` holds the tokens of the whole document. */
const mentionRows = z.array(
  z.object({
    coref_chain: z.string(),
    doc_id: z.string(),
    topic_id: z.string().default(""),
    mention_context: z.array(z.string()).min(1),
    mention_head: z.string(),
    mention_head_lemma: z.string(),
    tokens_number: z.array(z.int()).min(1),
  }),
);

export const splits = ["train", "dev", "test"] as const;
export type Split = (typeof splits)[number];

/** Reads a split from a folder (`ecb-event-mentions.zip` in it, or `ecb/SPLIT/Event_gold_mentions.json`), or a mention file. */
export async function readMentions(path: string, split: Split): Promise<MentionSet> {
  const member = `ecb/${split}/Event_gold_mentions.json`;
  const json = !statSync(path).isDirectory()
    ? readFileSync(path, "utf8")
    : ((await readZipMember(join(path, "ecb-event-mentions.zip"), member)) ?? readFileSync(join(path, member), "utf8"));
  const parsed = mentionRows.safeParse(JSON.parse(json));
  if (!parsed.success) throw new Error(`${path} holds no mentions: ${z.prettifyError(parsed.error).slice(0, 500)}`);
  return { input: sha256(json).slice(0, 12), ...toSet(parsed.data) };
}

function toSet(rows: z.infer<typeof mentionRows>): Omit<MentionSet, "input"> {
  const places = new Map<string, number>();
  const texts: string[] = [];
  const starts: number[][] = [];
  const mentions = rows.map((row) => {
    const tokens = row.mention_context.map((token) => quoteMarks.get(token) ?? token);
    let document = places.get(row.doc_id);
    if (document === undefined) {
      document = texts.push(tokens.join(" ")) - 1;
      places.set(row.doc_id, document);
      starts.push(startsOf(tokens));
    }
    const [first = 0] = row.tokens_number;
    const last = row.tokens_number.at(-1) ?? first;
    return {
      document,
      start: at(at(starts, document), first),
      end: at(at(starts, document), last) + at(tokens, last).length,
      head: row.mention_head,
      chain: row.coref_chain,
      givenLemma: row.mention_head_lemma.toLowerCase(),
      topic: row.topic_id,
    };
  });
  return { texts, mentions };
}

// Tokenised texts write quotation marks in their own way.
const quoteMarks = new Map([
  ["``", "“"],
  ["''", "”"],
]);

function startsOf(tokens: readonly string[]): number[] {
  let start = 0;
  return tokens.map((token) => {
    const own = start;
    start += token.length + 1;
    return own;
  });
}
