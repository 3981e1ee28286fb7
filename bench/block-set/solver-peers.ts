import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { writeBlockModelMps, type Prepared } from "../../src/network/index.ts";
import { readTable } from "../read-table.ts";

/**
 * What another solver made of the same model; the residual is that of its set under our own largest flow, in the file's
 * unit. All null where it was not run and no earlier run is known.
 */
export interface SolverPeer {
  readonly peer: string;
  readonly version: string | null;
  readonly residual: number | null;
  readonly isProved: boolean | null;
  readonly cpuSeconds: number | null;
  /** "run" here, or why the figures are frozen. */
  readonly note: string;
}

/** What is asked of them: the network by its name and the budget, and the Python to look for them in. */
interface Asked {
  readonly network: string;
  readonly budget: number;
  readonly python: string;
}

const peers = [
  { name: "HiGHS", packageName: "highspy" },
  { name: "OR-Tools (SCIP)", packageName: "ortools" },
] as const;

const secondsMax = 120;
const frozenFile = "bench/peers/block-set-frozen.csv";

const answerShape = z.record(
  z.string(),
  z
    .object({
      version: z.string(),
      cpuSeconds: z.number(),
      isProved: z.boolean(),
      members: z.array(z.number().int()).nullable(),
    })
    .nullable(),
);

/**
 * Gives the exported model (MPS) of a budget as seen (rho 1) to native HiGHS and to SCIP as OR-Tools carries it. A peer that
 * the Python does not have gets the figures of an earlier run, where there are such, and a note that says so.
 */
export async function measureSolverPeers(prepared: Prepared, asked: Asked): Promise<SolverPeer[]> {
  const answers = await askPython(prepared, asked);
  const measured: SolverPeer[] = [];
  for (const { name, packageName } of peers) {
    const answer = typeof answers === "string" ? undefined : answers[name];
    if (answer) {
      const { members, ...figures } = answer;
      const residual = members && prepared.left(4, members) / 4;
      measured.push({ peer: name, ...figures, residual, note: "run" });
    } else {
      const why = typeof answers === "string" ? answers : `${asked.python} has no ${packageName}`;
      measured.push(await frozenFigures(name, asked, why));
    }
  }
  return measured;
}

/** The answers by peer, or why there are none. */
async function askPython({ problem }: Prepared, { budget, python }: Asked) {
  const dir = mkdtempSync(join(tmpdir(), "windfall-model-"));
  try {
    const model = join(dir, "model.mps");
    const question = { budget, rhoQuarters: 4, collateralMaxMinor: null };
    writeFileSync(model, `${[...writeBlockModelMps(problem, question, "bench")].join("\n")}\n`);
    const { stdout } = await promisify(execFile)(python, ["bench/peers/block_set.py", model, String(secondsMax)]);
    return answerShape.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return `there is no ${python}`;
    throw cause;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function frozenFigures(peer: string, { network, budget }: Asked, why: string): Promise<SolverPeer> {
  const rows = await readTable(frozenFile);
  const row = rows.find(
    (each) => each["peer"] === peer && each["network"] === network && each["budget"] === String(budget),
  );
  if (!row)
    return { peer, version: null, residual: null, isProved: null, cpuSeconds: null, note: `no figures, since ${why}` };
  return {
    peer,
    version: row["version"] ?? null,
    residual: Number(row["residual"]),
    isProved: row["proved"] === "yes",
    cpuSeconds: Number(row["cpu_seconds"]),
    note: `frozen, of an earlier run, since ${why}`,
  };
}
