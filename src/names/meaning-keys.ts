import { conceptName, meaningWords } from "./meaning-words.ts";
import type { MeaningUnit, NameMeaning } from "./meaning-unit.ts";

const unitsMax = 4;
const pairsMax = 8;
const singleMax = 2;
const familiesMax = 4;
const loneSyllable = /^[\uac00-\ud7a3]$/u;
let families: ReadonlyMap<number, number> | undefined;

/** Keys of a company's name by what its parts mean, the same in every language: one for every two known parts, and for each part with what the firm does. At most 10. */
export function meaningKeys({ units, trades, tails }: NameMeaning): string[] {
  const known = units.filter((unit) => unit.concepts.length > 0).slice(0, unitsMax);
  const names = known.map(familyNames);
  const pairs = new Set<string>();
  for (const [index, own] of names.entries())
    for (const other of names.slice(index + 1)) for (const key of pairKeys(own, other)) pairs.add(key);
  const trade = [...trades, ...tails.flatMap((tail) => tail.trades)][0];
  const suffix = trade === undefined ? "" : conceptName(trade);
  const single = names.flatMap((own) => own.slice(0, 1)).map((name) => `mt.${name}.${suffix}`);
  return [...[...pairs].slice(0, pairsMax), ...single.slice(0, singleMax)];
}

function pairKeys(left: readonly string[], right: readonly string[]): string[] {
  return left.flatMap((own) => right.map((other) => (own < other ? `m.${own}.${other}` : `m.${other}.${own}`)));
}

// Words that share a translation are one family, so that harbour and port, which 港 may both be, meet. A lone Hangul syllable may be of several.
function familyNames(unit: MeaningUnit): string[] {
  families ??= familiesOf();
  const own = new Set<string>();
  for (const concept of unit.concepts) own.add(conceptName(families.get(concept) ?? concept));
  return [...own].slice(0, familiesMax);
}

function familiesOf(): Map<number, number> {
  const parents = new Map<number, number>();
  const top = (concept: number): number => {
    let own = concept;
    for (let next = parents.get(own); next !== undefined && next !== own; next = parents.get(own)) own = next;
    return own;
  };
  for (const [text, { kind, concepts }] of meaningWords()) {
    if (kind !== "meaning" || loneSyllable.test(text)) continue;
    const tops = concepts.map(top);
    const least = Math.min(...tops);
    for (const own of tops) parents.set(own, least);
  }
  return new Map([...parents.keys()].map((concept) => [concept, top(concept)]));
}
