import type { BlockModel } from "./block-model.ts";

/** When a solve ends at the latest: after a time, or after so many iterations of the simplex method, on every machine alike. */
export type SolveLimit = { readonly seconds: number } | { readonly iterations: number };

/** What the solver's thread is asked: one model, and how long it may take. */
export interface SolveRequest {
  readonly requestNo: number;
  readonly model: BlockModel;
  readonly limit: SolveLimit;
}

/** What the solver's thread says of a request, in the model's unit of cost. */
export type SolveReply =
  | { readonly kind: "progress"; readonly requestNo: number; readonly bound: number; readonly best: number }
  | {
      readonly kind: "proposal";
      readonly requestNo: number;
      /** Positions of the blocks that are set, among the block columns. */
      readonly blocks: readonly number[];
    }
  | {
      readonly kind: "done";
      readonly requestNo: number;
      readonly blocks: readonly number[];
      /** No solution costs less than this; minus infinity where nothing is known. */
      readonly bound: number;
      readonly isFinished: boolean;
      readonly iterations: number;
    }
  | { readonly kind: "failed"; readonly requestNo: number; readonly text: string };
