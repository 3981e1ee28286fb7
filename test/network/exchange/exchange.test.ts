import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeXml } from "../../../src/base/index.ts";
import {
  makeProblem,
  prepareProblem,
  writeBlockModelMps,
  writeEdgesCsv,
  writeGexf,
  writeGraphml,
  writeNodesCsv,
  type FlowNetwork,
} from "../../../src/network/index.ts";
import { makeBlockModel } from "../../../src/network/solve/block-model.ts";

const mark = "INTERNAL - NOT CHECKED FOR RELEASE";
const network: FlowNetwork = {
  caseCurrency: "USD",
  nodes: [
    { id: "a", schema: "Company" },
    { id: "b", schema: "Person" },
  ],
  edges: [
    {
      payer: "a",
      payee: "b",
      currency: "KRW",
      amount: "1000",
      caseAmount: null,
      payments: 2,
      undated: 1,
      firstDay: "2016-01-02",
      lastDay: "2016-01-02",
      rootsLeast: 0,
      rootsMost: 2,
      statements: ["aa", "bb"],
    },
    {
      payer: "a",
      payee: "b",
      currency: "USD",
      amount: "12.50",
      caseAmount: "12.50",
      payments: 1,
      undated: 1,
      firstDay: null,
      lastDay: null,
      rootsLeast: 1,
      rootsMost: 1,
      statements: ["cc"],
    },
  ],
  channelsLeftOut: 0,
};
const names = (bad: string) => (id: string) => (id === "a" ? bad : "Beta");
const nasty = `<a b="c">&'\u0000\u000B\u202E\uFFFF\uD800 --> ]]>`;
const escaped = "&lt;a b=&quot;c&quot;&gt;&amp;&#39;⟨0000⟩⟨000B⟩⟨202E⟩\uFFFD\uFFFD --&gt; ]]&gt;";

