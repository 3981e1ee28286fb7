import { parseArgs } from "node:util";
import { parseName, scoreNames, type ParsedName } from "../src/names/index.ts";
import { comparisonTimes, type ParsedPair } from "./comparison-times.ts";
import { round, share } from "./figures.ts";
import { loadNameSet, type NamedSet } from "./name-sets.ts";
import { readTable } from "./read-table.ts";

/** The false pairs that the recall allows, of all pairs of a query with a name that is not its own. */
const falseShare = 0.001;

/**
 * Ranks a gallery of names for each query (both CSV: id, name). A query is right if its id ranks first; equal scores share
 * a rank, so that among n equal ones a query counts 1/n. `recallAt0001`: of the true pairs, those above the score that
 * one false pair in a thousand reaches. `--set NAME` takes a set of `name-sets.ts` instead of two files.
 */
export async function nameRankBench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { gallery: { type: "string" }, queries: { type: "string" }, set: { type: "string" } },
  });
  const set = values.set === undefined ? await readSet(values.gallery, values.queries) : loadNameSet(values.set);
  const gallery = set.gallery.map(parsed);
  const tally = { first: 0, topFive: 0, pairs: 0, ms: 0 };
  const scores = { true: new Uint32Array(scoresMax), false: new Uint32Array(scoresMax) };
  for (const query of set.queries.map(parsed)) {
    const started = performance.now();
    const packed = gallery.map(({ name }) => scoreNames(query.name, name));
    tally.ms += performance.now() - started;
    tally.pairs += gallery.length;
    const own = Math.max(0, ...gallery.map(({ id }, index) => (id === query.id ? (packed[index] ?? 0) : 0)));
    gallery.forEach(({ id }, index) => {
      const score = packed[index] ?? 0;
      const bins = id === query.id ? scores.true : scores.false;
      bins[score] = (bins[score] ?? 0) + 1;
    });
    const others = packed.filter((_, index) => gallery[index]?.id !== query.id);
    const above = others.filter((score) => score > own).length;
    const level = 1 + others.filter((score) => score === own).length;
    tally.first += above === 0 ? 1 / level : 0;
    tally.topFive += Math.max(0, Math.min(1, (5 - above) / level));
  }
  const { length } = set.queries;
  return {
    input: set.input,
    gallery: gallery.length,
    queries: length,
    first: round(share(tally.first, length)),
    topFive: round(share(tally.topFive, length)),
    recallAt0001: round(recallAt(falseShare, scores)),
    usPerPair: round((tally.ms * 1000) / tally.pairs),
    ...comparisonTimes(sampleOf(set.queries.map(parsed), gallery)),
  };
}

/** Pairs whose comparison is timed one by one. */
const timedPairs = 20_000;

type Parsed = ReturnType<typeof parsed>;

/** Each query with some names of the gallery, evenly drawn, and with its own. */
function sampleOf(queries: readonly Parsed[], gallery: readonly Parsed[]): ParsedPair[] {
  const each = Math.max(1, Math.floor(timedPairs / Math.max(1, queries.length)));
  return queries.flatMap(({ id, name }, index) =>
    gallery
      .filter((other, place) => other.id === id || (place + index) % Math.ceil(gallery.length / each) === 0)
      .map((other) => ({ left: name, right: other.name })),
  );
}

/** Above every packed score. */
const scoresMax = 8192;

const parsed = ({ id, name }: NamedSet["gallery"][number]): { readonly id: string; readonly name: ParsedName } => ({
  id,
  name: parseName(name, "person"),
});

/** Of the true pairs, the share above the lowest score at which no more than a share of the false pairs lies. */
function recallAt(allowed: number, scores: { readonly true: Uint32Array; readonly false: Uint32Array }): number {
  const falsePairs = scores.false.reduce((sum, count) => sum + count, 0);
  const truePairs = scores.true.reduce((sum, count) => sum + count, 0);
  let [falseAbove, trueAbove] = [0, 0];
  for (let score = scoresMax - 1; score > 0; score -= 1) {
    falseAbove += scores.false[score] ?? 0;
    if (falseAbove > falsePairs * allowed) break;
    trueAbove += scores.true[score] ?? 0;
  }
  return share(trueAbove, truePairs);
}

async function readSet(gallery: string | undefined, queries: string | undefined): Promise<NamedSet> {
  if (gallery === undefined || queries === undefined)
    throw new Error("name-rank takes --gallery FILE --queries FILE, or --set NAME");
  const [left, right] = [await readTable(gallery), await readTable(queries)];
  const named = (row: Readonly<Record<string, string>>) => ({ id: row["id"] ?? "", name: row["name"] ?? "" });
  return { input: `${gallery} and ${queries}`, gallery: left.map(named), queries: right.map(named) };
}
