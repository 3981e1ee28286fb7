import { atKey } from "../../src/base/index.ts";
import { buildLedger, comparedBefore, contrastEvidence, contrastNames, tellersOf } from "../../src/ledger/index.ts";
import { fitLogistic, milliBits, type Example } from "../fit-logistic.ts";
import type { MarkedText, PairMark } from "./marked-texts.ts";

/** What a pair of claims of a text counts, by what was marked of it; of a round-up's contradiction each of the n pairs that cross it counts for one by the root of n. */
const counts: Readonly<Record<MarkedText["from"], Readonly<Record<PairMark["is"], number>>>> = {
  "round-up": { contradiction: 1, "near miss": 2, nothing: 1, unmarked: 0.5 },
  passage: { contradiction: 3, "near miss": 3, nothing: 0.3, unmarked: 0.3 },
};

// Chosen with these, each text left out in turn: what a pair counts at all, and the ridge against weights that few pairs speak for.
const half = 0.5;
const ridge = 3;

/** Learns the weights of `resources/ledger/contrast-weights.tsv` from marked texts, in thousandths of a bit. */
export function learnWeights(texts: readonly MarkedText[]): { readonly evidence: string; readonly weightMb: number }[] {
  const names = contrastNames();
  const examples = texts.flatMap((text) => examplesOf(text, new Map(names.map((name, place) => [name, place]))));
  const weights = fitLogistic(
    examples,
    names.map((name) => (name === "start" ? 1e-6 : ridge)),
  );
  return names.map((evidence, place) => ({ evidence, weightMb: milliBits(weights[place] ?? 0) }));
}

function examplesOf({ from, found, markOf }: MarkedText, places: ReadonlyMap<string, number>): readonly Example[] {
  const { claims, words, kinds } = buildLedger([{ id: "text", outlet: undefined, claims: found }]);
  const known = { claims, words, kinds, tellers: tellersOf(claims) };
  const pairs = claims.flatMap((right) =>
    comparedBefore(claims, right).map((left) => ({ left, right, mark: markOf(left.id, right.id) })),
  );
  const crossing = new Map<string, number>();
  for (const { mark } of pairs) crossing.set(mark.of, (crossing.get(mark.of) ?? 0) + 1);
  return pairs.map(({ left, right, mark }) => {
    const evidence = Array.from({ length: places.size }, (_, place) => Number(place === 0));
    for (const [name, amount] of contrastEvidence(left, right, known)) evidence[atKey(places, name)] = amount;
    const isSo = mark.is === "contradiction";
    const share = isSo && from === "round-up" ? Math.sqrt(atKey(crossing, mark.of)) : 1;
    return { evidence, isSo, weight: (half * counts[from][mark.is]) / share };
  });
}
