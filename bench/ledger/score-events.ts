import { rootOf, type Ledger, type LedgerClaim, type LedgerEvent } from "../../src/ledger/index.ts";
import type { GoldClaim, GoldFile } from "./gold.ts";
import type { MatchedPair } from "./match-claims.ts";
import { share, shareOf, type Share } from "./score-claims.ts";

export interface EventFigures {
  /** B-cubed F1 of the events over matched claims. */
  readonly events: number;
  readonly roots: { readonly pairsF1: number; readonly eventsExact: Share };
  readonly contradictions: { readonly recall: Share; readonly falseAlarms: Share; readonly elsewhere: number };
  readonly drift: { readonly precision: Share; readonly recall: Share };
}

/** Events, roots, contradictions and drifts against what was marked: rules 6 to 9 of the round-ups' README. */
export function scoreEvents(
  gold: readonly GoldClaim[],
  file: GoldFile,
  ledger: Ledger,
  pairs: readonly MatchedPair[],
): EventFigures {
  const found = foundOf(ledger, pairs);
  return {
    events: bCubed(pairs, ledger),
    roots: { pairsF1: rootPairs(gold, file, found, ledger), eventsExact: exactRoots(file, pairs, ledger) },
    contradictions: scoreContradictions(file, ledger, pairs),
    drift: scoreDrift(file, ledger, pairs),
  };
}

/** The ledger's claim that stands for each marked one. */
export const foundOf = (ledger: Ledger, pairs: readonly MatchedPair[]): ReadonlyMap<string, LedgerClaim> => {
  const byId = new Map(ledger.claims.map((claim) => [claim.id, claim]));
  return new Map(
    pairs.flatMap(({ gold, found }) => {
      const claim = byId.get(found.id);
      return claim ? [[gold.id, claim] as const] : [];
    }),
  );
};

function bCubed(pairs: readonly MatchedPair[], ledger: Ledger): number {
  const eventOf = new Map(ledger.events.flatMap((event) => event.claims.map((claim) => [claim.id, event.id] as const)));
  const items = pairs.map(({ gold, found }) => ({ gold: gold.event, found: eventOf.get(found.id) ?? found.id }));
  const mean = (of: "gold" | "found", other: "gold" | "found"): number =>
    items.reduce((sum, item) => {
      const own = items.filter((each) => each[of] === item[of]);
      return sum + own.filter((each) => each[other] === item[other]).length / own.length;
    }, 0) / Math.max(1, items.length);
  return f1(mean("found", "gold"), mean("gold", "found"));
}

const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : Math.round((2000 * precision * recall) / (precision + recall)) / 1000;

/** Over pairs of marked claims of one event, outside the author's and the unknown group: same root or not. */
function rootPairs(
  gold: readonly GoldClaim[],
  file: GoldFile,
  found: ReadonlyMap<string, LedgerClaim>,
  ledger: Ledger,
): number {
  const left = new Set(file.root_groups.filter(({ unknown, author }) => unknown || author).map(({ id }) => id));
  const counted = gold.filter(({ root_group }) => !left.has(root_group));
  let hit = 0;
  let marked = 0;
  let said = 0;
  for (const [index, one] of counted.entries()) {
    for (const other of counted.slice(index + 1).filter(({ event }) => event === one.event)) {
      const isOne = one.root_group === other.root_group;
      const [a, b] = [found.get(one.id), found.get(other.id)];
      const [rootA, rootB] = [a && rootOf(a, ledger.sources), b && rootOf(b, ledger.sources)];
      const says = rootA !== undefined && rootA === rootB;
      if (isOne) marked += 1;
      if (says) said += 1;
      if (isOne && says) hit += 1;
    }
  }
  return f1(said === 0 ? 0 : hit / said, marked === 0 ? 0 : hit / marked);
}

/** The ledger's event that shares most matched claims with a marked one. */
export function eventFor(id: string, pairs: readonly MatchedPair[], ledger: Ledger): LedgerEvent | undefined {
  const wanted = new Set(pairs.filter(({ gold }) => gold.event === id).map(({ found }) => found.id));
  const shared = ledger.events.map((event) => ({
    event,
    count: event.claims.filter((claim) => wanted.has(claim.id)).length,
  }));
  const best = shared.toSorted(
    (left, right) => right.count - left.count || (left.event.id < right.event.id ? -1 : 1),
  )[0];
  return best && best.count > 0 ? best.event : undefined;
}

const exactRoots = (file: GoldFile, pairs: readonly MatchedPair[], ledger: Ledger): Share =>
  shareOf(
    file.events.filter(({ score_roots }) => score_roots),
    ({ id, roots }) => {
      const event = eventFor(id, pairs, ledger);
      return (event?.roots.low ?? 0) === roots.low && (event?.roots.high ?? 0) === roots.high;
    },
  );

function scoreContradictions(
  file: GoldFile,
  ledger: Ledger,
  pairs: readonly MatchedPair[],
): EventFigures["contradictions"] {
  const goldOf = new Map(pairs.map(({ gold, found }) => [found.id, gold.id]));
  const flagged = new Set(
    ledger.contradictions.flatMap(({ left, right }) => {
      const [a, b] = [goldOf.get(left.id), goldOf.get(right.id)];
      return a && b ? [`${a} ${b}`, `${b} ${a}`] : [];
    }),
  );
  const crosses = ({ sides }: GoldFile["contradictions"][number]): boolean =>
    sides.a.some((a) => sides.b.some((b) => flagged.has(`${a} ${b}`)));
  const real = file.contradictions.filter(({ kind }) => kind === "contradiction");
  const literal = file.contradictions.filter(({ kind }) => kind !== "contradiction");
  const apparent = [
    ...file.not_contradictions.map(({ claims: [a = "", b = ""] }) => flagged.has(`${a} ${b}`)),
    ...literal.map(crosses),
  ];
  const known = new Set([
    ...file.contradictions.flatMap(({ sides }) =>
      sides.a.flatMap((a) => sides.b.flatMap((b) => [`${a} ${b}`, `${b} ${a}`])),
    ),
    ...file.not_contradictions.flatMap(({ claims: [a = "", b = ""] }) => [`${a} ${b}`, `${b} ${a}`]),
  ]);
  return {
    recall: shareOf(real, crosses),
    falseAlarms: share(apparent.filter(Boolean).length, apparent.length),
    elsewhere: [...flagged].filter((pair) => !known.has(pair)).length / 2,
  };
}

function scoreDrift(file: GoldFile, ledger: Ledger, pairs: readonly MatchedPair[]): EventFigures["drift"] {
  const goldOf = new Map(pairs.map(({ gold, found }) => [found.id, gold.id]));
  const said = ledger.drifts.flatMap(({ claim }) => goldOf.get(claim.id) ?? []);
  const marked = new Set(file.drift.filter(({ visible_in }) => visible_in === "round-up").map(({ claim }) => claim));
  const hit = said.filter((id) => marked.has(id)).length;
  return { precision: share(hit, said.length), recall: share(hit, marked.size) };
}
