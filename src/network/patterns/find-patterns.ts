import type { TimedPayments } from "../trace/timed-payments.ts";
import { findFans } from "./fans.ts";
import { findGatherScatter } from "./gather-scatter.ts";
import { findLayering } from "./layering.ts";
import { findPassThrough } from "./pass-through.ts";
import { patternKinds, type FoundPatterns, type PatternKind } from "./pattern.ts";
import { listPayments, type PaymentLists } from "./payment-lists.ts";
import { findRoundTrips } from "./round-trips.ts";
import { findScatterGather } from "./scatter-gather.ts";

/** Finds patterns of the asked kinds: by kind, then most money first. What bounds cut is counted. */
export function findPatterns(payments: TimedPayments, kinds: readonly PatternKind[] = patternKinds): FoundPatterns {
  const lists = listPayments(payments);
  const found = patternKinds.filter((kind) => kinds.includes(kind)).map((kind) => findKind(payments, lists, kind));
  return {
    patterns: found.flatMap(({ patterns }) =>
      patterns.toSorted(
        (left, right) => right.minor - left.minor || firstOf(left) - firstOf(right) || left.node - right.node,
      ),
    ),
    cut: found.flatMap(({ cut }) => cut),
  };
}

const firstOf = ({ payments }: { readonly payments: readonly number[] }): number => payments[0] ?? 0;

function findKind(payments: TimedPayments, lists: PaymentLists, kind: PatternKind): FoundPatterns {
  switch (kind) {
    case "round-trip":
      return findRoundTrips(payments, lists);
    case "fan-in":
    case "fan-out":
      return findFans(payments, lists, kind);
    case "gather-scatter":
      return findGatherScatter(payments, lists);
    case "scatter-gather":
      return findScatterGather(payments, lists);
    case "layering":
      return findLayering(payments, lists);
    case "pass-through":
      return findPassThrough(payments, lists);
  }
}
