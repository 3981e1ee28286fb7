import { at } from "../../base/index.ts";
import { makeTable, sql, text, type StageContext } from "../../store/index.ts";
import { makeFlows } from "../flow/make-flows.ts";
import { makeSolver } from "../solve/solver.ts";
import { makeAllowance } from "./allowance.ts";
import type { BlockRequest } from "../answer/block-request.ts";
import { effectOf } from "../answer/explain-set.ts";
import type { Effect } from "../answer/explanation.ts";
import { putQuestion } from "../answer/put-question.ts";
import { solveBudgets, type BlockRun } from "../answer/solve-all.ts";
import type { BlockSource } from "../answer/write-rows.ts";

/** A doubt about who is who: a join that may be wrong, or two that may be one. Ids of mentions. */
export interface Doubt {
  readonly kind: "join" | "pair";
  readonly leftId: string;
  readonly rightId: string;
}

/** What the other reading of a doubt makes of the question. */
export interface DoubtAnswer extends Doubt {
  /** The best set then, what it does at the largest factor, and what the advice does; two that became one are one. */
  readonly members: readonly string[];
  readonly effect: Effect;
  readonly ofAdvice: Effect;
  /** Whether the advice is another one, or stops at most 99 hundredths of what the best set stops. */
  readonly changesAdvice: boolean;
}

/**
 * Asks the question again under the other reading of each doubt: a join undone, with all that hangs on its far side, or two
 * taken for one. The flows are made anew; which mentions are one payment stays as it is. They are asked in their order for as long as counted steps allow; the rest are left out.
 */
export async function askDoubts(
  context: Omit<StageContext, "write" | "clock"> & { readonly source: BlockSource },
  request: BlockRequest,
  {
    run,
    advice,
    doubts,
  }: { readonly run: BlockRun; readonly advice: readonly string[]; readonly doubts: readonly Doubt[] },
): Promise<DoubtAnswer[]> {
  const allowance = makeAllowance(request.timeLimitSeconds);
  const solver = makeSolver();
  const answers: DoubtAnswer[] = [];
  try {
    for (const [index, doubt] of doubts.entries()) {
      const secondsLeft = allowance.secondsLeft();
      if (secondsLeft <= 0) break;
      run.progress?.(index, doubts.length, "doubts");
      const { source, canonicalOf } = await otherReading(context, doubt);
      const asked = { ...request, rhoQuarters: [Math.max(...request.rhoQuarters)], timeLimitSeconds: 2 * secondsLeft };
      const put = await putQuestion(source, asked);
      if ("refusal" in put) continue;
      const { prepared } = put;
      const kept = new Set(advice.map((id) => canonicalOf.get(id) ?? id));
      const nodes = [...prepared.problem.nodeIds.keys()].filter((node) => kept.has(at(prepared.problem.nodeIds, node)));
      const found = await solveBudgets(prepared, asked, {
        ...run,
        isCounted: true,
        solver,
        from: request.budget,
        hints: [nodes],
      });
      allowance.charge(prepared.meter);
      const best = found.find(({ rhoQuarters }) => rhoQuarters === 0)?.answer.members ?? [];
      const rho = at(asked.rhoQuarters, 0);
      const [effect, ofAdvice] = [effectOf(prepared, rho, best), effectOf(prepared, rho, nodes)];
      answers.push({
        ...doubt,
        members: best.map((node) => at(prepared.problem.nodeIds, node)),
        effect,
        ofAdvice,
        changesAdvice: ofAdvice.stranded * 100 < effect.stranded * 99,
      });
    }
  } finally {
    await solver.close();
  }
  return answers;
}

/** The flows under the other reading, and which canonical entity another one became. */
async function otherReading(
  { source, ...context }: Omit<StageContext, "write" | "clock"> & { readonly source: BlockSource },
  { kind, leftId, rightId }: Doubt,
) {
  const { database } = context;
  const cluster = source.table("cluster");
  const moved = await makeTable(
    database,
    "network_doubt_moved",
    kind === "join"
      ? sql`
        with recursive far as (
          select entity_id, entity_id as top from ${cluster}
          where entity_id = ${leftId} and joined_to = ${rightId} or entity_id = ${rightId} and joined_to = ${leftId}
          union all select below.entity_id, top from far join ${cluster} as below on below.joined_to = far.entity_id)
        select entity_id, top as canonical_id from far`
      : sql`
        select entity_id, (select canonical_id from ${cluster} where entity_id = ${leftId}) as canonical_id
        from ${cluster} where canonical_id = (select canonical_id from ${cluster} where entity_id = ${rightId})`,
  );
  const changed = await makeTable(
    database,
    "network_doubt_cluster",
    sql`select entity_id, coalesce(moved.canonical_id, own.canonical_id) as canonical_id, joined_to, joined_by
      from ${cluster} as own left join ${moved} as moved using (entity_id)`,
  );
  const table: BlockSource["table"] = (name) => (name === "cluster" ? changed : source.table(name));
  const made = await makeFlows({ ...context, table });
  const flow = await makeTable(database, "network_doubt_flow", sql`select * from ${made}`);
  const became = await database.rows(
    sql`select distinct own.canonical_id as was, moved.canonical_id as becomes
      from ${cluster} as own join ${moved} as moved using (entity_id) where ${kind === "pair"} order by was`,
    { was: text, becomes: text },
  );
  return {
    source: { database, table: (name: Parameters<BlockSource["table"]>[0]) => (name === "flow" ? flow : table(name)) },
    canonicalOf: new Map(became.map(({ was, becomes }) => [was, becomes])),
  };
}
