import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** How a process ran: its exit code, seconds, the largest resident memory of it and its children, and what it printed. */
export interface Measured {
  readonly code: number | null;
  readonly seconds: number;
  readonly peakMb: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line with arguments and watches its memory (Linux; elsewhere 0). */
export const runWindfall = (args: readonly string[], killAfterMs?: number): Promise<Measured> =>
  runMeasured(process.execPath, ["dist/cli/main.js", ...args], killAfterMs);

/** Runs a program and watches its memory (Linux; elsewhere 0). */
export async function runMeasured(program: string, args: readonly string[], killAfterMs?: number): Promise<Measured> {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => (output.stdout += data.toString("utf8")));
  child.stderr.on("data", (data: Buffer) => (output.stderr += data.toString("utf8")));
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(child.pid));
  }, 50);
  const killer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  clearInterval(watch);
  clearTimeout(killer);
  return { code, seconds: (performance.now() - started) / 1000, peakMb, ...output };
}

/** The kernel keeps the peak itself; a child that it parses in counts beside it. */
function residentMb(pid: number | undefined): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter((each) => each !== "");
    return statusMb(`${pid}`, "VmHWM") + children.reduce((sum, each) => sum + statusMb(each, "VmRSS"), 0);
  } catch {
    return 0;
  }
}

function statusMb(pid: string, field: string): number {
  try {
    const match = new RegExp(`^${field}:\\s+(\\d+) kB$`, "mu").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(match?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
