import type { ModelClaim } from "../ledger/index.ts";
import { integer, isoTime, sql } from "../store/index.ts";
import type { OpenCase } from "./open-case.ts";
import { commitRow, hasNames, replayRows, type WrittenKind } from "./written-rows.ts";

/** What a model proposed of one passage, by whom it was asked and where. */
export interface ModelProposal {
  readonly documentId: string;
  readonly row: number;
  readonly claims: readonly ModelClaim[];
  readonly model: string;
  readonly address: string;
  readonly actor: string;
}

interface WrittenProposal extends ModelProposal {
  readonly sendingNo: number;
  readonly sentAt: string;
}

const proposals: WrittenKind<WrittenProposal> = {
  batchKind: "model_proposal",
  isWritten: (content): content is WrittenProposal => hasNames(content, ["sendingNo", "documentId", "claims", "model"]),
  insert: ({ sendingNo, documentId, row, claims, model, address, actor, sentAt }, batchNo) =>
    sql`insert into held.model_proposal values (${sendingNo}, ${documentId}, ${row}, ${JSON.stringify(claims)}::json, ${model},
      ${address}, ${actor}, ${sentAt}::timestamp, ${batchNo})`,
};

/** Keeps what a model proposed of a passage; the next run puts it among the proposals. */
export async function keepModelProposal(open: OpenCase, proposal: ModelProposal): Promise<void> {
  const { next } = await open.database.row(
    sql`select coalesce(max(sending_no), 0)::integer + 1 as next from held.model_proposal`,
    { next: integer },
  );
  await commitRow(open, proposals, { ...proposal, sendingNo: next, sentAt: isoTime(open.clock()) });
}

/** Writes again the proposals that the database lost. */
export const replayModelProposals = (open: OpenCase): Promise<void> => replayRows(open, proposals);
