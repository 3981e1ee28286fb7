import { caseRoutes } from "./case.ts";
import { evidenceRoutes } from "./evidence.ts";
import { jobRoutes } from "./jobs.ts";
import { listRoutes } from "./lists.ts";
import type { RouteKey, RouteSchema } from "./route.ts";
import { searchRoutes } from "./search.ts";

/** Every route of the API. */
export const contract = {
  ...caseRoutes,
  ...listRoutes,
  ...evidenceRoutes,
  ...searchRoutes,
  ...jobRoutes,
} as const satisfies Readonly<Record<RouteKey, RouteSchema>>;

export type Contract = typeof contract;
export type { RouteAnswer, RouteCall, RouteInput, RouteKey, RouteSchema } from "./route.ts";
