import { channelsAmong, type ChannelLine, type Days } from "../views/index.ts";
import { findPaths, type FoundPaths } from "./find-paths.ts";
import type { OpenCase } from "./open-case.ts";
import { tellNodes } from "./tell-picture.ts";

/** Paths between two entities with what a picture of them needs. */
export interface ToldPaths extends Pick<FoundPaths, "rule" | "searched" | "routes"> {
  readonly nodes: Awaited<ReturnType<typeof tellNodes>>;
  readonly channels: readonly ChannelLine[];
}

/** Finds paths over payments and recorded relations, and the payments between all that stand on them. */
export async function networkPaths(
  open: OpenCase,
  [from, to]: readonly [string, string],
  { measure, most, days }: { measure: FoundPaths["measure"]; most: number; days: Days },
): Promise<ToldPaths> {
  const via = { payments: true, relations: measure !== "earliest" };
  const { rule, searched, routes } = await findPaths(open, [from, to], { measure, most, via });
  const ids = [...new Set(routes.flatMap(({ steps }) => steps.flatMap(({ fromId, toId }) => [fromId, toId])))];
  return {
    rule,
    searched,
    routes,
    nodes: await tellNodes(open, ids, days),
    channels: await channelsAmong(open, ids, days),
  };
}
