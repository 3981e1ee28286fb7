import { briefRoutes } from "./brief.ts";
import { caseRoutes } from "./case.ts";
import { evidenceRoutes } from "./evidence.ts";
import { jobRoutes } from "./jobs.ts";
import { listRoutes } from "./lists.ts";
import { entityRoutes } from "./entity.ts";
import { ledgerRoutes } from "./ledger.ts";
import { materialRoutes } from "./material.ts";
import { overviewRoutes } from "./overview.ts";
import { reviewRoutes } from "./review.ts";
import { networkRoutes } from "./network.ts";
import type { RouteKey, RouteSchema } from "./route.ts";
import { searchRoutes } from "./search.ts";

/** Every route of the API. */
export const contract = {
  ...caseRoutes,
  ...listRoutes,
  ...evidenceRoutes,
  ...searchRoutes,
  ...jobRoutes,
  ...overviewRoutes,
  ...entityRoutes,
  ...reviewRoutes,
  ...materialRoutes,
  ...briefRoutes,
  ...ledgerRoutes,
  ...networkRoutes,
} as const satisfies Readonly<Record<RouteKey, RouteSchema>>;

export type Contract = typeof contract;
export type { RouteAnswer, RouteCall, RouteInput, RouteKey, RouteSchema } from "./route.ts";
