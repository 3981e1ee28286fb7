import { Refusal } from "../base/index.ts";
import type { CasePatterns, PatternKind } from "../network/index.ts";
import type { OpenCase } from "./open-case.ts";

/** Patterns in the payments of a case; no kinds: all. Refuses a kind that there is not. */
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
  return found;
}
