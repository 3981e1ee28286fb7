import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** A case that the built command line serves. */
export interface Served {
  /** With the token that works once. */
  readonly address: string;
  readonly origin: string;
  /** What server and children hold now (Linux; elsewhere 0). */
  residentMb(): number;
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
        residentMb: () => residentMb(server.pid),
        stop: async () => {
          server.kill("SIGINT");
          if (server.exitCode === null) await once(server, "exit");
        },
      };
    if (server.exitCode !== null) throw new Error(`windfall serve ended: ${printed}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

function residentMb(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
