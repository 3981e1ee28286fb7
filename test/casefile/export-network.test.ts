import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { exportNetwork, runCase, withCase } from "../../src/casefile/index.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-network-"));
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A case with a ledger of a register and a file of a sealed source called Han Jae-min. */
async function makeCase(name: string, rows: readonly string[]): Promise<string> {
  const dir = join(root, name);
  initCase(dir, name);
  const add = (file: string, content: string, source: Parameters<typeof addMaterial>[1]["source"]) => {
    const path = join(root, file);
    writeFileSync(path, content);
    return addMaterial(dir, { files: [path], dataset: `h-${source.id}`, source }, by);
  };
  await add("phones.csv", "name,phone\nKim Chol,+85021811111\n", {
    id: "s1",
    kind: "informant",
    grade: "B2",
    sealed: true,
    label: "Han Jae-min",
  });
  const ledger = ["Date,Payer,Beneficiary,Amount,Currency", ...rows, ""].join("\n");
  await add("ledger.csv", ledger, { id: "s2", kind: "register", grade: "A2" });
  return dir;
}

const exported = (dir: string, out: string) => withCase(dir, by, (open) => exportNetwork(open, out));

const chain = [
  "2016-03-01,Blue Gate Ltd,Red Sea Co,1000.00,USD",
  "2016-03-02,Red Sea Co,Green Hill LLC,900.00,USD",
  "2016-03-03,Red Sea Co,Green Hill LLC,50000,XXX",
];

it("a network is written whole, twice the same, with its model and its drawing", async () => {
  const dir = await makeCase("plain", chain);
  await withCase(dir, by, (open) => runCase(open, () => undefined));
  const report = await exported(dir, join(root, "one"));
  expect(report).toMatchObject({ nodes: 3, channelsLeftOut: 0, withoutModel: null });
  expect(report.files).toContain("flow.svg");
  expect(report.files).toContain("block-model-reroute-2.mps");
  await exported(dir, join(root, "two"));
  const read = (out: string): string[] =>
    readdirSync(join(root, out)).map((file) => `${file}\n${readFileSync(join(root, out, file), "utf8")}`);
  expect(read("two")).toEqual(read("one"));
  expect(readFileSync(join(root, "one/network-edges.csv"), "utf8")).toContain('"Red Sea Co"');
});

it("a network in which a sealed name stands is not written, and the refusal says where it stands", async () => {
  const dir = await makeCase("sealed", [...chain, "2016-03-04,Red Sea Co,Han Jae-min,70.00,USD"]);
  await expect(withCase(dir, by, (open) => runCase(open, () => undefined))).rejects.toThrow(
    /the brief was not written/u,
  );
  const out = join(root, "none");
  await expect(exported(dir, out)).rejects.toThrow(/^the export was not written: .* stands at h-s2\/ledger\.csv#/u);
  expect(existsSync(out)).toBe(false);
});

it("without payments there are no channels, and why there is no model is said", async () => {
  const dir = await makeCase("empty", []);
  await withCase(dir, by, (open) => runCase(open, () => undefined));
  const report = await exported(dir, join(root, "nothing"));
  expect(report).toMatchObject({ nodes: 0, edges: 0 });
  expect(report.withoutModel).toBe("nobody may be blocked");
  expect(readFileSync(join(root, "nothing/network-nodes.csv"), "utf8")).toBe('"id","name","schema"\n');
});
