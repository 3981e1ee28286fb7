import { makeTable, sql, type Stage, type StageContext } from "../store/index.ts";
import { answerBlockQuestion } from "./answer/answer-block-question.ts";
import { requestOf } from "./answer/block-request.ts";
import { disclosableSource } from "./answer/disclosable-source.ts";
import type { BlockSetRow, BlockSource } from "./answer/write-rows.ts";
import { makeFlows } from "./flow/make-flows.ts";

/**
 * Writes the flows of money between canonical entities, and the block sets that answer the case's own question,
 * on the evidence that is not withheld. The same
 * tables give the same rows as long as the search ends within its 20 s; a row whose search was cut short says so.
 */
export const networkStage: Stage = {
  name: "network",
  codeVersion: "10",
  reads: ["statement", "cluster", "payment", "finding", "rate", "dataset", "bystander"],
  writes: ["flow", "block_set"],
  run: async (context) => {
    const { database, table } = context;
    // Kept aside, since the disclosable flows are made in tables of the same names.
    const flow = await makeTable(database, "network_every_flow", sql`select * from ${await makeFlows(context)}`);
    const all: BlockSource = { database, table: (name) => (name === "flow" ? flow : table(name)) };
    const { withhold } = context.settings;
    const source = withhold.length > 0 ? await disclosableSource(context, withhold) : all;
    const rows = await answerBlockQuestion(source, requestOf(context.settings), {
      now: () => context.clock().getTime(),
      progress: context.progress,
    });
    await context.write(async () => {
      await database.run(sql`insert into ${table("flow")} from ${flow} order by payment_id`);
      await addBlockSets(context, rows);
    });
  },
};

async function addBlockSets({ database, table }: StageContext, rows: readonly BlockSetRow[]): Promise<void> {
  await database.append(table("block_set"), {
    block_set_id: rows.map((row) => Buffer.from(row.blockSetId, "hex")),
    question: rows.map((row) => row.question),
    input_hash: rows.map((row) => Buffer.from(row.inputHash, "hex")),
    budget: rows.map((row) => row.budget),
    rho_quarters: rows.map((row) => row.rhoQuarters),
    members: rows.map((row) => row.members),
    baseline_minor: rows.map((row) => BigInt(row.baselineMinor)),
    residual_minor: rows.map((row) => BigInt(row.residualMinor)),
    bound_minor: rows.map((row) => BigInt(row.boundMinor)),
    proof: rows.map((row) => row.proof),
    certificate: rows.map((row) => row.certificate),
    explanation: rows.map((row) => row.explanation),
  });
}
