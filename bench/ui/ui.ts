import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { addFindings } from "./many-findings.ts";
import { measureFindings, type Samples } from "./measure-findings.ts";
import { measureNetwork } from "./measure-network.ts";
import { serveBuilt } from "./serve-built.ts";

const findings = 100_000;
const browsers = 3;

/** What a reader waits for, in a real browser on a copy of a run case made up to 100,000 findings: p50, p95 and worst of three fresh browsers. */
export async function uiBench(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({ args: [...args], options: { case: { type: "string", default: "cases/harbour" } } });
  if (!existsSync(join(values.case, "case.yaml")))
    throw new Error(`--case ${values.case}: there is no case; "windfall sample" makes cases/harbour`);
  const root = mkdtempSync(join(tmpdir(), "windfall-ui-"));
  const dir = join(root, "case");
  try {
    cpSync(values.case, dir, { recursive: true });
    await addFindings(dir, findings);
    return await measure(dir);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(dir: string): Promise<unknown> {
  const server = await serveBuilt(dir);
  const samples: Samples = {};
  let version = "";
  try {
    const cookies = await enter(server.address);
    for (let round = 0; round < browsers; round += 1) {
      const browser = await launchChromium();
      version = browser.version();
      await measureFindings(browser, { origin: server.origin, cookies, samples });
      await measureNetwork(browser, { origin: server.origin, cookies, samples });
      await browser.close();
    }
    (samples["memory of the server, MB"] ??= []).push(server.residentMb());
  } finally {
    await server.stop();
  }
  return {
    machine: `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    versions: `Node ${process.versions.node}, Chromium ${version}`,
    findings,
    rows: Object.entries(samples).map(([what, all]) => ({ what, samples: all.length, ...spread(all) })),
  };
}

/** The address works once: its cookie serves the browsers that follow. */
async function enter(address: string) {
  const browser: Browser = await launchChromium();
  const context = await browser.newContext();
  await (await context.newPage()).goto(address);
  const state = await context.storageState();
  await browser.close();
  return state;
}

function spread(all: readonly number[]): { readonly p50: number; readonly p95: number; readonly worst: number } {
  const sorted = all.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), worst: round(sorted.at(-1) ?? 0) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
