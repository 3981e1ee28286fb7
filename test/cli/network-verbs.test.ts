import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FoundPaths, TracedMoney } from "../../src/casefile/index.ts";
import type { CasePatterns } from "../../src/network/index.ts";
import { makeSample, type SampleCase } from "../support/sample-case.ts";
import { dataHere, windfallHere } from "../support/windfall-here.ts";
import type { Ended } from "../support/windfall.ts";

const mark = "INTERNAL - NOT CHECKED FOR RELEASE";
let sample: SampleCase;
let scratch: string;
const inCase = (...args: readonly string[]): Promise<Ended> => windfallHere(...args, "--case", sample.dir);
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test says what it expects to read
const dataOf = <Data>(...args: readonly string[]): Promise<Data> => dataHere<Data>(...args, "--case", sample.dir);

beforeAll(async () => {
  sample = await makeSample();
  scratch = mkdtempSync(join(tmpdir(), "windfall-net-"));
}, 900_000);
afterAll(() => {
  sample.remove();
  rmSync(scratch, { recursive: true, force: true });
});

const party = "Morning River Labour Services Sdn. Bhd.";

describe("trace", () => {
  it("sets the four rules side by side, each figure under its rule's name, and says what they take for granted", async () => {
    const { code, stdout } = await inCase("trace", party, "--limit", "3");
    expect(code).toBe(0);
    expect(stdout).toMatch(/traced money that came to +poison +haircut +fifo +lifo\n/u);
    for (const words of ["hangs on that", "is known stand at its last day", "of one day each party"])
      expect(stdout).toContain(words);
  });
  it("keeps the sum, and shows each payment's place", async () => {
    const traced = await dataOf<TracedMoney>("trace", party, "--rule", "fifo", "--backward");
    const [trail] = traced.trails;
    expect(trail?.ends.reduce((sum, { minor }) => sum + minor, 0)).toBe(traced.tracedMinor);
    expect(trail?.hops.every(({ statements }) => statements.length > 0)).toBe(true);
    expect((await inCase("trace", party, "--rule", "fifo", "--limit", "1")).stdout).toMatch(/\(fifo\) of .* h\d-.*#/u);
  });
  it("begins at the place of a payment as well as at its id", async () => {
    const [hop] = (await dataOf<TracedMoney>("trace", party, "--rule", "lifo")).trails[0]?.hops ?? [];
    const byId = await dataOf<TracedMoney>("trace", hop?.paymentId ?? "");
    const place = /(\S+#\S*)$/mu.exec(
      (await inCase("trace", hop?.paymentId ?? "", "--rule", "lifo")).stdout.split("\n")[1] ?? "",
    )?.[1];
    expect(byId.startPayments).toBe(1);
    expect((await dataOf<TracedMoney>("trace", place ?? "")).start).toEqual(byId.start);
  });
  it("refuses what it cannot follow, and says what would be right", async () => {
    expect((await inCase("trace", party, "--rule", "hope")).stderr).toContain(
      "use one of poison, haircut, fifo, lifo, or all",
    );
    expect((await inCase("trace", party, "--until", "2016-02-30")).stderr).toContain("use a day such as 2016-07-31");
    expect((await inCase("trace", party, "--forward", "--backward")).stderr).toContain("use one, and ask again");
    expect((await inCase("trace", "Nobody At All")).stderr).toContain('nobody answers to "Nobody At All"');
    expect((await inCase("trace", "h4-register/companies.csv#A2")).stderr).toContain("no payment stands at");
  });
});

describe("patterns", () => {
  it("tells each with its payments, and the thresholds with their reasons", async () => {
    const { patterns, thresholds, counts } = await dataOf<CasePatterns>("patterns", "--kind", "layering,fan-in");
    expect(counts.map(({ kind }) => kind)).toEqual(["layering", "fan-in"]);
    expect(patterns.length).toBeGreaterThan(0);
    for (const { payments } of patterns) {
      expect(payments.map(({ day }) => day)).toEqual(payments.map(({ day }) => day).toSorted());
      expect(payments.every(({ statements }) => statements.length > 0)).toBe(true);
    }
    expect(thresholds.every(({ reason }) => reason !== "")).toBe(true);
  });
  it("says that a pattern is no proof, and what it did not look at", async () => {
    const { code, stdout } = await inCase("patterns", "--limit", "1");
    expect(code).toBe(1);
    expect(stdout).toContain("a pattern is no proof");
    expect(stdout).toMatch(/not looked at: \d+ without a day/u);
    expect((await inCase("patterns", "--kind", "mood")).stderr).toContain("use one or more of round-trip");
  });
});

describe("paths", () => {
  const [from, to] = ["Coral Ocean Trade OOO", party];
  it("links two entities by each measure, every step with its statements", async () => {
    for (const measure of ["--hubs-damped", "--shortest", "--cheapest", "--earliest"]) {
      const { routes } = await dataOf<FoundPaths>("paths", from, to, measure);
      expect(routes.length).toBeGreaterThan(0);
      for (const { steps } of routes)
        for (const { links } of steps) expect(links.every(({ statements }) => statements.length > 0)).toBe(true);
    }
  });
  it("says how it chose, and refuses two measures and one entity", async () => {
    expect((await inCase("paths", from, to)).stdout).toContain("Himmelstein and Baranzini");
    expect((await inCase("paths", from, to, "--shortest", "--cheapest")).stderr).toContain("use one");
    expect((await inCase("paths", from, from)).stderr).toContain("are one entity");
    expect((await inCase("paths", from, to, "--via", "hope")).stderr).toContain("use payments, relations or all");
  });
});

describe("the exported network", () => {
  it("holds the same channels in each form, the models, and the mark", async () => {
    const out = join(scratch, "network");
    const { code, stdout } = await inCase("export-network", "--to", out);
    expect([code, stdout.includes(mark)]).toEqual([0, true]);
    const read = (name: string): string => readFileSync(join(out, name), "utf8");
    const edges = read("network-edges.csv").trim().split("\n").length - 1;
    for (const name of ["network.graphml", "network.gexf"]) {
      expect(read(name).match(/<edge /gu)).toHaveLength(edges);
      expect(read(name)).toContain(mark);
    }
    for (const rho of ["1", "1.5", "2"])
      expect(read(`block-model-reroute-${rho}.mps`)).toMatch(/^\* INTERNAL.*\nENDATA\n$/su);
    for (const name of ["READ-ME-FIRST.txt", "flow.svg"]) expect(read(name)).toContain(mark);
    expect(existsSync(join(out, "network.gexf.next"))).toBe(false);
  });
});

it("the brief draws the flow, crosses out each advised party, and has the arrows as a table in the Markdown", () => {
  const html = readFileSync(join(sample.dir, "out/brief.html"), "utf8");
  const markdown = readFileSync(join(sample.dir, "out/brief.md"), "utf8");
  const svg = /<svg class="flow".*?<\/svg>/su.exec(html)?.[0] ?? "";
  expect(svg.match(/class="cross"/gu)).toHaveLength(3);
  expect((svg.match(/<path class="way/gu) ?? []).length).toBeLessThanOrEqual(30);
  for (const word of ["stopped at once", "can no longer get through", "finds another way"]) expect(svg).toContain(word);
  expect(markdown).toContain("| payer | payee | amount |");
  expect(markdown).toContain("\\(blocked\\)".replaceAll("\\", ""));
});
