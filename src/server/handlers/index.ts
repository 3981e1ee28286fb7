import { briefHandlers } from "./brief.ts";
import { caseHandlers } from "./case.ts";
import { entityHandlers } from "./entity.ts";
import type { Handlers } from "./handler.ts";
import { ledgerHandlers } from "./ledger.ts";
import { listHandlers } from "./lists.ts";
import { materialHandlers } from "./material.ts";
import { networkHandlers } from "./network.ts";
import { overviewHandlers } from "./overview.ts";
import { reviewHandlers } from "./review.ts";

/** One handler for each route of the contract. */
export const handlers: Partial<Handlers> = {
  ...caseHandlers,
  ...listHandlers,
  ...overviewHandlers,
  ...entityHandlers,
  ...reviewHandlers,
  ...materialHandlers,
  ...briefHandlers,
  ...ledgerHandlers,
  ...networkHandlers,
};
export type { ServerContext } from "./handler.ts";
