import { caseRoutes } from "./case.ts";
import type { RouteKey, RouteSchema } from "./route.ts";

/** Every route of the API. */
export const contract = {
  ...caseRoutes,
} as const satisfies Readonly<Record<RouteKey, RouteSchema>>;

export type Contract = typeof contract;
export type { RouteAnswer, RouteCall, RouteInput, RouteKey, RouteSchema } from "./route.ts";
