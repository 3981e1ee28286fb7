import { groupBy } from "../base/index.ts";
import { parseEntityId } from "../model/index.ts";
import {
  captionsOf,
  mentionsAtPlaces,
  valuesOfEntities,
  wordsAroundMentions,
  type Evidence,
  type MentionLine,
} from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** A mention as a person decides on it: in its passage, with what is held of the entity, and whom else the words may name. */
export interface MentionShown extends MentionLine {
  /** The rest of its passage; null where that stays closed. */
  readonly around: { readonly before: string; readonly after: string } | null;
  /** Of its document; null where it has none. */
  readonly title: string | null;
  readonly caption: string;
  readonly values: readonly Evidence[];
  readonly others: readonly { readonly id: string; readonly caption: string; readonly tier: string }[];
}

/** Gathers what a person needs in order to decide on each of the mentions, in their order. */
export async function describeMentions(open: OpenCase, mentions: readonly MentionLine[]): Promise<MentionShown[]> {
  const around = await wordsAroundMentions(
    open,
    mentions.map(({ mentionId }) => mentionId),
  );
  const atPlaces = await mentionsAtPlaces(
    open,
    mentions.map(({ placeId }) => placeId),
  );
  const captions = await captionsOf(
    open,
    atPlaces.concat(mentions).map(({ canonicalId }) => canonicalId),
  );
  const captionOf = (id: string): string => captions.get(id) ?? id;
  const byPlace = groupBy(atPlaces, ({ placeId }) => placeId);
  const values = await valuesOfEntities(
    open,
    mentions.map(({ entityId }) => parseEntityId(entityId)),
  );
  return mentions.map((mention) => {
    const words = around.get(mention.mentionId);
    return {
      ...mention,
      around: words ? { before: words.before, after: words.after } : null,
      title: words?.title ?? null,
      caption: captionOf(mention.canonicalId),
      values: values.get(parseEntityId(mention.entityId)) ?? [],
      others: (byPlace.get(mention.placeId) ?? [])
        .filter(({ mentionId }) => mentionId !== mention.mentionId)
        .map(({ canonicalId: id, tier }) => ({ id, caption: captionOf(id), tier })),
    };
  });
}
