import type { BlockRequest, HiddenChannels, NodeExplanation } from "../network/index.ts";
export type { HiddenChannels, NodeExplanation };
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

/** Says what blocking each of the named alone would do under a question. */
export async function explainBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  words: readonly string[],
): Promise<NodeExplanation[]> {
  const { explainNodes, findNamed, requestOf } = await import("../network/index.ts");
  await refuseUnknown(open, { ...changes, protect: [...(changes.protect ?? []), ...words] });
  const { ids } = await findNamed(open.database, tablesOf(open), { entities: words, countries: [] });
  return explainNodes(open, { ...requestOf(open.settings), ...changes }, ids);
}

/** Says how far an advice holds if money can go unseen between parties who share an owner, a director, an address or a bank. */
export async function hiddenChannels(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  advised: BlockSetLine,
): Promise<HiddenChannels> {
  const { findHiddenChannels, requestOf } = await import("../network/index.ts");
  const request = { ...requestOf(open.settings), ...changes, budget: advised.budget };
  const found = await findHiddenChannels(open, request, {
    run: { now: () => performance.now() },
    advice: advised.members,
  });
  if ("refusal" in found) throw new Refusal(found.refusal);
  return found;
}

const tablesOf = ({ table }: OpenCase) => ({
  statement: table("statement"),
  cluster: table("cluster"),
  dataset: table("dataset"),
});

async function refuseUnknown(open: OpenCase, { from, to, protect, unblockable }: Partial<BlockRequest>): Promise<void> {
  const { findNamed } = await import("../network/index.ts");
  const entities = [...(from?.entities ?? []), ...(to?.entities ?? []), ...(protect ?? []), ...(unblockable ?? [])];
  const { unknown } = await findNamed(open.database, tablesOf(open), { entities, countries: [] });
  if (unknown.length === 0) return;
  throw new Refusal(
    `no entity of the case has the id or the name "${unknown.join('", "')}"; use an id or a whole name as "windfall who" shows them, or schema:Company, topic:sanction, country:kp, list:ofac-sdn`,
  );
}
