import { groupBy, sha1 } from "../../base/index.ts";
import type { Bearer } from "./held-name.ts";
import type { FoundMention } from "./find-mentions.ts";
import { matchTiers, type NameIndex } from "./name-index.ts";
import type { NamedPassage } from "./named-passages.ts";
import { bearersMax } from "./refuse-name.ts";
import { weighMatch } from "./weigh-match.ts";

/** What a person decided of a place and an entity, by `placeId` and canonical entity. */
export type MentionDecisions = ReadonlyMap<string, "accepted" | "rejected">;

/** By what a decision on a mention is found. */
export const decisionKey = (placeId: string, canonicalId: string): string => `${placeId} ${canonicalId}`;

/** The rows of `mention` for the mentions of a document, and in how many places more entities fit than can be told apart. */
export function mentionRows(
  found: readonly FoundMention[],
  passages: readonly NamedPassage[],
  { index, decisions }: { readonly index: NameIndex; readonly decisions: MentionDecisions },
) {
  const places = [...groupBy(found, ({ passage, from, to }) => `${passage} ${from} ${to}`).values()];
  const fitting = places.map(bearersOf);
  const told = fitting.filter((bearers) => bearers.length <= bearersMax);
  return {
    ambiguous: fitting.length - told.length,
    rows: told.flatMap((bearers) =>
      bearers.flatMap(({ mention, bearer }) => {
        const passage = passages[mention.passage];
        return passage ? [mentionRow({ mention, bearer, passage }, { index, decisions, bearers: bearers.length })] : [];
      }),
    ),
  };
}

interface Borne {
  readonly mention: FoundMention;
  readonly bearer: Bearer;
}

/** The canonical entities that the words of a place may name, each by its best name; those whose name is written alike, if all are too many. */
function bearersOf(mentions: readonly FoundMention[]): readonly Borne[] {
  const inOrder = mentions.toSorted((left, right) => matchTiers.indexOf(left.tier) - matchTiers.indexOf(right.tier));
  const best = new Map<string, Borne>();
  for (const mention of inOrder)
    for (const bearer of mention.name.bearers)
      if (!best.has(bearer.canonicalId)) best.set(bearer.canonicalId, { mention, bearer });
  const all = [...best.values()];
  const alike = all.filter(({ mention }) => mention.tier === "same");
  return all.length > bearersMax && alike.length > 0 ? alike : all;
}

function mentionRow(
  { mention, bearer, passage }: Borne & { readonly passage: NamedPassage },
  {
    index,
    decisions,
    bearers,
  }: { readonly index: NameIndex; readonly decisions: MentionDecisions; readonly bearers: number },
) {
  const { from, to, form, name, tier, as } = mention;
  const placeId = `name-${sha1([passage.documentId, sha1(passage.text), String(from), String(to)].join("\u001F"))}`;
  const { canonicalId, entityId } = bearer;
  return {
    mention_id: Buffer.from(sha1(`${placeId}\u001F${canonicalId}`), "hex"),
    place_id: placeId,
    document_id: passage.documentId,
    dataset_no: passage.datasetNo,
    file_no: passage.fileNo,
    part: passage.part,
    row_no: passage.row,
    char_from: from,
    char_to: to,
    written: passage.text.slice(from, to),
    form,
    name: name.text,
    entity_id: entityId,
    canonical_id: canonicalId,
    kind: name.kind,
    tier,
    weight_mb: weighMatch({ tier, kind: name.kind }, { perMillion: index.perMillion(name), bearers }),
    why: [...index.explain(form, as, name)],
    status: decisions.get(decisionKey(placeId, canonicalId)) ?? "proposed",
  };
}
