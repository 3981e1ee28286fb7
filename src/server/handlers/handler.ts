import type { OpenCase } from "../../casefile/index.ts";
import type { Contract, RouteAnswer, RouteInput } from "../contract/index.ts";

/** What every handler works with; lives as long as the server. */
export interface ServerContext {
  readonly open: OpenCase;
}

/** One handler for each route. */
export type Handlers = {
  readonly [Key in keyof Contract]: (
    context: ServerContext,
    input: RouteInput<Contract[Key]>,
  ) => Promise<RouteAnswer<Contract[Key]>> | RouteAnswer<Contract[Key]>;
};
