import type { Verdict } from "../network/index.ts";

/** Re-checks a block set's check file; `inputHash` is the network that it must be about. */
export async function verifyCertificate(text: string, inputHash?: string): Promise<Verdict> {
  const network = await import("../network/index.ts");
  return network.verifyCertificate(text, inputHash);
}
