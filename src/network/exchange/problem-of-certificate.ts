import { bad, good, type Result } from "../../base/index.ts";
import type { Certificate } from "../certificate/certificate.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { verifyCertificate } from "../verify/verify-certificate.ts";

/** The problem that a check file is about, after the file was verified; a fault where it does not hold. */
export function problemOfCertificate(
  text: string,
): Result<{ problem: BlockProblem; certificate: Certificate }, string> {
  const verdict = verifyCertificate(text);
  if (!verdict.ok) return bad(verdict.reason);
  const certificate: Certificate = JSON.parse(text);
  const { input } = certificate;
  const count = input.nodes.length;
  const filled = (pairs: readonly (readonly [number, number])[], value: number): Float64Array => {
    const all = new Float64Array(count).fill(value);
    for (const [node, each] of pairs) all[node] = each;
    return all;
  };
  const blockable = new Uint8Array(count);
  for (const node of input.blockable) blockable[node] = 1;
  return good({
    certificate,
    problem: {
      nodeIds: input.nodes,
      payers: Int32Array.from(input.edges, ([payer]) => payer),
      payees: Int32Array.from(input.edges, ([, payee]) => payee),
      amountsMinor: Float64Array.from(input.edges, ([, , amount]) => amount),
      sources: input.sources,
      sinks: input.sinks,
      suppliesMinor: Float64Array.from(input.suppliesMinor),
      blockable,
      costs: Int32Array.from(filled(input.costs, 1)),
      collateralMinor: filled(input.collateralMinor, 0),
    },
  });
}
