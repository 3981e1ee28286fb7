import { at } from "../../base/index.ts";
import { linkGroups, type Likeness } from "./link-groups.ts";
import { documentLikeness, type TermWeights, type WeighedDocuments } from "./weigh-documents.ts";

// The mean likeness from which two groups of documents tell of one story: chosen on the training and development topics of ECB+.
const storyLikenessMin = 130;

/**
 * Groups documents that tell of one story by their rare words, names and numbers: places in the list, each in one group.
 * Two documents are compared if what they share of words that stand in at most 50 documents (or in one of fifty) is an
 * eighth of `likenessMin`; a likeness below a quarter of it counts as none.
 */
export function clusterDocuments(
  documents: WeighedDocuments,
  likenessMin = storyLikenessMin,
): readonly (readonly number[])[] {
  const { weights } = documents;
  const index = makeIndex(documents);
  const pairs: Likeness[] = [];
  for (const [right, own] of weights.entries()) {
    for (const left of index.meet(own, likenessMin / 8)) {
      const likeness = documentLikeness(at(weights, left), own);
      if (likeness >= likenessMin / 4) pairs.push({ left, right, likeness });
    }
    index.add(right, own);
  }
  return linkGroups(weights.length, pairs, likenessMin);
}

/** Finds the documents that share enough rare words with another, among those that were added before it. */
function makeIndex({ weights, spread }: WeighedDocuments) {
  const spreadMax = Math.max(50, weights.length / 50);
  const holders = new Map<string, { readonly places: number[]; readonly shares: number[] }>();
  const sums = new Float64Array(weights.length);
  const isRare = (term: string): boolean => {
    const count = spread.get(term) ?? 1;
    return count > 1 && count <= spreadMax;
  };
  return {
    add(place: number, own: TermWeights): void {
      for (const [term, weight] of own) {
        if (!isRare(term)) continue;
        const held = holders.get(term) ?? { places: [], shares: [] };
        held.places.push(place);
        held.shares.push(weight);
        holders.set(term, held);
      }
    },
    meet(own: TermWeights, likenessMin: number): number[] {
      const met: number[] = [];
      for (const [term, weight] of own) {
        const held = holders.get(term);
        if (!held) continue;
        for (const [index, place] of held.places.entries()) {
          if (sums[place] === 0) met.push(place);
          sums[place] = at(sums, place) + weight * at(held.shares, index);
        }
      }
      const enough = met.filter((place) => 1000 * at(sums, place) >= likenessMin);
      for (const place of met) sums[place] = 0;
      return enough.toSorted((left, right) => left - right);
    },
  };
}
