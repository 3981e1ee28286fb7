import { readGivenFile, verifyCertificate } from "../casefile/index.ts";
import { formatMoney } from "../model/index.ts";
import type { Verb } from "./verb.ts";

export const verifyVerb: Verb = {
  usage: "verify <file>",
  summary: "re-check a block set's check file without the solver: flows, cuts, set and hashes",
  example: "windfall verify harbour/out/certificate.json",
  options: [["--input-hash <hash>", "the network that it must be about"]],
  run: async (input) => {
    const path = input.words[0] ?? "";
    const expected = input.options["inputHash"];
    const verdict = await verifyCertificate(
      readGivenFile(path).toString("utf8"),
      typeof expected === "string" ? expected : undefined,
    );
    if (!verdict.ok) return { exit: 2, lines: [`${path}: refused: ${verdict.reason}`], data: verdict };
    const amount = (quarters: bigint): string => formatMoney(quarters / 4n, verdict.currency);
    return {
      exit: 0,
      lines: [
        `${path}: holds. Before the block ${amount(verdict.before)} can flow${verdict.isInTime ? " in the order of time" : ""}, after it ${amount(verdict.after)} (the file names its reroute factor); each is proved by a flow and a cut of equal value.`,
        "Not re-checked: that no other set is better, and that the network is complete.",
      ],
      data: verdict,
    };
  },
};
