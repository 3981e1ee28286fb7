import { at, sha256, stableJson } from "../../base/index.ts";
import type { SharedTable } from "../../model/index.ts";
import type { Database, TableName } from "../../store/index.ts";
import { certifiedInTime, certifiedNetwork, type CertifiedNetwork } from "../certificate/certified-network.ts";
import { makeCertificate, usedEdges } from "../certificate/make-certificate.ts";
import { hashInput } from "../certificate/write-input.ts";
import { proofText } from "../solve/proof.ts";
import type { BlockRequest } from "./block-request.ts";
import type { Coverage } from "./coverage.ts";
import { readEvidence } from "./evidence.ts";
import { explainSet } from "./explain-set.ts";
import type { Explanation, InTime } from "./explanation.ts";
import type { PutInTime, PutQuestion } from "./put-question.ts";
import type { NotProposed } from "./node-standing.ts";
import { readMemberFacts } from "./member-facts.ts";
import { toMinorDown, toMinorUp } from "./round-quarters.ts";
import type { BudgetAnswer } from "./solve-all.ts";
import { makeTakenOver } from "./taken-over.ts";

/** One row of the table `block_set`; hashes as hex, texts of JSON as text. */
export interface BlockSetRow {
  readonly blockSetId: string;
  readonly question: string;
  readonly inputHash: string;
  readonly budget: number;
  /** 0 for the advice over all factors of the question. */
  readonly rhoQuarters: number;
  readonly members: readonly string[];
  readonly baselineMinor: number;
  readonly residualMinor: number;
  readonly boundMinor: number;
  readonly proof: string;
  readonly certificate: string;
  readonly explanation: string;
}

/** The tables that a question is put to. */
export interface BlockSource {
  readonly database: Database;
  table(name: SharedTable): TableName;
}

/** A question with its answers, before they are written down. */
export interface Solved extends PutQuestion {
  readonly answers: readonly BudgetAnswer[];
  readonly coverage: Coverage;
  readonly again: Explanation["again"];
  readonly notAsked: Explanation["notAsked"];
}

/** Above this many edges only the advice of the largest budget carries its whole check file. */
const wholeCertificateMax = 20_000;

/** Writes each answer as a row, with its check file and explanation. */
export async function writeRows(source: BlockSource, request: BlockRequest, solved: Solved): Promise<BlockSetRow[]> {
  const { database, table } = source;
  const { prepared, answers, ends, coverage, again, notAsked, inTime } = solved;
  const { problem } = prepared;
  const network = inTime ? certifiedInTime(inTime.timed) : certifiedNetwork(problem);
  const edgeCount = network.input.edges.length;
  const members = [...new Set(answers.flatMap(({ answer }) => answer.members))].map((node) =>
    at(problem.nodeIds, node),
  );
  const tables = { statement: table("statement"), cluster: table("cluster"), dataset: table("dataset") };
  const facts = await readMemberFacts(database, tables, members.toSorted());
  const isWhole = ({ budget, rhoQuarters }: BudgetAnswer): boolean =>
    edgeCount <= wholeCertificateMax || (rhoQuarters === 0 && budget === request.budget);
  const evidenceOf = await readEvidence(
    database,
    { statement: table("statement"), payment: table("payment"), flow: table("flow") },
    { input: network.input, edges: edgesOf(network, answers.filter(isWhole)), request },
  );
  const inputHash = hashInput(request.currency, network.input);
  const rhoQuarters = [...new Set(request.rhoQuarters)].toSorted((left, right) => left - right);
  const takenOverBy = makeTakenOver(prepared);
  const asked = { again, notAsked, notProposed: countsOf(solved.notProposed), inTime: inTime && toldInTime(inTime) };
  const explainInputs = { prepared, rhoQuarters, ends: ends.words, coverage, facts, takenOverBy, asked };
  return answers.map((budgetAnswer) => {
    const { answer } = budgetAnswer;
    const context = { currency: request.currency, words: ends.words, evidenceOf };
    const certificate = isWhole(budgetAnswer) ? makeCertificate(network, answer, context) : omitted(edgeCount);
    const explanation = explainSet(answer, explainInputs);
    return rowOf(request, budgetAnswer, { nodeIds: problem.nodeIds, inputHash, certificate, explanation });
  });
}

const toldInTime = ({ timed, counts, anyOrderQuarters }: PutInTime): InTime => ({
  ...counts,
  leastStayDays: timed.leastStay,
  canFlowInAnyOrder: toMinorDown(anyOrderQuarters),
});

function countsOf(notProposed: ReadonlyMap<string, NotProposed>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const why of notProposed.values()) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}

const omitted = (edgeCount: number) => ({
  omitted: `the network has ${edgeCount} channels: only the advice carries its check file`,
});

interface RowParts {
  readonly nodeIds: readonly string[];
  readonly inputHash: string;
  readonly certificate: object;
  readonly explanation: Explanation;
}

function rowOf(request: BlockRequest, { budget, rhoQuarters, answer }: BudgetAnswer, parts: RowParts): BlockSetRow {
  const { timeLimitSeconds: _, ...asked } = request;
  const question = stableJson({
    ...asked,
    budget,
    rhoQuarters: rhoQuarters === 0 ? request.rhoQuarters : [rhoQuarters],
  });
  return {
    blockSetId: sha256(stableJson([parts.inputHash, question])),
    question,
    inputHash: parts.inputHash,
    budget,
    rhoQuarters,
    members: answer.members.map((node) => at(parts.nodeIds, node)),
    baselineMinor: toMinorDown(answer.baseline.value),
    residualMinor: toMinorUp(answer.residual.value),
    boundMinor: toMinorDown(answer.boundQuarters),
    proof: proofText(answer.proof),
    certificate: JSON.stringify(parts.certificate),
    explanation: stableJson(parts.explanation),
  };
}

/** The edges of all paths that any check file names. */
const edgesOf = (network: CertifiedNetwork, answers: readonly BudgetAnswer[]): number[] =>
  usedEdges(
    answers.flatMap(({ answer }) => [
      network.writeFlow(4, answer.baseline),
      network.writeFlow(answer.question.rhoQuarters, answer.residual),
    ]),
  );

/** The row of a question that could not be answered. */
export function refusedRow(request: BlockRequest, coverage: Coverage, refusal: string): BlockSetRow {
  const explanation: Explanation = {
    ends: "",
    coverage,
    refusal,
    effects: [],
    members: [],
    anotherWay: [],
    again: [],
    notAsked: [],
    notProposed: {},
    inTime: null,
    alternatives: [],
    isCutShort: false,
  };
  const { timeLimitSeconds: _, ...question } = request;
  const inputHash = sha256(stableJson(coverage));
  return {
    blockSetId: sha256(stableJson([inputHash, stableJson(question)])),
    question: stableJson(question),
    inputHash,
    budget: request.budget,
    rhoQuarters: 0,
    members: [],
    baselineMinor: 0,
    residualMinor: 0,
    boundMinor: 0,
    proof: "no proof",
    certificate: JSON.stringify({ omitted: refusal }),
    explanation: stableJson(explanation),
  };
}
