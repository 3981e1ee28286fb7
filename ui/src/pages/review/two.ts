import { callApi } from "../../api/call.ts";
import type { Subject } from "./use-decisions.ts";

/** Two that may be one. */
interface Two {
  readonly leftId: string;
  readonly rightId: string;
}

/** Pairs and joins: whether two are one. */
export const twos: Subject<Two> = {
  idOf: ({ leftId, rightId }) => `${leftId}~${rightId}`,
  words: { same: "Same", different: "Not the same", unsure: "Cannot say" },
  keep: ({ leftId, rightId }, decision, reason) =>
    callApi("POST /api/decisions", {
      body: { leftId, rightId, decision, ...(reason !== undefined && { reason }) },
    }),
};
