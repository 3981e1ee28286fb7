import { at } from "../../base/index.ts";
import type { Database } from "../../store/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { findSeeds, type SeedTables, type TraceStart } from "./find-seeds.ts";
import { statementsOfPayments } from "./payment-evidence.ts";
import { dayOfTick, readPayments, tickOfDay, type ReadPayments } from "./read-payments.ts";
import { sameDayRule } from "./same-tick-order.ts";
import type { TimedPayments } from "./timed-payments.ts";
import { tracePayments, type Trace, type TraceEnd, type TraceQuestion, type TraceRule } from "./trace.ts";
import { countGaps, type TrailGaps } from "./trail-gaps.ts";

/** What to trace in a case. */
export interface TraceRequest {
  readonly start: TraceStart;
  readonly direction: TraceQuestion["direction"];
  readonly rules: readonly TraceRule[];
  /** The last day that is followed (forward), or the first (backward), ISO. */
  readonly until: string | null;
  readonly depth: number | null;
}

/** The trail under one rule; amounts in minor units of the case currency. */
export interface RuleTrail {
  readonly rule: TraceRule;
  /** What the rule takes for granted, in words. */
  readonly assumption: string;
  /** What would lie elsewhere if all that the parties pay beyond what they were seen to be paid had lain with them from the beginning. */
  readonly hangsOnOpeningMinor: number;
  readonly hops: readonly {
    readonly paymentId: string;
    readonly payerId: string;
    readonly payeeId: string;
    readonly day: string;
    readonly amountMinor: number;
    readonly tracedMinor: number;
    readonly depth: number;
    /** Of the amounts of the payment's mentions. */
    readonly statements: readonly string[];
  }[];
  /** Traced money that came to each party (forward) or that each party paid on (backward), most first. */
  readonly reached: readonly { readonly id: string; readonly minor: number }[];
  readonly ends: readonly { readonly id: string; readonly minor: number; readonly why: TraceEnd["why"] }[];
}

/** A trace of a case and what stands outside it. */
export interface CaseTrace {
  readonly direction: TraceQuestion["direction"];
  readonly until: string | null;
  readonly depth: number | null;
  /** Payments that the start stands for, and how many of them can be traced: with ends, amount, rate and day. */
  readonly startPayments: number;
  readonly tracedPayments: number;
  readonly tracedMinor: number;
  readonly trails: readonly RuleTrail[];
  readonly gaps: TrailGaps;
  /** Of the whole case. */
  readonly outside: Pick<ReadPayments, "withoutDate" | "withoutRate" | "imprecise" | "toOneself" | "ofNothing">;
  readonly sameDayRule: string;
}

/** Traces money through the table `flow`; `refusal` says why its amounts cannot be summed. Writes no shared table. */
export async function traceCase(
  database: Database,
  tables: SeedTables,
  request: TraceRequest,
): Promise<CaseTrace | { readonly refusal: string }> {
  const read = await readPayments(database, tables.flow, { toTheDay: false });
  if (!read.ok) return { refusal: read.fault };
  const { payments, ...outside } = read.value;
  const wanted = new Set(await findSeeds(database, tables, request));
  const seeds = payments.paymentIds.flatMap((id, payment) => (wanted.has(id) ? [payment] : []));
  const { direction, until, depth } = request;
  const question: TraceQuestion = {
    direction,
    seeds,
    depth,
    untilTick: until === null ? null : tickOfDay(until),
  };
  const traces = request.rules.map((rule) => tracePayments(payments, question, { rule, opening: "none" }));
  const onTrail = [...new Set(traces.flatMap(({ hops }) => hops.map(({ payment }) => payment)))];
  const statementsOf = await statementsOfPayments(
    database,
    tables,
    onTrail.map((payment) => at(payments.paymentIds, payment)),
  );
  const far = direction === "forward" ? payments.payees : payments.payers;
  const nodeIds = [...new Set(onTrail.map((payment) => at(payments.nodeIds, intAt(far, payment))))].toSorted();
  return {
    direction,
    until,
    depth,
    startPayments: wanted.size,
    tracedPayments: seeds.length,
    tracedMinor: seeds.reduce((sum, payment) => sum + numberAt(payments.amountsMinor, payment), 0),
    trails: traces.map((trace) => tellTrail(payments, trace, { question, statementsOf })),
    gaps: await countGaps(database, tables, { nodeIds, direction }),
    outside,
    sameDayRule,
  };
}

const assumptions: Readonly<Record<TraceRule, string>> = {
  poison:
    "poison: whoever was paid traced money pays nothing but traced money from then on; needs no balance; an upper bound that counts the same money at every hop",
  haircut:
    "haircut: money that lies together is mixed, and each payment takes its share of it; nothing is taken to lie with a party before its first payment seen",
  fifo: "fifo: what came in first goes out first; nothing is taken to lie with a party before its first payment seen",
  lifo: "lifo: what came in last goes out first; nothing is taken to lie with a party before its first payment seen",
};

interface Telling {
  readonly question: TraceQuestion;
  readonly statementsOf: (paymentId: string) => readonly string[];
}

function tellTrail(payments: TimedPayments, trace: Trace, { question, statementsOf }: Telling): RuleTrail {
  const idOf = (node: number): string => at(payments.nodeIds, node);
  const far = question.direction === "forward" ? payments.payees : payments.payers;
  const reached = new Map<number, number>();
  for (const { payment, tracedMinor } of trace.hops)
    reached.set(intAt(far, payment), (reached.get(intAt(far, payment)) ?? 0) + tracedMinor);
  return {
    rule: trace.rule,
    assumption: assumptions[trace.rule],
    hangsOnOpeningMinor: hangsOnOpening(payments, trace, question),
    hops: trace.hops.map(({ payment, tracedMinor, depth }) => ({
      paymentId: at(payments.paymentIds, payment),
      payerId: idOf(intAt(payments.payers, payment)),
      payeeId: idOf(intAt(payments.payees, payment)),
      day: dayOfTick(intAt(payments.ticks, payment)),
      amountMinor: numberAt(payments.amountsMinor, payment),
      tracedMinor,
      depth,
      statements: statementsOf(at(payments.paymentIds, payment)),
    })),
    reached: [...reached]
      .toSorted((left, right) => right[1] - left[1] || left[0] - right[0])
      .map(([node, minor]) => ({ id: idOf(node), minor })),
    ends: trace.ends
      .toSorted((left, right) => right.minor - left.minor || left.node - right.node)
      .map(({ node, minor, why }) => ({ id: idOf(node), minor, why })),
  };
}

/** What ends with another party under the other assumption on balances; 0 for poison, which asks for none. */
function hangsOnOpening(payments: TimedPayments, trace: Trace, question: TraceQuestion): number {
  if (trace.rule === "poison") return 0;
  const other = tracePayments(payments, question, { rule: trace.rule, opening: "least" });
  const there = sumEnds(other);
  return [...sumEnds(trace)].reduce((sum, [node, minor]) => sum + Math.max(0, minor - (there.get(node) ?? 0)), 0);
}

function sumEnds({ ends }: Trace): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { node, minor } of ends) sums.set(node, (sums.get(node) ?? 0) + minor);
  return sums;
}