describe("GraphML and GEXF", () => {
  const graphml = [...writeGraphml(network, names(nasty), mark)].join("\n");
  const gexf = [...writeGexf(network, names(nasty), mark)].join("\n");
  it("escape markup, and mark what XML forbids", () => {
    expect(escapeXml(nasty)).toBe(escaped);
    expect(graphml).toContain(`<data key="n-name">${escaped}</data>`);
    expect(gexf).toContain(`<node id="a" label="${escaped}">`);
  });
  it("carry the mark, each channel with its currency, and nothing where nothing is known", () => {
    for (const text of [graphml, gexf]) {
      expect(text).toContain(mark);
      expect(text.match(/<edge /gu)).toHaveLength(2);
      expect(text).not.toMatch(/null|undefined|NaN/u);
    }
    expect(graphml).toContain('<data key="e-statements">aa bb</data>');
    expect(gexf).toContain('<edge id="e1" source="a" target="b" weight="12.50">');
    expect(gexf).toContain('<edge id="e0" source="a" target="b"><attvalues>');
  });
  it("are well formed: tags close in order, whatever the names", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (name) => {
        for (const write of [writeGraphml, writeGexf]) {
          const text = [...write(network, names(name), mark)].join("\n").replaceAll(/<[?!][^>]*>/gu, "");
          const open: string[] = [];
          const closed: string[] = [];
          const awaited: string[] = [];
          for (const [, close = "", tag = "", alone = ""] of text.matchAll(/<(\/?)([A-Za-z]+)(?: [^<>]*?)?(\/?)>/gu))
            if (close === "/") {
              closed.push(tag);
              awaited.push(open.pop() ?? "");
            } else if (alone === "") open.push(tag);
          expect(closed).toEqual(awaited);
          expect(open).toEqual([]);
          expect(text.replaceAll(/<[^<>]*>/gu, "")).not.toMatch(/[<>]/u);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("CSV", () => {
  it("quotes every cell and begins with a header", () => {
    expect([...writeNodesCsv(network, names('Al "Pha", Ltd'))]).toEqual([
      '"id","name","schema"',
      '"a","Al ""Pha"", Ltd","Company"',
      '"b","Beta","Person"',
    ]);
    expect([...writeEdgesCsv(network, names("Alpha"))][2]).toBe(
      '"a","Alpha","b","Beta","USD","12.50","12.50","1","1","","","1","1","cc","USD"',
    );
  });
  it("makes text of what a spreadsheet would run as a formula", () => {
    for (const formula of ["=1+1", "+1", "-1", "@sum(a1)", " =1", "＝1", '=HYPERLINK("x")'])
      expect([...writeNodesCsv(network, names(formula))][1]).toContain(`"'${formula.replaceAll('"', '""')}"`);
    expect([...writeNodesCsv(network, names("\t=1\r\u202E"))][1]).toContain('"⟨0009⟩=1⟨000D⟩⟨202E⟩"');
    expect([...writeNodesCsv(network, names("A-1 = Ltd"))][1]).toContain('"A-1 = Ltd"');
  });
});

describe("MPS", () => {
  const problem = (() => {
    const made = makeProblem({
      flows: [
        ["s", "a", 700],
        ["s", "b", 500],
        ["a", "t", 600],
        ["b", "t", 500],
        ["a", "b", 100],
      ].map(([payer, payee, amount]) => ({ payer: String(payer), payee: String(payee), amountMinor: Number(amount) })),
      sources: ["s"],
      sinks: ["t"],
      isBlockable: () => true,
    });
    if (!made.ok) throw new Error(made.fault);
    return made.value.problem;
  })();
  it("says in full the model that the solver is given", () => {
    for (const rhoQuarters of [4, 6]) {
      const question = { budget: 1, rhoQuarters, collateralMaxMinor: null };
      const text = [...writeBlockModelMps(problem, question, mark)].join("\n");
      const { residual, whole } = prepareProblem(problem).at(rhoQuarters);
      const contenders = [...problem.blockable.keys()].filter((node) => problem.blockable[node] === 1);
      const known = { members: [], flow: whole };
      const { model, scale } = makeBlockModel(problem, question, residual.flowGraph, { known, contenders });
      expect(text).toContain(`* ${mark}`);
      expect(text).toContain(`optimum * ${scale} =`);
      expect(text).toContain("* b0 blocks a\n* b1 blocks b");
      const read = readMps(text);
      expect(read.columns).toHaveLength(model.numCols);
      expect(read.binary).toBe(model.blockCount);
      expect(read.rows.size).toBe(model.numRows);
      read.columns.forEach((name, column) => {
        expect(read.cost.get(name) ?? 0).toBe(model.colCost[column]);
        expect(read.bounds.get(name)).toEqual([model.colLower[column], model.colUpper[column]]);
        const from = model.starts[column] ?? 0;
        const to = model.starts[column + 1] ?? 0;
        const entries = Array.from({ length: to - from }, (_, index) => [
          `r${model.indices[from + index]}`,
          model.values[from + index],
        ]);
        expect([...(read.entries.get(name) ?? new Map())]).toEqual(entries);
      });
      for (const [index, row] of [...read.rows].entries())
        expect(read.limits.get(row) ?? 0).toBe(model.rowUpper[index]);
    }
  });
});

/** A reader of free-format MPS as the Optimization guide of HiGHS has it, for what the writer uses. */
function readMps(text: string) {
  const read = {
    rows: new Set<string>(),
    columns: [] as string[],
    binary: 0,
    cost: new Map<string, number>(),
    entries: new Map<string, Map<string, number>>(),
    limits: new Map<string, number>(),
    bounds: new Map<string, [number, number]>(),
  };
  let section = "";
  let isInteger = false;
  for (const line of text.split("\n").filter((each) => !each.startsWith("*"))) {
    const words = line.trim().split(/\s+/u);
    const [first = "", second = "", third = "", fourth = ""] = words;
    if (!line.startsWith(" ")) section = first;
    else if (section === "ROWS" && first === "L") read.rows.add(second);
    else if (section === "COLUMNS" && second === "'MARKER'") isInteger = third === "'INTORG'";
    else if (section === "COLUMNS") {
      if (!read.entries.has(first)) {
        read.columns.push(first);
        read.entries.set(first, new Map());
        if (isInteger) read.binary += 1;
      }
      if (second === "left") read.cost.set(first, Number(third));
      else read.entries.get(first)?.set(second, Number(third));
    } else if (section === "RHS") read.limits.set(second, Number(third));
    else if (section === "BOUNDS") {
      const [lower, upper] = read.bounds.get(third) ?? [0, 1];
      if (first === "BV") read.bounds.set(third, [0, 1]);
      else if (first === "FX") read.bounds.set(third, [Number(fourth), Number(fourth)]);
      else read.bounds.set(third, first === "LO" ? [Number(fourth), upper] : [lower, Number(fourth)]);
    }
  }
  return read;
}
