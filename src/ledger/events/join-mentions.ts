import { at, groupBy } from "../../base/index.ts";
import { clusterDocuments } from "./cluster-documents.ts";
import { compareMentions } from "./compare-mentions.ts";
import { linkGroups, type Likeness } from "./link-groups.ts";
import { mentionContexts, type Mention, type MentionContext } from "./mention-context.ts";
import { weighMentions } from "./weigh-mentions.ts";
import type { WeighedDocuments } from "./weigh-documents.ts";

/** The mean chance, in thousandths, from which two groups of mentions tell of one event: chosen on the training topics of ECB+. */
const chanceMin = 400;

/**
 * Groups mentions that tell of one event: places in the list, each in one group. Only mentions whose documents tell of
 * one story (`clusterDocuments`) and which share a word or a deed can be one; names, days, numbers and the words around
 * them speak for and against.
 */
export function joinMentions(
  documents: WeighedDocuments,
  mentions: readonly Mention[],
): readonly (readonly number[])[] {
  const placed = groupBy(mentions.keys(), (place) => at(mentions, place).document);
  return clusterDocuments(documents).flatMap((story) => {
    const places = story.flatMap((document) => placed.get(document) ?? []);
    const contexts = mentionContexts(
      documents,
      story,
      places.map((place) => at(mentions, place)),
    );
    return linkGroups(places.length, likenesses(contexts), chanceMin).map((group) =>
      group.map((index) => at(places, index)),
    );
  });
}

function likenesses(contexts: readonly MentionContext[]): Likeness[] {
  return contexts.flatMap((one, left) =>
    contexts.slice(left + 1).flatMap((other, offset) => {
      const comparison = compareMentions(one, other);
      if (comparison === undefined) return [];
      const likeness = Math.round(1000 / (1 + 2 ** (-weighMentions(comparison) / 1000)));
      return likeness === 0 ? [] : [{ left, right: left + 1 + offset, likeness }];
    }),
  );
}
