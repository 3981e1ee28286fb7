import { at, sha256, stableJson } from "../../base/index.ts";
import type { BlockAnswer } from "../solve/block-set.ts";
import { proofText } from "../solve/proof.ts";
import type { Certificate } from "./certificate.ts";
import type { CertifiedNetwork } from "./certified-network.ts";
import { hashInput } from "./write-input.ts";

/** What a check file says beside the numbers. */
export interface CertificateContext {
  readonly currency: string;
  readonly words: string;
  /** Per edge of the file: how many payments it sums and statements that show them. */
  readonly evidenceOf: (edge: number) => { readonly payments: number; readonly statements: readonly string[] };
}

/** Writes the check file of an answer. */
export function makeCertificate(
  network: CertifiedNetwork,
  answer: BlockAnswer,
  context: CertificateContext,
): Certificate {
  const { format, input } = network;
  const before = network.writeFlow(4, answer.baseline);
  const after = network.writeFlow(answer.question.rhoQuarters, answer.residual);
  const body: Omit<Certificate, "seal"> = {
    format,
    mark: "INTERNAL - NOT CHECKED FOR RELEASE",
    currency: context.currency,
    question: { ...answer.question, words: context.words },
    input,
    inputHash: hashInput(context.currency, input),
    members: answer.members.map((node) => at(input.nodes, node)),
    before,
    after,
    evidence: usedEdges([before, after]).map((edge) => {
      const { payments, statements } = context.evidenceOf(edge);
      return [edge, payments, statements] as const;
    }),
    optimality: {
      proof: proofText(answer.proof),
      boundQuarters: answer.boundQuarters,
      isCutShort: answer.isCutShort,
    },
  };
  return { ...body, seal: sha256(stableJson(body)) };
}

/** The edges on which flows run, ascending. */
export const usedEdges = (flows: readonly Certificate["before"][]): number[] =>
  [...new Set(flows.flatMap(({ paths }) => paths).flatMap(({ edges }) => edges))].toSorted(
    (left, right) => left - right,
  );
