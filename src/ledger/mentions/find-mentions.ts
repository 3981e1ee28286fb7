import { groupBy } from "../../base/index.ts";
import type { NameKind } from "../../names/index.ts";
import { casedSpans } from "./cased-spans.ts";
import { makeHanSpans } from "./han-spans.ts";
import { makeHangulSpans } from "./hangul-spans.ts";
import { matchTiers, type NameIndex, type NameMatch } from "./name-index.ts";
import type { NameSpan } from "./name-span.ts";

/** Words of a passage that are a writing of a name of the case. */
export interface FoundMention extends NameMatch {
  readonly passage: number;
  readonly from: number;
  readonly to: number;
  /** The words as they were compared: without what was joined to their end. */
  readonly form: string;
  readonly as: NameKind;
}

/** Finds the names of the case in the passages of one document, in the order of the text. */
export type FindMentions = (passages: readonly string[]) => readonly FoundMention[];

/** Makes a finder that reads distinct words once, whatever the number of documents. */
export function makeFindMentions(index: NameIndex): FindMentions {
  const finders = [casedSpans, makeHangulSpans(), makeHanSpans()];
  return (passages) => {
    const placed = passages.flatMap((text, passage) =>
      finders.flatMap((spansOf) => spansOf(text)).map((span) => ({ span, passage })),
    );
    const shown = placed
      .filter(({ span }) => span.isShown)
      .flatMap(({ span, passage }) => mentionsOf(index, span, passage));
    const forms = new Set(shown.map(({ form }) => form));
    const again = placed
      .filter(({ span }) => !span.isShown)
      .flatMap(({ span, passage }) => {
        const isKnown = span.forms.some(({ text }) => forms.has(text));
        return isKnown ? mentionsOf(index, span, passage) : writtenIn(index, span, passage);
      });
    return widest([...shown, ...again]);
  };
}

/** The held names of that form of a span which is written as one of them is; else of the shortest that may be another writing of one. */
function mentionsOf(index: NameIndex, { from, forms, as }: NameSpan, passage: number): readonly FoundMention[] {
  const matched = forms.flatMap(({ text, to }) => {
    const matches = index.find(text, as);
    return matches.length === 0 ? [] : [{ text, to, matches, isSame: matches.some(({ tier }) => tier === "same") }];
  });
  const [best] = matched.toSorted(
    (left, right) => Number(right.isSame) - Number(left.isSame) || left.text.length - right.text.length,
  );
  if (!best) return [];
  return best.matches.map(({ name, tier }) => ({ name, tier, passage, from, to: best.to, form: best.text, as }));
}

const syllablesMin = 3;

/** Three syllables or characters as a list writes them are a name without a post beside them too; by their sound alone, or with two, they may be any word. */
function writtenIn(index: NameIndex, { from, forms, as }: NameSpan, passage: number): readonly FoundMention[] {
  return forms
    .filter(({ text }) => text.length >= syllablesMin)
    .flatMap(({ text, to }) =>
      index.findWritten(text).map((name) => ({ name, tier: "same" as const, passage, from, to, form: text, as })),
    );
}

/** Of overlapping mentions of one name the one written most like it, else the shortest; and none that stands within the name of another. */
function widest(found: readonly FoundMention[]): readonly FoundMention[] {
  const byName = groupBy(found, ({ passage, name }) => `${passage} ${name.kind} ${name.text}`);
  const once = [...byName.values()].flatMap(apart);
  return [...groupBy(once, ({ passage }) => passage).values()]
    .flatMap((inPassage) => inPassage.filter((one) => !inPassage.some((other) => holds(other, one))))
    .toSorted((left, right) => left.passage - right.passage || left.from - right.from || right.to - left.to);
}

function apart(ofName: readonly FoundMention[]): readonly FoundMention[] {
  const kept: FoundMention[] = [];
  for (const one of ofName.toSorted(
    (left, right) =>
      matchTiers.indexOf(left.tier) - matchTiers.indexOf(right.tier) ||
      left.to - left.from - (right.to - right.from) ||
      left.from - right.from,
  ))
    if (!kept.some(({ from, to }) => from < one.to && one.from < to)) kept.push(one);
  return kept;
}

const holds = (other: FoundMention, one: FoundMention): boolean =>
  other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from;
