import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { makeCsr, type Csr } from "../src/network/graph/csr.ts";
import { round } from "./figures.ts";
import { makeRandom } from "./random.ts";
import { readArguments } from "./read-arguments.ts";

/**
 * Builds compressed sparse rows from a made edge list, in a fresh process and then again: seconds of the first build and
 * the median of five, and what the rows take beside the list.
 */
export async function csrBench(args: readonly string[]) {
  const options = readArguments(args, { edges: 1_000_000, nodes: 0, seed: 1 });
  const edgeCount = options.number("edges");
  const nodeCount = options.number("nodes") || Math.max(2, Math.round(edgeCount / 5));
  const random = makeRandom("csr", options.number("seed"));
  const list = {
    nodeCount,
    tails: Int32Array.from({ length: edgeCount }, () => random.below(nodeCount)),
    heads: Int32Array.from({ length: edgeCount }, () => random.below(nodeCount)),
    capacities: Float64Array.from({ length: edgeCount }, () => 1 + random.below(1_000_000)),
  };
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
  const before = usedBytes();
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  const rows: Csr[] = [];
  const build = (): void => {
    const started = performance.now();
    const cpuBefore = process.cpuUsage();
    rows[0] = makeCsr(list);
    const cpu = process.cpuUsage(cpuBefore);
    seconds.push((performance.now() - started) / 1000);
    cpuSeconds.push((cpu.user + cpu.system) / 1e6);
  };
  build();
  collect();
  const takenBytes = usedBytes() - before;
  for (let again = 0; again < 5; again += 1) build();
  return {
    nodes: nodeCount,
    edges: rows[0]?.arcCount ?? 0,
    firstSeconds: round(seconds[0] ?? 0),
    seconds: round(median(seconds.slice(1))),
    cpuSeconds: round(median(cpuSeconds.slice(1))),
    takenMb: round(takenBytes / 1_000_000),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

const usedBytes = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
