import { isWordOf } from "../text/phrases.ts";
import type { SpeakerPhrase } from "./noun-phrase.ts";
import type { Recency } from "./recency.ts";
import { agreesWith, didAs, isGeneral, isOfOneKind, isSaidOfAny, narrowsAlike } from "./same-source.ts";
import type { Entry } from "./source-entry.ts";

/** Those whom a document has named, the latest first. */
type Known = Pick<Recency<Entry>, "find">;

/** "the cashier", "its employee", "the paper": the latest whose noun it is, else of the kind that the noun says. */
export function byNoun(recent: Known, phrase: SpeakerPhrase, block: number): Entry | undefined {
  const { head, kind, names, isSame, determiner, modifiers, text } = phrase;
  const isBare = names.length === 0 && modifiers.length === 0;
  const ownNoun = recent.find(
    (entry) =>
      entry.kind !== "author" &&
      (entry.heads.has(head) || (isBare && isSaidOfAny(head) && entry.kind === "outlet" && agreesWith(head, entry))) &&
      narrowsAlike(modifiers, entry.modifiers) &&
      (names.length === 0 || entry.names.size === 0 || determiner === "definite"),
  );
  if (ownNoun && (names.length === 0 || isSame)) return ownNoun;
  if (names.length > 0) return undefined;
  if (isSame)
    return (
      recent.find((entry) => entry.kind === "person" && entry.isUnnamed) ??
      recent.find((entry) => entry.kind === "person")
    );
  const byDeed = recent.find((entry) => entry.kind === "person" && didAs(head, entry.words));
  if (byDeed) return byDeed;
  if (isWordOf("outlet", head))
    return (
      recent.find((entry) => entry.kind === "outlet" && agreesWith(head, entry)) ??
      (isOfOneKind(head) ? undefined : recent.find((entry) => entry.kind === "outlet"))
    );
  // "Mr Renko's spokesman" speaks for him.
  if (isWordOf("representative", head) && /[’']s /u.test(text)) return undefined;
  if (isWordOf("representative", head))
    return recent.find((entry) => entry.kind === "body" && entry.lastBlock >= block - 1);
  const isPaper = determiner === "definite" && isBare && (isWordOf("document", head) || isWordOf("report-noun", head));
  if (isPaper) return recent.find((entry) => entry.kind === "body" && entry.lastBlock === block);
  if (kind === "body") return houseOfAny(recent, phrase, block);
  return isWordOf("person", head)
    ? recent.find(
        (entry) => entry.kind === "person" && entry.lastBlock === block && !entry.heads.has(head) && isGeneral(head),
      )
    : undefined;
}

/** "The company" after "Olen Shipping": the house named last that has no common noun of its own. */
function houseOfAny(recent: Known, { head, determiner, modifiers }: SpeakerPhrase, block: number): Entry | undefined {
  if (determiner !== "definite" || modifiers.length > 0 || !isWordOf("any-house", head)) return undefined;
  return recent.find(
    ({ kind, names, heads, lastBlock }) =>
      kind === "body" && names.size > 0 && lastBlock >= block - 1 && ![...heads].some((own) => isWordOf("office", own)),
  );
}

/** "one of them" after "two people familiar with the case": no source beside them. */
export const several = (recent: Known, block: number): Entry | undefined =>
  recent.find(
    ({ kind, most, isPlural, lastBlock }) => kind === "person" && (most > 1 || isPlural) && lastBlock === block,
  );

/** "The daily Norte", "the finance minister, Otmar Welk" after a headline that has "a daily", "a minister": the headline spoke of that one. */
export function announced(recent: Known, { head, names, modifiers }: SpeakerPhrase, block: number): Entry | undefined {
  if (names.length === 0 || head === "") return undefined;
  return recent.find(
    (entry) =>
      entry.isAnnounced &&
      entry.names.size === 0 &&
      entry.lastBlock < block &&
      entry.heads.has(head) &&
      narrowsAlike(modifiers, entry.modifiers),
  );
}

/** "a spokesman" without a house of its own speaks for the office named last. */
export function representative(
  recent: Known,
  { head, text, kind, modifiers }: SpeakerPhrase,
  block: number,
): Entry | undefined {
  // "A rebel spokesman", "a ministry spokesman": what narrows the noun is a house, but not in "a duty officer".
  const hasHouse = modifiers.some((word) => !/^(?:duty|press|chief|deputy|junior)$/u.test(word));
  const isHouseless =
    kind === "person" && !hasHouse && !/\b(?:of|for|from|at|in|with|who|whose)\b/u.test(text.split(",")[0] ?? "");
  if (!isHouseless || !(isWordOf("representative", head) || /^(?:officer|official|aide|clerk)$/u.test(head)))
    return undefined;
  return recent.find((entry) => entry.kind === "body" && entry.lastBlock >= block - 1);
}
