import { Refusal } from "../base/index.ts";
import type { CasePatterns, PatternKind } from "../network/index.ts";
import { standInsOf } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** Patterns in the payments of a case; no kinds: all. Refuses a kind that there is not. A closed contact of a phone stands in them as words. */
export async function moneyPatterns(
  open: OpenCase,
  asked: { readonly kinds: readonly string[]; readonly limit: number },
): Promise<CasePatterns> {
  const { patternKinds, patternsOfCase } = await import("../network/index.ts");
  const isKind = (kind: string): kind is PatternKind => patternKinds.some((each) => each === kind);
  const unknown = asked.kinds.find((kind) => !isKind(kind));
  if (unknown !== undefined) throw new Refusal(`--kind is "${unknown}"; use one or more of ${patternKinds.join(",")}`);
  const kinds = asked.kinds.length === 0 ? patternKinds : asked.kinds.filter(isKind);
  const tables = { statement: open.table("statement"), payment: open.table("payment"), flow: open.table("flow") };
  const found = await patternsOfCase(open.database, tables, { kinds, limit: asked.limit });
  if ("refusal" in found) throw new Refusal(found.refusal);
  return withoutClosed(open, found);
}

async function withoutClosed(open: OpenCase, found: CasePatterns): Promise<CasePatterns> {
  const ids = found.patterns.flatMap(({ payments }) => payments.flatMap(({ payerId, payeeId }) => [payerId, payeeId]));
  const standIn = await standInsOf(open, ids);
  return {
    ...found,
    patterns: found.patterns.map((pattern) => ({
      ...pattern,
      canonicalId: standIn(pattern.canonicalId),
      others: pattern.others.map(standIn),
      payments: pattern.payments.map((payment) => ({
        ...payment,
        payerId: standIn(payment.payerId),
        payeeId: standIn(payment.payeeId),
      })),
    })),
  };
}
