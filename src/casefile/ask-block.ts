import type { BlockRequest } from "../network/index.ts";
import { Refusal } from "../base/index.ts";
import { readExplanation, type BlockSetLine } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";
import type { Progress } from "./run-case.ts";

/** Asks the case's flows another question than its own; nothing is written. */
export async function askBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  onProgress: (progress: Progress) => void,
): Promise<BlockSetLine[]> {
  const { answerBlockQuestion, requestOf } = await import("../network/index.ts");
  await refuseUnknown(open, changes);
  const request = { ...requestOf(open.settings), ...changes };
  const rows = await answerBlockQuestion(open, request, {
    now: () => performance.now(),
    progress: (done, total, what) => onProgress({ stage: "chokepoints", done, total, what }),
  });
  return rows.map(({ blockSetId, inputHash: _input, explanation, ...row }) => ({
    ...row,
    id: blockSetId,
    baselineMinor: BigInt(row.baselineMinor),
    residualMinor: BigInt(row.residualMinor),
    boundMinor: BigInt(row.boundMinor),
    explanation: readExplanation(explanation),
  }));
}

async function refuseUnknown(open: OpenCase, { from, to, protect }: Partial<BlockRequest>): Promise<void> {
  const { findNamed } = await import("../network/index.ts");
  const entities = [...(from?.entities ?? []), ...(to?.entities ?? []), ...(protect ?? [])];
  const tables = { statement: open.table("statement"), cluster: open.table("cluster") };
  const { unknown } = await findNamed(open.database, tables, { entities, countries: [] });
  if (unknown.length === 0) return;
  throw new Refusal(
    `no entity of the case has the id or the name "${unknown.join('", "')}"; use an id or a whole name as "windfall who" shows them, or schema:Company, or topic:sanction`,
  );
}
