import { crosscheckStage } from "../crosscheck/index.ts";
import { ledgerStage, mentionStage } from "../ledger/index.ts";
import { matchStage } from "../match/index.ts";
import { networkStage } from "../network/index.ts";
import { reconcileStage } from "../reconcile/index.ts";
import { prioritiseStage, resolveStage } from "../resolve/index.ts";
import type { Stage } from "../store/index.ts";

/** The derived stages in their order; no stage reads a table that a later one writes. */
export const stages: readonly Stage[] = [
  matchStage,
  resolveStage,
  reconcileStage,
  ledgerStage,
  mentionStage,
  crosscheckStage,
  networkStage,
  prioritiseStage,
];
