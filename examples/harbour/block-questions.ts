import { type Best, FlowMeter, type Network, findBestSets } from "./block.ts";
import { get } from "./kit/at.ts";
import type { BlockQuestion } from "./truth.ts";
import type { Layer, World } from "./world/types.ts";

/** Reroute factors of the questions, in quarters: as seen, half as much again, double. */
const RHO_QUARTERS = [4, 6, 8] as const;
const MOST_BLOCKS = 4;

/** So many equal best sets are written down at most. */
const SETS_WRITTEN = 100;

/** Proves the best block sets of the true world: from the earners to procurement, couriers and treasury, through whoever stands between. */
export const solveBlockQuestions = (world: World): BlockQuestion[] => {
  const network = sumChannels(world);
  const starts = ofLayers(world, ["earner"]);
  const ends = ofLayers(world, ["procurement", "courier", "treasury"]);
  const blockable = ofLayers(world, ["collector", "front", "settlement"]);
  const question = { ...network, starts: numbersOf(network, starts), ends: numbersOf(network, ends) };
  const candidates = numbersOf(network, blockable);
  if (candidates.length > 40)
    throw new Error(`${candidates.length} blockable nodes: exhaustive search is for at most 40`);
  const baselineQuarters = new FlowMeter(question, 4).measure([]);
  const strength = strengthOf(question);
  const strongest = candidates.toSorted(
    (left, right) => (strength[right] ?? 0) - (strength[left] ?? 0) || left - right,
  );
  return RHO_QUARTERS.map((rhoQuarters) => {
    const meter = new FlowMeter(question, rhoQuarters);
    const names = (set: readonly number[]): string[] => set.map((node) => network.nodes[node] ?? "").toSorted();
    const best = findBestSets(question, candidates, { rhoQuarters, most: MOST_BLOCKS }).map(
      ({ budget, strandedQuarters, sets }: Best) => {
        const obvious = strongest.slice(0, budget);
        const left = Math.min(baselineQuarters, meter.measure(obvious));
        return {
          budget,
          strandedQuarters,
          sets: sets.slice(0, SETS_WRITTEN).map(names),
          equalSets: sets.length,
          byStrength: { members: names(obvious), strandedQuarters: baselineQuarters - left },
        };
      },
    );
    return {
      id: `earners-to-spenders-rho-${rhoQuarters}`,
      starts,
      ends,
      blockable,
      rhoQuarters,
      baselineQuarters,
      best,
    };
  });
};

const ofLayers = ({ layers }: World, wanted: readonly Layer[]): string[] =>
  [...layers]
    .filter(([, layer]) => wanted.includes(layer))
    .map(([id]) => id)
    .toSorted();

const numbersOf = ({ nodes }: Pick<Network, "nodes">, ids: readonly string[]): number[] =>
  ids.map((id) => nodes.indexOf(id)).filter((node) => node >= 0);

/** Every true payment, converted at its value date, summed per payer and beneficiary. */
const sumChannels = ({ payments, rates }: World): Pick<Network, "nodes" | "edges"> => {
  const nodes = [...new Set(payments.flatMap(({ payer, beneficiary }) => [payer, beneficiary]))].toSorted();
  const numbers = new Map(nodes.map((id, index) => [id, index]));
  const sums = new Map<string, number>();
  for (const { payer, beneficiary, amountMinor, currency, day } of payments) {
    const key = `${payer} ${beneficiary}`;
    if (payer !== beneficiary) sums.set(key, (sums.get(key) ?? 0) + rates.toUsd(amountMinor, currency, day));
  }
  const edges = [...sums].map(([key, minor]) => {
    const [from = "", to = ""] = key.split(" ");
    return { from: get(numbers, from), to: get(numbers, to), minor };
  });
  return { nodes, edges };
};

const strengthOf = ({ nodes, edges }: Network): Float64Array => {
  const strength = new Float64Array(nodes.length);
  for (const { from, to, minor } of edges) {
    strength[from] = (strength[from] ?? 0) + minor;
    strength[to] = (strength[to] ?? 0) + minor;
  }
  return strength;
};
