import { parentPort } from "node:worker_threads";
import highsModule, { type Highs, type Model } from "highs";
import { assert } from "../../base/index.ts";
import type { BlockModel } from "./block-model.ts";
import type { SolveLimit, SolveReply, SolveRequest } from "./solver-messages.ts";

// HiGHS blocks its thread while it runs, so it runs in this one. It is stopped by ending the thread, which also gives
// its memory back.
const port = parentPort;
assert(port !== null, "the solver runs in a worker thread");
const reply = (message: SolveReply): void => port.postMessage(message);
// The package's types say that its module holds the loader; as Node loads it, it is the loader.
const loadHighs: unknown = highsModule;
assert(isLoader(loadHighs), "highs gives its loader");
const highsLoading = loadHighs();

port.on("message", (request: SolveRequest) => {
  void highsLoading
    .then((highs) => solve(highs, request))
    .then(reply)
    .catch((cause: unknown) => {
      reply({
        kind: "failed",
        requestNo: request.requestNo,
        text: cause instanceof Error ? cause.message : String(cause),
      });
    });
});

function isLoader(value: unknown): value is () => Promise<Highs> {
  return typeof value === "function";
}

function solve(highs: Highs, { requestNo, model, limit }: SolveRequest): SolveReply {
  const instance = highs.createModel(toHighs(highs, model));
  try {
    setOptions(instance, limit);
    instance.setSolution({ colValue: model.start });
    const { callbackType, modelStatus } = highs.constants;
    instance.run({
      [callbackType.mipImprovingSolution]: (event) => {
        const values = event.data.mip_solution;
        if (values) reply({ kind: "proposal", requestNo, blocks: setBlocks(values, model.blockCount) });
        return undefined;
      },
      [callbackType.mipLogging]: (event) => {
        const { mip_dual_bound: bound, mip_primal_bound: best } = event.data;
        if (bound !== undefined && best !== undefined) reply({ kind: "progress", requestNo, bound, best });
        return undefined;
      },
      ...("iterations" in limit && {
        [callbackType.mipInterrupt]: (event) => {
          if (Number(event.data.mip_total_lp_iterations ?? 0) >= limit.iterations) event.interrupt();
          return undefined;
        },
      }),
    });
    return {
      kind: "done",
      requestNo,
      blocks: setBlocks(instance.getSolution().colValue, model.blockCount),
      bound: Number(instance.info.get("mip_dual_bound")),
      iterations: Number(instance.info.get("simplex_iteration_count")),
      isFinished: instance.getModelStatus() === modelStatus.optimal,
    };
  } finally {
    instance.dispose();
  }
}

function setOptions(instance: Model, limit: SolveLimit): void {
  instance.options.set({
    output_flag: false,
    random_seed: 0,
    ...("seconds" in limit && { time_limit: limit.seconds }),
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    mip_feasibility_tolerance: 1e-8,
    primal_feasibility_tolerance: 1e-8,
    dual_feasibility_tolerance: 1e-8,
  });
}

function setBlocks(values: Float64Array, blockCount: number): number[] {
  return Array.from(values.subarray(0, blockCount).keys()).filter((column) => (values[column] ?? 0) > 0.5);
}

function toHighs(highs: Highs, model: BlockModel) {
  const { variableType } = highs.constants;
  return {
    numCols: model.numCols,
    numRows: model.numRows,
    colCost: model.colCost,
    colLower: model.colLower,
    colUpper: model.colUpper,
    rowLower: new Float64Array(model.numRows).fill(-highs.infinity),
    rowUpper: model.rowUpper,
    matrix: {
      format: "csc" as const,
      numRows: model.numRows,
      numCols: model.numCols,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    integrality: Array.from({ length: model.numCols }, (_, column) =>
      column < model.blockCount ? variableType.integer : variableType.continuous,
    ),
  };
}
