import type { CaseAccess } from "../access/case-access.ts";
import type { Contract, RouteAnswer, RouteInput } from "../contract/index.ts";
import type { FrozenViews } from "../lists/frozen-views.ts";

/** What every handler works with; lives as long as the server. */
export interface ServerContext extends CaseAccess {
  readonly frozen: FrozenViews;
}

/** One handler for each route. */
export type Handlers = {
  readonly [Key in keyof Contract]: (
    context: ServerContext,
    input: RouteInput<Contract[Key]>,
  ) => Promise<RouteAnswer<Contract[Key]>> | RouteAnswer<Contract[Key]>;
};
