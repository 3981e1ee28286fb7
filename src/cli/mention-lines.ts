import { groupBy } from "../base/index.ts";
import { views, type OpenCase } from "../casefile/index.ts";
import { counted, grouped, shown } from "./show.ts";

/** Mentions with what the entities are called. */
export interface CaptionedMentions {
  readonly mentions: readonly views.MentionLine[];
  captionOf(mention: views.MentionLine): string;
}

/** Looks up what the entities of mentions are called. */
export async function captioned(open: OpenCase, mentions: readonly views.MentionLine[]): Promise<CaptionedMentions> {
  const captions = await views.captionsOf(
    open,
    mentions.map(({ canonicalId }) => canonicalId),
  );
  return { mentions, captionOf: ({ canonicalId }) => captions.get(canonicalId) ?? canonicalId };
}

const tierWords: Readonly<Record<string, string>> = {
  same: "written alike",
  spelling: "another writing",
  patronymic: "without the father's name",
};

/** A mention in a line: "김영호" may be Kim Yong Ho [k1], another writing, proposed. */
export const mentionLine = (mention: views.MentionLine, caption: string): string =>
  `"${shown(mention.written)}" may be ${shown(caption)} [${mention.canonicalId}], ${tierWords[mention.tier] ?? mention.tier}, ${mention.status}  ${mention.mentionId.slice(0, 8)}`;

/** Lines under each of the things that mentions belong to. */
export const linesOf = ({ mentions, captionOf }: CaptionedMentions): string[] =>
  mentions.map((mention) => mentionLine(mention, captionOf(mention)));

const placesShown = 3;

/** In how many passages an entity may be named, and the first of them; none where it is in no document. */
export function namedInLines(mentions: readonly views.MentionLine[]): string[] {
  if (mentions.length === 0) return [];
  const passages = groupBy(mentions, ({ place }) => place);
  const documents = new Set(mentions.map(({ document }) => document)).size;
  const accepted = mentions.filter(({ status }) => status === "accepted").length;
  const first = [...passages.values()]
    .slice(0, placesShown)
    .flatMap(([mention]) => (mention ? [`${shown(mention.place)} "${shown(mention.written)}"`] : []));
  const more = passages.size - first.length;
  const decided = accepted === 0 ? "proposed" : `${grouped(accepted)} accepted, the others proposed`;
  return [
    `named in ${counted(passages.size, "passage")} of ${counted(documents, "document")}, ${decided}: ${first.join("; ")}${more > 0 ? `; and ${grouped(more)} more` : ""}`,
  ];
}

/** What was not looked for or not proposed, with how many names or places. */
export const skippedLines = (skipped: Awaited<ReturnType<typeof views.skippedMentions>>): string[] =>
  skipped.map(({ sentence, names, places }) =>
    names > 0
      ? `${counted(names, "name")} not looked for in documents: ${sentence}`
      : `${counted(places, "place")} not proposed: ${sentence}`,
  );
