import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { groupBy } from "../src/base/index.ts";
import { views } from "../src/casefile/index.ts";
import { hashOfFile, isOfReporting, round, share } from "./figures.ts";
import { explainWrong } from "./linkage/explain-wrong.ts";
import { linkRows, type LinkageInput, type LinkedRows } from "./linkage/link.ts";
import { linkageSets, type LinkageSet } from "./linkage/sets.ts";
import { bcubed, pairwise } from "./linkage/score-clusters.ts";
import { runPeers } from "./peers.ts";
import { readTable } from "./read-table.ts";

const mapShape = z.object({
  schema: z.string(),
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/**
 * Links the rows of one table, or of several, with the product's defaults, a model learnt from them first, and compares
 * the clusters with the column that says which rows are one. `reporting` counts the rows whose true cluster's SHA-1 starts
 * with an odd digit; docs/benches.md says of which sets that half was looked at.
 */
export async function linkageBench(args: readonly string[]) {
  const { values: given } = parseArgs({
    args: [...args],
    options: {
      left: { type: "string" },
      right: { type: "string" },
      id: { type: "string" },
      truth: { type: "string" },
      columns: { type: "string" },
      set: { type: "string" },
      wrong: { type: "boolean" },
      peers: { type: "boolean" },
      untrained: { type: "boolean" },
    },
  });
  const { wrong: listsWrong = false, peers: runsPeers = false, untrained = false, ...values } = given;
  const set = values.set === undefined ? setOfFiles(values) : await namedSet(values.set);
  const truth = await readTruth(set);
  const startedCpu = process.cpuUsage();
  return linkRows(set.input, !untrained, async (linked) => {
    const cpu = process.cpuUsage(startedCpu);
    const rows = [...truth].map(([id, own]) => ({ id, truth: own, said: linked.clusters.get(id) ?? `alone ${id}` }));
    const reporting = rows.filter((row) => isOfReporting(row.truth));
    const { intake, train, match, resolve } = linked.seconds;
    return {
      input: set.input.files.map(hashOfFile),
      rows: rows.length,
      seconds: round(train + match + resolve),
      trainSeconds: round(train),
      intakeSeconds: round(intake),
      cpuSeconds: round((cpu.user + cpu.system) / 1e6),
      peakMb: peakMb(),
      pairwise: pairwise(rows),
      bcubed: bcubed(rows),
      reporting: { pairwise: pairwise(reporting), bcubed: bcubed(reporting) },
      reach: await reachOf(truth, linked),
      reachEstimate: await views.blockingReach(linked.open),
      ...(runsPeers && {
        peers: await runPeers(values.set ?? "", set.input.files, (clusters) => scorePeer(truth, clusters)),
      }),
      ...(listsWrong && { wrong: await explainWrong(linked.open, rows) }),
    };
  });
}

function scorePeer(truth: ReadonlyMap<string, string>, clusters: ReadonlyMap<string, string>) {
  const rows = [...truth].map(([id, own]) => ({ truth: own, said: clusters.get(id) ?? `alone ${id}` }));
  return { pairwise: pairwise(rows), bcubed: bcubed(rows) };
}

/** Of the true pairs, the share that shares a blocking key. */
async function reachOf(truth: ReadonlyMap<string, string>, linked: LinkedRows): Promise<number> {
  const groups = groupBy([...truth.keys()], (id) => truth.get(id) ?? "");
  const pairs = [...groups.values()].flatMap((ids) =>
    ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const)),
  );
  return round(share(await linked.reached(pairs), pairs.length));
}

function peakMb(): number {
  const match = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"));
  return Math.round(Number(match?.[1] ?? 0) / 1024);
}

async function readTruth({ input, truth }: LinkageSet): Promise<ReadonlyMap<string, string>> {
  const own = new Map<string, string>();
  for (const [index, file] of input.files.entries())
    for (const row of await readTable(file)) {
      const id = row[input.id] ?? "";
      own.set(input.files.length > 1 ? `${index + 1} ${id}` : id, truth(row));
    }
  return own;
}

async function namedSet(name: string): Promise<LinkageSet> {
  const set = await linkageSets[name]?.();
  if (!set) throw new Error(`there is no set "${name}"; take one of ${Object.keys(linkageSets).join(", ")}`);
  return set;
}

function setOfFiles(values: Readonly<Record<string, string | undefined>>): LinkageSet {
  const { left, right, id, truth, columns } = values;
  if (left === undefined || id === undefined || truth === undefined || columns === undefined)
    throw new Error("linkage takes --left FILE --id COLUMN --truth COLUMN --columns map.yaml, or --set NAME");
  const map = mapShape.parse(parse(readFileSync(columns, "utf8")));
  const input: LinkageInput = {
    files: right === undefined ? [left] : [left, right],
    schema: map.schema,
    columns: Object.fromEntries(Object.entries(map.columns).map(([property, names]) => [property, [[names].flat()]])),
    id,
  };
  return { input, truth: (row) => row[truth] ?? "" };
}
