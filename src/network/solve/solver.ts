import type { Worker } from "node:worker_threads";
import { startThread } from "../../base/index.ts";
import type { BlockModel } from "./block-model.ts";
import type { SolveLimit, SolveReply, SolveRequest } from "./solver-messages.ts";

/** What is known when a solve ends, in the model's unit of cost. */
export interface SolveEnd {
  readonly blocks: readonly number[];
  readonly bound: number;
  /** False where the limit ended it. */
  readonly isFinished: boolean;
  /** Of the simplex method, in all. */
  readonly iterations: number;
}

/** What a solve says on its way. */
export interface SolveWatch {
  readonly onBound?: (bound: number, best: number) => void;
  readonly onProposal?: (blocks: readonly number[]) => void;
  /** Ends the solve at once; it then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A thread with HiGHS in it, started at the first solve; solves run one after the other. */
export interface Solver {
  solve(model: BlockModel, limit: SolveLimit, watch?: SolveWatch): Promise<SolveEnd>;
  /** Ends the thread; its memory is given back. */
  close(): Promise<void>;
}

/** Makes a solver; close it when done. */
export function makeSolver(): Solver {
  let worker: Worker | null = null;
  let lastRequestNo = 0;
  const close = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  return {
    close,
    solve: async (model, limit, watch = {}) => {
      watch.signal?.throwIfAborted();
      worker ??= openThread();
      lastRequestNo += 1;
      watch.signal?.addEventListener("abort", close, { once: true });
      try {
        return await ask(worker, { requestNo: lastRequestNo, model, limit }, watch);
      } catch (cause) {
        await close();
        watch.signal?.throwIfAborted();
        throw cause;
      } finally {
        watch.signal?.removeEventListener("abort", close);
      }
    },
  };
}

function openThread(): Worker {
  const worker = startThread("./solver.worker", import.meta.url);
  worker.setMaxListeners(0);
  worker.unref();
  return worker;
}

async function ask(worker: Worker, request: SolveRequest, watch: SolveWatch): Promise<SolveEnd> {
  const keepAlive = setInterval(() => undefined, 1 << 30);
  const listening = new AbortController();
  try {
    return await new Promise<SolveEnd>((resolve, reject) => {
      const hear = (message: SolveReply): void => {
        if (message.requestNo !== request.requestNo) return;
        if (message.kind === "done") resolve(message);
        else if (message.kind === "failed") reject(new Error(`The solver failed: ${message.text}`));
        else tell(watch, message);
      };
      const exited = (code: number): void => reject(new Error(`The solver's thread ended with code ${code}`));
      worker.on("message", hear).on("error", reject).on("exit", exited);
      listening.signal.addEventListener("abort", () => {
        worker.off("message", hear).off("error", reject).off("exit", exited);
      });
      worker.postMessage(request, []);
    });
  } finally {
    listening.abort();
    clearInterval(keepAlive);
  }
}

function tell(watch: SolveWatch, message: Extract<SolveReply, { readonly kind: "progress" | "proposal" }>): void {
  switch (message.kind) {
    case "progress":
      watch.onBound?.(message.bound, message.best);
      return;
    case "proposal":
      watch.onProposal?.(message.blocks);
  }
}
