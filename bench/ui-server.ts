import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./read-arguments.ts";
import { keepLists, withCase } from "../src/casefile/index.ts";
import { benchActor } from "./linkage/hand-over-table.ts";
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
 * A made case served as `windfall serve` does, asked over HTTP: seconds of making its lists as the end of a run does, and from
 * the server's start to the first rows of each; milliseconds of filters with count, first 200 rows and facets, of windows in
 * sorted views after their first second, of a search; the memory of the server at the end, and at most. With `--nothing-kept`
 * the server makes the lists when they are asked for.
 */
export async function uiServerBench(args: readonly string[]) {
  const { asked, ...told } = await askServer(args);
  return { ...told, ...Object.fromEntries(Object.entries(asked).map(([what, timed]) => [what, figures(timed)])) };
}

/** Milliseconds of each question as they were seen, and the processor time of the server for all of them. */
export interface Timed {
  readonly ms: readonly number[];
  readonly processorMs: number;
}

/** The same with every sample; the signal ends it. */
export async function askServer(args: readonly string[], signal?: AbortSignal) {
  const options = readArguments(args, { rows: 1_000_000, times: 5 }, ["nothing-kept"]);
  const dir = mkdtempSync(join(tmpdir(), "windfall-ui-server-"));
  const [rows, times] = [options.number("rows"), options.number("times")];
  let server: ChildProcess | undefined;
  try {
    await makeWideCase(join(dir, "case"), rows);
    const making = options.isOn("nothing-kept") ? null : await secondsOf(() => keepAll(join(dir, "case")));
    const started = performance.now();
    server = spawn(process.execPath, ["dist/cli/main.js", "serve", "--case", join(dir, "case")], {
      ...(signal && { signal, killSignal: "SIGKILL" }),
    });
    server.on("error", () => undefined);
    const ask = await enter(server);
    const upSeconds = since(started);
    const { pid } = server;
    return {
      statements: rows,
      makingListsSeconds: making,
      upSeconds,
      lists: await firstLists(ask),
      firstRowsSeconds: since(started),
      asked: {
        ...(await filtersTimed(ask, { times, pid })),
        "window of a sorted view": await windowsTimed(ask, { times, pid }),
        ...(await searchesTimed(ask, { times, pid })),
      },
      residentMb: memoryMb(server, "VmRSS"),
      peakMb: memoryMb(server, "VmHWM"),
    };
  } finally {
    if (server && server.exitCode === null && server.signalCode === null) {
      server.kill("SIGINT");
      await once(server, "close");
    }
    rmSync(dir, { recursive: true, force: true });
  }
}

const keepAll = (dir: string): Promise<void> => withCase(dir, benchActor, (open) => keepLists(open, () => undefined));

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return since(started);
}

const since = (started: number): number => Math.round((performance.now() - started) / 10) / 100;

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
    seconds[list] = { rows: answer.view.total, seconds: Math.round(ms / 10) / 100 };
  }
  return seconds;
}

interface Times {
  readonly times: number;
  readonly pid: number | undefined;
}

async function filtersTimed(ask: Ask, { times, pid }: Times): Promise<Record<string, Timed>> {
  const measured: Record<string, Timed> = {};
  for (const [name, texts] of Object.entries(filters)) {
    const ms: number[] = [];
    const before = processorMs(pid);
    for (let round = 0; round < times; round += 1)
      for (const filter of texts) ms.push((await ask("POST", "/api/views", { list: "findings", filter })).ms);
    measured[name] = { ms, processorMs: processorMs(pid) - before };
  }
  return measured;
}

async function windowsTimed(ask: Ask, { times, pid }: Times): Promise<Timed> {
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
  return { ms, processorMs: spent };
}

/** The first search, for which its words are read or made, and those after it. */
async function searchesTimed(ask: Ask, { times, pid }: Times): Promise<Record<string, Timed>> {
  const search = async (): Promise<number> => (await ask("GET", "/api/search?q=morn")).ms;
  const [begun, first] = [processorMs(pid), await search()];
  const before = processorMs(pid);
  const ms: number[] = [];
  for (let round = 0; round < times * 4; round += 1) ms.push(await search());
  return {
    "first search": { ms: [first], processorMs: before - begun },
    search: { ms, processorMs: processorMs(pid) - before },
  };
}

function figures({ ms, processorMs: spentMs }: Timed) {
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

/** The resident memory of the server: now, or the largest so far (Linux; elsewhere 0). */
function memoryMb({ pid }: ChildProcess, field: "VmRSS" | "VmHWM"): number {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, "mu").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(found ?? 0) / 1024);
  } catch {
    return 0;
  }
}
