import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./read-arguments.ts";
import { keepLists, withCase } from "../src/casefile/index.ts";
import { benchActor } from "./linkage/hand-over-table.ts";
import { serveBuilt, type Served } from "./serve-built.ts";
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

/** What was measured: its samples, and of milliseconds the processor time of the server for all of them. */
export interface Measured {
  readonly what: string;
  readonly unit: "s" | "ms" | "MB";
  readonly values: readonly number[];
  readonly processorMs: number | null;
}

/** How the asking is followed, and ended before its time. */
interface Asking {
  readonly begin?: (what: string) => void;
  readonly tell: (measured: Measured) => void;
  readonly signal?: AbortSignal;
}

/** A made case asked over HTTP: each thing measured, seconds and megabytes as one number, milliseconds as figures. */
export async function uiServerBench(args: readonly string[]) {
  const told: Record<string, unknown> = {};
  await askServer(args, {
    tell: ({ what, unit, values, processorMs }) => {
      told[unit === "ms" ? what : `${what}, ${unit}`] =
        unit === "ms" ? figures(values, processorMs ?? 0) : (values[0] ?? null);
    },
  });
  return told;
}

/**
 * A made case served as `windfall serve` does, asked over HTTP: seconds of making its lists as the end of a run does, from the
 * server's start to its address, and to the first rows of each list; milliseconds of filters with count, first 200 rows and
 * facets, of windows in sorted views after their first second, of searches; the memory of the server at the end, and at most.
 * With `--nothing-kept` the server makes the lists when they are asked for.
 */
export async function askServer(args: readonly string[], { begin, tell, signal }: Asking): Promise<void> {
  const options = readArguments(args, { rows: 1_000_000, times: 5 }, ["nothing-kept"]);
  const root = mkdtempSync(join(tmpdir(), "windfall-ui-server-"));
  const [dir, times] = [join(root, "case"), options.number("times")];
  let server: Served | undefined;
  const seconds = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    signal?.throwIfAborted();
    begin?.(what);
    const started = performance.now();
    const value = await work();
    tell({ what, unit: "s", values: [(performance.now() - started) / 1000], processorMs: null });
    return value;
  };
  const timed = async (what: string, work: Promise<Timed>): Promise<void> => {
    begin?.(what);
    const { ms, processorMs } = await work;
    tell({ what, unit: "ms", values: ms, processorMs });
  };
  try {
    begin?.("making the case");
    await makeWideCase(dir, options.number("rows"));
    if (!options.isOn("nothing-kept"))
      await seconds("making the lists at the end of a run", () =>
        withCase(dir, benchActor, (open) => keepLists(open, () => undefined)),
      );
    const started = await seconds("start of the server to its address", () => serveBuilt(dir));
    server = started;
    signal?.addEventListener("abort", () => void started.stop());
    const ask = await enter(started);
    for (const list of ["findings", "entities", "payments"])
      await seconds(`first rows of ${list}`, () => ask("POST", "/api/views", { list }));
    const { pid } = started;
    for (const [what, texts] of Object.entries(filters)) await timed(what, filtersTimed(ask, texts, { times, pid }));
    await timed("window of a sorted view", windowsTimed(ask, { times, pid, rows: 100 }));
    await timed("200 rows of a sorted view", windowsTimed(ask, { times, pid, rows: 200 }));
    const search = () => ask("GET", "/api/search?q=morn");
    await seconds("first search", search);
    await timed("search", timedEach({ times: times * 4, pid }, search));
    const memory = { unit: "MB", processorMs: null } as const;
    tell({ what: "memory of the server, asked all that", ...memory, values: [started.residentMb()] });
    tell({ what: "memory of the server at most", ...memory, values: [started.peakMb()] });
  } finally {
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
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

/** Trades the token of the address, and gives a way to ask. */
async function enter({ address, origin }: Served): Promise<Ask> {
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

interface Times {
  readonly times: number;
  readonly pid: number | undefined;
}

/** Milliseconds of each question as they were seen, and the processor time of the server for all of them. */
interface Timed {
  readonly ms: readonly number[];
  readonly processorMs: number;
}

async function timedEach({ times, pid }: Times, work: () => Promise<{ readonly ms: number }>): Promise<Timed> {
  const ms: number[] = [];
  const before = processorMs(pid);
  for (let round = 0; round < times; round += 1) ms.push((await work()).ms);
  return { ms, processorMs: processorMs(pid) - before };
}

/** Each filter is put among the others, round by round. */
function filtersTimed(ask: Ask, texts: readonly string[], { times, pid }: Times): Promise<Timed> {
  let asked = 0;
  return timedEach({ times: times * texts.length, pid }, () => {
    asked += 1;
    return ask("POST", "/api/views", { list: "findings", filter: texts[asked % texts.length] });
  });
}

/** Windows of so many rows; the pages ask for 100 at once. */
async function windowsTimed(ask: Ask, { times, pid, rows }: Times & { readonly rows: number }): Promise<Timed> {
  const all: Timed[] = [];
  for (const [list, sort] of [
    ["findings", "-money"],
    ["findings", "value"],
    ["entities", "name"],
    ["entities", ""],
    ["payments", "-day"],
  ]) {
    const { answer } = await ask("POST", "/api/views", { list, sort });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    let round = 0;
    const window = (): ReturnType<Ask> => {
      const from = Math.floor((answer.view.count - rows) * ((round * 0.618) % 1));
      round += 1;
      return ask("GET", `/api/views/${answer.view.id}/rows?from=${from}&to=${from + rows}`);
    };
    all.push(await timedEach({ times: times * 4, pid }, window));
  }
  return { ms: all.flatMap(({ ms }) => ms), processorMs: all.reduce((sum, each) => sum + each.processorMs, 0) };
}

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
