import type { Answering } from "../access/answering.ts";
import type { CaseAccess } from "../access/case-access.ts";
import type { NetworkDesks } from "../access/network-desks.ts";
import type { Contract, RouteAnswer, RouteInput } from "../contract/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { FrozenViews } from "../lists/frozen-views.ts";

/** What every handler works with; lives as long as the server. */
export interface ServerContext extends CaseAccess {
  readonly answering: Answering;
  readonly frozen: FrozenViews;
  readonly jobs: Jobs;
  readonly desks: NetworkDesks;
}

type AnswerKey = {
  [Key in keyof Contract]: Contract[Key] extends { readonly isStream: true } ? never : Key;
}[keyof Contract];

/** One handler for each route that answers once; streams are written by `add-routes`. */
export type Handlers = {
  readonly [Key in AnswerKey]: (
    context: ServerContext,
    input: RouteInput<Contract[Key]>,
  ) => Promise<RouteAnswer<Contract[Key]>> | RouteAnswer<Contract[Key]>;
};
