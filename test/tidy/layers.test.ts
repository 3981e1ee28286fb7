import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { importsOf, sourcesBelow, startImportsOf, type Source } from "./sources.ts";

/** Who may import whom; a room may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ["base"],
  names: ["base", "model"],
  protect: ["base", "model"],
  store: ["base", "model"],
  compare: ["base", "model", "names"],
  intake: ["base", "model", "names", "protect", "store"],
  resolve: ["base", "model", "names", "protect", "store"],
  network: ["base", "model", "names", "protect", "store"],
  match: ["base", "model", "names", "protect", "store", "compare"],
  reconcile: ["base", "model", "names", "protect", "store", "compare"],
  crosscheck: ["base", "model", "names", "protect", "store", "compare"],
  ledger: ["base", "model", "names", "protect", "store", "compare"],
  views: ["base", "model", "protect", "store"],
  brief: ["base", "model", "protect", "views"],
  casefile: [
    "base",
    "model",
    "names",
    "protect",
    "store",
    "compare",
    "intake",
    "match",
    "resolve",
    "reconcile",
    "crosscheck",
    "ledger",
    "network",
    "views",
    "brief",
  ],
  server: ["base", "model", "protect", "casefile"],
  cli: ["base", "model", "protect", "casefile", "server"],
};

const ioRooms = new Set(["store", "intake", "protect", "casefile", "server", "cli"]);
const pureBuiltIns = new Set([
  "node:crypto",
  "node:util",
  "node:path",
  "node:url",
  "node:worker_threads",
  "node:buffer",
  "node:assert",
  "node:module",
]);

/** What is wrong with a source's imports: one line for each wrong one. */
function faultsOf(source: Source): string[] {
  const room = source.path.split("/")[1] ?? "";
  return importsOf(source).flatMap((name) => faultOf(source, room, name) ?? []);
}

function faultOf(source: Source, room: string, name: string): string | undefined {
  if (name.startsWith("node:")) {
    return ioRooms.has(room) || pureBuiltIns.has(name)
      ? undefined
      : `${source.path}: ${room} does no I/O and imports ${name}`;
  }
  if (!name.startsWith(".")) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(source.path), name));
  const [top, other = ""] = target.split("/");
  if (top !== "src") return `${source.path}: imports ${target}, outside src`;
  if (other === room) return undefined;
  if (!(mayImport[room] ?? []).includes(other)) return `${source.path}: ${room} may not import ${other}`;
  return target === `src/${other}/index.ts` ? undefined : `${source.path}: goes past the door of ${other} to ${target}`;
}

describe("the layer table", () => {
  const sources = sourcesBelow("src");
  it("covers every room", () => {
    const rooms = new Set(sources.map((source) => source.path.split("/")[1] ?? ""));
    expect([...rooms].filter((room) => mayImport[room] === undefined)).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });
  it("is kept by every import", () => expect(sources.flatMap(faultsOf)).toEqual([]));

  const canary = (what: string, path: string, text: string, fault: string): void =>
    it(`refuses ${what}`, () => expect(faultsOf({ path, text })).toEqual([fault]));
  canary(
    "a stage that imports a stage",
    "src/match/x.ts",
    'import { resolveStage } from "../resolve/index.ts";',
    "src/match/x.ts: match may not import resolve",
  );
  canary(
    "an import past a door",
    "src/match/x.ts",
    'import { at } from "../base/at.ts";',
    "src/match/x.ts: goes past the door of base to src/base/at.ts",
  );
  canary(
    "a re-export past a door",
    "src/match/x.ts",
    'export { at } from "../base/at.ts";',
    "src/match/x.ts: goes past the door of base to src/base/at.ts",
  );
  canary(
    "an import for later past a door",
    "src/match/x.ts",
    'const { at } = await import("../base/at.ts");',
    "src/match/x.ts: goes past the door of base to src/base/at.ts",
  );
  canary(
    "input and output in a pure room",
    "src/names/x.ts",
    'import { readFileSync } from "node:fs";',
    "src/names/x.ts: names does no I/O and imports node:fs",
  );
  canary(
    "the examples in the product",
    "src/cli/x.ts",
    'import { score } from "../../examples/harbour/score.ts";',
    "src/cli/x.ts: imports examples/harbour/score.ts, outside src",
  );
});

describe("the start of the command line", () => {
  const sources = new Map(sourcesBelow("src").map((source) => [source.path, source]));
  const loadedFrom = (path: string, loaded: Set<string>): Set<string> => {
    const source = sources.get(path);
    if (source === undefined || loaded.has(path)) return loaded;
    loaded.add(path);
    for (const name of startImportsOf(source)) loadedFrom(posix.join(posix.dirname(path), name), loaded);
    return loaded;
  };
  it("loads no room of names, material, stages, solver or brief, which most verbs do without", () => {
    const rooms = new Set([...loadedFrom("src/cli/main.ts", new Set())].map((path) => path.split("/")[1]));
    expect([...rooms].toSorted()).toEqual(["base", "casefile", "cli", "model", "protect", "store", "views"]);
  });
  it("loads few packages, and the engine not before a case is opened", () => {
    const packages = [...loadedFrom("src/cli/main.ts", new Set())]
      .flatMap((path) => startImportsOf(sources.get(path) ?? { path, text: "" }))
      .filter((name) => !name.startsWith(".") && !name.startsWith("node:"));
    expect([...new Set(packages)].toSorted()).toEqual(["commander", "ibantools", "yaml", "zod"]);
  });
  it("would be found out if it did", () =>
    expect(
      startImportsOf({ path: "x.ts", text: 'import { type A, b } from "./b.ts"; import type { C } from "./c.ts";' }),
    ).toEqual(["./b.ts"]));
});

describe("the sample's generator", () => {
  const faults = (source: Source): string[] =>
    importsOf(source)
      .filter((name) => name.startsWith("."))
      .map((name) => posix.normalize(posix.join(posix.dirname(source.path), name)))
      .filter((target) => !target.startsWith("examples/"))
      .map((target) => `${source.path} imports ${target}`);
  it("knows nothing of the product", () => {
    expect(sourcesBelow("examples").length).toBeGreaterThan(10);
    expect(sourcesBelow("examples").flatMap(faults)).toEqual([]);
  });
  it("would be refused if it did", () =>
    expect(faults({ path: "examples/harbour/x.ts", text: 'import { at } from "../../src/base/index.ts";' })).toEqual([
      "examples/harbour/x.ts imports src/base/index.ts",
    ]));
});

describe("doors", () => {
  const doors = sourcesBelow("src").filter((source) => /^src\/[a-z]+\/index\.ts$/u.test(source.path));
  it("only re-export", () => {
    const others = doors.filter(
      ({ text }) => text.replaceAll(/export (?:type )?(?:\*|\* as \w+|\{[^}]*\}) from "[^"]+";/gsu, "").trim() !== "",
    );
    expect(others.map((door) => door.path)).toEqual([]);
  });
});
