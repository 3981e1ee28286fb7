import { stableJson } from "../base/index.ts";
import type { GroupReport, MatchModel } from "../match/index.ts";
import { dropTemporaryTables, integer, sql } from "../store/index.ts";
import type { OpenCase } from "./open-case.ts";

/** What a level of a comparison weighed before a training and weighs after it, in milli-bits. */
export interface WeighedLevel {
  readonly among: "people" | "organizations";
  readonly facet: string;
  readonly sentence: string;
  readonly beforeMb: number;
  readonly afterMb: number;
}

/** What a training came to. */
export interface TrainedCase {
  /** The number of the model in force; 0: the one that ships. */
  readonly modelNo: number;
  /** Whether it is another than before. */
  readonly isNew: boolean;
  /** The groups of which enough was learnt. */
  readonly groups: readonly GroupReport[];
  readonly levels: readonly WeighedLevel[];
}

/** A model as it was written: its number, and the last batch that it was learnt from. */
interface Written {
  readonly modelNo: number;
  readonly parameters: Omit<MatchModel, "modelNo">;
  readonly uptoBatch: number;
  readonly actor: string;
}

/**
 * Learns a numbered, frozen model from what the case holds and what people decided, and writes it; the next run uses it.
 * A training that comes to the model in force writes nothing. With `isShipped` the model that ships is in force again.
 */
export async function trainCase(
  open: OpenCase,
  { actor, isShipped }: { readonly actor: string; readonly isShipped: boolean },
): Promise<TrainedCase> {
  const { defaultModel, readModel, sentenceOfLevel, trainModel } = await import("../match/index.ts");
  const { decisionTable } = await import("../resolve/index.ts");
  const { database } = open;
  const before = await readModel(database, open.table("match_model"));
  const { modelNo: _none, ...shipped } = defaultModel();
  const { model, groups } = isShipped
    ? { model: shipped, groups: [] }
    : await trainModel(open, decisionTable(open.table("judgement")));
  await dropTemporaryTables(database);
  const { modelNo: _number, ...inForce } = before;
  const isNew = stableJson(model) !== stableJson(inForce);
  const written = isNew ? await writeModel(open, model, actor) : before.modelNo;
  const levels = model.levels.flatMap((level): WeighedLevel[] => {
    const { among, facet } = level;
    if (among === "others" || !groups.some((group) => group.among === among && group.facets.includes(facet))) return [];
    const old = before.levels.find(
      (each) => each.facet === facet && each.among === among && each.level === level.level,
    );
    return [
      {
        among,
        facet,
        sentence: sentenceOfLevel(facet, among, level.level),
        beforeMb: old?.weightMb ?? 0,
        afterMb: level.weightMb,
      },
    ];
  });
  return { modelNo: written, isNew, groups, levels };
}

async function writeModel(open: OpenCase, parameters: Written["parameters"], actor: string): Promise<number> {
  const { last, upto } = await open.database.row(
    sql`select (select coalesce(max(model_no), 0) from held.match_model)::integer as last,
      (select coalesce(max(batch_no), 0) from held.batch)::integer as upto`,
    { last: integer, upto: integer },
  );
  const modelNo = last + 1;
  await commitModel(open, { modelNo, parameters, uptoBatch: upto, actor });
  return modelNo;
}

/** Writes again, from the ledger outside the database, the models that the database lost. */
export async function replayModels(open: OpenCase): Promise<void> {
  for (const entry of open.file.lost)
    if (entry.kind === "match_model" && isWritten(entry.content)) await commitModel(open, entry.content);
}

const commitModel = async (open: OpenCase, written: Written): Promise<void> => {
  await open.file.commitBatch(
    { kind: "match_model", content: stableJson(written), actor: written.actor, replay: written },
    (batch) =>
      open.database.run(sql`insert into held.match_model values
        (${written.modelNo}, ${JSON.stringify(written.parameters)}::json, ${written.uptoBatch}, ${batch})`),
  );
};

const isWritten = (content: unknown): content is Written =>
  typeof content === "object" && content !== null && "modelNo" in content && "parameters" in content;
