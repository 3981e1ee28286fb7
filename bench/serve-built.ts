import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** A case that the built command line serves. */
export interface Served {
  /** With the token that works once. */
  readonly address: string;
  readonly origin: string;
  readonly pid: number | undefined;
  /** What the server holds now, and what it held at most (Linux; elsewhere 0). */
  residentMb(): number;
  peakMb(): number;
  stop(): Promise<void>;
}

/** Serves a case by the built command line; throws what it printed if it does not come up. */
export async function serveBuilt(dir: string): Promise<Served> {
  const server = spawn(process.execPath, ["dist/cli/main.js", "serve", "--case", dir], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  for (;;) {
    const address = /http:\S+/u.exec(printed)?.[0];
    if (address !== undefined)
      return {
        address,
        origin: new URL(address).origin,
        pid: server.pid,
        residentMb: () => memoryMb(server.pid, "VmRSS"),
        peakMb: () => memoryMb(server.pid, "VmHWM"),
        stop: async () => {
          server.kill("SIGINT");
          if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
        },
      };
    if (server.exitCode !== null) throw new Error(`windfall serve ended: ${printed}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

function memoryMb(pid: number | undefined, field: "VmRSS" | "VmHWM"): number {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, "mu").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(found ?? 0) / 1024;
  } catch {
    return 0;
  }
}
