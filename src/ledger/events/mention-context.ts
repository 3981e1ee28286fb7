import { at, groupBy, lazy } from "../../base/index.ts";
import { rows as dateRows } from "../generated/date-words.ts";
import type { ContentWord } from "./content-words.ts";
import { deedsOf } from "./event-words.ts";
import { headLemma } from "./head-lemma.ts";
import type { TermWeights, WeighedDocuments } from "./weigh-documents.ts";

/** A place in a document where an event is told of. */
export interface Mention {
  /** The document's place in the list. */
  readonly document: number;
  /** Where it stands, in characters from the start of the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word that names the event: "arrested" of "has been arrested". */
  readonly head: string;
}

/** What stands around a mention, for comparing it with others of the same story. */
export interface MentionContext {
  readonly document: number;
  readonly weights: TermWeights;
  readonly lemma: string;
  readonly deeds: ReadonlySet<string>;
  /** The names, the words before and the words after it in its sentence, by how rare they are. */
  readonly names: TermWeights;
  readonly before: TermWeights;
  readonly after: TermWeights;
  readonly numbers: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  /** How rare the word itself is among all documents, and the share of the story's documents in which it stands. */
  readonly rarity: number;
  readonly storyShare: number;
}

const sentenceWordsMax = 20;
const nearWordsMax = 4;

/** The contexts of the mentions of one story, whose documents are given by their places. */
export function mentionContexts(
  documents: WeighedDocuments,
  story: readonly number[],
  mentions: readonly Mention[],
): MentionContext[] {
  const spread = new Map<string, number>();
  for (const document of story)
    for (const term of new Set(at(documents.words, document).map((word) => word.term)))
      spread.set(term, (spread.get(term) ?? 0) + 1);
  return mentions.map((mention) => {
    const lemma = headLemma(mention.head);
    return {
      document: mention.document,
      weights: at(documents.weights, mention.document),
      lemma,
      deeds: new Set(deedsOf(mention.head).map(({ deed }) => deed)),
      ...surroundings(documents, mention),
      rarity: documents.rarityOf(lemma),
      storyShare: (spread.get(lemma) ?? 0) / story.length,
    };
  });
}

type Surroundings = Pick<MentionContext, "names" | "before" | "after" | "numbers" | "weekdays">;

function surroundings({ words, rarityOf }: WeighedDocuments, mention: Mention): Surroundings {
  const own = at(words, mention.document);
  const from = own.findIndex((word) => word.end > mention.start);
  const first = from < 0 ? own.length : from;
  const sentence = own[first]?.sentence;
  const isNear = (word: ContentWord): boolean => word.sentence === sentence;
  const left = own.slice(Math.max(0, first - sentenceWordsMax), first).filter(isNear);
  const right = own
    .slice(first)
    .filter((word) => word.start >= mention.end)
    .slice(0, sentenceWordsMax)
    .filter(isNear);
  const around = [...left, ...right];
  const byRarity = (some: readonly ContentWord[]): TermWeights =>
    new Map(some.map(({ term }) => [term, rarityOf(term)]));
  const ofKind = groupBy(
    around.filter(({ term }) => !weekdays().has(term)),
    (word) => word.kind,
  );
  return {
    names: byRarity(ofKind.get("name") ?? []),
    before: byRarity(left.slice(-nearWordsMax)),
    after: byRarity(right.slice(0, nearWordsMax)),
    numbers: new Set((ofKind.get("number") ?? []).map(({ term }) => term)),
    weekdays: new Set(around.flatMap(({ term }) => weekdays().get(term) ?? [])),
  };
}

const weekdays = lazy(() => {
  const rows = dateRows.filter(([kind]) => kind === "weekday");
  return new Map(rows.flatMap(([, number = "", names = ""]) => names.split("|").map((name) => [name, number])));
});
