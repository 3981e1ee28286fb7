import { briefHandlers } from "./brief.ts";
import { caseHandlers } from "./case.ts";
import { evidenceHandlers } from "./evidence.ts";
import { entityHandlers } from "./entity.ts";
import type { Handlers } from "./handler.ts";
import { jobHandlers } from "./jobs.ts";
import { ledgerHandlers } from "./ledger.ts";
import { listHandlers } from "./lists.ts";
import { materialHandlers } from "./material.ts";
import { networkHandlers } from "./network.ts";
import { overviewHandlers } from "./overview.ts";
import { reviewHandlers } from "./review.ts";
import { searchHandlers } from "./search.ts";

/** One handler for each route of the contract. */
export const handlers: Handlers = {
  ...caseHandlers,
  ...listHandlers,
  ...evidenceHandlers,
  ...jobHandlers,
  ...searchHandlers,
  ...overviewHandlers,
  ...entityHandlers,
  ...reviewHandlers,
  ...materialHandlers,
  ...briefHandlers,
  ...ledgerHandlers,
  ...networkHandlers,
};
export type { ServerContext } from "./handler.ts";
