import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { readTable } from "./read-table.ts";

/** What a peer made of the same input: by row id (with the number of its file before it where there are two) its cluster. */
export interface PeerRun {
  readonly peer: string;
  readonly seconds: number;
  readonly peakMb: number;
  readonly clusters: ReadonlyMap<string, string>;
}

/** A published or earlier figure of a peer, for where it is not installed. */
export interface FrozenFigure {
  readonly peer: string;
  readonly figures: Readonly<Record<string, number>>;
}

const isNotRun = "frozen: not run, WINDFALL_PEERS_PYTHON is not set";

/** What peers reached on these inputs when they were last run, or say of themselves. */
const frozenFigures: Readonly<Record<string, readonly FrozenFigure[]>> = {
  historical_50k: [
    { peer: "Splink 4, own demo model, at 0.95", figures: { f1: 0.828, bcubedF1: 0.8625, seconds: 20.3 } },
    { peer: "GoldenMatch, as published", figures: { f1: 0.827, bcubedF1: 0.862 } },
  ],
  febrl3: [
    { peer: "Splink 4, own demo model", figures: { f1: 0.9958 } },
    { peer: "GoldenMatch, as published", figures: { f1: 0.996 } },
  ],
  transactions: [{ peer: "Splink 4, own demo model without the rule that uses row numbers", figures: { f1: 0.775 } }],
  people: [
    { peer: "Splink 4, another generator, 1,000,000 rows", figures: { precision: 0.9999, recall: 0.95, seconds: 81 } },
  ],
};

const answerShape = z.object({ peer: z.string(), seconds: z.number(), peakMb: z.number() });

/** The python with the peers: WINDFALL_PEERS_PYTHON; undefined where it is not set. */
const peersPython = (): string | undefined => process.env["WINDFALL_PEERS_PYTHON"];

/**
 * Runs Splink on the input of a set and scores it as the product is scored; where no python with it is named, its frozen
 * figures, marked as such.
 */
export async function runPeers<Scores extends object>(
  set: string,
  files: readonly string[],
  score: (clusters: ReadonlyMap<string, string>) => Scores,
) {
  const python = peersPython();
  if (python === undefined) return (frozenFigures[set] ?? []).map((frozen) => ({ ...frozen, note: isNotRun }));
  const { clusters, ...run } = await runSplink(python, set, files);
  return [{ ...run, ...score(clusters) }];
}

async function runSplink(python: string, set: string, files: readonly string[]): Promise<PeerRun> {
  const dir = mkdtempSync(join(tmpdir(), "windfall-peer-"));
  try {
    const out = join(dir, "clusters.csv");
    const { stdout } = await promisify(execFile)(python, ["bench/peers/link_with_splink.py", set, out, ...files]);
    const answer = answerShape.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
    const rows = await readTable(out);
    const clusters = rows.map(({ side, id, cluster }): [string, string] => [
      files.length > 1 ? `${side} ${id}` : (id ?? ""),
      cluster ?? "",
    ]);
    return { ...answer, clusters: new Map(clusters) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
