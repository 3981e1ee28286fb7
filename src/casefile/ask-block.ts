import type { BlockRequest } from "../network/index.ts";
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
