import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundlePart } from "./bundle.ts";
import { findingsPart } from "./measure-findings.ts";
import { millionPart } from "./measure-million.ts";
import { networkPart } from "./measure-network.ts";
import { nodePart } from "./measure-node.ts";
import { samplePart } from "./measure-sample.ts";
import { runPart, type Part, type PartRun } from "./run-part.ts";

const options = {
  case: { type: "string", default: "cases/harbour" },
  only: { type: "string" },
  browsers: { type: "string", default: "3" },
  rows: { type: "string", default: "1000000" },
  limit: { type: "string", default: "300" },
} as const;

/**
 * What a reader waits for, part by part, each ended after so many seconds: the sample's first view, 100,000 findings and a net
 * of 50,000 edges in fresh browsers, a node of a thousand blocked, a million statements over HTTP, and what a browser loads.
 */
export async function uiBench(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({ args: [...args], options });
  if (!existsSync(join(values.case, "case.yaml")))
    throw new Error(`--case ${values.case}: there is no case; "windfall sample" makes cases/harbour`);
  const root = mkdtempSync(join(tmpdir(), "windfall-ui-"));
  try {
    const runs: PartRun[] = [];
    for (const part of chosen(partsOf(values, root), values.only)) {
      process.stderr.write(`${part.name} ...\n`);
      runs.push(await runPart(part, Number(values.limit)));
    }
    return {
      machine: `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB`,
      load: loadavg().map((each) => Math.round(each * 10) / 10),
      node: process.versions.node,
      figures: runs.flatMap(({ figures }) => figures),
      parts: runs.map(({ part, seconds, notFinished }) => ({ part, seconds, notFinished })),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function partsOf(values: { case: string; browsers: string; rows: string }, root: string): Part[] {
  const browsers = Number(values.browsers);
  const copy = (name: string): string => {
    const dir = join(root, name);
    cpSync(values.case, dir, { recursive: true });
    return dir;
  };
  return [
    bundlePart(),
    samplePart({ browsers, copy }),
    findingsPart({ browsers, copy }),
    networkPart({ browsers, copy }),
    nodePart({ browsers, root }),
    millionPart(Number(values.rows)),
  ];
}

function chosen(parts: readonly Part[], only: string | undefined): readonly Part[] {
  if (only === undefined) return parts;
  const names = only.split(",");
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined)
    throw new Error(`--only names "${unknown}"; the parts are ${parts.map(({ name }) => name).join(", ")}`);
  return parts.filter(({ name }) => names.includes(name));
}
