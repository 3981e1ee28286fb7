import { at } from "../../base/index.ts";
import type { Database, TableName } from "../../store/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { statementsOfPayments, type PaymentTables } from "../trace/payment-evidence.ts";
import { dayOfTick, readPayments } from "../trace/read-payments.ts";
import { findPatterns } from "./find-patterns.ts";
import { patternKinds, type Cut, type Pattern, type PatternKind } from "./pattern.ts";
import { thresholds, type Threshold } from "./thresholds.ts";

/** A pattern of a case: parties and payments by id, amounts in minor units of the case currency. */
export interface PatternTold {
  readonly kind: PatternKind;
  readonly canonicalId: string;
  readonly others: readonly string[];
  readonly minor: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** In time order. */
  readonly payments: readonly {
    readonly paymentId: string;
    readonly payerId: string;
    readonly payeeId: string;
    readonly day: string;
    readonly minor: number;
    /** Of the amounts of the payment's mentions. */
    readonly statements: readonly string[];
  }[];
}

/** The patterns of a case, how many of each kind there are, and what stands outside. */
export interface CasePatterns {
  readonly patterns: readonly PatternTold[];
  readonly counts: readonly { readonly kind: PatternKind; readonly found: number }[];
  readonly cut: readonly Cut[];
  readonly lookedAt: number;
  /** Payments without a day of their own, without a rate, to oneself: in no pattern. */
  readonly outside: {
    readonly withoutDate: number;
    readonly imprecise: number;
    readonly withoutRate: number;
    readonly toOneself: number;
  };
  /** The thresholds of the asked kinds, with their reasons. */
  readonly thresholds: readonly Threshold[];
}

/** Finds patterns in the payments of the table `flow`, at most `limit` of each kind, most money first. */
export async function patternsOfCase(
  database: Database,
  tables: PaymentTables & { readonly flow: TableName },
  asked: { readonly kinds: readonly PatternKind[]; readonly limit: number },
): Promise<CasePatterns | { readonly refusal: string }> {
  const read = await readPayments(database, tables.flow, { toTheDay: true });
  if (!read.ok) return { refusal: read.fault };
  const { payments, withoutDate, imprecise, withoutRate, toOneself } = read.value;
  const { patterns, cut } = findPatterns(payments, asked.kinds);
  const kinds = patternKinds.filter((kind) => asked.kinds.includes(kind));
  const ofKind = (kind: PatternKind): readonly Pattern[] => patterns.filter((each) => each.kind === kind);
  const shown = kinds.flatMap((kind) => ofKind(kind).slice(0, asked.limit));
  const idsOf = (pattern: Pattern): string[] => pattern.payments.map((each) => at(payments.paymentIds, each));
  const statementsOf = await statementsOfPayments(database, tables, shown.flatMap(idsOf));
  return {
    patterns: shown.map((pattern) => ({
      kind: pattern.kind,
      canonicalId: at(payments.nodeIds, pattern.node),
      others: pattern.others.map((node) => at(payments.nodeIds, node)),
      minor: pattern.minor,
      firstDay: dayOfTick(intAt(payments.ticks, at(pattern.payments, 0))),
      lastDay: dayOfTick(intAt(payments.ticks, pattern.payments.at(-1) ?? 0)),
      payments: pattern.payments.map((payment) => ({
        paymentId: at(payments.paymentIds, payment),
        payerId: at(payments.nodeIds, intAt(payments.payers, payment)),
        payeeId: at(payments.nodeIds, intAt(payments.payees, payment)),
        day: dayOfTick(intAt(payments.ticks, payment)),
        minor: numberAt(payments.amountsMinor, payment),
        statements: statementsOf(at(payments.paymentIds, payment)),
      })),
    })),
    counts: kinds.map((kind) => ({ kind, found: ofKind(kind).length })),
    cut,
    lookedAt: payments.paymentIds.length,
    outside: { withoutDate, imprecise, withoutRate, toOneself },
    thresholds: thresholds.filter(({ kind }) => kinds.some((each) => each === kind)),
  };
}
