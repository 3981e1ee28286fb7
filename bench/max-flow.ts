import { performance } from "node:perf_hooks";
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { makeFlowFinder } from "../src/network/graph/max-flow.ts";
import { makeFlowGraph } from "../src/network/question/flow-graph.ts";
import { makeNetwork } from "./block-set/make-network.ts";
import { readNetworkFile, toProblem, type NetworkFile } from "./block-set/network-file.ts";
import { round } from "./figures.ts";

/**
 * The largest flow through networks in the form of `block-set`, or through made ones (`--nodes N --edges N --seed N
 * --uniform`): the first run and the median of nine more, milliseconds. With `WINDFALL_PEERS_PYTHON`, igraph and networkx
 * on the same edges.
 */
export async function maxFlowBench(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const shape = { seed: Number(values.seed), isHubby: !values.uniform, budgets: [] };
  const networks = positionals.map(readNetworkFile);
  if (values.nodes) {
    networks.push(makeNetwork({ ...shape, nodes: Number(values.nodes), edges: Number(values.edges ?? 0) }));
  }
  return networks.map(measure);
}

const options = {
  nodes: { type: "string" },
  edges: { type: "string" },
  seed: { type: "string", default: "1" },
  uniform: { type: "boolean", default: false },
} as const;

function measure(network: NetworkFile) {
  const { graph, source, sink } = makeFlowGraph(toProblem(network), 4);
  const find = makeFlowFinder(graph, source, sink);
  const nobody = new Uint8Array(graph.nodeCount);
  const runs: { readonly ms: number; readonly cpuMs: number; readonly value: number }[] = [];
  for (let run = 0; run < 10; run += 1) {
    const started = performance.now();
    const cpuBefore = process.cpuUsage();
    const value = find(nobody)?.value ?? 0;
    const cpu = process.cpuUsage(cpuBefore);
    runs.push({ value, ms: performance.now() - started, cpuMs: (cpu.user + cpu.system) / 1000 });
  }
  const median = (figures: readonly number[]): number => round(figures.toSorted((a, b) => a - b)[4] ?? 0);
  return {
    network: network.name,
    nodes: network.nodes,
    edges: network.edges.length,
    value: (runs[0]?.value ?? 0) / 4,
    stated: network.baselineMaxFlow ?? null,
    firstMs: round(runs[0]?.ms ?? 0),
    ms: median(runs.slice(1).map((run) => run.ms)),
    cpuMs: median(runs.slice(1).map((run) => run.cpuMs)),
    peers: askPeers(network),
  };
}

/** The same network to igraph and networkx; null where there is no python with them. */
function askPeers(network: NetworkFile): unknown {
  const python = process.env["WINDFALL_PEERS_PYTHON"];
  if (python === undefined) return null;
  const { nodes, source, sink, edges } = network;
  const input = JSON.stringify({ nodes, source, sink, edges });
  const peers: unknown = JSON.parse(execFileSync(python, ["bench/peers/max_flow.py"], { input, encoding: "utf8" }));
  return peers;
}
