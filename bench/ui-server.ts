import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./read-arguments.ts";
import { makeWideCase } from "./ui-server/make-case.ts";

/** What is asked, by what it shows; each filter is put several times among the others, so that none is answered from the last one's pages. */
const filters = {
  "filter by what is known": ["kind:contradicted", "kind:corroborated,new", "-kind:one-source", "kind:new sources:>=2"],
  words: ["taebong", "harbor 무역", "восток", '"pine river"', "朝阳 贸易"],
  "facets and money": [
    "property:name money:>1M",
    "source:h3 seen:2014",
    "source:h1,h2 property:phone",
    "seen:2014-03..2016 money:<=2M",
  ],
  everything: [""],
} as const;

/**
 * A made case served as `windfall serve` does, asked over HTTP: milliseconds of filters with count, first 200 rows and facets,
 * of windows in sorted views after their first second, of a search, and the largest memory of the server.
 */
export async function uiServerBench(args: readonly string[]) {
  const options = readArguments(args, { rows: 1_000_000, times: 5 });
  const dir = mkdtempSync(join(tmpdir(), "windfall-ui-server-"));
  const rows = options.number("rows");
  let server: ChildProcess | undefined;
  try {
    await makeWideCase(join(dir, "case"), rows);
    server = spawn(process.execPath, ["dist/cli/main.js", "serve", "--case", join(dir, "case")]);
    const ask = await enter(server);
    const lists = await firstLists(ask);
    const times = options.number("times");
    const { pid } = server;
    const asked = await filtersTimed(ask, { times, pid });
    const windows = await windowsTimed(ask, { times, pid });
    const searched = await timedEach({ times, pid }, () => ask("GET", `/api/search?q=${encodeURIComponent("morn")}`));
    return {
      statements: rows,
      lists,
      ...asked,
      "window of a sorted view": windows,
      search: searched,
      peakMb: peakMb(server),
    };
  } finally {
    if (server) {
      server.kill("SIGINT");
      await once(server, "close");
    }
    rmSync(dir, { recursive: true, force: true });
  }
}

type Ask = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ readonly ms: number; readonly answer: ViewAnswer }>;
interface ViewAnswer {
  readonly view: { readonly id: string; readonly count: number; readonly total: number };
}

/** Waits for the address, trades its token, and gives a way to ask. */
async function enter(server: ChildProcess): Promise<Ask> {
  let said = "";
  server.stdout?.on("data", (data: Buffer) => (said += data.toString("utf8")));
  let address: string | undefined;
  while (address === undefined) {
    if (server.exitCode !== null) throw new Error(`the server ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    address = /http:\S+/u.exec(said)?.[0];
  }
  const { origin } = new URL(address);
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  return async (method, path, body) => {
    const started = performance.now();
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie, origin, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const ms = performance.now() - started;
    if (!response.ok) throw new Error(`${method} ${path}: ${text.slice(0, 500)}`);
    return { ms, answer: JSON.parse(text) as ViewAnswer };
  };
}

/** Seconds until each list is there for the first time. */
async function firstLists(ask: Ask) {
  const seconds: Record<string, { rows: number; seconds: number }> = {};
  for (const list of ["findings", "entities", "payments"]) {
    const { ms, answer } = await ask("POST", "/api/views", { list });
    seconds[list] = { rows: answer.view.total, seconds: Math.round(ms / 100) / 10 };
  }
  return seconds;
}

interface Times {
  readonly times: number;
  readonly pid: number | undefined;
}

async function filtersTimed(ask: Ask, { times, pid }: Times) {
  const measured: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(filters)) {
    const ms: number[] = [];
    const before = processorMs(pid);
    for (let round = 0; round < times; round += 1)
      for (const filter of texts) ms.push((await ask("POST", "/api/views", { list: "findings", filter })).ms);
    measured[name] = figures(ms, processorMs(pid) - before);
  }
  return measured;
}

async function windowsTimed(ask: Ask, { times, pid }: Times) {
  const ms: number[] = [];
  let spent = 0;
  for (const [list, sort] of [
    ["findings", "-money"],
    ["findings", "value"],
    ["entities", "name"],
    ["entities", ""],
    ["payments", "-day"],
  ]) {
    const { answer } = await ask("POST", "/api/views", { list, sort });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const before = processorMs(pid);
    for (let round = 0; round < times * 4; round += 1) {
      const from = Math.floor((answer.view.count - 200) * ((round * 0.618) % 1));
      ms.push((await ask("GET", `/api/views/${answer.view.id}/rows?from=${from}&to=${from + 200}`)).ms);
    }
    spent += processorMs(pid) - before;
  }
  return figures(ms, spent);
}

async function timedEach({ times, pid }: Times, work: () => Promise<{ readonly ms: number }>) {
  const first = await work();
  const ms: number[] = [];
  const before = processorMs(pid);
  for (let round = 0; round < times * 4; round += 1) ms.push((await work()).ms);
  return { firstMs: Math.round(first.ms), ...figures(ms, processorMs(pid) - before) };
}

/** Milliseconds as they were seen, and the processor time of the server for each question. */
function figures(ms: readonly number[], spentMs: number) {
  const sorted = ms.toSorted((left, right) => left - right);
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return {
    asked: ms.length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    worstMs: at(1),
    processorMs: Math.round(spentMs / ms.length),
  };
}

/** The processor time of a process so far, in milliseconds to the hundredth of a second (Linux; elsewhere 0). */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** The largest resident memory of the server so far (Linux; elsewhere 0). */
function peakMb({ pid }: ChildProcess): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(peak ?? 0) / 1024);
  } catch {
    return 0;
  }
}
