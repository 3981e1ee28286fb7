import { performance } from "node:perf_hooks";
import {
  findPatterns,
  makeTimedPayments,
  patternKinds,
  type Pattern,
  type PatternKind,
  type TimedPayments,
} from "../src/network/index.ts";
import { round, share } from "./figures.ts";
import { readTransfers, type Transfers } from "./patterns/read-transfers.ts";

/** Patterns with the thresholds that ship, against the labels of the data. */
export async function patternsBench(path: string) {
  const transfers = await readTransfers(path);
  const madeAt = performance.now();
  const made = makeTimedPayments(transfers.seen, transfers.ticksPerDay);
  if (!made.ok) throw new Error(made.fault);
  const { payments } = made.value;
  const makeSeconds = round((performance.now() - madeAt) / 1000);
  const perKind = patternKinds.map((kind) => {
    const startedAt = performance.now();
    const { patterns, cut } = findPatterns(payments, [kind]);
    return { kind, patterns, cut, seconds: round((performance.now() - startedAt) / 1000) };
  });
  const kinds = perKind.map(({ kind, patterns, cut, seconds }) => ({
    kind,
    found: patterns.length,
    payments: new Set(patterns.flatMap((each) => each.payments)).size,
    seconds,
    cut: cut.map(({ times, bound }) => ({ times, bound })),
    ...(transfers.form === "amlworld"
      ? byPatterns(payments, patterns, { kind, planted: transfers.planted })
      : byAccounts(payments, patterns, transfers.accounts)),
  }));
  const all = perKind.flatMap(({ patterns }) => patterns);
  return {
    path,
    accounts: payments.nodeIds.length,
    payments: payments.paymentIds.length,
    makeSeconds,
    seconds: round(perKind.reduce((sum, { seconds }) => sum + seconds, makeSeconds)),
    kinds,
    all:
      transfers.form === "amlworld"
        ? anyKind(payments, all, transfers.planted)
        : { ...byAccounts(payments, all, transfers.accounts), labelled: transfers.accounts.size },
  };
}

/** What each kind is called among the planted ones; AMLworld plants no chains and no pass-through accounts, and its stacks, bipartite and random shapes are not sought. */
const plantedName: Readonly<Record<PatternKind, string>> = {
  "round-trip": "cycle",
  "gather-scatter": "gather-scatter",
  "scatter-gather": "scatter-gather",
  layering: "",
  "pass-through": "",
  "fan-in": "fan-in",
  "fan-out": "fan-out",
};

type Planted = Transfers["planted"][number];

/** Two groups of payments are one pattern where they share at least half of what either holds. */
function isSame(left: ReadonlySet<string>, right: readonly string[]): boolean {
  const both = right.filter((id) => left.has(id)).length;
  return both * 2 >= left.size + right.length - both;
}

function byPatterns(
  { paymentIds }: TimedPayments,
  patterns: readonly Pattern[],
  { kind, planted }: { readonly kind: PatternKind; readonly planted: readonly Planted[] },
) {
  const own = planted.filter((each) => each.kind === plantedName[kind]);
  const found = patterns.map((pattern) => new Set(pattern.payments.map((payment) => paymentIds[payment] ?? "")));
  const recalled = own.filter((each) => found.some((ids) => isSame(ids, each.payments))).length;
  const right = found.filter((ids) => own.some((each) => isSame(ids, each.payments))).length;
  return {
    planted: own.length,
    recall: round(share(recalled, own.length)),
    precision: round(share(right, found.length)),
  };
}

/** Each planted kind: how many of its patterns have at least half of their payments in found patterns of any kind. */
function anyKind({ paymentIds }: TimedPayments, patterns: readonly Pattern[], planted: readonly Planted[]) {
  const found = new Set(patterns.flatMap((each) => each.payments.map((payment) => paymentIds[payment] ?? "")));
  const kinds = [...new Set(planted.map(({ kind }) => kind))].toSorted();
  return kinds.map((kind) => {
    const own = planted.filter((each) => each.kind === kind);
    const seen = own.filter((each) => each.payments.filter((id) => found.has(id)).length * 2 >= each.payments.length);
    return { kind, planted: own.length, halfSeenInAnyKind: round(share(seen.length, own.length)) };
  });
}

/** Accounts that take part in found patterns against labelled accounts; `baseRate` is the precision of a blind guess. */
function byAccounts({ nodeIds }: TimedPayments, patterns: readonly Pattern[], labelled: ReadonlySet<string>) {
  const found = new Set(patterns.flatMap(({ node, others }) => [node, ...others]));
  const right = [...found].filter((node) => labelled.has(nodeIds[node] ?? "")).length;
  const about = new Set(patterns.map(({ node }) => node));
  const rightAbout = [...about].filter((node) => labelled.has(nodeIds[node] ?? "")).length;
  return {
    accountRecall: round(share(right, labelled.size)),
    accountPrecision: round(share(right, found.size)),
    centrePrecision: round(share(rightAbout, about.size)),
    baseRate: round(share(labelled.size, nodeIds.length)),
  };
}
