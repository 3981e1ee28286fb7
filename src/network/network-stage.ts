import type { Stage } from "../store/index.ts";
import { makeFlows } from "./flow/make-flows.ts";

export const networkStage: Stage = {
  name: "network",
  codeVersion: "1",
  reads: ["statement", "cluster", "payment", "finding", "rate", "dataset"],
  writes: ["flow", "block_set"],
  run: async (context) => {
    await makeFlows(context);
  },
};
