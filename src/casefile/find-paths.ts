import { Refusal } from "../base/index.ts";
import type { CaseRoutes, RouteRequest } from "../network/index.ts";
import { oneEntity } from "./one-entity.ts";
import type { OpenCase } from "./open-case.ts";
import { routeTables } from "./route-tables.ts";

/** Paths and between whom they were looked for. */
export interface FoundPaths extends CaseRoutes {
  readonly fromId: string;
  readonly toId: string;
}

/**
 * Paths between two entities, each given by its id or by words that name one entity only. Addresses, telephones, messages
 * and papers are no steps, and a closed contact of a phone is on no path: nothing here leads to where somebody is.
 */
export async function findPaths(
  open: OpenCase,
  [from, to]: readonly [string, string],
  asked: Omit<RouteRequest, "fromId" | "toId">,
): Promise<FoundPaths> {
  const [fromId, toId] = [(await oneEntity(open, from)).canonicalId, (await oneEntity(open, to)).canonicalId];
  if (fromId === toId) throw new Refusal(`"${from}" and "${to}" are one entity [${fromId}]; name two`);
  const { routesOfCase } = await import("../network/index.ts");
  const found = await routesOfCase(open.database, routeTables(open), { ...asked, fromId, toId });
  if ("refusal" in found) throw new Refusal(found.refusal);
  return { fromId, toId, ...found };
}
