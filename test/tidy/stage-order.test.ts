import { describe, expect, it } from "vitest";
import { stages } from "../../src/casefile/stages.ts";
import { derivedTables, heldTables, type SharedTable } from "../../src/model/index.ts";
import type { Stage } from "../../src/store/index.ts";

type Order = Pick<Stage, "name" | "reads" | "writes">;

/** What is wrong with an order of stages: a table read before it is written, or written twice. */
function faultsOf(order: readonly Order[]): string[] {
  const written = new Set<SharedTable>();
  return order.flatMap((stage) => {
    const early = stage.reads
      .filter((table) => !(table in heldTables) && !written.has(table))
      .map((table) => `${stage.name} reads ${table} before it is written`);
    const twice = stage.writes
      .filter((table) => written.has(table))
      .map((table) => `${stage.name} writes ${table} again`);
    for (const table of stage.writes) written.add(table);
    return [...early, ...twice];
  });
}

describe("the order of the stages", () => {
  it("has no stage that reads what no earlier one wrote", () => expect(faultsOf(stages)).toEqual([]));
  it("is that of the design", () =>
    expect(stages.map((stage) => stage.name)).toEqual([
      "match",
      "resolve",
      "reconcile",
      "ledger",
      "mentions",
      "crosscheck",
      "network",
      "prioritise",
    ]));
  it("writes every derived table once, but those that the brief writes", () => {
    const written = stages.flatMap((stage) => [...stage.writes, ...(stage.keeps ?? [])]);
    expect(Object.keys(derivedTables).filter((table) => !written.some((name) => name === table))).toEqual([
      "load_bearing",
      "excerpt",
    ]);
  });
  it("would be refused if a stage read too early", () =>
    expect(faultsOf([{ name: "a", reads: ["cluster"], writes: [] }])).toEqual([
      "a reads cluster before it is written",
    ]));
  it("would be refused if two stages wrote one table", () =>
    expect(
      faultsOf([
        { name: "a", reads: [], writes: ["cluster"] },
        { name: "b", reads: [], writes: ["cluster"] },
      ]),
    ).toEqual(["b writes cluster again"]));
});
