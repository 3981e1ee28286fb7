import { caseHandlers } from "./case.ts";
import type { Handlers } from "./handler.ts";

/** One handler for each route of the contract. */
export const handlers: Partial<Handlers> = {
  ...caseHandlers,
};
export type { ServerContext } from "./handler.ts";
